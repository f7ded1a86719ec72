import type { Cell, Line } from '../../lines/line.ts'
import { peopleIn } from '../phrases/people.ts'
import type { RollKind } from './roll.ts'

/** A row of a table of attendance: who it is about and which roll they belong to. */
interface AttendanceRow {
  kind: RollKind | 'unknown'
  text: string
}

/** How committee systems say in a table of attendance whether somebody came; the first that fits counts. */
const STATUS: readonly [RollKind | 'unknown', RegExp][] = [
  ['apologies', /^(?:apology|apologies)\b/i],
  ['absent', /^(?:absent|not present|did not attend)\b/i],
  ['inAttendance', /^(?:in attendance|officer|observer|guest|visiting|also present)\b/i],
  ['present', /^(?:present|attended|substitut\w* present|yes)\b/i],
  ['unknown', /^expected\b/i],
]

/** A row such as "Councillor Ash | Chair | Present, as expected". */
export function attendanceRow(line: Line): AttendanceRow | undefined {
  const last = line.cells.at(-1)
  const [first] = line.cells
  if (line.cells.length < 2 || !first || !last || last.text.length > 60) return undefined
  const kind = statusIn(last.text)
  return kind && isOne(first.text) ? { kind, text: besideName(line.cells.slice(0, -1)) } : undefined
}

/** A column of a table that is ticked for those whom its head names. */
interface TickedColumn {
  head: Cell
  kind: RollKind
}

const NAME =
  /^(?:(?:full |member |councillor )?names?|(?:committee |panel |board )?members?|councillors?|cllrs?)$/i
const TICKED: readonly [RollKind, RegExp][] = [
  ['present', /^(?:present|attended|attendance|in attendance)$/i],
  ['apologies', /^(?:apologies|apology)(?: (?:given|received|sent))?$/i],
  ['absent', /^(?:absent|not present)$/i],
]
/** Wingdings print a tick as "ü". */
const TICK = /^(?:[✓✔√üx*•]|yes|y|p|1)$/i
const NO_TICK = /^(?:[x✗✘–—-]|no|n|a|ab|0)$/i

/** The columns to be ticked, where a line is the head of such a table: "Member | Present | Apologies". */
export function tickedColumnsIn({ cells }: Line): TickedColumn[] | undefined {
  const [first, ...others] = cells
  if (!first || !NAME.test(first.text)) return undefined
  const columns = others.flatMap((head) => {
    const kind = TICKED.find(([, is]) => is.test(head.text))?.[0]
    return kind ? [{ head, kind }] : []
  })
  return columns.length > 0 ? columns : undefined
}

/** A row below such a head; nothing where the line names nobody. */
export function tickedRow(columns: readonly TickedColumn[], { cells }: Line): AttendanceRow | undefined {
  const [first, ...others] = cells
  if (!first || !isOne(first.text)) return undefined
  const marks = others.flatMap((cell) => {
    const column = columns.find(({ head }) => isUnder(head, cell))
    return column ? [{ cell, kind: kindOf(cell.text, column, columns) }] : []
  })
  const beside = others.filter((cell) => !marks.some((mark) => mark.cell === cell))
  return {
    kind: marks.find(({ kind }) => kind !== undefined)?.kind ?? 'unknown',
    text: besideName([first, ...beside]),
  }
}

function kindOf(
  text: string,
  { kind }: TickedColumn,
  columns: readonly TickedColumn[],
): AttendanceRow['kind'] | undefined {
  // A cross is a mark as good as any among several columns; alone it says no.
  if (columns.length === 1 && NO_TICK.test(text)) return kind === 'present' ? 'absent' : undefined
  return TICK.test(text) ? kind : statusIn(text)
}

function isUnder(head: Cell, cell: Cell): boolean {
  if (head.column !== undefined && cell.column !== undefined) return head.column === cell.column
  return cell.indent < head.indent + head.text.length + 1 && cell.indent + cell.text.length > head.indent - 1
}

function statusIn(text: string): AttendanceRow['kind'] | undefined {
  return STATUS.find(([, status]) => status.test(text))?.[0]
}

function isOne(text: string): boolean {
  return peopleIn(text).length === 1
}

function besideName(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join(' – ')
}
