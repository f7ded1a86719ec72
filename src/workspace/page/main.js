/** The page of the local workspace: puts its parts together. */
import { look } from './act.js'
import { api } from './api.js'
import { createConversation } from './conversation.js'
import { byId, h } from './dom.js'
import { listen } from './events.js'
import { icon } from './icons.js'
import { createInspector } from './inspector.js'
import { createModal } from './modal.js'
import { firstPerson } from './people.js'
import { go, onRoute, route } from './route.js'
import { createSidebar } from './sidebar.js'
import { changed, conversationOf, onChange, personOf, state } from './state.js'
import { createThread } from './thread.js'
import { showFailure } from './toast.js'
import { createTopbar } from './topbar.js'

const sidebar = createSidebar(byId('sidebar'))
const conversation = createConversation(byId('main'), { openSidebar: () => sidebar.show() })
const thread = createThread(byId('thread'))
const inspector = createInspector(byId('inspector'))
const topbar = createTopbar(byId('topbar'), {
  toggleTraffic: () => {
    inspector.toggle()
    topbar.draw()
  },
})
const modal = createModal()
const banner = byId('banner')

onChange(() => {
  settle()
  drawBanner()
  topbar.draw()
  conversation.draw()
  thread.draw()
  modal.draw()
  // After the conversation, which marks what it shows as read.
  sidebar.draw()
})

onRoute((before) => {
  if (route.as !== before.as) {
    state.screen = undefined
    void look()
  }
  changed()
  if (route.in !== before.in && !matchMedia('(hover: none)').matches)
    conversation.composer.area.focus({ preventScroll: true })
})

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') changed()
})
document.querySelector('[data-skip]')?.addEventListener('click', (event) => {
  event.preventDefault()
  conversation.composer.area.focus()
})

let knowsNames = false

listen({
  onChanged: () => void inspector.update(),
  onReturn: () => void start(),
})
void start()

/** Names first: without them nobody can be chosen. Asked again until the workspace answers. */
async function start() {
  try {
    const [people, channels, { commands, shortcuts = [] }] = await Promise.all([
      api.people(),
      api.channels(),
      api.commands(),
    ])
    Object.assign(state, { people, channels, commands, shortcuts })
    knowsNames = true
  } catch (failure) {
    state.reachable = false
    changed()
    if (!(failure instanceof Error && failure.name === 'Unreachable')) console.warn(failure)
    setTimeout(() => void start(), 1500)
    return
  }
  state.reachable = true
  settle()
  await look()
}

/** Somebody is always chosen, and so is a conversation. */
function settle() {
  if (knowsNames && !personOf(route.as)) {
    const person = firstPerson()
    if (person) go({ as: person.id }, { replace: true })
    else showFailure('The workspace has no people. Start it with a seed that has some.')
    return
  }
  const { screen } = state
  if (!screen || conversationOf(route.in)) return
  const first = screen.conversations.find((one) => one.withApp) ?? screen.conversations[0]
  if (first) go({ in: first.id, thread: '' }, { replace: true })
}

function drawBanner() {
  if (banner.childElementCount > 0 === !state.reachable) return
  banner.replaceChildren(
    ...(state.reachable ? [] : [h('p', {}, icon('warning'), 'The workspace does not answer; trying again.')]),
  )
}
