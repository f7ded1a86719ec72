import { dateIn, type FoundDate } from '../phrases/dates.ts'

/** A cell that holds a dash to show that nothing stands there. */
export function isEmpty(text: string): boolean {
  return /^[\s\-–—.*_/]*$/.test(text)
}

const SPAN =
  /\b(?:from|on-?going|onwards|and|then|until|to|or|revised|extended|monthly|quarterly|weekly|annual(?:ly)?|each|every)\b|[–—&]|\s-\s/i

/** "3 Feb 25", "3-Feb-25", "3 February '25": narrow columns shorten the year. */
const SHORT_YEAR =
  /\b(\d{1,2})(?:st|nd|rd|th)?[\s/-](jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)([a-z]{0,6})\.?,?[\s/-]['’]?(\d{2})(?![\d:.]\d|\d)/i

/** The date in a cell; in a table two figures are a year. */
export function dateInCell(text: string): FoundDate | undefined {
  const date = dateIn(text)
  const short = date ? null : SHORT_YEAR.exec(text)
  if (!short) return date
  const [printed, day, month, rest, year] = short
  const whole = dateIn(`${day} ${month}${rest} 20${year}`)
  return whole && { date: whole.date, index: short.index, length: printed.length }
}

/** A date with its day as `YYYY-MM-DD`; anything else ("End Feb 2017", "Half termly") as printed. */
export function dateOrPrinted(text: string): string {
  const date = dateInCell(text)
  if (!date) return text
  const rest = `${text.slice(0, date.index)} ${text.slice(date.index + date.length)}`.trim()
  const more = rest.split(/\s+/).filter((word) => word !== '')
  return more.length > 3 || dateInCell(rest) || SPAN.test(rest) ? text : date.date
}

/** The date of a line or a row that holds a date and next to nothing else. */
export function dateAlone(text: string): string | undefined {
  const date = dateIn(text)
  if (!date) return undefined
  const rest = `${text.slice(0, date.index)} ${text.slice(date.index + date.length)}`
    .replace(
      /\b(?:meeting|held|on|of|the|at|date|committee|panel|board|cabinet|council|special|scrutiny)\b/gi,
      '',
    )
    .replace(/\b\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\b\.?/gi, '')
    .replace(/[^\p{L}\d]/gu, '')
  return rest === '' ? date.date : undefined
}

/** "2." and "(2)" as "2"; what is no number of a row ("Page 77", printed through the column) is none. */
export function rowNumber(text: string): string | undefined {
  const number = /^\(?([A-Z]{0,4}[\s/.-]?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?)[.):]*$/i.exec(text)?.[1]
  return number && !/^p(?:age|g|p)?[\s.]/i.test(text) ? number.trim() : undefined
}

/** The minute that a cell names: "Min. No. 214" as "214". */
export function minuteNumber(text: string): string {
  return text.replace(/^min(?:ute)?s?\b\.?\s*(?:no\b\.?|number\b|ref\b\.?)?\s*:?\s*/i, '').trim() || text
}

const STATUS =
  /^(?:(?:now|fully|partly|partially|nearly|not(?: yet)?)\s+)?(?:complet(?:ed?|ion)|ongoing|on-going|in[ -]progress|in process|started|closed|open|outstanding|pending|achieved|implemented|actioned|agreed|accepted|rejected|noted|done|paused|on hold|on track|delayed|overdue|superseded|transferred|withdrawn|cancelled|discharged|underway|live|green|amber|red|blue|yes|no|due|progressing|resolved)\b/i

/** One or a few words that say how far a matter has come, rather than a report of what was done. */
export function isStatus(text: string): boolean {
  return text.split(' ').length <= 6 && STATUS.test(text)
}

export function isColour(text: string): boolean {
  return /^(?:red|amber|green)$/i.test(text)
}

/** "Red, Amber, Green" below the head says which colours there are. */
export function isColourKey(text: string): boolean {
  return new Set(text.toLowerCase().match(/\b(?:red|amber|green)\b/g)).size > 1
}
