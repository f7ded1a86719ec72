import type { Line } from './line.ts'

const PAGE_NUMBER = /^(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?$|^page\s+\d{1,4}\s+of\s+\d{1,4}$/i
const NAMED_PAGE = /^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$/i
const BLANK_PAGE = /^this page (?:is|has been) (?:intentionally )?left (?:intentionally )?blank\.?$/i
/** Where the papers of an item begin: the next item's stamp is another line, not the same one again. */
const STAMP = /^agenda item\b/i
/** How many lines from the top or the foot of a page can be a running header or footer. */
const DEPTH = 3
/** On how many pages near each other the same line must stand to be a running one. */
const REPEATS = 3

/** Mark running headers and footers, page numbers and notes of blank pages. Changes the lines it is given. */
export function markFurniture(pages: readonly (readonly Line[])[]): void {
  const edges = new Map<string, { page: number; line: Line }[]>()
  for (const [index, lines] of pages.entries()) {
    for (const [at, line] of lines.entries()) {
      const atEdge = at < DEPTH || at >= lines.length - DEPTH
      const outermost = at === 0 || at === lines.length - 1
      if (BLANK_PAGE.test(line.text) || NAMED_PAGE.test(line.text)) line.furniture = true
      else if (pages.length > 1 && outermost && PAGE_NUMBER.test(line.text)) line.furniture = true
      else if (pages.length > 1 && atEdge && line.text !== '') {
        const key = STAMP.test(line.text) ? line.text : line.text.toLowerCase().replace(/\d+/g, '#')
        const seen = edges.get(key)
        if (seen) seen.push({ page: index, line })
        else edges.set(key, [{ page: index, line }])
      }
    }
  }
  for (const seen of edges.values()) markRepeated(seen)
}

function markRepeated(seen: readonly { page: number; line: Line }[]): void {
  for (const [at, one] of seen.entries()) {
    const near = seen.slice(Math.max(0, at - REPEATS), at + REPEATS + 1)
    const pages = new Set(
      near.filter((other) => Math.abs(other.page - one.page) <= 6).map((other) => other.page),
    )
    if (pages.size >= REPEATS && !(at === 0 && isKeptOnce(one))) one.line.furniture = true
  }
}

/**
 * Where it first stands it may be the title itself: a heading at the very start of the file, the head of a table
 * that is printed again on every page, the stamp of an item's papers.
 */
function isKeptOnce({ page, line }: { page: number; line: Line }): boolean {
  return page === 0 || line.row !== undefined || STAMP.test(line.text)
}
