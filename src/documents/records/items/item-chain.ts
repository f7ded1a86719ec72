import type { Line } from '../../lines/line.ts'
import { type ItemNumber, nearlyFollows, stepBetween } from './item-numbers.ts'
import { type Numbered, numberedLines } from './numbered-lines.ts'
import { isStockTitle } from './stock-titles.ts'

const MOST_PASSED_OVER = 3
/** A supplement may have papers for items 4 and 19 only. */
const MOST_LEFT_OUT = 40
const DEAREST_GAP = 3
/** How alike the two sides of a missing number must be: what looks different is a list inside an item. */
const ALIKE = 1

/** What is set in so far, in characters, is a list inside an item; "9." and "10." may stand a little apart. */
const NESTED = 3

/** Fewer items show no order that one could be out of. */
const FEWEST_IN_ORDER = 4

export interface ChainOptions {
  /** A supplement lists only the items that it has papers for. */
  mayPassOver: boolean
  /** In minutes something is said under every item; a table of numbered rows is none of them. */
  expectsText: boolean
}

/** Fewer numbers around a list are themselves a list. */
const FEWEST_AROUND = 3

interface Link {
  score: number
  /** The candidate before it in the best run that ends here. */
  from: number
  /** The line where that run begins. */
  begins: number
  /** How many rows of a table stand one after the other before it. */
  rows: number
}

/**
 * The lines that are the items of business: the best run of numbers that follow each other. Questions and
 * paragraphs numbered inside an item begin again at 1 and stand or look differently, so they fall out.
 */
export function itemChain(lines: readonly Line[], options: ChainOptions): readonly Numbered[] {
  const all = numberedLines(lines)
  const best = bestRun(lines, all, options)
  const run = runAround(lines, all, best, options) ?? best
  return withOutOfOrder(lines, all, withSlips(all, run))
}

function bestRun(lines: readonly Line[], all: readonly Numbered[], options: ChainOptions): Numbered[] {
  const best: Link[] = []
  for (const [at, one] of all.entries()) {
    const first = one.number.numbers.length === 1 && one.number.numbers[0] === 1 ? 1 : 0
    const link: Link = { score: one.worth + first, from: -1, begins: one.index, rows: 0 }
    for (let before = 0; before < at; before += 1) {
      const other = all[before]
      const run = best[before]
      if (!other || !run) continue
      const step = stepBetween(other.number, one.number)
      if (step === undefined || step > (options.mayPassOver ? MOST_LEFT_OUT : MOST_PASSED_OVER)) continue
      const differs = unlike(lines, other, one)
      if (step > 0 && differs > ALIKE && !options.mayPassOver) continue
      const rows = options.expectsText && other.row ? run.rows + 1 : 0
      const gap = Math.min(step, DEAREST_GAP) * missing(options, differs)
      const through = run.score + one.worth / (rows + 1) - gap - differs
      if (through > link.score)
        Object.assign(link, { score: through, from: before, begins: run.begins, rows })
    }
    best.push(link)
  }
  return followBack(all, best, bestEnd(lines, all, best, options))
}

/** A run between two numbers of another that follow each other, and with fewer well-known items than that, is a list inside one of its items. */
function runAround(
  lines: readonly Line[],
  all: readonly Numbered[],
  inner: readonly Numbered[],
  options: ChainOptions,
): Numbered[] | undefined {
  const from = inner[0]?.index ?? 0
  const to = inner.at(-1)?.index ?? 0
  const outer = bestRun(
    lines,
    all.filter(({ index }) => index < from || index > to),
    options,
  )
  const after = outer.findIndex(({ index }) => index > to)
  const [last, next] = [outer[after - 1], outer[after]]
  if (!last || !next || outer.length < FEWEST_AROUND || stepBetween(last.number, next.number) !== 0)
    return undefined
  return stockItems(lines, outer) > stockItems(lines, inner) ? outer : undefined
}

function stockItems(lines: readonly Line[], run: readonly Numbered[]): number {
  return run.filter(({ rest, index }) => isStockTitle(rest || (lines[index + 1]?.text ?? ''))).length
}

