import type { Line } from '../../lines/line.ts'
import { splitAtBlock, splitTitle } from './inline-title.ts'
import { DESCRIBES, restOfLine, tidyTitle } from './item-title.ts'
import { type Sections, sectionsBelow, type TitleLine } from './titled-sections.ts'

/** "No. Item" above the items of a meeting's page. */
export const ITEM_COLUMNS = /^no\.?\s*\|?\s*items?\s*\|?\b/i
const PAGE = { expectsText: false, colons: false, blocks: true }

/** The blocks under an item, in the order in which a page has them. */
const BLOCKS = [/\badditional documents\s*:/i, /\bdecisions?\s*:/i, /\bminutes\s*:/i]
/** Where a row was broken: the line goes on with a list or a quotation. */
const GOES_ON = /^[^\p{L}\d]|^\p{Ll}/u

/** A page that lists its items without numbers: each a short line of its own below "No. Item", or a row of its table. */
export function listedSections(lines: readonly Line[]): Sections | undefined {
  const header = lines.findIndex(
    (line) => /^(?:no\.?\s*\|?\s*)?items?\s*\|?$/i.test(line.text) && /item/i.test(line.text),
  )
  if (header < 0) return undefined
  const rows = rowTitles(lines, header)
  const titles = rows.length > 0 ? rows : lineTitles(lines, header)
  return titles.length > 0 ? sectionsBelow(lines, titles, header) : undefined
}

/**
 * The rows of a table of which each became a line or a few, its blocks run together with the title:
 * "Apologies Additional documents: Minutes: There were none." A block that cannot come after the last one, or one
 * beside a title, begins the next item.
 */
function rowTitles(lines: readonly Line[], header: number): TitleLine[] {
  if (!lines.slice(header + 1).some((line) => splitAtBlock(line.text))) return []
  const titles: TitleLine[] = []
  let last = BLOCKS.length
  for (let index = header + 1; index < lines.length; index += 1) {
    const line = lines[index]
    const blocks = line ? blocksOf(line.text) : []
    const [first] = blocks
    if (!line || first === undefined) continue
    const beside = splitAtBlock(line.text)
    if (beside && !GOES_ON.test(beside.title)) {
      titles.push({
        index,
        number: '',
        title: tidyTitle(beside.title),
        beside: restOfLine(line, beside.rest),
      })
    } else if (first <= last || beside) {
      const above = lines[index - 1]
      if (above && index - 1 > (titles.at(-1)?.index ?? header)) titles.push(titleOfLine(above, index - 1))
    }
    last = blocks.at(-1) ?? last
  }
  return titles.filter(({ title }) => title !== '')
}

function blocksOf(text: string): number[] {
  return BLOCKS.flatMap((block, at) => (block.test(text.slice(0, 600)) ? [at] : []))
}

function titleOfLine(line: Line, index: number): TitleLine {
  const { title, rest } = splitTitle(line.text, PAGE)
  return { index, number: '', title: tidyTitle(title), ...(rest && { beside: restOfLine(line, rest) }) }
}

function lineTitles(lines: readonly Line[], header: number): TitleLine[] {
  const titles: TitleLine[] = []
  for (let index = header + 1; index < lines.length; index += 1) {
    const title = lineTitle(lines, index)
    if (title) titles.push(title)
  }
  return titles
}

function lineTitle(lines: readonly Line[], index: number): TitleLine | undefined {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line?.gapAbove || (next && !next.gapAbove)) return undefined
  const title = tidyTitle(line.text)
  const isTitle = /^\p{Lu}/u.test(title) && title.split(' ').length <= 14
  const linked = title !== line.text && /\bpdf\b/i.test(line.text)
  if (!isTitle || (DESCRIBES.test(title) && !linked) || /[.;:?!|]$/.test(line.text)) return undefined
  return { index, number: '', title }
}
