import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { joined, ofMergedCell, runsOn, saysTwice } from './broken-rows.ts'
import { dateAlone, isEmpty, rowNumber } from './cell-values.ts'
import { type Columns, columnsOf, type RowsOf } from './columns.ts'
import { entryOf, mainOf } from './entry.ts'
import type { Meaning } from './heads.ts'
import type { Block, Row } from './table-rows.ts'

/** The entries in the tables of a document, each row one. */
export function entriesIn(blocks: readonly Block[], of: RowsOf): Found<PaperEntry>[] {
  const reading = new ReadingOfRows(of)
  for (const [index, block] of blocks.entries()) {
    if ('row' in block) reading.row(block.row)
    else reading.line(block.line, blocks[index + 1])
  }
  return reading.entries
}

/** What stands once for the rows below it: merged cells, and the headings across the table. */
type Standing = Pick<PaperEntry, (typeof STANDING)[number]>

class ReadingOfRows {
  readonly entries: Found<PaperEntry>[] = []
  private columns: Columns | undefined
  private head: Row | undefined
  private table: number | undefined
  private broken = true
  private standing: Standing = {}

  private readonly of: RowsOf

  constructor(of: RowsOf) {
    this.of = of
  }

  row(row: Row): void {
    if (this.isHead(row)) return
    this.table = row.at.row?.table
    this.broken = false
    if (!this.columns) return
    const section = this.sectionOf(row, this.columns)
    if (section !== undefined) this.startSection(section)
    else this.entry(row, this.columns)
  }

  /** A line between the rows: a heading of those below, or the end of the table. */
  line(line: Line, next: Block | undefined): void {
    // A rule drawn with dashes under a head parts nothing.
    if (isEmpty(line.text) || ABOUT_MEETING.test(line.text)) return
    const date = dateAlone(line.text)
    if (date || (NAMED_SECTION.test(line.text) && this.isHeadOf(next))) this.startSection(line.text)
    else if (!this.columns || !isHeading(line)) this.end()
    else if (next && 'row' in next && (fits(next.row, this.columns) || this.isHeadOf(next)))
      this.startSection(line.text)
    else this.end()
    this.broken = true
  }

  private isHeadOf(next: Block | undefined): boolean {
    return next !== undefined && 'row' in next && columnsOf(next.row, this.of) !== undefined
  }

  private end(): void {
    this.columns = undefined
    this.standing = {}
  }

  /** A head printed again on the next page changes nothing; rows that only resemble one are rows. */
  private isHead(row: Row): boolean {
    const columns = columnsOf(row, this.of)
    if (!columns) return false
    const again = this.head && isSameHead(this.head, row)
    const another = this.broken || row.at.row?.table !== this.table || row.at.row === undefined
    if (this.columns && !again && !(another && isWhollyHead(row, columns))) return false
    if (this.columns && !again)
      this.standing = this.standing.section ? { section: this.standing.section } : {}
    this.columns = columns
    this.head = row
    this.table = row.at.row?.table
    this.broken = false
    return true
  }

  private sectionOf(row: Row, columns: Columns): string | undefined {
    if (row.across !== undefined) return row.cells.size === 0 ? row.across : undefined
    const [only] = row.cells
    if (!only || row.cells.size > 1) return undefined
    const [column, text] = only
    if (NAMED_SECTION.test(text)) return text
    if (column !== 0 || isEmpty(text) || rowNumber(text)) return undefined
    const meaning = columns.meanings.get(column)
    if (column === columns.main) return row.heading || dateAlone(text) ? text : undefined
    if (dateAlone(text) === undefined && meaning !== undefined && /\d/.test(text)) return undefined
    return text
  }

  private startSection(text: string): void {
    const date = dateAlone(text)
    if (!date) this.standing = { section: text }
    else {
      const { section } = this.standing
      this.standing = {
        ...(section && { section }),
        [this.of === 'tracker' ? 'date' : 'meetingDate']: date,
      }
    }
  }

