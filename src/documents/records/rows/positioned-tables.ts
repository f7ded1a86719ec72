import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import { byColumn, edgesOf } from './column-edges.ts'
import type { RowsOf } from './columns.ts'
import { piecesOf } from './pieces.ts'
import { type PositionedHead, positionedHead } from './positioned-heads.ts'
import { beginsRow, type ColumnedLine, rowSignsOf } from './row-starts.ts'
import type { Block, Row } from './table-rows.ts'

/** The rows of tables that a page shows only by where their words stand. */
export function positionedRows(lines: readonly Line[], of: RowsOf, vocabulary: ReadonlySet<string>): Block[] {
  const blocks: Block[] = []
  let from = 0
  let head: PositionedHead | undefined
  const close = (to: number): void => {
    if (head) blocks.push(...tableBelow(head, lines.slice(from, to), vocabulary))
    else for (const line of lines.slice(from, to)) blocks.push({ line })
  }
  for (let index = 0; index < lines.length; index += 1) {
    const next = positionedHead(lines, index, of)
    if (!next) continue
    close(index)
    head = next
    from = index
    index += next.height - 1
  }
  close(lines.length)
  return blocks
}

/** The head of a table, which stands first, and the rows under it. */
function tableBelow(head: PositionedHead, lines: readonly Line[], vocabulary: ReadonlySet<string>): Block[] {
  const [at, ...others] = lines
  if (!at) return []
  const body = others.slice(head.height - 1).map((line) => ({ line, pieces: piecesOf(line) }))
  const edges = edgesOf(
    head.pieces,
    body.map(({ pieces }) => pieces),
  )
  const columned = body.map(({ line, pieces }): ColumnedLine | LineAcross => ({
    line,
    columns: byColumn(pieces, edges),
  }))
  const signs = rowSignsOf(columned.filter(isColumned), head.columns, edges)
  const cells = new Map(head.pieces.map(({ text }, column) => [column, text]))
  const blocks: Block[] = [{ row: { at, heading: at.heading, cells } }]
  let open: ColumnedLine[] = []
  const close = (): void => {
    const row = rowOf(open, vocabulary)
    if (row) blocks.push({ row })
    open = []
  }
  for (const one of columned) {
    if (!isColumned(one)) {
      close()
      blocks.push({ line: one.line })
      continue
    }
    if (beginsRow(one, open, signs)) close()
    open.push(one)
  }
  close()
  return blocks
}

/** A line that runs on over the columns is a heading between the rows, or stands below the table. */
interface LineAcross {
  line: Line
  columns: undefined
}

function isColumned(one: ColumnedLine | LineAcross): one is ColumnedLine {
  return one.columns !== undefined
}

function rowOf(lines: readonly ColumnedLine[], vocabulary: ReadonlySet<string>): Row | undefined {
  const at = lines[0]?.line
  if (!at) return undefined
  const texts = new Map<number, string[]>()
  for (const { columns } of lines)
    for (const [column, { text }] of columns) {
      const own = texts.get(column)
      if (own) own.push(text)
      else texts.set(column, [text])
    }
  const cells = new Map([...texts].map(([column, parts]) => [column, joinLines(parts, vocabulary)]))
  return { at, cells, heading: lines.every(({ line }) => line.heading) }
}
