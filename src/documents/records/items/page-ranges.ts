import type { Line } from '../../lines/line.ts'

/** How far below a title the page range of its papers can stand. */
export const PAGES_WITHIN = 12

const RANGE = '(\\d{1,5})\\s*(?:(?:-|–|—|to)\\s*(\\d{1,5}))?'
const BRACKETED = new RegExp(`[([]\\s*(?:pages?|pp?\\.)\\s*(?:nos?\\.?\\s*)?${RANGE}\\s*[)\\]]`, 'i')
const BARE = new RegExp(`^(?:pages?|pp\\.)\\s*(?:nos?\\.?\\s*)?${RANGE}$`, 'i')
const FIGURES = new RegExp(`^${RANGE}$`)

/** The pages that an item gives for its papers, as `7-28`: in brackets anywhere, or in a cell of their own. */
export function pagesIn(block: readonly Line[], pageColumn: boolean): string | undefined {
  const bracketed = BRACKETED.exec(block.map((line) => line.text).join(' '))
  if (bracketed) return range(bracketed)
  for (const line of block) {
    if (isRangeAlone(line.text)) return rangeOf(line.text)
    const cell = line.cells.length > 1 || BARE.test(line.text) ? line.cells.at(-1)?.text : undefined
    const match = cell && (BARE.exec(cell) ?? (pageColumn ? FIGURES.exec(cell) : null))
    if (match) return range(match)
  }
  return undefined
}

function rangeOf(text: string): string | undefined {
  const match = FIGURES.exec(text)
  return match ? range(match) : undefined
}

/** "7 - 28" alone, as a column of pages holds it. */
export function isFigures(text: string): boolean {
  return FIGURES.test(text)
}

/** A range of pages alone on its line; "2026 - 2027" are years. */
export function isRangeAlone(text: string): boolean {
  const match = FIGURES.exec(text)
  if (!match?.[2]) return false
  const years = /^(?:19|20)\d\d$/
  return range(match) !== undefined && !(years.test(match[1] ?? '') && years.test(match[2]))
}

function range(match: RegExpExecArray): string | undefined {
  const from = Number(match[1])
  const to = match[2] === undefined ? from : Number(match[2])
  if (from < 1 || to < from) return undefined
  return from === to ? String(from) : `${from}-${to}`
}

/** A text without its page range; what stood before and after belongs together. */
export function withoutPages(text: string): string {
  return text
    .replace(BRACKETED, ' ')
    .replace(/(?:^|\s)pages?\s+\d{1,5}\s*(?:-|–|to)\s*\d{1,5}$/i, '')
    .replace(/[([]\s*pages?\s+\d{1,5}\s*[-–]?$/i, '')
    .replace(/\s+/g, ' ')
    .trim()
}
