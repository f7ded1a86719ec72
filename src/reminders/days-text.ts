import { MOST_DAYS } from './policies.ts'
import { mostFirst } from './policy.ts'

export type DaysProblem = 'no-numbers' | 'too-far' | 'too-soon' | 'too-many'

/**
 * Days as a clerk types them: "5, 2, 0" or "5 2 0".
 *
 * @param within.most how many there may be
 * @param within.least the fewest working days of each
 */
export function daysOfText(
  text: string,
  { most, least }: { readonly most: number; readonly least: number },
): { readonly days: readonly number[] } | { readonly problem: DaysProblem } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '' && word !== 'and')
  if (words.length === 0 || words.some((word) => !/^\d{1,3}$/.test(word))) return { problem: 'no-numbers' }
  const days = mostFirst(words.map(Number))
  if (days.some((day) => day > MOST_DAYS)) return { problem: 'too-far' }
  if (days.some((day) => day < least)) return { problem: 'too-soon' }
  return days.length > most ? { problem: 'too-many' } : { days }
}
