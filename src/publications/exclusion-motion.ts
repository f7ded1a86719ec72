import type { ClosedAs } from './exclusion-rules.ts'
import { exclusionWords } from './exclusion-words.en.ts'

/** A closed item as the motion names it. */
export interface ItemExcluded {
  readonly number: string
  readonly closed: ClosedAs
}

/**
 * What the Chair moves before the closed items and after them, for the clerk to copy. The resolution names the
 * proceedings and states the descriptions (LGA 1972 s100A(4), (5)); what is confidential needs none (s100A(2)).
 *
 * @returns lines; none where nothing is closed
 */
export function exclusionMotion(items: readonly ItemExcluded[]): string[] {
  const exempt = items.filter(({ closed }) => closed.access === 'exempt')
  const confidential = items.filter(({ closed }) => closed.access === 'confidential')
  const [first] = items
  if (!first) return []
  const { nation } = first.closed
  const paragraphs = [...new Set(exempt.flatMap(({ closed }) => closed.paragraphs))].sort(
    (one, other) => Number(one) - Number(other),
  )
  // A motion that leaves a description out would name fewer than it excludes for.
  const isComplete = exempt.every(({ closed }) => closed.paragraphs.length > 0)
  const { motion } = exclusionWords
  return [
    ...(exempt.length === 0
      ? []
      : [
          motion.exclude({ nation, paragraphs: isComplete ? paragraphs : [] }, exempt.length === 1),
          ...exempt.map(({ number, closed }) => motion.item(number, closed)),
        ]),
    ...(confidential.length === 0
      ? []
      : [
          motion.confidential(
            confidential.map(({ number }) => number),
            { nation },
          ),
        ]),
    motion.readmit(),
  ]
}
