/** A message and its replies, beside the conversation. */
import { createComposer } from './composer.js'
import { nameOf } from './conversation.js'
import { h } from './dom.js'
import { acceptsDrops } from './files.js'
import { icon } from './icons.js'
import { createLog, rowsOf } from './log.js'
import { go, route } from './route.js'
import { conversationOf } from './state.js'

/** @param {HTMLElement} panel */
export function createThread(panel) {
  const where = h('span', { class: 'side-detail' })
  const log = createLog('Thread', undefined)
  const composer = createComposer({ onSent: () => log.toEnd() })
  const leave = () => {
    const ts = route.thread
    go({ thread: '' })
    for (const name of [`thread/${ts}`, `reply/${ts}`]) {
      const opener = document.querySelector(`[data-focus="${CSS.escape(name)}"]`)
      if (opener instanceof HTMLElement) return opener.focus()
    }
  }
  panel.append(
    h(
      'header',
      { class: 'side-head' },
      h('h2', {}, 'Thread ', where),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Close the thread', onclick: leave },
        icon('close'),
      ),
    ),
    log.root,
    composer.root,
  )
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) leave()
  })
  acceptsDrops(panel, composer.stage)
  let shown = ''

  return {
    draw() {
      const conversation = conversationOf(route.in)
      const parent =
        route.tab === 'messages'
          ? conversation?.messages.find((message) => message.ts === route.thread)
          : undefined
      panel.hidden = !parent
      if (!conversation || !parent) {
        shown = ''
        return
      }
      where.textContent = nameOf(conversation)
      const id = `${route.as} ${conversation.id} ${parent.ts}`
      // The day above the message itself is already on the left.
      const [first, ...replies] = rowsOf([parent, ...parent.replies], []).slice(1)
      const count = parent.replies.length
      const mark = { kind: /** @type {const} */ ('replies'), key: 'replies', count }
      const next = replies[0]
      if (next?.kind === 'message') replies[0] = { ...next, follows: false }
      log.show(id, conversation.id, [...(first ? [first] : []), ...(count > 0 ? [mark] : []), ...replies])
      composer.show({ channel: conversation.id, threadTs: parent.ts, label: 'Reply' })
      if (id !== shown) composer.area.focus({ preventScroll: true })
      shown = id
    },
  }
}
