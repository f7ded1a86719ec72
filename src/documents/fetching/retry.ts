/** Attempts in all: a site that is down for longer is told to the person who waits. */
const MOST_ATTEMPTS = 3
/** A person waits for the answer, so that a site that asks for more is told to them instead. */
const LONGEST_PAUSE_MS = 20_000

/**
 * How long to wait before asking again, each time longer, and never less than the site asked for.
 *
 * @param attempt how often it was tried, counted from 1
 * @param askedMs what the site asked for in `Retry-After`
 * @returns `undefined` when another attempt is not worth the wait
 */
export function pauseAfter(
  attempt: number,
  askedMs: number | undefined,
  firstPauseMs: number,
): number | undefined {
  if (attempt >= MOST_ATTEMPTS) return undefined
  const pause = Math.max(firstPauseMs * 3 ** (attempt - 1), askedMs ?? 0)
  return pause <= LONGEST_PAUSE_MS ? pause : undefined
}

/** `Retry-After` (RFC 9110) in milliseconds: a number of seconds, or a date. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Only with the name of a month: of a bare number Date.parse makes some year.
  const at = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}
