import { Temporal } from 'temporal-polyfill'

/** Where the time comes from. Rules take the instant as an argument and never ask a clock themselves. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that runs at the real pace from another starting point, and is moved forward only. */
export class MovableClock implements Clock {
  #offsetMs: number

  constructor(offsetMs = 0) {
    this.#offsetMs = offsetMs
  }

  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Date.now() + this.#offsetMs)
  }

  /** Ignored when it would turn the time back: reminders already sent cannot be unsent (DESIGN §5). */
  moveTo(offsetMs: number): boolean {
    if (offsetMs < this.#offsetMs) return false
    this.#offsetMs = offsetMs
    return true
  }
}
