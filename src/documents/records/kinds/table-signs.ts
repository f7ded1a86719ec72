import type { Line } from '../../lines/line.ts'
import { type Columns, columnsOf, type RowsOf } from '../rows/columns.ts'
import { entriesOf } from '../rows/rows-of-document.ts'
import { blocksOf, type Row } from '../rows/table-rows.ts'
import { isItem, wordsIn } from './kind-signs.ts'
import { reportSigns } from './report-signs.ts'
import { isProgrammeTitle, isTrackerTitle, namesTracker } from './rows-titles.ts'

const PROGRAMME_COLUMN =
  /\b(?:date|item|topic|subject|purpose|reason|officer|lead|responsible|score|objective|meeting|comments?|priority|scrutiny)\b/gi
const TRACKER_COLUMN =
  /\b(?:recommendations?|resolutions?|actions?|status|progress|rag|update|owner|target|responsible|response|outcome|min(?:ute)? no)\b/gi
/** A register of risks and a table of measures have a status a row too. */
const ANOTHER_TABLE =
  /\b(?:risks?|likelihood|mitigat\w+|impact|indicators?|kpi|measure|baseline|budget|spend|cost)\b/i
const HAS_STATUS = /\b(?:status|rag|brag|progress|complete\w*|position|outcome|update)\b/i
/** How far above the head of a table its caption stands, in lines. */
const CAPTION = 30
const BELOW_TITLE = 10

/** Whether a work programme begins here: its title, and the head of its table or the dates of its meetings below. */
export function isProgramme(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line || !isProgrammeTitle(lines, index)) return false
  const dated = /\d{4}/.test(line.text + (lines[index + 1]?.text ?? ''))
  if (!dated && !line.heading && line.text !== line.text.toUpperCase()) return false
  return columnsBelow(lines, index, 'work-programme', PROGRAMME_COLUMN)
}

