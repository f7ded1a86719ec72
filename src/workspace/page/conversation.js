/** The open conversation: its head, tabs, messages and the box to write in. */
/** @import { ScreenConversation } from '../screen.ts' */
import { act } from './act.js'
import { api } from './api.js'
import { workspaceNow } from './clock.js'
import { createComposer } from './composer.js'
import { h } from './dom.js'
import { acceptsDrops } from './files.js'
import { createHome } from './home.js'
import { icon } from './icons.js'
import { createLog, rowsOf } from './log.js'
import { go, route } from './route.js'
import { conversationOf, state } from './state.js'
import { markRead, unreadIn } from './unread.js'

/**
 * @param {HTMLElement} main
 * @param {{ openSidebar: () => void }} how
 */
export function createConversation(main, how) {
  const title = h('h1', { class: 'head-title' })
  const topic = h('p', { class: 'head-topic' })
  const tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Views' })
  const homeTab = tab('home', 'Home')
  const messagesTab = tab('messages', 'Messages')
  tabs.append(homeTab, messagesTab)
  const head = h(
    'header',
    { class: 'head' },
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button only-phone',
        'aria-label': 'Show conversations',
        onclick: how.openSidebar,
      },
      icon('menu'),
    ),
    h('div', { class: 'head-words' }, title, topic),
    tabs,
  )
  const log = createLog('Messages', (ts) => go({ thread: ts }))
  const composer = createComposer({ onSent: () => log.toEnd() })
  const home = createHome()
  const panel = h('div', { class: 'panel', id: 'messages-panel' }, log.root, composer.root)
  acceptsDrops(panel, composer.stage)
  main.replaceChildren(head, panel, home.root)

  /** Where "New" stands while the conversation is open. @type {string | undefined} */
  let newFrom
  let shown = ''
  let homeOpened = ''

  return {
    composer,
    draw() {
      const { screen } = state
      const conversation = conversationOf(route.in)
      if (!screen || !conversation) {
        title.textContent = screen ? 'No conversation here' : 'Opening the workspace…'
        tabs.hidden = true
        home.root.hidden = true
        panel.hidden = true
        return
      }
      const withHome = conversation.withApp && screen.app.homeTab
      const onHome = withHome && route.tab === 'home'
      drawHead(conversation)
      tabs.hidden = !withHome
      select(homeTab, onHome)
      select(messagesTab, !onHome)
      panel.hidden = onHome
      home.root.hidden = !onHome
      // Leaving the tab and coming back is opening it again; so is another person.
      const opened = onHome ? route.as : ''
      if (opened !== homeOpened) {
        homeOpened = opened
        if (opened) void act(api.home(opened))
      }
      if (onHome) {
        home.draw()
        shown = ''
        return
      }
      const id = `${route.as} ${conversation.id}`
      const unread = unreadIn(route.as, conversation, workspaceNow().getTime())
      if (id !== shown)
        newFrom =
          unread.length < conversation.messages.length
            ? unread.find((one) => conversation.messages.includes(one))?.ts
            : undefined
      shown = id
      const notices = screen.notices.filter(
        (notice) => notice.channel === undefined || notice.channel === conversation.id,
      )
      drawStart(conversation)
      log.show(id, conversation.id, rowsOf(conversation.messages, notices, newFrom ? { newFrom } : {}))
      composer.show({ channel: conversation.id, label: `Message ${nameOf(conversation)}` })
      if (document.visibilityState === 'visible') markRead(route.as, conversation)
    },
  }

  /** @param {ScreenConversation} conversation */
  function drawHead(conversation) {
    const name = h('span', {}, conversation.name)
    title.replaceChildren(
      ...(conversation.kind === 'channel'
        ? [icon('hash'), name]
        : conversation.kind === 'private'
          ? [icon('lock'), name]
          : [name]),
    )
    if (conversation.kind !== 'direct')
      title.setAttribute(
        'aria-label',
        `${conversation.name}, ${conversation.kind === 'private' ? 'private channel' : 'channel'}`,
      )
    else title.removeAttribute('aria-label')
    const other = state.people.find((person) => person.id === conversation.with)
    topic.textContent = conversation.topic || other?.title || ''
    topic.title = topic.textContent
  }

  /** The first words of a conversation, and something to try while it is empty. @param {ScreenConversation} conversation */
  function drawStart(conversation) {
    const empty = conversation.messages.length === 0
    const signature = JSON.stringify([conversation.id, conversation.name, empty, state.commands])
    if (log.start.dataset['shows'] === signature) return
    log.start.dataset['shows'] = signature
    log.start.replaceChildren(
      h('p', { class: 'start-title' }, nameOf(conversation)),
      h(
        'p',
        { class: 'start-words' },
        conversation.kind === 'direct'
          ? `This is the start of your messages with ${conversation.name}.`
          : `This is the start of the channel.${conversation.kind === 'private' ? ' Only its members see it.' : ''}`,
      ),
    )
    if (!empty || state.commands.length === 0 || (conversation.kind === 'direct' && !conversation.withApp))
      return
    log.start.append(
      h('p', { class: 'start-words' }, 'Type one of these in the box below:'),
      h(
        'ul',
        { class: 'start-commands' },
        state.commands
          .slice(0, 5)
          .map((one) =>
            h(
              'li',
              {},
              h(
                'button',
                { type: 'button', class: 'start-command', onclick: () => composer.put(`${one.command} `) },
                h('code', {}, one.command),
                h('span', {}, one.description),
              ),
            ),
          ),
      ),
    )
  }

  /**
   * @param {'home' | 'messages'} name
   * @param {string} label
   */
  function tab(name, label) {
    const panelId = name === 'home' ? 'home-panel' : 'messages-panel'
    return h(
      'button',
      {
        type: 'button',
        class: 'tab',
        role: 'tab',
        id: `tab-${name}`,
        'aria-controls': panelId,
        onclick: () => go({ tab: name, thread: '' }),
        onkeydown: (event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
          const other = name === 'home' ? messagesTab : homeTab
          other.focus()
          other.click()
        },
      },
      label,
    )
  }

  /**
   * @param {HTMLElement} node
   * @param {boolean} on
   */
  function select(node, on) {
    node.setAttribute('aria-selected', String(on))
    node.tabIndex = on ? 0 : -1
  }
}

/** @param {ScreenConversation} conversation */
export function nameOf(conversation) {
  return conversation.kind === 'channel' ? `#${conversation.name}` : conversation.name
}
