import type { Line } from '../../lines/line.ts'
import type { Paragraph } from '../../lines/paragraphs.ts'

/** No council has more members. */
const MOST_PARAGRAPHS = 200

/** What is left below the rows of a table. */
export interface BelowRows {
  /** The first paragraph after those that hold the rows. */
  next: number
  /** What stands below the last row in its own paragraph. */
  after: string
}

/** Hands the lines below the first of a paragraph to `take`, one by one, until it refuses one. */
export function takeRowsBelow(
  paragraphs: readonly Paragraph[],
  at: number,
  take: (line: Line) => boolean,
): BelowRows {
  const end = Math.min(paragraphs.length, at + MOST_PARAGRAPHS)
  for (let next = at; next < end; next += 1) {
    const lines = (paragraphs[next]?.lines ?? []).slice(next === at ? 1 : 0)
    const stop = lines.findIndex((line) => !take(line))
    if (stop === 0 && next > at) return { next, after: '' }
    if (stop >= 0) {
      const after = lines
        .slice(stop)
        .map(({ text }) => text)
        .join(' ')
      return { next: next + 1, after }
    }
  }
  return { next: end, after: '' }
}
