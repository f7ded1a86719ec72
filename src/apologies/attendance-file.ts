import { CsvError, parse } from 'csv-parse/sync'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { done, type Outcome, refused } from '../outcome.ts'

/*
 * The CSV from which attendance at other bodies is imported: one row an attendance. A row without a name says
 * only until when the body's attendance is known. docs/attendance-and-quorum.md explains it to people.
 */

export const ATTENDANCE_COLUMNS = ['body', 'counts', 'known_until', 'name', 'email', 'date'] as const
type Column = (typeof ATTENDANCE_COLUMNS)[number]
const REQUIRED: readonly Column[] = ['body', 'date']
const MOST_BYTES = 1024 * 1024
const BODY_LIMIT = 200

export interface AttendanceRow {
  readonly line: number
  readonly body: string
  /** Absent where the cell is empty: what is known then stays. */
  readonly counts: boolean | undefined
  /** ISO civil date. */
  readonly knownUntil: string | undefined
  readonly who: { readonly name: string; readonly email: string | undefined } | undefined
  readonly date: string | undefined
}

export type AttendanceFault =
  | 'not-csv'
  | 'too-big'
  | 'empty'
  | 'column-missing'
  | 'body-missing'
  | 'not-a-date'
  | 'to-come'
  | 'not-yes-or-no'
  | 'date-missing'
  | 'who-missing'
  | 'nobody'
  | 'several'
  | 'after-known'

export interface AttendanceProblem {
  readonly line: number
  readonly fault: AttendanceFault
  /** What stood there. */
  readonly said: string
}

export interface AttendanceFileRefusal {
  readonly code: 'file-problems'
  readonly problems: readonly AttendanceProblem[]
}

const parsedLines = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
)

/** The rows of the file, or everything that is wrong with it at once. */
export function readAttendanceFile(
  bytes: Uint8Array,
): Outcome<readonly AttendanceRow[], AttendanceFileRefusal> {
  const only = (fault: AttendanceFault, said = '') =>
    refused({ code: 'file-problems' as const, problems: [{ line: 1, fault, said }] })
  if (bytes.length > MOST_BYTES) return only('too-big', String(bytes.length))
  let lines: z.infer<typeof parsedLines>
  try {
    lines = parsedLines.parse(
      parse(Buffer.from(bytes), {
        bom: true,
        columns: (head: string[]) =>
          head.map((cell) =>
            cell
              .trim()
              .toLowerCase()
              .replaceAll(/[\s-]+/g, '_'),
          ),
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        skip_records_with_empty_values: true,
        delimiter: [',', ';', '\t'],
        trim: true,
      }),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return only('not-csv', error.message)
  }
  const [first] = lines
  if (!first) return only('empty')
  const missing = REQUIRED.find((column) => first.record[column] === undefined)
  if (missing) return only('column-missing', missing)
  const read = lines.map(({ record, info }) => readRow(record, info.lines))
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []))
  return problems.length > 0
    ? refused({ code: 'file-problems', problems })
    : done(read.flatMap((one) => ('problems' in one ? [] : [one])))
}

function readRow(
  record: Readonly<Record<string, string>>,
  line: number,
): AttendanceRow | { readonly problems: readonly AttendanceProblem[] } {
  const cell = (column: Column) => (record[column] ?? '').normalize('NFC').replaceAll(/\s+/g, ' ')
  const problems: AttendanceProblem[] = []
  const fault = (of: AttendanceFault, said: string) => void problems.push({ line, fault: of, said })
  const dateIn = (column: Column) => {
    const said = cell(column)
    const date = said === '' ? undefined : dateOf(said)
    if (said !== '' && date === undefined) fault('not-a-date', said)
    return date
  }
  const body = cell('body').slice(0, BODY_LIMIT)
  if (body === '') fault('body-missing', '')
  const knownUntil = dateIn('known_until')
  const date = dateIn('date')
  const yes = /^(y|yes|true|1)$/i.test(cell('counts'))
  if (cell('counts') !== '' && !yes && !/^(n|no|false|0)$/i.test(cell('counts')))
    fault('not-yes-or-no', cell('counts'))
  const email = cell('email').toLowerCase()
  const hasWho = cell('name') !== '' || email !== ''
  if (hasWho && cell('date') === '') fault('date-missing', cell('name') || email)
  if (!hasWho && cell('date') !== '') fault('who-missing', cell('date'))
  if (problems.length > 0) return { problems }
  return {
    line,
    body,
    counts: cell('counts') === '' ? undefined : yes,
    knownUntil,
    date,
    who: hasWho ? { name: bareName(cell('name')), email: email === '' ? undefined : email } : undefined,
  }
}

/** "2017-09-20", or "20/09/2017" as spreadsheets here write it. */
function dateOf(said: string): string | undefined {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(said)
  const iso = british
    ? `${british[3]}-${(british[2] ?? '').padStart(2, '0')}-${(british[1] ?? '').padStart(2, '0')}`
    : said
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function bareName(name: string): string {
  return name.replace(/^(?:Cllr\.?|Councillor)\s+(?=\S)/i, '')
}
