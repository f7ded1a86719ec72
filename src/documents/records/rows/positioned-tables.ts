import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import { columnsOf, type RowsOf } from './columns.ts'
import type { Block, Row } from './table-rows.ts'

/** How far left of its column a cell can stand, in characters. */
const SLACK = 1.5
/** A head of more lines than this is a paragraph. */
const HIGHEST_HEAD = 4

/**
 * The rows of tables that a page shows only by where their cells stand: below a head, cells belong to the column
 * that begins at or left of them, and white space above parts the rows.
 */
export function positionedRows(lines: readonly Line[], of: RowsOf, vocabulary: ReadonlySet<string>): Block[] {
  const blocks: Block[] = []
  let starts: number[] | undefined
  let open: Line[] = []
  const close = (): void => {
    const row = starts && rowAt(open, starts, vocabulary)
    if (row) blocks.push({ row })
    open = []
  }
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line) continue
    const head = headAt(lines, index, of, vocabulary)
    if (head) {
      close()
      starts = head.starts
      blocks.push({ row: head.row })
      index += head.height - 1
    } else if (!starts || isAcross(line, starts)) {
      close()
      blocks.push({ line })
    } else {
      if (line.gapAbove) close()
      open.push(line)
    }
  }
  close()
  return blocks
}

interface Head {
  row: Row
  starts: number[]
  height: number
}

function headAt(
  lines: readonly Line[],
  index: number,
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): Head | undefined {
  const first = lines[index]
  if (!first || first.cells.length < 3) return undefined
  let height = 1
  while (height <= HIGHEST_HEAD && lines[index + height]?.gapAbove === false) height += 1
  for (let tall = height; tall >= 1; tall -= 1) {
    const block = lines.slice(index, index + tall)
    const starts = startsOf(block)
    const row = rowAt(block, starts, vocabulary)
    if (row && columnsOf(row, of)) return { row, starts, height: tall }
  }
  return undefined
}

function startsOf(lines: readonly Line[]): number[] {
  const indents = lines
    .flatMap((line) => line.cells.map((cell) => cell.indent))
    .sort((one, other) => one - other)
  return indents.filter((indent, at) => at === 0 || indent - (indents[at - 1] ?? 0) > SLACK)
}

/** A line of one cell that runs on over the next column is no part of the table. */
function isAcross({ cells }: Line, starts: readonly number[]): boolean {
  const [only] = cells
  if (!only || cells.length > 1) return false
  const next = starts[columnAt(only.indent, starts) + 1]
  return next !== undefined && only.indent + only.text.length > next + 4
}

function columnAt(indent: number, starts: readonly number[]): number {
  let column = 0
  for (const [index, start] of starts.entries()) if (start <= indent + SLACK) column = index
  return column
}

function rowAt(
  lines: readonly Line[],
  starts: readonly number[],
  vocabulary: ReadonlySet<string>,
): Row | undefined {
  const [at] = lines
  if (!at) return undefined
  const texts = new Map<number, string[]>()
  for (const line of lines)
    for (const cell of line.cells) {
      const column = columnAt(cell.indent, starts)
      texts.set(column, [...(texts.get(column) ?? []), cell.text])
    }
  const cells = new Map([...texts].map(([column, parts]) => [column, joinLines(parts, vocabulary)]))
  return { at, cells, heading: lines.every((line) => line.heading) }
}