  private entry(row: Row, columns: Columns): void {
    const own = entryOf(row, columns, this.of)
    const last = this.entries.at(-1)
    if (!own || Object.keys(own).length === 0) return
    if (last && mainOf(own) !== undefined && runsOn(last.value, own)) {
      last.value = joined(last.value, own)
      return
    }
    if (mainOf(own) === undefined) {
      const isNumbered = own.number !== undefined || own.reference !== undefined
      if (last && !isNumbered) this.continued(last, own, row)
      else if (isNumbered) this.entries.push(found({ ...this.standing, ...own }, row.at))
      return
    }
    // What is not dated yet ends the date above it.
    if (own.section !== undefined && own.meetingDate === undefined) this.standing = {}
    this.standing = { ...this.standing, ...standingOf(own) }
    this.entries.push(found({ ...this.standingBeside(row, columns), ...own }, row.at))
  }

  /** A merged cell stands left of the main text and leaves nothing in the rows below; a dash says that there is none. */
  private standingBeside(row: Row, { meanings, main }: Columns): Standing {
    const standing = { ...this.standing }
    for (const [column, meaning] of meanings)
      if (isStanding(meaning) && (column > main || row.cells.has(column))) delete standing[meaning]
    return standing
  }

  /** The rest of a row broken over a page; or a row of its own under a merged cell, where it says again what one row says once. */
  private continued(last: Found<PaperEntry>, own: PaperEntry, row: Row): void {
    const twice = saysTwice(last.value, own, ['status', 'rag', 'due'])
    if (twice) this.entries.push(found({ ...this.standing, ...ofMergedCell(last.value), ...own }, row.at))
    else last.value = joined(last.value, own)
  }
}

/** Between the day of a meeting and the head of the table of its topics. */
const ABOUT_MEETING =
  /^(?:\w+ )?(?:reports?|papers?|agenda|venue|location|time|despatch|dispatch|publication|deadline)\b[^:]{0,40}:/i

/** "Theme: Skills", "Objective 2 - Ports", where a topic or a recommendation would stand. */
const NAMED_SECTION =
  /^(?:theme|section|priority|objective|strand|workstream|category|portfolio|outcome|aim|chapter)\b\s?\d{0,2}\s?[:–-]\s?.{0,80}(?<![.;])$/i

const STANDING = ['section', 'date', 'meetingDate', 'executiveDate', 'minute', 'origin'] as const

function isStanding(meaning: Meaning): meaning is keyof Standing {
  return STANDING.some((field) => field === meaning)
}

function standingOf(entry: PaperEntry): Standing {
  const standing: Standing = {}
  for (const field of STANDING) {
    const value = entry[field]
    if (value !== undefined) standing[field] = value
  }
  return standing
}

/** Scans and page breaks change a word or two of a head that is printed again. */
function isSameHead(one: Row, other: Row): boolean {
  const words = new Set([...one.cells.values()].map((text) => text.toLowerCase()))
  const same = [...other.cells.values()].filter((text) => words.has(text.toLowerCase())).length
  return same * 3 >= other.cells.size * 2
}

/** A row every cell of which is a head: that of another table, not a row of this one with such words in it. */
function isWhollyHead(row: Row, columns: Columns): boolean {
  return row.cells.size >= 3 && columns.meanings.size === row.cells.size
}

function isHeading(line: Line): boolean {
  return line.heading || (line.text.split(' ').length <= 10 && !/[.;,]$/.test(line.text))
}

/** Whether a row can be one of a table that a heading interrupts. */
function fits(row: Row, columns: Columns): boolean {
  const main = row.cells.get(columns.main)
  return (
    main !== undefined &&
    Math.max(...row.cells.keys()) < columns.width &&
    (row.cells.size >= 3 || main.split(' ').length >= 3 || (row.cells.size === 2 && !row.cells.has(0)))
  )
}
