import type { Line } from '../../lines/line.ts'
import type { Place } from '../../paper.ts'
import { type Columns, columnsOf, type RowsOf } from '../rows/columns.ts'
import { entriesOf } from '../rows/rows-of-document.ts'
import { blocksOf, type Row } from '../rows/table-rows.ts'
import { isItem, wordsIn } from './kind-signs.ts'
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
  // Looked at by itself: the number of a page above it makes it no item, as the head of a table below it shows.
  if (!line || !isProgrammeTitle([line], 0)) return false
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

/** How far below its title, or below its top where it has none, a paper of rows has its first. */
const FIRST_ROW = 60
const HIGHEST_FIRST_ROW = 25
const TITLED_WITHIN = 10
const SECTION_OF_REPORT =
  /^(?:\d{1,2}(?:\.0)?\.?\s+)?(?:purpose of (?:the |this )?report|reason for (?:the |this )?report|executive summary|background|introduction)\s*:?$/i
const ASKED = 250

/** A file that is a paper of rows: of which kind, and the line of its title, or of its first row where it has none. */
export interface OpeningRows {
  kind: RowsOf
  at: number
}

/**
 * Whether a file is a paper of rows: with its title in its heading, two rows below it are enough; without a title, all
 * that stands below the heading must be rows. A front sheet above them hands them on; a report has sections of its own.
 */
export function openingRows(lines: readonly Line[]): OpeningRows | undefined {
  const early = lines.slice(0, TITLED_WITHIN)
  for (const [at] of early.entries()) {
    const kind = ROWS.find((of) => IS_TITLE[of](early, at))
    if (kind && titlesRows(lines, at, kind)) return { kind, at }
  }
  for (const kind of ROWS) {
    const at = isAllRows(lines, kind)
    if (at !== undefined) return { kind, at }
  }
  return undefined
}

const ROWS = ['tracker', 'work-programme'] as const
const IS_TITLE = { tracker: namesTracker, 'work-programme': isProgrammeTitle }

function titlesRows(lines: readonly Line[], title: number, of: RowsOf): boolean {
  const [first, second] = entriesOf(lines.slice(title + 1, title + 1 + ASKED), of)
  if (!first || !second) return false
  const at = indexOf(lines, first.at)
  return at <= title + FIRST_ROW && !lines.slice(0, at).some(isSectionOfReport)
}

/** Where the rows begin of a file that is plainly made of them: each asks for something and says how far it came. */
function isAllRows(lines: readonly Line[], of: RowsOf): number | undefined {
  const rows = entriesOf(lines.slice(0, ASKED), of)
  const [first] = rows
  const whole = rows.filter(({ value }) =>
    of === 'tracker'
      ? (value.status ?? value.rag) !== undefined
      : value.meetingDate !== undefined && (value.owner ?? value.reason) !== undefined,
  )
  if (!first || whole.length < 3 || whole.length * 2 <= rows.length) return undefined
  // Under one date stands the business of one meeting.
  const days = new Set(whole.map(({ value }) => value.meetingDate))
  if (of === 'work-programme' && days.size < 2) return undefined
  const at = indexOf(lines, first.at)
  return at <= HIGHEST_FIRST_ROW && !lines.slice(0, at).some(isSectionOfReport) ? at : undefined
}

function indexOf(lines: readonly Line[], { page, line }: Place): number {
  return lines.findIndex((one) => one.page === page && one.line === line)
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
