/** A printed item number, taken apart: "A3", "5a", "23/12", "OS.12/23", "20.07.01". */
export interface ItemNumber {
  printed: string
  prefix: string
  /** One number, or several for "23/12" and "2024/25/012". */
  numbers: number[]
  suffix: string
  /** What stands after it: a full stop, a bracket, a dash or nothing. */
  mark: string
  /** Each number with the noughts before it. */
  figures: string[]
}

/** "*5.": a star points to a note below. */
const STAR = /^[*†]\s?(?=\d)/
/** "E1  6.", "EXEMPT 6.": before the number stands that the item is closed. */
const CLOSED_MARK =
  /^[([]?(?:E\d{0,2}|X|exempt|confidential|restricted|private|closed|part (?:ii|2|two|b))[)\]]?[\s:–-]{1,8}(?=(?:item )?\d{1,4}[a-z]?[.)]\s)/i
const WORDS = /^(?:(?:agenda\s+)?item|minute|min)\b\.?\s*(?:(?:no|number)\b\.?\s*)?/i
const NUMBERED =
  /^\(?((?:[A-Z]{1,5}(?:&[A-Z]{1,3})?[./-]?\s?|(?!Nos?\b)[A-Z][A-Za-z]{1,7}[./-])?\d{1,4}(?:[/-]\d{1,4}){0,3}[a-z]?|\d{1,4}(?:\.\d{1,3}){2}|\d{2}\.\d{2,3}|\d{1,3}\.\d{2}(?=\s{1,3}[-–—]\s)|\d{1,4}\.0)(\s?[.):]|:-|\s[-–—](?=\s))?(?=\s|$|\p{Lu}\p{L})/u

export interface NumberedText {
  number: ItemNumber
  rest: string
  /** It is marked as closed to the public before its number. */
  closed: boolean
}

/** The item number that a line begins with, and the rest of the line. */
export function numberAt(text: string): NumberedText | undefined {
  const mark = CLOSED_MARK.exec(text)
  const words = (mark ?? STAR.exec(text) ?? WORDS.exec(text))?.[0] ?? ''
  const match = NUMBERED.exec(text.slice(words.length))
  const printed = match?.[1]
  if (!match || !printed) return undefined
  const parts = /^(\D*?)\s?(\d+(?:[./-]\d+)*)([a-z]?)$/.exec(printed)
  if (!parts?.[2]) return undefined
  // "1.0" heads the paragraphs 1.1 and 1.2.
  const figures = parts[2].replace(/^(\d{1,4})\.0$/, '$1').split(/[./-]/)
  const number = {
    printed: printed.replace(/\s+/g, ' '),
    prefix: parts[1] ?? '',
    numbers: figures.map(Number),
    suffix: parts[3] ?? '',
    mark: (match[2] ?? '').trim(),
    figures,
  }
  const rest = withoutSecondNumber(number, text.slice(words.length + match[0].length).trim())
  return { number, rest, closed: mark !== null }
}

/** "C048/23  1.  APOLOGIES", "3104 (8) PAY POLICY": the minute's number, and beside it that of the agenda. */
function withoutSecondNumber({ prefix, figures }: ItemNumber, text: string): string {
  const rest = text.replace(/^\(?agenda item (?:no\.? )?\d{1,3}[a-z]?\s?[:.)–-]?\s+(?=\S)/i, '')
  const isOfYear = prefix !== '' || figures.join('').length > 2
  return isOfYear ? rest.replace(/^\(?\d{1,3}[a-z]?[.)]\s+(?=\p{L})/u, '') : rest
}

/** How many numbers are passed over from one to the next: 0 for 5 → 6, 5 → 5a, A9 → B1; nothing if it does not follow. */
export function stepBetween(one: ItemNumber, next: ItemNumber): number | undefined {
  if (one.prefix !== next.prefix) {
    const letters = one.prefix.length === 1 && next.prefix.length === 1
    const nextLetter = letters && next.prefix.charCodeAt(0) === one.prefix.charCodeAt(0) + 1
    return nextLetter && next.numbers[0] === 1 ? 0 : undefined
  }
  if (one.numbers.length !== next.numbers.length) return undefined
  const steps = next.numbers.map((number, at) => number - (one.numbers[at] ?? 0))
  const moved = steps.findIndex((step) => step !== 0)
  if (moved < 0) return lettersFollow(one.suffix, next.suffix) ? 0 : undefined
  const step = steps[moved] ?? 0
  if (steps.filter((other) => other !== 0).length > 1 || step < 1) return undefined
  if (next.suffix !== '' && next.suffix !== 'a') return undefined
  return sameFashion(one.figures[moved] ?? '', next.figures[moved] ?? '') ? step - 1 : undefined
}

/** Whether two numbers are of one kind and near each other, though the next does not follow: a slip of the clerk. */
export function nearlyFollows(one: ItemNumber, next: ItemNumber): boolean {
  const size = (number: ItemNumber): string =>
    number.figures.map((figure) => figure.length).join() + number.prefix + number.mark
  if (size(one) !== size(next)) return false
  const expected = [...one.numbers.slice(0, -1), (one.numbers.at(-1) ?? 0) + 1].join()
  if (differByOne(expected, next.numbers.join())) return true
  const apart = next.numbers.map((number, at) => Math.abs(number - (one.numbers[at] ?? 0)))
  return apart.filter((distance) => distance > 0).length <= 1 && apart.every((distance) => distance <= 60)
}

/** One wrong figure: "3505" for "3405". */
function differByOne(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 3) return false
  return [...one].filter((figure, at) => figure !== other[at]).length === 1
}

/** "9" is followed by "10" and "09" too, but "6" is not followed by "07": so the rows of a table are numbered. */
function sameFashion(one: string, next: string): boolean {
  return one.length === next.length || !(one.startsWith('0') || next.startsWith('0'))
}

function lettersFollow(one: string, next: string): boolean {
  if (next === '') return false
  return one === '' ? next === 'a' : next.charCodeAt(0) === one.charCodeAt(0) + 1
}
