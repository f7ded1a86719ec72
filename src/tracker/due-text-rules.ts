import { Temporal } from 'temporal-polyfill'
import { dueInWords } from './rules.ts'
import type { Due } from './types.ts'

/**
 * When something is due by the words that a council printed: "Jan 2017 and ongoing", "Summer 2016", "Half Termly".
 *
 * The words are understood as a whole or not at all, and a month is due by its end. Where they name no day, several
 * days, a month without its year or only when something begins, there is no day: none is ever invented (F26). The
 * words themselves are kept beside whatever is made of them.
 */
export function dueInPrint(printed: string): Due {
  const said = squeezed(printed)
  if (said === '' || NOTHING.test(said)) return { kind: 'none' }
  if (RECURS.test(said) || GOES_ON.test(said)) return { kind: 'recurrence', on: undefined }
  const goesOn = AND_ON.exec(said)
  const first = goesOn ? said.slice(0, goesOn.index) : said
  // "From Jan 2017 and ongoing" says when it begins, and no more.
  if (BEGINS.test(first)) return goesOn ? { kind: 'recurrence', on: undefined } : { kind: 'none' }
  const span = onlySpan(first.replace(BY, ''))
  if (!span) return /\d/.test(said) ? { kind: 'none' } : dueInWords(printed).due
  if (goesOn) return { kind: 'date', on: span.on, recurs: true }
  return span.isRange
    ? { kind: 'range', from: span.from, on: span.on }
    : { kind: 'date', on: span.on, recurs: false }
}

/** A time with its first and last day; ISO civil dates. */
interface Span {
  readonly from: string
  readonly on: string
  /** A time that people name as a whole, and not a day or the end of a month. */
  readonly isRange: boolean
}

/** Papers break words and dates anywhere ("Sum mer 2016", "Mar2017"): what stands between the letters says nothing. */
function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/\s+/g, '')
    .replace(/[.;,]+$/, '')
    .replaceAll(/(?<=\d)(?:st|nd|rd|th)(?!\p{L}*day)/gu, '')
}

const NOTHING =
  /^(?:tb[acd]|n\/?a|none|-+|immediate(?:ly)?|asap|assoonaspossible|tobe(?:confirmed|agreed|determined))$/
const OFTEN =
  '(?:half-?|six-?|bi-?|3-?|6-?)?(?:daily|weekly|fortnightly|monthly|quarterly|termly|annually|annual|yearly)|(?:every|each)(?:\\d{0,2}|two|three|six)(?:weeks?|months?|quarters?|terms?|years?|meetings?)'
const RECURS = new RegExp(`^(?:${OFTEN})$`)
const ON = 'on-?going|continuing|continuous|thereafter|onwards?'
const GOES_ON = new RegExp(`^(?:${ON})$`)
const AND_ON = new RegExp(`(?:and|&|,|/|-|\\()?(?:then)?(?:${ON}|${OFTEN})(?:thereafter)?\\)?$`)
const BEGINS = /^(?:from|witheffectfrom|w\.?e\.?f\.?|starting|commencing|since|after)/
const BY =
  /^(?:tobecompletedby|completedby|dueby|by|due|during|in|within)?(?:the)?(?:endof|end)?(?:the)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?/

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const MONTH = `(?<month>${MONTH_NAME})`
const YEAR = '(?<year>(?:19|20)\\d\\d)'

