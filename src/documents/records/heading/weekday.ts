import type { Doubt } from '../../paper.ts'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const NAMED = /\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/i

/** The doubt about a date whose printed day of the week is another: one of the two is wrong, and the paper does not say which. */
export function weekdayDoubt(printed: string, date: string): Pick<Doubt, 'code' | 'text'> | undefined {
  const named = NAMED.exec(printed)?.[1]?.toLowerCase().slice(0, 3)
  const day = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]
  return named && day && named !== day ? { code: 'weekday-differs', text: printed.trim() } : undefined
}
