import type { Line } from '../../lines/line.ts'
import { type ItemNumber, nearlyFollows, stepBetween } from './item-numbers.ts'
import { isSentence, unlike } from './likeness.ts'
import type { Numbered } from './numbered-lines.ts'

/** Fewer items show no order that one could be out of. */
const FEWEST_IN_ORDER = 4

/** A clerk's slip, "3655" between "3668" and "3669" or the same number twice, where the numbers are long enough to tell. */
export function withSlips(all: readonly Numbered[], chain: readonly Numbered[]): Numbered[] {
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
export function withOutOfOrder(
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
