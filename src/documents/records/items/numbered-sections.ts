import type { Line } from '../../lines/line.ts'
import type { Section } from '../business.ts'
import { placeOf } from '../found.ts'
import { Closures } from './closed-items.ts'
import { blocksStandAlone, colonsThroughout } from './inline-title.ts'
import { markedItem } from './item-marks.ts'
import { itemTable } from './item-table.ts'
import { type TitledBlock, titledBlock } from './item-title.ts'
import type { Numbered } from './numbered-lines.ts'
import { isFigures, PAGES_WITHIN } from './page-ranges.ts'
import { subItemsIn } from './sub-items.ts'

/** How far above the first item a heading for open or closed business stands; further up is the front sheet. */
const HEADING_ABOVE = 4

/** The numbered items of business with what stands under them, from the chain of their numbers. */
export function numberedSections(
  lines: readonly Line[],
  chain: readonly Numbered[],
  form: { expectsText: boolean; ofSite: boolean },
  vocabulary: ReadonlySet<string>,
): Section[] {
  const pageColumn = lines
    .slice(0, chain[0]?.index ?? 0)
    .some((line) => line.cells.some((cell) => /^pages?(?:\s*(?:no|number|nos)\.?)?$/i.test(cell.text)))
  const style = {
    expectsText: form.expectsText,
    colons: colonsThroughout(chain.map((one) => one.rest)),
    blocks: form.ofSite && !blocksStandAlone(lines),
  }
  const table = itemTable(lines, chain[0]?.index ?? 0)
  const closures = new Closures()
  // What minutes say further down of a page is said of another paper.
  const papersWithin = form.expectsText && !form.ofSite ? 1 : PAGES_WITHIN
  const sectionOf = (
    number: string,
    block: readonly Line[],
    { title, height, body }: TitledBlock,
    { above, marked }: { above: readonly Line[]; marked: boolean },
  ): Section[] => {
    const [line] = block
    if (!line || title === '') return []
    const closure = closures.next({ number, title }, above, body, marked)
    const papers = block.slice(0, height + papersWithin)
    const item = markedItem({ number, title }, papers, pageColumn, closure, above)
    return [{ item, at: placeOf(line), body }]
  }
  return chain.flatMap((one, at) => {
    const number = one.number.printed
    const from = at === 0 ? Math.max(0, one.index - HEADING_ABOVE) : (chain[at - 1]?.index ?? -1) + 1
    const whole = lines.slice(one.index, chain[at + 1]?.index)
    const subs = form.expectsText ? undefined : subItemsIn(whole)
    const block = whole.slice(0, subs?.above)
    const titled =
      table?.take(block) ??
      titledBlock(pageColumn ? block.map(withoutPageCell) : block, one.rest === '', style, vocabulary)
    const own = sectionOf(number, block, titled, {
      above: lines.slice(from, one.index),
      marked: one.closed,
    })
    const isClosed = own.some(({ item }) => item.exempt === true && !item.part)
    const parts = (own.length > 0 ? (subs?.parts ?? []) : []).flatMap((part) =>
      sectionOf(`${number}${part.letter}`, part.block, titledBlock(part.block, false, style, vocabulary), {
        above: [],
        marked: isClosed,
      }),
    )
    return [...own, ...parts]
  })
}

/** In a table with a column of pages, a line without the cell of that column. */
function withoutPageCell(line: Line): Line {
  const last = line.cells.at(-1)
  if (line.cells.length < 2 || !last || !isFigures(last.text)) return line
  return { ...line, cells: line.cells.slice(0, -1) }
}
