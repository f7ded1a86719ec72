/** A part of a line that stands apart from its neighbours by a wide gap, as in a table or beside a page range. */
export interface Cell {
  text: string
  /** Left edge, in characters from the page's left edge. */
  indent: number
  /** Which typeface it is printed in, where the format says so: only good for telling same from different. */
  font?: string
  /** Which column of its table it stands in, from 0. Empty cells are left out of a line. */
  column?: number
  /** Where in the text a word stands two spaces behind the one before it: narrow columns come as close as that. */
  breaks?: number[]
}

/**
 * The row of a table that a line is, or is a part of, where the file itself says so (Word, HTML, Markdown, tabs)
 * or its printed rules and white space show it (PDF).
 * A row whose cells hold several paragraphs takes several lines: cell after cell, or, where only one cell goes on,
 * the first paragraphs beside each other and the rest of that cell below. Each cell says its column.
 */
export interface TableRow {
  /** Tables are counted through the file. */
  table: number
  row: number
}

/** One printed line of a paper. */
export interface Line {
  page: number
  /** On its page, from 1. */
  line: number
  /** White space folded, cells joined by one space. */
  text: string
  cells: Cell[]
  /** Whether white space parts it from the line above (also at the top of a page). */
  gapAbove: boolean
  /** A running header or footer, a page number, or a note that the page is blank. */
  furniture: boolean
  /** A heading of Markdown, or wholly in bold where the format says so. */
  heading: boolean
  /** How deep a heading is, from 1, where the file itself ranks it (`##`, `h2`, Word's Heading 2). */
  level?: number
  /** An entry of a list whose mark is not part of the text. */
  bullet?: true
  /** The bold words with which a line begins that goes on in ordinary type: a title before what is said under it. */
  lead?: string
  row?: TableRow
}

/** The typeface of most of a line's letters. */
export function fontOf(line: Line): string | undefined {
  let longest: Cell | undefined
  for (const cell of line.cells) {
    if (/^\(?pages?\b/i.test(cell.text)) continue
    if (!longest || cell.text.length > longest.text.length) longest = cell
  }
  return longest?.font
}

export function indentOf(line: Line): number {
  return line.cells[0]?.indent ?? 0
}
