import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { nearest } from '../nearest.ts'
import { COLUMNS, type Column, type FileProblem } from './file-problems.ts'

/** A council's largest committee, with its officers, is far below both. */
const MOST_ROWS = 200
const MOST_BYTES = 256 * 1024

const REQUIRED: readonly Column[] = ['council', 'nation', 'committee', 'name', 'role']

/** One row of the file: its cells by column, empty ones as ''. */
export interface FileRow {
  readonly line: number
  readonly cells: Readonly<Record<Column, string>>
}

interface Rows {
  readonly rows: readonly FileRow[]
  readonly problems: readonly FileProblem[]
}

const parsedLines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** The rows below the header, by column name; blank lines are passed over. */
export function readRows(bytes: Uint8Array): Rows {
  if (bytes.length > MOST_BYTES) return only({ code: 'too-big', bytes: bytes.length, most: MOST_BYTES })
  const text = textOf(bytes)
  if (text === undefined) return only({ code: 'workbook' })
  const read = readLines(text)
  if ('fault' in read) return { rows: [], problems: [read] }
  const [header, ...lines] = read.lines
  if (!header) return only({ code: 'empty-file' })
  const { columns, problems } = readHeader(header.record, header.info.lines)
  if (problems.length > 0) return { rows: [], problems }
  if (lines.length === 0) return only({ code: 'no-people' })
  if (lines.length > MOST_ROWS)
    return {
      rows: [],
      problems: [
        { line: lines[MOST_ROWS]?.info.lines ?? 1, fault: { code: 'too-many-rows', most: MOST_ROWS } },
      ],
    }
  return {
    rows: lines.map(({ record, info }) => ({ line: info.lines, cells: cellsOf(record, columns) })),
    problems: lines.flatMap(({ record, info }) =>
      record.slice(columns.length).some((cell) => cell !== '')
        ? [
            {
              line: info.lines,
              fault: { code: 'too-many-cells' as const, cells: record.length, columns: columns.length },
            },
          ]
        : [],
    ),
  }
}

function only(fault: FileProblem['fault']): Rows {
  return { rows: [], problems: [{ line: 1, fault }] }
}

/** UTF-8, or what Excel on Windows writes as "CSV"; `undefined` for what is no text at all. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function readLines(text: string): { lines: z.infer<typeof parsedLines> } | FileProblem {
  try {
    const lines: unknown = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    })
    return { lines: parsedLines.parse(lines) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line: unknown = error['lines']
    return { line: typeof line === 'number' ? line : 1, fault: { code: 'not-csv', said: error.message } }
  }
}

/** Excel separates by semicolons where the comma is the decimal sign, and by tabs when text is copied. */
function separatorOf(text: string): string {
  const header = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? ''
  const [best] = [',', ';', '\t']
    .map((separator) => ({ separator, count: header.split(separator).length }))
    .sort((one, other) => other.count - one.count)
  return best?.separator ?? ','
}

function readHeader(
  header: readonly string[],
  line: number,
): { columns: (Column | undefined)[]; problems: FileProblem[] } {
  const named = header.map((cell) => ({
    cell,
    column: COLUMNS.find((column) => letters(column) === letters(cell)),
  }))
  const columns = named.map(({ column }) => column)
  const problems: FileProblem[] = []
  named.forEach(({ cell, column }, index) => {
    if (column === undefined && cell !== '')
      problems.push({ line, fault: { code: 'column-unknown', said: cell, meant: nearest(cell, COLUMNS) } })
    if (column !== undefined && columns.indexOf(column) !== index)
      problems.push({ line, column, fault: { code: 'column-twice' } })
  })
  for (const column of REQUIRED)
    if (!columns.includes(column)) problems.push({ line, column, fault: { code: 'column-missing' } })
  return { columns, problems }
}

/** "Clerks channel" and "E-mail" are the columns clerks_channel and email. */
function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function cellsOf(
  record: readonly string[],
  columns: readonly (Column | undefined)[],
): Record<Column, string> {
  const cell = (column: Column): string =>
    (record[columns.indexOf(column)] ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return {
    council: cell('council'),
    nation: cell('nation'),
    committee: cell('committee'),
    channel: cell('channel'),
    clerks_channel: cell('clerks_channel'),
    quorum: cell('quorum'),
    name: cell('name'),
    title: cell('title'),
    email: cell('email'),
    role: cell('role'),
    group: cell('group'),
    voting: cell('voting'),
  }
}
