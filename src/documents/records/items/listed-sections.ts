import type { Line } from '../../lines/line.ts'
import { splitTitle } from './inline-title.ts'
import { DESCRIBES, restOfLine, tidyTitle } from './item-title.ts'
import { type Sections, sectionsBelow, type TitleLine } from './titled-sections.ts'

/** "No. Item" above the items of a meeting's page. */
export const ITEM_COLUMNS = /^no\.?\s*\|?\s*items?\s*\|?\b/i
const PAGE = { expectsText: false, colons: false, blocks: true }

/** A page that lists its items without numbers: each a short line of its own below "No. Item", or a row of its table. */
export function listedSections(lines: readonly Line[]): Sections | undefined {
  const header = lines.findIndex(
    (line) => /^(?:no\.?\s*\|?\s*)?items?\s*\|?$/i.test(line.text) && /item/i.test(line.text),
  )
  if (header < 0) return undefined
  const titles: TitleLine[] = []
  for (let index = header + 1; index < lines.length; index += 1) {
    const title = rowTitle(lines, index) ?? lineTitle(lines, index)
    if (title) titles.push(title)
  }
  return titles.length > 0 ? sectionsBelow(lines, titles, header) : undefined
}

/** "Apologies Additional documents: Minutes: There were none.": a row whose blocks were run together. */
function rowTitle(lines: readonly Line[], index: number): TitleLine | undefined {
  const line = lines[index]
  if (!line) return undefined
  const { title, rest } = splitTitle(line.text, PAGE)
  if (!/^(?:additional documents|minutes|decisions?)\s*:/i.test(rest)) return undefined
  return { index, number: '', title: tidyTitle(title), beside: restOfLine(line, rest) }
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
