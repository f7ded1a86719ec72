import type { Line } from '../../lines/line.ts'
import type { Section } from '../business.ts'
import { placeOf } from '../found.ts'
import { Closures } from './closed-items.ts'
import { blocksStandAlone, colonsThroughout } from './inline-title.ts'
import { itemTable } from './item-table.ts'
import { titledBlock } from './item-title.ts'
import type { Numbered } from './numbered-lines.ts'
import { isFigures, PAGES_WITHIN, pagesIn } from './page-ranges.ts'
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
  const sections: Section[] = []
  const table = itemTable(lines, chain[0]?.index ?? 0)
  const closures = new Closures()
  for (const [at, one] of chain.entries()) {
    const line = lines[one.index]
    if (!line) continue
    const above = lines.slice(
      at === 0 ? Math.max(0, one.index - HEADING_ABOVE) : (chain[at - 1]?.index ?? -1) + 1,
      one.index,
    )
    const whole = lines.slice(one.index, chain[at + 1]?.index)
    const subs = form.expectsText ? undefined : subItemsIn(whole)
    const block = whole.slice(0, subs?.above)
    const printed = pageColumn ? block.map(withoutPageCell) : block
    const { title, height, body } =
      table?.take(block) ?? titledBlock(printed, one.rest === '', style, vocabulary)
    if (title === '') continue
    // What minutes say further down of a page is said of another paper.
    const papers = block.slice(0, height + (form.expectsText && !form.ofSite ? 1 : PAGES_WITHIN))
    const pages = pagesIn(papers, pageColumn)
    const number = one.number.printed
    const closure = closures.next({ number, title }, above, body, one.closed)
    sections.push({
      item: { number, title, ...(pages && { pages }), ...closure },
      at: placeOf(line),
      body,
    })
    for (const { letter, block: own } of subs?.parts ?? []) {
      const part = titledBlock(own, false, style, vocabulary)
      const range = pagesIn(own.slice(0, part.height + PAGES_WITHIN), pageColumn)
      sections.push({
        item: {
          number: `${number}${letter}`,
          title: part.title,
          ...(range && { pages: range }),
          ...closures.next(
            { number: `${number}${letter}`, title: part.title },
            [],
            part.body,
            closure.exempt === true && !closure.part,
          ),
        },
        at: placeOf(own[0] ?? line),
        body: part.body,
      })
    }
  }
  return sections
}

/** In a table with a column of pages, a line without the cell of that column. */
function withoutPageCell(line: Line): Line {
  const last = line.cells.at(-1)
  if (line.cells.length < 2 || !last || !isFigures(last.text)) return line
  return { ...line, cells: line.cells.slice(0, -1) }
}