/** The times that are understood, the more particular first; each from the beginning of what is left. */
const TIMES: readonly (readonly [RegExp, (found: Readonly<Record<string, string>>) => Span | undefined])[] = [
  [/^(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?!\d)/, numbered],
  [/^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>(?:(?:19|20)\d\d|\d\d))(?!\d)/, numbered],
  // As spreadsheets write a day.
  [
    new RegExp(`^(?<day>\\d{1,2})[-/]${MONTH}[-/](?<year>(?:19|20)\\d\\d|\\d\\d)(?!\\d)`),
    ({ day = '', month = '', year = '' }) =>
      dayOf(year.length === 2 ? `20${year}` : year, monthNumber(month), Number(day)),
  ],
  [
    new RegExp(`^(?<day>\\d{1,2})(?:of)?${MONTH},?${YEAR}(?!\\d)`),
    ({ day = '', month = '', year = '' }) => dayOf(year, monthNumber(month), Number(day)),
  ],
  [
    new RegExp(`^${MONTH}(?:-|to|and|&)(?<last>${MONTH_NAME}),?${YEAR}(?!\\d)`),
    ({ month = '', last = '', year = '' }) => between(monthOf(year, month), monthOf(year, last)),
  ],
  [new RegExp(`^${MONTH},?${YEAR}(?!\\d)`), ({ month = '', year = '' }) => monthOf(year, month)],
  [
    /^(?<season>spring|summer|autumn|winter)(?:of)?(?<year>(?:19|20)\d\d)(?:[/-]\d\d(?:\d\d)?)?(?!\d|term)/,
    ({ season = '', year = '' }) => seasonOf(season, Number(year)),
  ],
  [
    // Quarters of a financial year alone: "Q2 2017" may be of either kind of year.
    /^(?:q|quarter)(?<quarter>[1-4])(?:of)?(?<year>(?:19|20)\d\d)[/-](?:\d\d)?\d\d(?!\d)/,
    ({ quarter = '', year = '' }) => monthsFrom(Number(year), 4 + 3 * (Number(quarter) - 1), 3),
  ],
  [/^(?<year>(?:19|20)\d\d)[/-](?:20)?\d\d(?!\d)/, ({ year = '' }) => monthsFrom(Number(year), 4, 12)],
  [/^(?<year>(?:19|20)\d\d)(?!\d)/, ({ year = '' }) => monthsFrom(Number(year), 1, 12)],
]

/** The one time that the words name, were it even named twice; nothing where they name another too. */
function onlySpan(said: string): Span | undefined {
  let left = said
  let only: Span | undefined
  while (left !== '') {
    const next = nextTime(left)
    if (!next) return undefined
    const to = /^(?:-|to|until)/.exec(next.left)
    const until = to ? nextTime(next.left.slice(to[0].length)) : undefined
    if (to && !until) return undefined
    const span = until ? between(next.span, until.span) : next.span
    if (!span || (only && (only.from !== span.from || only.on !== span.on))) return undefined
    only = span
    left = (until ?? next).left.replace(/^(?:and|&|,|;|\/)/, '')
  }
  return only
}

function nextTime(said: string): { readonly span: Span; readonly left: string } | undefined {
  for (const [pattern, read] of TIMES) {
    const found = pattern.exec(said)
    const span = found?.groups && read(found.groups)
    if (found && span) return { span, left: said.slice(found[0].length) }
  }
  return undefined
}

function numbered({ day = '', month = '', year = '' }: Readonly<Record<string, string>>): Span | undefined {
  return dayOf(year.length === 2 ? `20${year}` : year, Number(month), Number(day))
}

function dayOf(year: string, month: number, day: number): Span | undefined {
  try {
    const on = Temporal.PlainDate.from({ year: Number(year), month, day }, { overflow: 'reject' }).toString()
    return { from: on, on, isRange: false }
  } catch {
    return undefined
  }
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => name.startsWith(month)) + 1
}

function monthOf(year: string, month: string): Span {
  return { ...monthsFrom(Number(year), monthNumber(month), 1), isRange: false }
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter']

function seasonOf(season: string, year: number): Span {
  // As the Met Office counts them: a winter ends in the next year.
  return monthsFrom(year, 3 * (SEASONS.indexOf(season) + 1), 3)
}

function monthsFrom(year: number, month: number, count: number): Span {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ months: month - 1 })
  const last = first.add({ months: count }).subtract({ days: 1 })
  return { from: first.toString(), on: last.toString(), isRange: true }
}

function between(first: Span | undefined, last: Span | undefined): Span | undefined {
  if (!first || !last || first.from > last.on) return undefined
  return { from: first.from, on: last.on, isRange: true }
}
