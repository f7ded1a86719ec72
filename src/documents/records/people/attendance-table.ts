import type { Line } from '../../lines/line.ts'
import { peopleIn } from '../phrases/people.ts'
import type { RollKind } from './roll.ts'

/** How committee systems say in a table of attendance whether somebody came; the first that fits counts. */
const STATUS: readonly [RollKind | 'unknown', RegExp][] = [
  ['apologies', /^(?:apology|apologies)\b/i],
  ['absent', /^(?:absent|not present|did not attend)\b/i],
  ['inAttendance', /^(?:in attendance|officer|observer|guest|visiting|also present)\b/i],
  ['present', /^(?:present|attended|substitut\w* present|yes)\b/i],
  ['unknown', /^expected\b/i],
]

/** A row such as "Councillor Ash | Chair | Present, as expected": who it is and which roll they belong to. */
export function attendanceRow(line: Line): { kind: RollKind | 'unknown'; text: string } | undefined {
  const last = line.cells.at(-1)
  const [first] = line.cells
  if (line.cells.length < 2 || !first || !last || last.text.length > 60) return undefined
  const kind = STATUS.find(([, status]) => status.test(last.text))?.[0]
  if (!kind || peopleIn(first.text).length !== 1) return undefined
  return {
    kind,
    text: line.cells
      .map(({ text }) => text)
      .slice(0, -1)
      .join(' – '),
  }
}