/** What a number that is missing costs: minutes leave out what was not reached, where the headings look the same. */
function missing({ mayPassOver, expectsText }: ChainOptions, differs: number): number {
  if (mayPassOver) return 0.5
  return expectsText && differs === 0 ? 0.8 : 2
}

/** Of minutes the items fill the document, so that a long list inside one of them does not outweigh them. */
function bestEnd(
  lines: readonly Line[],
  all: readonly Numbered[],
  best: readonly Link[],
  options: ChainOptions,
): number {
  let top = -1
  let highest = 0
  for (const [at, { score, begins }] of best.entries()) {
    const filled = ((all[at]?.index ?? 0) - begins) / Math.max(lines.length, 1)
    const own = options.expectsText ? score * (0.4 + 0.6 * filled) : score
    if (own <= highest) continue
    highest = own
    top = at
  }
  return top
}

function followBack(all: readonly Numbered[], best: readonly Link[], end: number): Numbered[] {
  const chain: Numbered[] = []
  for (let at = end; at >= 0; at = best[at]?.from ?? -1) {
    const one = all[at]
    if (one) chain.push(one)
  }
  return chain.reverse()
}

/** A clerk's slip, "3655" between "3668" and "3669" or the same number twice, where the numbers are long enough to tell. */
function withSlips(all: readonly Numbered[], chain: readonly Numbered[]): Numbered[] {
  const [first] = chain
  if (!first || first.number.figures.join('').length < 3) return [...chain]
  const whole: Numbered[] = []
  let at = 0
  for (const one of all) {
    const last = chain[at - 1]
    if (one === chain[at]) {
      whole.push(one)
      at += 1
    } else if (last && at < chain.length && isLike(last, one) && nearlyFollows(last.number, one.number))
      whole.push(one)
  }
  return whole
}

/** "7" between 3 and 4: a meeting that took an item early. It looks as the others do, and no other line has its number. */
function withOutOfOrder(
  lines: readonly Line[],
  all: readonly Numbered[],
  chain: readonly Numbered[],
): readonly Numbered[] {
  const first = chain[0]
  const last = chain.at(-1)
  if (!first || !last || chain.length < FEWEST_IN_ORDER) return chain
  const taken = new Set(chain.map(({ number }) => number.printed))
  const between = all.filter(
    (one) =>
      one.index > first.index &&
      one.index < last.index &&
      !taken.has(one.number.printed) &&
      one.number.suffix === '' &&
      precedes(first.number, one.number) &&
      precedes(one.number, last.number) &&
      !one.row &&
      !isSentence(one) &&
      unlike(lines, first, one) === 0,
  )
  const once = between.filter(
    ({ number }) => between.filter((other) => other.number.printed === number.printed).length === 1,
  )
  return [...chain, ...once].sort((one, other) => one.index - other.index)
}

function precedes(one: ItemNumber, next: ItemNumber): boolean {
  const step = stepBetween(one, next)
  return step !== undefined && next.numbers.at(-1) !== one.numbers.at(-1)
}

function isLike(one: Numbered, other: Numbered): boolean {
  return (
    Math.abs(one.indent - other.indent) <= 3 &&
    (one.rest === '') === (other.rest === '') &&
    /^[\p{Lu}\d‘“'"(]/u.test(other.rest)
  )
}

function unlike(lines: readonly Line[], one: Numbered, other: Numbered): number {
  const line = lines[one.index]
  const next = lines[other.index]
  const indents = Math.abs(one.indent - other.indent) >= NESTED ? 1.2 : 0
  const marks = one.number.mark === other.number.mark ? 0 : 1.5
  const alone = (one.rest === '') === (other.rest === '') ? 0 : 1.2
  const headings = line?.heading === next?.heading ? 0 : 0.6
  const gaps = line?.gapAbove === next?.gapAbove ? 0 : 0.6
  const tables = line?.row?.table === next?.row?.table ? 0 : 0.8
  const sentences = isSentence(one) === isSentence(other) ? 0 : 0.5
  return indents + marks + alone + headings + gaps + tables + sentences
}

/** "A wall of stone." is an entry of a list; "Planning: None." is a title with what was said. */
function isSentence({ rest }: Numbered): boolean {
  return /\.$/.test(rest) && !rest.includes(':')
}