const FORWARD_PLAN =
  /^(?:(?:the|cabinet|executive|council'?s?|key|decisions?)\s){0,4}forward plan\b.{0,60}$|[–—-]\s?forward plan$/i
/** A forward plan tells at length what a key decision is before its table begins. */
const EXPLANATION = 400

/** Whether the file is a forward plan: so called at its very top, with the head of a table of decisions further on. */
export function isForwardPlan(lines: readonly Line[]): boolean {
  const titled = lines
    .slice(0, 6)
    .some((line, index) => FORWARD_PLAN.test(line.text) && !isItem(lines, index))
  if (!titled) return false
  return lines.slice(0, EXPLANATION).some((line) => {
    const words = new Set(line.text.toLowerCase().match(PROGRAMME_COLUMN))
    return words.size >= 3 && wordsIn(line.text) <= 20 && !/[.;:]$/.test(line.text)
  })
}

/** How far below its title a paper of rows has its first. */
const FIRST_ROW = 60
const SECTION_OF_REPORT =
  /^(?:\d{1,2}(?:\.0)?\.?\s+)?(?:purpose of (?:the |this )?report|reason for (?:the |this )?report|executive summary|background|introduction)\s*:?$/i
const ASKED = 250

/**
 * Whether a file is a paper of rows: its title stands in its heading, and below it rows can be read. The front sheet of
 * a report about a tracker has a row or two at most that look like entries.
 */
export function opensWithRows(lines: readonly Line[], of: RowsOf): boolean {
  const early = lines.slice(0, 10)
  const isTitle = of === 'tracker' ? namesTracker : isProgrammeTitle
  const title = early.findIndex((_, index) => isTitle(early, index))
  if (title < 0) return false
  const rows = entriesOf(lines.slice(title + 1, title + 1 + ASKED), of)
  const [first, second] = rows
  if (!first || !second) return false
  const at = lines.findIndex(({ page, line }) => page === first.at.page && line === first.at.line)
  const above = lines.slice(0, at)
  return at <= title + FIRST_ROW && !reportSigns(above).sure && !above.some(isSectionOfReport)
}

/** Whether a tracker begins here by its title. */
export function isTracker(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line || !isTrackerTitle(lines, index) || !(line.gapAbove || line.heading)) return false
  return columnsBelow(lines, index, 'tracker', TRACKER_COLUMN)
}

/** The head of a table with one status a row: where it stands, its caption, and its words. */
export interface TrackerTable {
  caption: number
  head: string
}

/** Such a table whose head this line is, in a paper that has no other name for it; the same head again (`known`) is none. */
export function trackerTable(
  lines: readonly Line[],
  index: number,
  after: number,
  known?: string,
): TrackerTable | undefined {
  const row = headAt(lines, index)
  if (!row || row.cells.size < 3) return undefined
  const head = [...row.cells.values()].join(' | ')
  const columns = head === known ? undefined : columnsOf(row, 'tracker')
  if (!columns) return undefined
  if (ANOTHER_TABLE.test(head) || !hasStatus(columns)) return undefined
  const titled = captionOf(lines, index, after)
  if (titled !== undefined) return { caption: titled, head }
  const asked = columns.meanings.get(columns.main) === 'recommendation'
  return asked ? { caption: lineAbove(lines, index, after), head } : undefined
}

function hasStatus({ meanings }: Columns): boolean {
  return [...meanings.values()].some(
    (meaning) => meaning === 'status' || meaning === 'rag' || meaning === 'outcome',
  )
}

/** The nearest title of a tracker above the table, where another table does not stand between. */
function captionOf(lines: readonly Line[], index: number, after: number): number | undefined {
  for (let at = index - 1; at > after && at >= index - CAPTION; at -= 1)
    if (isTrackerTitle(lines, at)) return at
  return undefined
}

function lineAbove(lines: readonly Line[], index: number, after: number): number {
  const above = lines[index - 1]
  const isCaption =
    above && index - 1 > after && !above.row && wordsIn(above.text) <= 12 && !/[.;:]$/.test(above.text)
  return isCaption ? index - 1 : index
}

/** The row that begins on this line. */
function headAt(lines: readonly Line[], index: number): Row | undefined {
  const line = lines[index]
  if (!line) return undefined
  const { row } = line
  if (!row) return line.cells.length >= 3 && HAS_STATUS.test(line.text) ? firstRow([line]) : undefined
  const above = lines[index - 1]?.row
  if (above?.table === row.table && above.row === row.row) return undefined
  const end = lines
    .slice(index, index + 40)
    .findIndex((one) => one.row?.table !== row.table || one.row.row !== row.row)
  const own = lines.slice(index, end < 0 ? index + 1 : index + end)
  return own.some((one) => HAS_STATUS.test(one.text)) ? firstRow(own) : undefined
}

function firstRow(lines: readonly Line[]): Row | undefined {
  const [block] = blocksOf(lines, new Set())
  if (block && 'row' in block) return block.row
  const [at] = lines
  return (
    at && { at, heading: at.heading, cells: new Map(at.cells.map((cell, column) => [column, cell.text])) }
  )
}

/** The head of a table of entries, or three of the words that head one, in the lines just below. */
function columnsBelow(lines: readonly Line[], index: number, of: RowsOf, column: RegExp): boolean {
  const words = new Set<string>()
  for (let at = index + 1; at < Math.min(lines.length, index + BELOW_TITLE); at += 1) {
    const line = lines[at]
    if (!line) break
    const row = line.row || line.cells.length >= 3 ? firstRow([line]) : undefined
    const columns = row && row.cells.size >= 3 ? columnsOf(row, of) : undefined
    if (columns && columns.meanings.size >= 3) return true
    if (wordsIn(line.text) > 16 || /[.]$/.test(line.text)) continue
    for (const word of line.text.match(column) ?? []) words.add(word.toLowerCase())
  }
  return words.size >= 3
}

/** Whether rows can be read in the first pages of a file. */
export function holdsRows(lines: readonly Line[], of: RowsOf): boolean {
  return entriesOf(lines.slice(0, ASKED), of).length >= 2
}

/** "Purpose of the report": a heading that only a report has. */
function isSectionOfReport({ text }: Line): boolean {
  return SECTION_OF_REPORT.test(text)
}

/** Whether a file that says nothing of itself is plainly made of rows: each asks for something and says how far it came. */
export function isAllRows(lines: readonly Line[], of: RowsOf): boolean {
  const rows = entriesOf(lines.slice(0, ASKED), of)
  const whole = rows.filter(({ value }) =>
    of === 'tracker'
      ? (value.status ?? value.rag) !== undefined
      : value.meetingDate !== undefined && (value.owner ?? value.reason) !== undefined,
  )
  return whole.length >= 3 && whole.length * 2 > rows.length
}
