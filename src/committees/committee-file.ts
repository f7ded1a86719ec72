import { done, type Outcome, refused } from '../outcome.ts'
import type { Nation } from './councils.ts'
import { readCommitteeFacts, readPerson } from './file-cells.ts'
import type { FileProblem } from './file-problems.ts'
import { type FileRow, readRows } from './file-rows.ts'
import type { SeatKind, SeatOffice, SeatVoting } from './people.ts'

/*
 * The CSV from which an administrator imports a committee: one row a person, what concerns the whole
 * committee on the first row. docs/importing-a-committee.md explains it to people.
 */

export interface CommitteeFile {
  readonly council: string
  readonly nation: Nation
  readonly committee: string
  /** Slack channel names without `#`; absent where the file leaves them empty. */
  readonly channel: string | undefined
  readonly clerksChannel: string | undefined
  readonly quorum: number | undefined
  readonly people: readonly FilePerson[]
}

/** What somebody is in a committee: a seat of some kind, or a duty without a seat. */
export type FilePart =
  | {
      readonly as: 'seat'
      readonly kind: SeatKind
      readonly office: SeatOffice
      readonly group: string | undefined
      readonly voting: SeatVoting
    }
  | { readonly as: 'duty'; readonly duty: 'clerk' | 'officer' }

export interface FilePerson {
  /** The line of the file, for problems that only show later. */
  readonly line: number
  readonly name: string
  /** Absent where the cell is empty: what is known then stays. */
  readonly title: string | undefined
  /** In lower case: mailboxes differ by case in theory only. */
  readonly email: string | undefined
  readonly part: FilePart
}

export interface FileRefusal {
  readonly code: 'file-problems'
  /** Every problem of the file at once, in the order of its lines. */
  readonly problems: readonly FileProblem[]
}

/** A committee from its CSV, or everything that is wrong with it at once. */
export function readCommitteeFile(bytes: Uint8Array): Outcome<CommitteeFile, FileRefusal> {
  const { rows, problems: rowProblems } = readRows(bytes)
  const facts = readCommitteeFacts(rows)
  const read = rows.map(readPerson)
  const people = read.flatMap(({ person }) => person ?? [])
  const problems = [
    ...rowProblems,
    ...facts.problems,
    ...read.flatMap((row) => row.problems),
    ...offencesTogether(people, rows),
  ].sort((one, other) => one.line - other.line)
  if (problems.length > 0 || !facts.committee) return refused({ code: 'file-problems', problems })
  return done({ ...facts.committee, people })
}

/** What no single row can show: two chairs, one person twice. */
function offencesTogether(people: readonly FilePerson[], rows: readonly FileRow[]): FileProblem[] {
  const problems: FileProblem[] = []
  const offices = new Map<SeatOffice, number>()
  const emails = new Map<string, number>()
  const names = new Map<string, FilePerson[]>()
  for (const person of people) {
    const { line, email, part } = person
    const office = part.as === 'seat' ? part.office : 'none'
    const heldOn = offices.get(office)
    // Some councils have two vice chairs; none has two chairs.
    if (office === 'chair' && heldOn !== undefined)
      problems.push({ line, column: 'role', fault: { code: 'second-chair', firstLine: heldOn } })
    if (heldOn === undefined) offices.set(office, line)
    const usedOn = email === undefined ? undefined : emails.get(email)
    if (email !== undefined && usedOn !== undefined)
      problems.push({ line, column: 'email', fault: { code: 'email-twice', email, firstLine: usedOn } })
    else if (email !== undefined) emails.set(email, line)
    const alike = names.get(nameKey(person.name)) ?? []
    // Two people may share a name, and are told apart by their e-mail addresses.
    const same = alike.find((other) => other.email === undefined || email === undefined)
    if (same && usedOn === undefined)
      problems.push({
        line,
        column: 'name',
        fault: { code: 'person-twice', name: person.name, firstLine: same.line },
      })
    names.set(nameKey(person.name), [...alike, person])
  }
  if (rows.length > 0 && people.length === rows.length && !people.some((person) => person.part.as === 'seat'))
    problems.push({ line: 1, column: 'role', fault: { code: 'no-seats' } })
  return problems
}

/** Names are compared without regard to case, accents' encoding and spacing. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
