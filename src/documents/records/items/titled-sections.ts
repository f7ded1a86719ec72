import type { Line } from '../../lines/line.ts'
import type { Section } from '../business.ts'
import { placeOf } from '../found.ts'
import { Closures } from './closed-items.ts'
import { markedItem } from './item-marks.ts'
import { PAGES_WITHIN } from './page-ranges.ts'

/** A document about a meeting as what stands above its items, and the items with what stands under each. */
export interface Sections {
  front: readonly Line[]
  sections: readonly Section[]
}

/** A line that is the title of an item, with what it says beyond the title. */
export interface TitleLine {
  index: number
  number: string
  title: string
  /** What the line itself says after the title. */
  beside?: Line
}

/** The items of which only the titles stand apart, each up to the next title. */
export function sectionsBelow(
  lines: readonly Line[],
  titles: readonly TitleLine[],
  front?: number,
): Sections {
  const closures = new Closures()
  const sections = titles.flatMap(({ index, number, title, beside }, at): Section[] => {
    const line = lines[index]
    if (!line) return []
    const below = lines.slice(index + 1, titles[at + 1]?.index)
    const body = beside ? [beside, ...below] : below
    const above = lines.slice((titles[at - 1]?.index ?? -1) + 1, index)
    const papers = [line, ...below.slice(0, PAGES_WITHIN)]
    const item = markedItem({ number, title }, papers, false, closures.next({ number, title }, above, body))
    return [{ item, at: placeOf(line), body }]
  })
  return { front: lines.slice(0, front ?? titles[0]?.index), sections }
}
