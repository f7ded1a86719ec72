import type { Line } from '../../lines/line.ts'
import { bestRun, type ChainOptions } from './best-run.ts'
import { stepBetween } from './item-numbers.ts'
import { type Numbered, numberedLines, stockItems } from './numbered-lines.ts'
import { withOutOfOrder, withSlips } from './stray-items.ts'

/** Fewer numbers around a list are themselves a list. */
const FEWEST_AROUND = 3

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
