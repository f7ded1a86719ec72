/** The workspace's own clock, read the British way. */
import { state } from './state.js'

const ZONE = 'Europe/London'

/** @param {Intl.DateTimeFormatOptions} how */
const format = (how) => new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...how })

const timeFormat = format({ hour: '2-digit', minute: '2-digit' })
const secondsFormat = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const dayFormat = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const longFormat = format({ day: 'numeric', month: 'long', year: 'numeric' })
const shortFormat = format({ day: 'numeric', month: 'short', year: 'numeric' })
const numberFormat = format({ day: '2-digit', month: '2-digit', year: 'numeric' })
const stampFormat = format({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const partsFormat = format({
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

export function workspaceNow() {
  if (!state.screen) return new Date()
  return new Date(Date.parse(state.screen.now) + (performance.now() - state.screenAt))
}

/**
 * The instant of a Slack message's `ts`.
 *
 * @param {string} ts
 */
export function instantOf(ts) {
  return new Date(Number.parseFloat(ts) * 1000)
}

/** @param {Date} at */
export const timeOf = (at) => timeFormat.format(at)

/** @param {Date} at */
export const stampOf = (at) => stampFormat.format(at)

/** @param {Date} at */
export const secondsOf = (at) => secondsFormat.format(at)

/** @param {Date} at */
export const dayKey = (at) => localParts(at).slice(0, 10)

/**
 * "Today", "Yesterday", "Tomorrow" or nothing.
 *
 * @param {Date} at
 * @returns {string | undefined}
 */
function nearDay(at) {
  const days = Math.round((Date.parse(dayKey(at)) - Date.parse(dayKey(workspaceNow()))) / 86_400_000)
  return { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[String(days)]
}

/** @param {Date} at */
export const dayName = (at) => nearDay(at) ?? dayFormat.format(at)

/**
 * `2026-03-04T09:30:00` as clocks in London show it.
 *
 * @param {Date} at
 */
export function localParts(at) {
  const part = Object.fromEntries(partsFormat.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`
}

/**
 * The instant at which clocks in London show `local` (`2026-03-04T09:30`).
 *
 * @param {string} local
 */
export function instantOfLocal(local) {
  const asIfUtc = Date.parse(`${local.slice(0, 16)}:00Z`)
  // London is at most one hour ahead: the offset of a first guess settles it.
  const shown = Date.parse(`${localParts(new Date(asIfUtc))}Z`)
  const guess = asIfUtc - (shown - asIfUtc)
  return new Date(guess + (asIfUtc - Date.parse(`${localParts(new Date(guess))}Z`)))
}

/**
 * Slack's date tokens, such as `{date_long} at {time}`.
 *
 * @param {Date} at
 * @param {string} pattern
 */
export function fillDatePattern(at, pattern) {
  /** @type {Record<string, () => string>} */
  const tokens = {
    date: () => longFormat.format(at),
    date_num: () => numberFormat.format(at),
    date_slash: () => numberFormat.format(at),
    date_short: () => shortFormat.format(at),
    date_long: () => dayFormat.format(at),
    date_long_full: () => dayFormat.format(at),
    date_pretty: () => nearDay(at)?.toLowerCase() ?? longFormat.format(at),
    date_short_pretty: () => nearDay(at)?.toLowerCase() ?? shortFormat.format(at),
    date_long_pretty: () => nearDay(at)?.toLowerCase() ?? dayFormat.format(at),
    day_divider_pretty: () => dayName(at),
    time: () => timeOf(at),
    time_secs: () => secondsOf(at),
    ago: () => howLongAgo(at),
  }
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => tokens[name]?.() ?? whole)
}

/** @param {Date} at */
function howLongAgo(at) {
  const minutes = Math.round((workspaceNow().getTime() - at.getTime()) / 60_000)
  const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return relative.format(-minutes, 'minute')
  if (Math.abs(minutes) < 1440) return relative.format(-Math.round(minutes / 60), 'hour')
  return relative.format(-Math.round(minutes / 1440), 'day')
}
