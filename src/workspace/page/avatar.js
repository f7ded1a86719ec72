/** A face made of initials: the same person has the same colour everywhere. */
import { h } from './dom.js'

/** Words that stand before a name and are no part of its initials. */
const TITLES =
  /^(cllr|councillor|cnclr|ald|alderman|mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady|rev|revd|the|rt|hon)\.?$/i

/** @param {string} name */
export function initialsOf(name) {
  const words = name
    .replace(/\(.*?\)/g, '')
    .split(/[\s-]+/)
    .filter((word) => /\p{L}/u.test(word))
  const own = words.filter((word) => !TITLES.test(word))
  const used = own.length > 0 ? own : words
  const first = used[0]?.match(/\p{L}/u)?.[0] ?? '?'
  const last = used.length > 1 ? (used.at(-1)?.match(/\p{L}/u)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}

/**
 * @param {string} id
 * @param {string} name
 * @param {{ isBot?: boolean, small?: boolean }} [how]
 */
export function avatar(id, name, how = {}) {
  const node = h(
    'span',
    {
      class: `avatar${how.isBot ? ' avatar-bot' : ''}${how.small ? ' avatar-small' : ''}`,
      'aria-hidden': 'true',
    },
    initialsOf(name),
  )
  // Dark enough at every hue for white letters (at least 5 to 1).
  node.style.setProperty('--hue', String(hueOf(id)))
  return node
}

/** @param {string} id */
function hueOf(id) {
  let sum = 7
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 3600
  return (sum * 137.5) % 360
}
