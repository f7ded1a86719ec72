import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { PaperEntry } from '../documents/record.ts'
import { restrictedMarksIn } from '../documents/records/restricted-marks.ts'
import { entriesOfCells } from '../documents/records/rows/entries-of-cells.ts'
import type { BesideEntry } from './import-rows.ts'

const sheet = z.array(z.array(z.string()))

/** "Outcome – Q2 2016/17": what came of a row by the end of a quarter. */
const QUARTER = /^(?:outcome\W*)?(?:q|quarter )([1-4])\b(?:\W*(\d{4}(?:[/-]\d{2,4})?))?/

/** Columns of our own CSV, and of others', that a paper's entries have no field for: they make no head a worse one. */
const BESIDE =
  /^(?:earlier reference|kind|part|topic|area|asked by|addressed to|head of service|first day|last day|reasons for the response|outcomes|rag before|standing|closed (?:at|by) .*|goes on as)$/

/** A file that is a sheet and no paper: told by its name, as its bytes are those of any text. */
export function isCsv(name: string): boolean {
  return /\.csv$/i.test(name)
}

/**
 * The rows of a tracker that a council keeps as a sheet. Its columns are known by their heads, in whatever order; the
 * heads are those that the reading of papers knows.
 *
 * @returns nothing where it is no CSV, or where no row of it is the head of a tracker
 */
export function entriesOfCsv(
  bytes: Uint8Array,
): readonly (PaperEntry & { readonly beside: BesideEntry })[] | undefined {
  const rows = rowsOf(bytes)
  if (!rows) return undefined
  return entriesOfCells(
    rows.map((row) => row.map(withoutGuard)),
    (head) => QUARTER.test(head) || BESIDE.test(head),
  )
    ?.filter(({ cells }) => cells.size > 0)
    .map(({ entry, cells }) => ({ ...entry, beside: besideOf(cells) }))
}

/**
 * Whether a sheet says of itself that it is not for the public: in a line of its own, above or below its rows. A cell
 * among others speaks of its row alone.
 */
export function isMarkedRestricted(bytes: Uint8Array): boolean {
  const alone = (rowsOf(bytes) ?? []).flatMap((row) => {
    const [text, ...more] = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
    return text === undefined || more.length > 0 ? [] : [text]
  })
  const lines = alone.map((text, at) => ({
    page: 1,
    line: at + 1,
    text,
    cells: [{ text, indent: 0 }],
    gapAbove: true,
    furniture: false,
    heading: false,
  }))
  return restrictedMarksIn(lines).some(({ kind }) => kind !== 'possible-exclusion')
}

function rowsOf(bytes: Uint8Array): z.infer<typeof sheet> | undefined {
  try {
    return sheet.parse(
      parse(Buffer.from(bytes), { bom: true, relax_column_count: true, skip_empty_lines: true }),
    )
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

/** The apostrophe that keeps a spreadsheet from taking text for a formula, as our own papers have it. */
function withoutGuard(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text
}

function besideOf(cells: ReadonlyMap<string, string>): BesideEntry {
  const under = (head: RegExp) => [...cells].find(([words]) => head.test(words))?.[1] ?? ''
  return {
    topic: under(/^(?:topic|area)$/),
    how: under(/^how\b/),
    successMeasure: under(/^success (?:measures?|criteria)/),
    executiveMember: under(/^(?:(?:executive|cabinet) (?:member|lead)|portfolio holder)/),
    backReference: under(/^ref(?:erence)? back|^back reference|^earlier reference/),
    outcomes: [...cells].flatMap(([words, text]) => {
      const quarter = QUARTER.exec(words)
      if (!quarter) return []
      const said = [`Q${quarter[1]}`, quarter[2]].filter((part) => part !== undefined).join(' ')
      return [{ kind: 'outcome' as const, quarter: said, text }]
    }),
  }
}
