import type { Line } from '../../lines/line.ts'
import { stepBetween } from './item-numbers.ts'
import { unlike } from './likeness.ts'
import type { Numbered } from './numbered-lines.ts'

const MOST_PASSED_OVER = 3
/** A supplement may have papers for items 4 and 19 only. */
const MOST_LEFT_OUT = 40
const DEAREST_GAP = 3
/** How alike the two sides of a missing number must be: what looks different is a list inside an item. */
const ALIKE = 1

export interface ChainOptions {
  /** A supplement lists only the items that it has papers for. */
  mayPassOver: boolean
  /** In minutes something is said under every item; a table of numbered rows is none of them. */
  expectsText: boolean
}

interface Link {
  score: number
  /** The candidate before it in the best run that ends here. */
  from: number
  /** The line where that run begins. */
  begins: number
  /** How many rows of a table stand one after the other before it. */
  rows: number
}

/** Of the runs of numbers that follow each other, the one that looks most like the items of the paper. */
export function bestRun(lines: readonly Line[], all: readonly Numbered[], options: ChainOptions): Numbered[] {
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
