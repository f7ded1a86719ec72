import type { Temporal } from 'temporal-polyfill'

export function minuteOf(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' })
}

/** A form gives minutes, a tap the very moment: what was tapped in the minute of a form counts as before it. */
export function withinMinute(at: Temporal.Instant): Temporal.Instant {
  return at.equals(minuteOf(at)) ? at.add({ seconds: 59, milliseconds: 999 }) : at
}
