import { joinLines } from '../../lines/join-lines.ts'
import { fontOf, type Line } from '../../lines/line.ts'
import type { Section } from '../business.ts'
import { placeOf } from '../found.ts'
import { closedSection, closureOf } from './closed-items.ts'
import type { Numbered } from './item-chain.ts'
import { isFigures, pagesIn, withoutPages } from './page-ranges.ts'

const DESCRIBES =
  /^(?:to (?:receive|note|consider|approve|confirm|agree|provide|update|review|hear|discuss|declare|deal|invite|elect|appoint|answer|seek|scrutinise|be|follow|report|authorise|sign)|members|the (?:committee|panel|board|chair|council|public|report|minutes|director|cabinet|following)|report (?:of|by|from)|a report|this (?:report|item)|councillors?\b|up to|for (?:members|the)|any (?:member|declaration)|please|if you|contact|attached|enclosed|additional documents|\(?copy|minutes:|decision:|presented by|lead officer|author)/i
const UNFINISHED =
  /(?:[,–&-]|(?<![\w-])(?:and|of|the|to|for|with|in|on|by|a|an|from|at|or|its|their|our|into))$/i
/** No title runs over more lines. */
const TALLEST_TITLE = 5

/** The numbered items of business with what stands under them, from the chain of their numbers. */
export function numberedSections(
  lines: readonly Line[],
  chain: readonly Numbered[],
  vocabulary: ReadonlySet<string>,
): Section[] {
  const pageColumn = lines
    .slice(0, chain[0]?.index ?? 0)
    .some((line) => line.cells.some((cell) => /^pages?(?:\s*(?:no|number|nos)\.?)?$/i.test(cell.text)))
  const sections: Section[] = []
  let closed = false
  for (const [at, one] of chain.entries()) {
    const line = lines[one.index]
    if (!line) continue
    const before = lines.slice((chain[at - 1]?.index ?? -1) + 1, one.index)
    closed = closedSection(before, closed)
    const block = lines.slice(one.index, chain[at + 1]?.index)
    const { title, height } = titleOf(pageColumn ? block.map(withoutPageCell) : block, one, vocabulary)
    if (title === '') continue
    const pages = pagesIn(block.slice(0, height + 12), pageColumn)
    const body = block.slice(height)
    sections.push({
      item: {
        number: one.number.printed,
        title,
        ...(pages && { pages }),
        ...closureOf(title, body, closed),
      },
      at: placeOf(line),
      body,
    })
  }
  return sections
}

/** In a table with a column of pages, a line without the cell of that column. */
function withoutPageCell(line: Line): Line {
  const last = line.cells.at(-1)
  if (line.cells.length < 2 || !last || !isFigures(last.text)) return line
  return { ...line, cells: line.cells.slice(0, -1) }
}

/** The title and how many lines of the item it takes. */
function titleOf(
  block: readonly Line[],
  one: Numbered,
  vocabulary: ReadonlySet<string>,
): { title: string; height: number } {
  const alone = one.rest === ''
  const first = block[alone ? 1 : 0]
  if (!first) return { title: '', height: 1 }
  const texts = [alone ? titleCells(first, false) : titleCells(first, true)]
  const font = fontOf(first)
  let height = alone ? 2 : 1
  for (const line of block.slice(height)) {
    if (height >= TALLEST_TITLE || !runsOn(texts.at(-1) ?? '', line, font)) break
    texts.push(titleCells(line, false))
    height += 1
  }
  return { title: tidyTitle(joinLines(texts, vocabulary)), height }
}

function runsOn(text: string, line: Line, font: string | undefined): boolean {
  if (withoutPages(line.text) === '') return false
  const unfinished = UNFINISHED.test(withoutPages(text)) && !/:-$/.test(text)
  if (line.gapAbove && !unfinished) return false
  if (DESCRIBES.test(line.text) && !unfinished) return false
  const own = fontOf(line)
  if (font !== undefined && own !== undefined && font !== own) return false
  if (unfinished || /^\p{Ll}/u.test(line.text)) return !line.gapAbove || /^\p{Ll}/u.test(line.text)
  // The same typeface directly below a long line: the title was too long for it.
  return font !== undefined && text.length > 30 && !/[.:]$/.test(text) && !line.gapAbove
}

/** What of a line is title: not its number, not a page range, not a list that begins beside it. */
function titleCells(line: Line, numbered: boolean): string {
  const texts = line.cells.map((cell) => cell.text)
  if (numbered) {
    const first = (texts[0] ?? '').replace(
      /^(?:agenda\s+)?(?:item\s+(?:no\.?\s*)?)?\(?(?:[A-Z]{1,4}\.?\s?)?\d{1,4}(?:\/\d{1,4})*[a-z]?(?:\s?[.):]|:-)?\s*/,
      '',
    )
    texts.splice(0, 1, ...(first === '' ? [] : [first]))
  }
  const kept: string[] = []
  for (const text of texts) {
    const last = kept.at(-1) ?? ''
    if (/(?:\s[-–]|:-?)$/.test(last)) return withoutPages(kept.join(' ').replace(/(?:\s[-–]|:-?)$/, ''))
    kept.push(text)
  }
  return withoutPages(kept.join(' '))
}

function tidyTitle(title: string): string {
  return withoutPages(title)
    .replace(/\s*:-.*$/, '')
    .replace(/\s*(?:pdf icon\s*)?(?:pdf|docx?|xlsx?|pptx?)\s+[\d.,]+\s*[KM]B\b.*$/i, '')
    .replace(/\s*[-–—(]?\s*\b(?:report\s+)?to follow\b\)?\.?$/i, '')
    .replace(/\s*\((?:report|copy|minutes)?\s*(?:attached|enclosed|herewith)\)$/i, '')
    .replace(/[\s:–—*.-]+$/, '')
    .trim()
}

/** A page that lists its items without numbers: each a short line of its own below "No. Item". */
export function unnumberedSections(lines: readonly Line[]): { front: readonly Line[]; sections: Section[] } {
  const header = lines.findIndex(
    (line) => /^(?:no\.?\s*\|?\s*)?items?\s*\|?$/i.test(line.text) && /item/i.test(line.text),
  )
  if (header < 0) return { front: lines, sections: [] }
  const titles: { index: number; title: string }[] = []
  for (const [offset, line] of lines.slice(header + 1).entries()) {
    const index = header + 1 + offset
    const next = lines[index + 1]
    const title = tidyTitle(line.text)
    const single = line.gapAbove && (!next || next.gapAbove)
    if (
      !single ||
      DESCRIBES.test(title) ||
      /[.;:?!]$/.test(line.text) ||
      !/^\p{Lu}/u.test(title) ||
      title.split(' ').length > 14
    )
      continue
    titles.push({ index, title })
  }
  const sections = titles.flatMap(({ index, title }, at) => {
    const line = lines[index]
    return line
      ? [
          {
            item: { number: '', title },
            at: placeOf(line),
            body: lines.slice(index + 1, titles[at + 1]?.index),
          },
        ]
      : []
  })
  return { front: lines.slice(0, header), sections }
}
