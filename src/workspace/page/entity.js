/** Links, mentions and dates: the pieces that mrkdwn, rich text and markdown have in common. */
import { fillDatePattern } from './clock.js'
import { h } from './dom.js'
import { channelName, personName, state } from './state.js'

/**
 * Only addresses that open a page or a mail programme; a `javascript:` address never becomes a link.
 *
 * @param {string} address
 */
export function safeAddress(address) {
  try {
    const url = new URL(address, location.href)
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} address
 * @param {readonly (Node | string)[]} content
 * @returns {Node}
 */
export function link(address, content) {
  const href = safeAddress(address)
  if (!href) return h('span', {}, content)
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, content)
}

/** @param {string} id */
export function userMention(id) {
  const mine = state.screen?.person.id === id
  return h('span', { class: mine ? 'mention mention-me' : 'mention' }, `@${personName(id)}`)
}

/**
 * @param {string} id
 * @param {string} [fallback]
 */
export function channelMention(id, fallback) {
  const known = channelName(id)
  return h(
    'span',
    { class: 'mention' },
    known ? `#${known}` : fallback ? `#${fallback}` : 'a private channel',
  )
}

/** @param {string} range */
export function broadcast(range) {
  return h('span', { class: 'mention mention-me' }, `@${range}`)
}

/**
 * @param {number} seconds
 * @param {string} pattern
 */
export function dateText(seconds, pattern) {
  const at = new Date(seconds * 1000)
  return h('time', { datetime: at.toISOString() }, fillDatePattern(at, pattern))
}
