import type { Line } from './line.ts'

/** "7", "- 7 -", "7 of 12": a page number where it is the first or the last line of its page. */
const PAGE_NUMBER = /^[-–—]?\s?\d{1,4}\s?[-–—]?$|^\d{1,4}\s?(?:of|\/)\s?\d{1,4}$/i
/** "Page 7", "Page 1 of 3", Word's "P a g e | 7": a page number wherever it stands. */
const NAMED_PAGE = /^(?:page|p a g e)\s?[|:]?\s?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:of|\/)\s?\d{1,4})?$/i
const BLANK_PAGE =
  /^\W?(?:this )?(?:page )?(?:is |has been |was )?(?:intentionally |deliberately )?(?:left )?(?:intentionally |deliberately )?blank(?: page)?\W?\W?$/i
/** Where papers begin: the next ones have another stamp, and what is printed again is the same one. */
const STAMP = /^(?:(?:agenda|minute) item\b|(?:appendix|annexe?|enclosure) [\w.]{1,6}$)/i
/** How many lines from the top or the foot of a page can be a running header or footer. */
const DEPTH = 3
/** On how many pages near each other the same line must stand to be a running one. */
const REPEATS = 3
const NEAR = 6
/** Letters: no running header is longer. */
const LONGEST = 300

/** Mark running headers and footers, page numbers and notes of blank pages. Changes the lines it is given. */
export function markFurniture(pages: readonly (readonly Line[])[]): void {
  const edges = new Map<string, { page: number; line: Line }[]>()
  for (const [index, lines] of pages.entries()) {
    for (const [at, line] of lines.entries()) {
      const { text } = line
      if (text.length > LONGEST || isInTable(line)) continue
      const atEdge = at < DEPTH || at >= lines.length - DEPTH
      const outermost = at === 0 || at === lines.length - 1
      if (NAMED_PAGE.test(text) || isBlankNote(text)) line.furniture = true
      else if (pages.length > 1 && outermost && PAGE_NUMBER.test(text)) line.furniture = true
      else if (pages.length > 1 && atEdge && text !== '') {
        const key = STAMP.test(text) ? text : text.toLowerCase().replace(/\d+/g, '#')
        const seen = edges.get(key)
        if (seen) seen.push({ page: index, line })
        else edges.set(key, [{ page: index, line }])
      }
    }
  }
  for (const seen of edges.values()) markRepeated(seen)
}

function isBlankNote(text: string): boolean {
  return /\bblank\b/i.test(text) && /\b(?:page|left)\b/i.test(text) && BLANK_PAGE.test(text)
}

/** Rows of a table say the same again and again; its head may be printed on every page. */
function isInTable({ row }: Line): boolean {
  return row !== undefined && row.row > 0
}

function markRepeated(seen: readonly { page: number; line: Line }[]): void {
  if (seen.length < REPEATS) return
  for (const [at, one] of seen.entries()) {
    const pages = new Set<number>()
    for (const { page } of seen.slice(Math.max(0, at - REPEATS), at + REPEATS + 1))
      if (Math.abs(page - one.page) <= NEAR) pages.add(page)
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
