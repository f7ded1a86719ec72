const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const WEEKDAY = '(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\\.?,?\\s+)?'

const DAY_FIRST = new RegExp(
  `\\b${WEEKDAY}(?:the\\s+)?(\\d{1,2})\\s?(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?[\\s,.-]{1,3}${MONTH}\\.?,?[\\s-]{1,3}(\\d{4})\\b`,
  'i',
)
const MONTH_FIRST = new RegExp(
  `\\b${WEEKDAY}${MONTH}\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`,
  'i',
)
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/
// British papers write the day first.
const FIGURES = /(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|\.\d)/

export interface FoundDate {
  /** `YYYY-MM-DD` */
  date: string
  index: number
  length: number
}

/** Every date has a year of four figures, or figures apart by a stroke or a full stop: most lines have neither. */
const MAY_HOLD_DATE = /\d{4}|\d[/.]\d/

/** The first date with day, month and year in a text; a day that no calendar has is no date. */
export function dateIn(text: string): FoundDate | undefined {
  if (!MAY_HOLD_DATE.test(text)) return undefined
  const found: FoundDate[] = []
  const keep = (
    match: RegExpExecArray | null,
    year: string | undefined,
    month: number,
    day: string | undefined,
  ): void => {
    const date = match && civil(Number(year), month, Number(day))
    if (match && date) found.push({ date, index: match.index, length: match[0].length })
  }
  const dayFirst = DAY_FIRST.exec(text)
  keep(dayFirst, dayFirst?.[3], monthNumber(dayFirst?.[2]), dayFirst?.[1])
  const monthFirst = MONTH_FIRST.exec(text)
  keep(monthFirst, monthFirst?.[3], monthNumber(monthFirst?.[1]), monthFirst?.[2])
  const iso = ISO.exec(text)
  keep(iso, iso?.[1], Number(iso?.[2]), iso?.[3])
  const figures = FIGURES.exec(text)
  const year = figures?.[4]
  keep(figures, year?.length === 2 ? `20${year}` : year, Number(figures?.[3]), figures?.[1])
  return found.sort((one, other) => one.index - other.index)[0]
}

function monthNumber(name: string | undefined): number {
  if (!name) return 0
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1
}

function civil(year: number, month: number, day: number): string | undefined {
  if (year < 1800 || year > 2200) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined
  return date.toISOString().slice(0, 10)
}
