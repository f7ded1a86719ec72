/** "Traffic": every call, delivery and acknowledgement between the workspace and the app. */
import { api } from './api.js'
import { secondsOf } from './clock.js'
import { h } from './dom.js'
import { icon } from './icons.js'
import { sentenceOf } from './toast.js'

/** @typedef {Record<string, unknown> & { seq: number }} Entry */

const MOST = 500

/** @type {Record<string, string>} */
const DIRECTIONS = {
  call: '← app',
  delivery: '→ app',
  ack: '← ack',
  control: 'person',
  fault: 'fault',
  socket: 'socket',
}

/** @param {HTMLElement} panel */
export function createInspector(panel) {
  const list = h('ol', { class: 'traffic' })
  const empty = h('p', { class: 'traffic-empty' }, 'Nothing has passed yet.')
  const filter = h('input', {
    class: 'text-input',
    type: 'search',
    'aria-label': 'Filter the traffic',
    placeholder: 'Filter: a method, an error, a person…',
    oninput: () => sift(),
  })
  const failures = h('input', { type: 'checkbox', onchange: () => sift() })
  const failure = h('p', { class: 'field-error', role: 'alert' })
  panel.append(
    h(
      'header',
      { class: 'side-head' },
      h('h2', {}, 'Traffic'),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Close the traffic', onclick: () => toggle() },
        icon('close'),
      ),
    ),
    h(
      'div',
      { class: 'traffic-tools' },
      filter,
      h('label', { class: 'choice' }, failures, 'Failures only'),
      h('button', { type: 'button', class: 'button button-small', onclick: clear }, 'Clear'),
    ),
    failure,
    empty,
    h(
      'div',
      { class: 'traffic-scroll', tabindex: 0, role: 'region', 'aria-label': 'Traffic, newest first' },
      list,
    ),
  )
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) toggle()
  })

  let since = 0
  let asking = false
  /** @type {Element | null} */
  let cameFrom = null
  setInterval(() => void update(), 2000)
  return { toggle, update }

  function toggle() {
    panel.hidden = !panel.hidden
    document.body.classList.toggle('traffic-open', !panel.hidden)
    if (panel.hidden) {
      if (cameFrom instanceof HTMLElement) cameFrom.focus()
      return
    }
    cameFrom = document.activeElement
    filter.focus()
    void update()
  }

  async function update() {
    if (panel.hidden || asking) return
    asking = true
    try {
      for (const entry of entriesIn(await api.journal(since))) {
        if (entry.seq <= since) continue
        since = entry.seq
        list.prepend(row(entry))
      }
      failure.textContent = ''
    } catch (reason) {
      failure.textContent = sentenceOf(reason)
    } finally {
      asking = false
    }
    while (list.children.length > MOST) list.lastElementChild?.remove()
    sift()
  }

  function clear() {
    list.replaceChildren()
    sift()
  }

  function sift() {
    const words = filter.value.trim().toLowerCase()
    let seen = 0
    for (const node of /** @type {HTMLCollectionOf<HTMLElement>} */ (list.children)) {
      const fits =
        (!failures.checked || node.dataset['failed'] === 'yes') &&
        (node.dataset['words'] ?? '').includes(words)
      node.hidden = !fits
      if (fits) seen += 1
    }
    empty.hidden = seen > 0
    empty.textContent = list.children.length > 0 ? 'Nothing matches.' : 'Nothing has passed yet.'
  }
}

/**
 * @param {unknown} answer
 * @returns {Entry[]}
 */
function entriesIn(answer) {
  const holder = /** @type {{ entries?: unknown, journal?: unknown }} */ (answer ?? {})
  const found = Array.isArray(answer) ? answer : (holder.entries ?? holder.journal)
  return Array.isArray(found) ? found.filter((one) => typeof one?.seq === 'number') : []
}

/** @param {Entry} entry */
function row(entry) {
  const what = firstText(entry, ['method', 'name', 'call', 'event', 'delivery', 'kind'])
  const kind = firstText(entry, ['kind'])
  const type = firstText(entry, ['type'])
  const wrong = failureIn(entry)
  const ms = firstNumber(entry, ['ms', 'ackMs'])
  const at = firstText(entry, ['at'])
  const body = h('pre', { class: 'code-block' })
  const details = h(
    'details',
    {},
    h(
      'summary',
      {},
      h('span', { class: 'traffic-at' }, at ? secondsOf(new Date(at)) : entry.seq),
      h('span', { class: `traffic-type traffic-${type}` }, DIRECTIONS[type] ?? type),
      h('span', { class: 'traffic-what' }, what || type),
      kind && kind !== what && h('span', { class: 'traffic-kind' }, kind.replaceAll('_', ' ')),
      wrong !== undefined && h('span', { class: 'traffic-wrong' }, icon('warning'), wrong),
      wrong === undefined && (type === 'call' || type === 'ack') && h('span', { class: 'traffic-ok' }, 'ok'),
      ms !== undefined && h('span', { class: 'traffic-ms' }, `${Math.round(ms)} ms`),
    ),
    body,
  )
  // Long payloads are written out only for who opens them.
  details.addEventListener('toggle', () => {
    body.textContent = details.open ? JSON.stringify(entry, null, 2) : ''
  })
  return h(
    'li',
    {
      'data-failed': wrong === undefined ? 'no' : 'yes',
      'data-words': JSON.stringify(entry).toLowerCase().slice(0, 4000),
    },
    details,
  )
}

/**
 * @param {Entry} entry
 * @returns {string | undefined}
 */
function failureIn(entry) {
  const told = firstText(entry, ['error', 'failure', 'reason'])
  if (told) return told
  if (entry['ok'] === false) return 'failed'
  if (entry['acknowledged'] === false) return 'not acknowledged'
  return entry['type'] === 'fault' ? 'injected' : undefined
}

/**
 * @param {Entry} entry
 * @param {readonly string[]} names
 */
function firstText(entry, names) {
  for (const name of names) {
    const value = entry[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return ''
}

/**
 * @param {Entry} entry
 * @param {readonly string[]} names
 */
function firstNumber(entry, names) {
  for (const name of names) {
    const value = entry[name]
    if (typeof value === 'number') return value
  }
  return undefined
}
