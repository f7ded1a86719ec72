import { Temporal } from 'temporal-polyfill'
import { isBeforeDay } from '../calendar/days.ts'
import type { CommandWords } from './command-words.en.ts'

/** From a day up to and with another. */
export interface SaidDays {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

/** A day as far as it was said: what is left out follows from the other end of a range, or from today. */
interface PartOfDay {
  readonly day: number
  readonly month?: number
  readonly year?: number
}

/** The words of a text, in small letters; a dash between numbers or days is a word. */
export function wordsIn(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/(\d{4})-(\d{1,2})-(\d{1,2})/g, '$1/$2/$3')
    .replaceAll(/-/g, ' - ')
    .replaceAll(/[.,;!]+(?=\s|$)/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}

/**
 * The day that somebody typed: "11 Oct", "11/10", "11th October 2027", "Oct 11", "2027-10-11", "tomorrow",
 * "Thursday", "next Thursday". Without a year it is the next such day, today included: nobody sends apologies
 * for a day that is past.
 *
 * @returns `undefined` when it is no day, or none that there is, such as 31 February
 */
export function dayIn(
  words: readonly string[],
  today: Temporal.PlainDate,
  say: CommandWords,
): Temporal.PlainDate | undefined {
  const meant = meaningful(words, say)
  const [only] = meant
  if (meant.length === 1 && only !== undefined) {
    if (say.today.includes(only)) return today
    if (say.tomorrow.includes(only)) return today.add({ days: 1 })
  }
  const weekday = weekdayIn(meant, today, say)
  if (weekday) return weekday
  const part = partIn(withoutWeekday(meant, say), say)
  return part && dayOf(part, today)
}

/**
 * The days that somebody is away: "3-20 October", "3 Oct to 2 November 2027", "until 20 October", "next week",
 * "October", or one day alone.
 */
export function daysIn(
  words: readonly string[],
  today: Temporal.PlainDate,
  say: CommandWords,
): SaidDays | undefined {
  const meant = meaningful(words, say)
  const week = weekIn(meant, today, say)
  if (week) return week
  const month = wholeMonthIn(meant, today, say)
  if (month) return month
  if (say.until.includes(meant[0] ?? '')) {
    const until = dayIn(meant.slice(1), today, say)
    return until && { from: today, until }
  }
  const at = meant.findIndex((word) => say.to.includes(word))
  if (at < 0) {
    const day = dayIn(meant, today, say)
    return day && { from: day, until: day }
  }
  return rangeIn(meant.slice(0, at), meant.slice(at + 1), today, say)
}

function rangeIn(
  first: readonly string[],
  last: readonly string[],
  today: Temporal.PlainDate,
  say: CommandWords,
): SaidDays | undefined {
  const [begin, end] = [partIn(withoutWeekday(first, say), say), partIn(withoutWeekday(last, say), say)]
  // "Thursday to Saturday", "tomorrow until 20 October"
  if (!begin || !end) {
    const from = dayIn(first, today, say)
    const until = from && dayIn(last, from, say)
    return from && until && { from, until }
  }
  const month = begin.month ?? end.month
  if (month === undefined) return undefined
  const year = begin.year ?? (end.year !== undefined && month <= (end.month ?? month) ? end.year : undefined)
  // Under way already: "3-20 October", said on the 10th, is this year's.
  const until = dayOf({ ...end, month: end.month ?? month }, today)
  const from = dayOf({ ...begin, month, ...(year === undefined ? {} : { year }) }, today)
  if (!from || !until) return undefined
  if (!isBeforeDay(until, from)) return { from, until }
  if (end.year === undefined && begin.year !== undefined) {
    const inYear = dayOf({ ...end, month: end.month ?? month, year: from.year }, today)
    if (inYear && !isBeforeDay(inYear, from)) return { from, until: inYear }
    const after = dayOf({ ...end, month: end.month ?? month, year: from.year + 1 }, today)
    return after && { from, until: after }
  }
  const before = begin.year === undefined ? dayOf({ ...begin, month, year: from.year - 1 }, today) : undefined
  return before && !isBeforeDay(until, before) ? { from: before, until } : undefined
}

function meaningful(words: readonly string[], say: CommandWords): string[] {
  return words.filter((word) => !say.filler.includes(word))
}

function weekdayIn(
  words: readonly string[],
  today: Temporal.PlainDate,
  say: CommandWords,
): Temporal.PlainDate | undefined {
  const isNext = say.next.includes(words[0] ?? '')
  const rest = isNext || say.this.includes(words[0] ?? '') ? words.slice(1) : words
  const [only] = rest
  const place = rest.length === 1 && only !== undefined ? weekdayOf(only, say) : -1
  if (place < 0) return undefined
  const ahead = (place + 1 - today.dayOfWeek + 7) % 7
  const coming = today.add({ days: ahead })
  // "next Thursday", said on a Thursday, is not today.
  return isNext && ahead === 0 ? coming.add({ days: 7 }) : coming
}

function weekdayOf(word: string, say: CommandWords): number {
  return say.weekdays.findIndex((names) => names.includes(word))
}

/** "Thu 11 Oct": the weekday says nothing more, and may be wrong; the number counts. */
function withoutWeekday(words: readonly string[], say: CommandWords): readonly string[] {
  return words.length > 1 && weekdayOf(words[0] ?? '', say) >= 0 ? words.slice(1) : words
}

function weekIn(
  words: readonly string[],
  today: Temporal.PlainDate,
  say: CommandWords,
): SaidDays | undefined {
  const [which = '', week = ''] = words
  if (words.length !== 2 || !say.week.includes(week)) return undefined
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  if (say.this.includes(which)) return { from: today, until: monday.add({ days: 6 }) }
  if (!say.next.includes(which)) return undefined
  return { from: monday.add({ days: 7 }), until: monday.add({ days: 13 }) }
}

function wholeMonthIn(
  words: readonly string[],
  today: Temporal.PlainDate,
  say: CommandWords,
): SaidDays | undefined {
  const month = monthOf(words[0] ?? '', say)
  const year = words.length === 2 ? yearOf(words[1] ?? '') : undefined
  if (month === undefined || words.length > 2 || (words.length === 2 && year === undefined)) return undefined
  const first = Temporal.PlainDate.from({
    year: year ?? (month < today.month ? today.year + 1 : today.year),
    month,
    day: 1,
  })
  return { from: first, until: first.add({ months: 1 }).subtract({ days: 1 }) }
}

/** "11", "11 oct", "oct 11", "11 oct 2027", "11/10", "11/10/2027", "2027/10/11". */
function partIn(words: readonly string[], say: CommandWords): PartOfDay | undefined {
  const [one = '', two = '', three = ''] = words
  if (words.length === 1) return numericIn(one) ?? bare(dayNumber(one, say))
  if (words.length > 3) return undefined
  const year = words.length === 3 ? yearOf(three) : undefined
  if (words.length === 3 && year === undefined) return undefined
  const [day, month] = [dayNumber(one, say) ?? dayNumber(two, say), monthOf(two, say) ?? monthOf(one, say)]
  if (day === undefined || month === undefined) return undefined
  return { day, month, ...(year === undefined ? {} : { year }) }
}

function bare(day: number | undefined): PartOfDay | undefined {
  return day === undefined ? undefined : { day }
}

/** As it is written in Britain, the day before the month; or as ISO 8601 has it. */
function numericIn(word: string): PartOfDay | undefined {
  const iso = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(word)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const found = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?$/.exec(word)
  if (!found) return undefined
  const year = found[3] === undefined ? undefined : yearOf(found[3])
  return { day: Number(found[1]), month: Number(found[2]), ...(year === undefined ? {} : { year }) }
}

function dayNumber(word: string, say: CommandWords): number | undefined {
  const found = /^(\d{1,2})(\p{L}*)$/u.exec(word)
  if (!found || (found[2] !== '' && !say.ordinals.includes(found[2] ?? ''))) return undefined
  return Number(found[1])
}

function monthOf(word: string, say: CommandWords): number | undefined {
  const place = say.months.findIndex((names) => names.includes(word))
  return place < 0 ? undefined : place + 1
}

function yearOf(word: string): number | undefined {
  if (/^\d{4}$/.test(word)) return Number(word)
  return /^\d{2}$/.test(word) ? 2000 + Number(word) : undefined
}

/** How many years ahead a day without a year is looked for: 29 February may be seven away. */
const YEARS_AHEAD = 8

function dayOf({ day, month, year }: PartOfDay, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (year !== undefined && month !== undefined) return existing({ year, month, day })
  if (month === undefined) {
    // "the 11th": this month's or the next one's.
    for (let ahead = 0; ahead < 3; ahead += 1) {
      const within = today.with({ day: 1 }).add({ months: ahead })
      const found = existing({ year: within.year, month: within.month, day })
      if (found && !isBeforeDay(found, today)) return found
    }
    return undefined
  }
  for (let ahead = 0; ahead <= YEARS_AHEAD; ahead += 1) {
    const found = existing({ year: today.year + ahead, month, day })
    if (found && !isBeforeDay(found, today)) return found
  }
  return undefined
}

function existing(of: { year: number; month: number; day: number }): Temporal.PlainDate | undefined {
  if (of.month < 1 || of.month > 12 || of.day < 1 || of.year < 1) return undefined
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year: of.year, month: of.month })
  return of.day > daysInMonth ? undefined : Temporal.PlainDate.from(of)
}
