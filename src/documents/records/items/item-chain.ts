import type { Line } from '../../lines/line.ts'
import { indentOf } from '../../lines/line.ts'
import { dateIn } from '../phrases/dates.ts'
import { timeIn } from '../phrases/times.ts'
import { type ItemNumber, numberAt, stepBetween } from './item-numbers.ts'

export interface Numbered {
  index: number
  number: ItemNumber
  /** What follows the number on its line. */
  rest: string
  indent: number
}

/** An agenda of more numbered lines than this is something else; it keeps the search bounded. */
const MOST = 1500
const MOST_PASSED_OVER = 3

/**
 * The lines that are the items of business: the best run of numbers that follow each other. Questions and
 * paragraphs numbered inside an item begin again at 1 and stand or look differently, so they fall out.
 */
export function itemChain(lines: readonly Line[], mayPassOver = false): Numbered[] {
  const all = candidates(lines)
  const best: { score: number; from: number }[] = []
  for (const [at, one] of all.entries()) {
    const own = worth(lines, one)
    let score = own + (one.number.numbers.length === 1 && one.number.numbers[0] === 1 ? 1 : 0)
    let from = -1
    for (let before = 0; before < at; before += 1) {
      const other = all[before]
      const sum = other && best[before]
      if (!other || !sum) continue
      const step = stepBetween(other.number, one.number)
      if (step === undefined || step > MOST_PASSED_OVER) continue
      const through = sum.score + own - step * (mayPassOver ? 0.5 : 2) - unlike(other, one)
      if (through > score) {
        score = through
        from = before
      }
    }
    best.push({ score, from })
  }
  const chain: Numbered[] = []
  let at = best.reduce((top, one, index) => (one.score > (best[top]?.score ?? 0) ? index : top), -1)
  while (at >= 0) {
    const one = all[at]
    if (one) chain.unshift(one)
    at = best[at]?.from ?? -1
  }
  return chain
}

function candidates(lines: readonly Line[]): Numbered[] {
  const found: Numbered[] = []
  for (const [index, line] of lines.entries()) {
    const read = numberAt(line.text)
    if (!read || found.length >= MOST) continue
    if (dateIn(line.text)?.index === 0 || timeIn(line.text)?.index === 0) continue
    if (/^(?:%|million|minutes|mins|hours|members?|working|clear|days|pages?|copies)\b/.test(read.rest))
      continue
    // "70 Redcliff Street" is an address, "1.2" a paragraph: a bare number needs a heading after it.
    if (read.number.mark === '' && read.rest !== '' && !/^[\p{Lu}‘“'"(]|^\d+ \p{L}/u.test(read.rest)) continue
    if (read.rest === '' && !lines[index + 1]) continue
    found.push({ index, number: read.number, rest: read.rest, indent: indentOf(line) })
  }
  return found
}

function worth(lines: readonly Line[], one: Numbered): number {
  const line = lines[one.index]
  const title = one.rest === '' ? (lines[one.index + 1]?.text ?? '') : one.rest
  let score = 2
  if (!/^[\p{Lu}\d‘“'"(]/u.test(title)) score -= 1.5
  if (/[;,]$/.test(title)) score -= 1
  if (/[.?]$/.test(title) && title.split(' ').length > 7) score -= 0.8
  if (/\b(?:must|should|may|will be|are asked|please)\b/i.test(title)) score -= 0.5
  if (one.number.mark === '') score -= 0.7
  if (line?.gapAbove) score += 0.4
  if (line?.heading) score += 0.5
  if (/\(pages? \d/i.test(line?.text ?? '')) score += 1
  return Math.max(score, 0.1)
}

function unlike(one: Numbered, other: Numbered): number {
  const indents = Math.abs(one.indent - other.indent) > 3 ? 1.2 : 0
  const marks = one.number.mark === other.number.mark ? 0 : 1.5
  const alone = (one.rest === '') === (other.rest === '') ? 0 : 1.2
  return indents + marks + alone
}
