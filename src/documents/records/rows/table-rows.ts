import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'

/** A row of a table, its paragraphs joined, its empty cells left out. */
export interface Row {
  at: Line
  /** The text of each column, from 0. */
  cells: ReadonlyMap<number, string>
  /** What stands in no column: a heading that spans the table. */
  across?: string
  heading: boolean
}

/** What a document with tables is made of, in the order of reading. */
export type Block = { row: Row } | { line: Line }

/** The lines of a document with the lines of each row of a table put together. */
export function blocksOf(lines: readonly Line[], vocabulary: ReadonlySet<string>): Block[] {
  const blocks: Block[] = []
  let open: Line[] = []
  const close = (): void => {
    const row = rowOf(open, vocabulary)
    if (row) blocks.push({ row })
    open = []
  }
  for (const line of lines) {
    const last = open.at(-1)
    if (last && !sameRow(last, line)) close()
    if (isOfTable(line)) open.push(line)
    else blocks.push({ line })
  }
  close()
  return blocks
}

function isOfTable(line: Line): boolean {
  return line.row !== undefined || line.cells.some((cell) => cell.column !== undefined)
}

function sameRow(one: Line, other: Line): boolean {
  return (
    one.row !== undefined &&
    other.row !== undefined &&
    one.row.table === other.row.table &&
    one.row.row === other.row.row
  )
}

function rowOf(lines: readonly Line[], vocabulary: ReadonlySet<string>): Row | undefined {
  const [at] = lines
  if (!at) return undefined
  const texts = new Map<number, string[]>()
  const across: string[] = []
  for (const { cells } of lines) {
    for (const [index, cell] of cells.entries()) {
      const column = cell.column ?? (cells.length > 1 ? index : undefined)
      const own = column === undefined ? across : texts.get(column)
      if (own) own.push(cell.text)
      else if (column !== undefined) texts.set(column, [cell.text])
    }
  }
  const cells = new Map<number, string>()
  for (const [column, paragraphs] of texts) cells.set(column, joinLines(paragraphs, vocabulary))
  return {
    at,
    cells,
    ...(across.length > 0 && { across: joinLines(across, vocabulary) }),
    heading: lines.every((line) => line.heading),
  }
}
