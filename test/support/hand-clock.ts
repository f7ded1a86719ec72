import { Temporal } from 'temporal-polyfill'

/** A clock that stands still in the test's hands, and goes forward only. */
export interface HandClock {
  now(): Temporal.Instant
  advance(by: Temporal.DurationLike): void
}

export function handClock(beginning: string): HandClock {
  let at = Temporal.Instant.from(beginning)
  return {
    now: () => at,
    advance(by) {
      const next = at.add(by)
      if (Temporal.Instant.compare(next, at) < 0) throw new Error('the clock goes forward only')
      at = next
    },
  }
}
