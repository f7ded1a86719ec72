import { MOST_DAYS_BEFORE } from './policies.ts'
import { mostFirst } from './policy.ts'

export type DaysProblem = 'no-numbers' | 'too-far' | 'too-many'

/**
 * Days as a clerk types them: "5, 2, 0" or "5 2 0".
 *
 * @param most how many there may be
 */
export function daysOfText(
  text: string,
  most: number,
): { readonly days: readonly number[] } | { readonly problem: DaysProblem } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '' && word !== 'and')
  if (words.length === 0 || words.some((word) => !/^\d{1,3}$/.test(word))) return { problem: 'no-numbers' }
  const days = mostFirst(words.map(Number))
  if (days.some((day) => day > MOST_DAYS_BEFORE)) return { problem: 'too-far' }
  return days.length > most ? { problem: 'too-many' } : { days }
}
