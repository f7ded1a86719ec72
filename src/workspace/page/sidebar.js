/** The left column: who you are, and every conversation you are part of. */
/** @import { ScreenConversation } from '../screen.ts' */
import { avatar } from './avatar.js'
import { workspaceNow } from './clock.js'
import { h, showList } from './dom.js'
import { icon } from './icons.js'
import { createPersonaSwitch } from './people.js'
import { addressOf, go, route } from './route.js'
import { state } from './state.js'
import { unreadIn } from './unread.js'

/** @typedef {{ conversation: ScreenConversation, unread: number, current: boolean }} Entry */

/** @param {HTMLElement} nav */
export function createSidebar(nav) {
  const persona = createPersonaSwitch()
  const channels = h('ul', { class: 'side-list', 'aria-labelledby': 'side-channels' })
  const direct = h('ul', { class: 'side-list', 'aria-labelledby': 'side-direct' })
  const none = h('p', { class: 'side-none' }, 'You are in no channel yet.')
  const shade = h('div', { class: 'shade', onclick: () => hide() })
  shade.hidden = true
  nav.append(
    persona.root,
    h(
      'div',
      { class: 'side-scroll' },
      h('h2', { class: 'side-title', id: 'side-channels' }, 'Channels'),
      channels,
      none,
      h('h2', { class: 'side-title', id: 'side-direct' }, 'Direct messages'),
      direct,
    ),
  )
  document.body.append(shade)
  nav.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) hide()
  })

  const hide = () => {
    if (shade.hidden) return
    document.body.classList.remove('drawer-open')
    shade.hidden = true
  }

  return {
    hide,
    show() {
      document.body.classList.add('drawer-open')
      shade.hidden = false
      const first = nav.querySelector('[aria-current=page]') ?? nav.querySelector('button')
      if (first instanceof HTMLElement) first.focus()
    },
    draw() {
      persona.draw()
      const now = workspaceNow().getTime()
      const entries = (state.screen?.conversations ?? []).map((conversation) => ({
        conversation,
        current: conversation.id === route.in,
        unread: unreadIn(route.as, conversation, now).length,
      }))
      const app = state.screen?.app
      const rooms = entries.filter((one) => one.conversation.kind !== 'direct')
      const others = entries.filter(
        (one) =>
          one.conversation.kind === 'direct' &&
          (!one.conversation.withApp || one.conversation.with === app?.botUser || !one.conversation.with),
      )
      rooms.sort(byName)
      others.sort(
        (one, other) =>
          Number(other.conversation.withApp) - Number(one.conversation.withApp) || byName(one, other),
      )
      none.hidden = rooms.length > 0 || !state.screen
      fill(channels, rooms)
      fill(direct, others)
      const all = entries.reduce((sum, one) => sum + (one.current ? 0 : one.unread), 0)
      const here = entries.find((one) => one.current)
      document.title = `${all > 0 ? `(${all}) ` : ''}${here ? here.conversation.name : (app?.name ?? 'Local workspace')} · ${state.screen?.person.realName ?? ''}`
    },
  }

  /**
   * @param {HTMLElement} list
   * @param {readonly Entry[]} entries
   */
  function fill(list, entries) {
    showList(list, entries, {
      key: (entry) => entry.conversation.id,
      signature: ({ conversation, current, unread }) =>
        JSON.stringify([route.as, conversation.name, conversation.kind, current, unread]),
      build: entryNode,
    })
  }

  /** @param {Entry} entry */
  function entryNode({ conversation, current, unread }) {
    const mark =
      conversation.kind === 'channel'
        ? icon('hash')
        : conversation.kind === 'private'
          ? icon('lock')
          : avatar(conversation.with ?? conversation.id, conversation.name, {
              small: true,
              isBot: conversation.withApp,
            })
    const target = { in: conversation.id, tab: /** @type {const} */ ('messages'), thread: '' }
    return h(
      'li',
      {},
      h(
        'a',
        {
          class: `side-entry${unread > 0 ? ' side-unread' : ''}`,
          href: addressOf(target),
          'aria-current': current ? 'page' : null,
          'data-focus': `go/${conversation.id}`,
          onclick: (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            go(target)
            hide()
          },
        },
        h('span', { class: 'side-mark' }, mark),
        h('span', { class: 'side-name' }, conversation.name),
        conversation.kind === 'private' && h('span', { class: 'visually-hidden' }, ', private'),
        conversation.withApp && h('span', { class: 'app-badge' }, 'APP'),
        unread > 0 &&
          h(
            'span',
            { class: 'side-count' },
            unread > 99 ? '99+' : unread,
            h('span', { class: 'visually-hidden' }, ' unread'),
          ),
      ),
    )
  }
}

/**
 * @param {Entry} one
 * @param {Entry} other
 */
function byName(one, other) {
  return one.conversation.name.localeCompare(other.conversation.name, 'en-GB', { numeric: true })
}
