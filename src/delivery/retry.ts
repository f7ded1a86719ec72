/** After so many tries without effect, about a quarter of an hour, a person is asked. */
export const MOST_TRIES = 12

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 5 * 60_000

/**
 * How long to wait after so many tries: twice as long each time, up to five minutes, and between half
 * and the whole of it, so that what failed together does not come back together.
 */
export function backoffMs(tries: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1))
  return Math.round(whole * (0.5 + random() / 2))
}
