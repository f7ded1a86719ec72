/** A scrolling list of messages that stays where the reader is, and follows only a reader at its end. */
/** @import { ScreenMessage, ScreenNotice } from '../screen.ts' */
import { dayKey, dayName, instantOf, timeOf, workspaceNow } from './clock.js'
import { h, showList } from './dom.js'
import { icon } from './icons.js'
import { messageNode } from './message.js'

/**
 * @typedef {{ kind: 'day', key: string, name: string } | { kind: 'new', key: string }
 *   | { kind: 'message', key: string, message: ScreenMessage, follows: boolean }
 *   | { kind: 'replies', key: string, count: number }
 *   | { kind: 'notice', key: string, notice: ScreenNotice }} Row
 */

/** Messages of one person closer than this stand under one name. */
const TOGETHER_MS = 5 * 60_000

/**
 * @param {string} label
 * @param {((ts: string) => void) | undefined} openThread
 */
export function createLog(label, openThread) {
  const list = h('div', {
    class: 'log-rows',
    role: 'log',
    'aria-label': label,
    'aria-live': 'polite',
    'aria-relevant': 'additions text',
  })
  const start = h('div', { class: 'log-start' })
  const jump = h(
    'button',
    { type: 'button', class: 'jump', onclick: () => toEnd() },
    icon('down'),
    'New messages',
  )
  const scroller = h(
    'div',
    { class: 'log', tabindex: 0, role: 'region', 'aria-label': `${label}, scrollable` },
    start,
    list,
  )
  const root = h('div', { class: 'log-frame' }, scroller, jump)
  jump.hidden = true
  let shown = ''
  let rowsBefore = 0

  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60
  // At once: a gliding view would end where the end was when it set out.
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight
    jump.hidden = true
  }
  let following = true
  scroller.addEventListener('scroll', () => {
    following = atEnd()
    if (following) jump.hidden = true
  })
  // When the composer grows or the window turns, the last message stays in sight.
  const watcher = new ResizeObserver(() => {
    if (following) toEnd()
  })
  watcher.observe(scroller)
  watcher.observe(list)

  return {
    root,
    start,
    scroller,

    /**
     * @param {string} id whose rows these are; another id starts at the end
     * @param {string} channel
     * @param {readonly Row[]} rows
     */
    show(id, channel, rows) {
      const fresh = id !== shown
      if (fresh) list.setAttribute('aria-live', 'off')
      const follow = fresh || following
      const today = dayKey(workspaceNow())
      showList(list, rows, {
        key: (row) => `${id} ${row.key}`,
        // Words such as "today" in a message are right for one day.
        signature: (row) => (row.kind === 'message' ? today : '') + JSON.stringify(row),
        build: (row) => rowNode(row, channel, openThread),
      })
      list.dataset['channel'] = channel
      if (follow) {
        const mark = fresh ? list.querySelector('.new-mark') : null
        if (mark) mark.scrollIntoView({ block: 'center' })
        else toEnd()
        following = atEnd()
      } else if (rows.length > rowsBefore) jump.hidden = false
      rowsBefore = rows.length
      shown = id
      if (fresh) setTimeout(() => list.setAttribute('aria-live', 'polite'), 500)
    },
    toEnd,
  }
}

/**
 * @param {Row} row
 * @param {string} channel
 * @param {((ts: string) => void) | undefined} openThread
 * @returns {HTMLElement}
 */
function rowNode(row, channel, openThread) {
  switch (row.kind) {
    case 'day':
      return h(
        'div',
        { class: 'day-mark', role: 'separator', 'aria-label': row.name },
        h('span', {}, row.name),
      )
    case 'new':
      return h(
        'div',
        { class: 'new-mark', role: 'separator', 'aria-label': 'New messages' },
        h('span', {}, 'New'),
      )
    case 'replies':
      return h(
        'div',
        { class: 'replies-mark' },
        h('span', {}, `${row.count} ${row.count === 1 ? 'reply' : 'replies'}`),
      )
    case 'notice':
      return h(
        'div',
        { class: 'notice' },
        h('span', { class: 'notice-face', 'aria-hidden': 'true' }, icon('warning')),
        h(
          'div',
          {},
          h('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
          h(
            'div',
            { class: 'message-head' },
            h('strong', {}, 'The workspace'),
            h('time', { class: 'stamp', datetime: row.notice.at }, timeOf(new Date(row.notice.at))),
          ),
          h('p', { class: 'text' }, row.notice.text),
        ),
      )
    case 'message':
      return messageNode(row.message, { channel, follows: row.follows, openThread })
  }
}

/**
 * Messages and notices in the order of time, with the days between them.
 *
 * @param {readonly ScreenMessage[]} messages
 * @param {readonly ScreenNotice[]} notices
 * @param {{ newFrom?: string }} [how]
 * @returns {Row[]}
 */
export function rowsOf(messages, notices, how = {}) {
  /** @type {({ at: number, message: ScreenMessage } | { at: number, notice: ScreenNotice })[]} */
  const all = [
    ...messages.map((message) => ({ at: instantOf(message.ts).getTime(), message })),
    ...notices.map((notice) => ({ at: Date.parse(notice.at), notice })),
  ]
  all.sort((one, other) => one.at - other.at)

  /** @type {Row[]} */
  const rows = []
  let day = ''
  /** @type {{ user: string, at: number } | undefined} */
  let last
  for (const one of all) {
    const at = new Date(one.at)
    if (dayKey(at) !== day) {
      day = dayKey(at)
      last = undefined
      rows.push({ kind: 'day', key: `day ${day}`, name: dayName(at) })
    }
    if ('notice' in one) {
      last = undefined
      rows.push({ kind: 'notice', key: `notice ${one.notice.at} ${one.notice.text}`, notice: one.notice })
      continue
    }
    const { message } = one
    if (how.newFrom === message.ts) {
      last = undefined
      rows.push({ kind: 'new', key: 'new' })
    }
    const follows = last !== undefined && last.user === message.user && one.at - last.at < TOGETHER_MS
    rows.push({
      kind: 'message',
      key: `${message.ts}${message.ephemeral ? ' only you' : ''}`,
      message,
      follows,
    })
    last = message.ephemeral ? undefined : { user: message.user, at: one.at }
  }
  return rows
}
