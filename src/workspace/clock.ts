import { Temporal } from 'temporal-polyfill'

const zone = 'Europe/London'

/** `2017-09-01T09:00` is London wall time; with an offset or `Z` it is that instant. */
export function readInstant(text: string): Temporal.Instant {
  const hasOffset = /(Z|[+-]\d\d:?\d\d)(\[.*\])?$/i.test(text)
  return hasOffset
    ? Temporal.Instant.from(text)
    : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()
}

/** `PT1H`, `P1D` (a day of London wall time, whatever the clocks do), `90s`, `15m`, `3h`, `2d`, or milliseconds. */
export function readDuration(advance: string | number): Temporal.Duration {
  if (typeof advance === 'number') return Temporal.Duration.from({ milliseconds: Math.round(advance) })
  const short = /^(\d+)\s*([smhd])$/.exec(advance.trim())
  if (!short) return Temporal.Duration.from(advance)
  const count = Number(short[1])
  if (short[2] === 's') return Temporal.Duration.from({ seconds: count })
  if (short[2] === 'm') return Temporal.Duration.from({ minutes: count })
  if (short[2] === 'h') return Temporal.Duration.from({ hours: count })
  return Temporal.Duration.from({ days: count })
}

/** The time of the workspace: real time plus an offset that only grows. */
export class WorkspaceClock {
  offsetMs: number
  #lastTs: bigint

  constructor(offsetMs = 0, lastTs = '0.000000') {
    this.offsetMs = offsetMs
    this.#lastTs = microseconds(lastTs)
  }

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offsetMs
  }

  iso(): string {
    return new Date(this.now()).toISOString()
  }

  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  /** A message's `ts`: unique and growing, whatever the clock does. */
  nextTs(): string {
    const now = BigInt(this.now()) * 1000n
    this.#lastTs = now > this.#lastTs ? now : this.#lastTs + 1n
    const digits = this.#lastTs.toString().padStart(16, '0')
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`
  }

  /** Answers false, and changes nothing, when the instant lies in the past. */
  moveTo(instant: Temporal.Instant): boolean {
    const offset = instant.epochMilliseconds - Date.now()
    if (offset < this.offsetMs) return false
    this.offsetMs = offset
    return true
  }

  advance(duration: Temporal.Duration): boolean {
    const now = Temporal.Instant.fromEpochMilliseconds(this.now()).toZonedDateTimeISO(zone)
    return this.moveTo(now.add(duration).toInstant())
  }
}

function microseconds(ts: string): bigint {
  const [seconds = '0', micros = '0'] = ts.split('.')
  return BigInt(seconds) * 1_000_000n + BigInt(micros.padEnd(6, '0').slice(0, 6))
}
