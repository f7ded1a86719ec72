import { z } from 'zod'
import type { CommitteeFile, FilePart, FilePerson } from './committee-file.ts'
import type { Column, FileFault, FileProblem } from './file-problems.ts'
import type { FileRow } from './file-rows.ts'
import type { SeatKind, SeatOffice, SeatVoting } from './people.ts'

const NATIONS = ['england', 'wales', 'scotland'] as const
const ROLES = ['chair', 'vice-chair', 'member', 'co-optee', 'substitute', 'clerk', 'officer'] as const
const VOTING = ['always', 'never', 'education-only', 'if-committee-determines'] as const

/** Roles of councillors; only these belong to a political group. */
const SEATS: Readonly<Record<string, { kind: SeatKind; office: SeatOffice; councillor: boolean }>> = {
  chair: { kind: 'member', office: 'chair', councillor: true },
  'vice-chair': { kind: 'member', office: 'viceChair', councillor: true },
  member: { kind: 'member', office: 'none', councillor: true },
  substitute: { kind: 'substitute', office: 'none', councillor: true },
  'co-optee': { kind: 'coOptee', office: 'none', councillor: false },
}

const VOTING_STORED: Readonly<Record<(typeof VOTING)[number], SeatVoting>> = {
  always: 'always',
  never: 'never',
  'education-only': 'educationOnly',
  'if-committee-determines': 'ifCommitteeDetermines',
}

/** The longest official names of councils and committees are well below these. */
const LONGEST: Readonly<Partial<Record<Column, number>>> = {
  council: 120,
  committee: 200,
  name: 120,
  title: 60,
  email: 254,
  group: 120,
}
const MOST_QUORUM = 100

/** docs.slack.dev, conversations.create: lower-case letters, digits, hyphens and underscores, 80 at most. */
const channelName = z
  .string()
  .max(80)
  .regex(/^[\p{Ll}\p{Lo}\p{M}\p{N}_-]+$/u)
const quorumCell = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(MOST_QUORUM))

/** What one row's cells turned out to be, with the faults met on the way. */
class Cells {
  readonly problems: FileProblem[] = []
  readonly #row: FileRow

  constructor(row: FileRow) {
    this.#row = row
  }

  fault(column: Column, fault: FileFault): undefined {
    this.problems.push({ line: this.#row.line, column, fault })
    return undefined
  }

  /** The text, `undefined` when empty or too long. */
  text(column: Column): string | undefined {
    const said = this.#row.cells[column]
    const most = LONGEST[column]
    if (most !== undefined && said.length > most)
      return this.fault(column, { code: 'too-long', length: said.length, most })
    return said === '' ? undefined : said
  }

  needed(column: Column): string | undefined {
    if (this.#row.cells[column] === '') return this.fault(column, { code: 'missing' })
    return this.text(column)
  }

  neededOneOf<T extends string>(column: Column, allowed: readonly T[]): T | undefined {
    if (this.#row.cells[column] === '') return this.fault(column, { code: 'missing' })
    return this.oneOf(column, allowed)
  }

  /** Accepts any case, and spaces or underscores for hyphens: "Vice Chair" is vice-chair. */
  oneOf<T extends string>(column: Column, allowed: readonly T[]): T | undefined {
    const said = this.#row.cells[column]
    if (said === '') return undefined
    const key = (word: string) => word.toLowerCase().replaceAll(/[^\p{L}]/gu, '')
    const found = allowed.find((word) => key(word) === key(said))
    return found ?? this.fault(column, { code: 'not-one-of', said, allowed })
  }

  parsed<T>(column: Column, schema: z.ZodType<T, string>, fault: (said: string) => FileFault): T | undefined {
    const said = this.text(column)
    if (said === undefined) return undefined
    const parsed = schema.safeParse(said)
    return parsed.success ? parsed.data : this.fault(column, fault(said))
  }

  channel(column: 'channel' | 'clerks_channel'): string | undefined {
    const plain = z
      .string()
      .transform((said) => said.replace(/^#/, '').toLowerCase())
      .pipe(channelName)
    return this.parsed(column, plain, (said) => ({ code: 'not-a-channel', said }))
  }
}

/** One row's person; `undefined` when the row has a fault. */
export function readPerson(row: FileRow): { person: FilePerson | undefined; problems: FileProblem[] } {
  const cells = new Cells(row)
  const saidName = cells.needed('name')
  const saidTitle = cells.text('title')
  const email = cells.parsed('email', z.email(), (said) => ({ code: 'not-an-email', said }))?.toLowerCase()
  const role = cells.neededOneOf('role', ROLES)
  const part = role && readPart(cells, role)
  if (cells.problems.length > 0 || saidName === undefined || !part)
    return { person: undefined, problems: cells.problems }
  const { name, title } = named(saidName, saidTitle)
  return { person: { line: row.line, name, title, email, part }, problems: [] }
}

function readPart(cells: Cells, role: (typeof ROLES)[number]): FilePart | undefined {
  const voting = cells.oneOf('voting', VOTING)
  const group = cells.text('group')
  const seat = SEATS[role]
  if (group !== undefined && !seat?.councillor)
    cells.fault('group', { code: 'group-without-councillor', role })
  if (role === 'clerk' || role === 'officer') {
    if (voting !== undefined && voting !== 'never')
      cells.fault('voting', { code: 'voting-without-seat', role })
    return { as: 'duty', duty: role }
  }
  if (!seat) return undefined
  const { kind, office, councillor } = seat
  return {
    as: 'seat',
    kind,
    office,
    group,
    voting: VOTING_STORED[voting ?? (councillor ? 'always' : 'never')],
  }
}

/** "Cllr Jo Ward" in the name column is Jo Ward with a title. */
function named(name: string, title: string | undefined): { name: string; title: string | undefined } {
  const bare = name.replace(/^(?:Cllr\.?|Councillor)\s+(?=\S)/i, '')
  const spelt = title?.replace(/^Cllr\b\.?/i, 'Councillor')
  return { name: bare, title: spelt ?? (bare === name ? undefined : 'Councillor') }
}

type CommitteeFacts = Omit<CommitteeFile, 'people'>
const WIDE: readonly Column[] = ['council', 'nation', 'committee', 'channel', 'clerks_channel', 'quorum']

/** What concerns the whole committee: it needs to stand only once and must not contradict itself later. */
export function readCommitteeFacts(rows: readonly FileRow[]): {
  committee: CommitteeFacts | undefined
  problems: readonly FileProblem[]
} {
  const [first] = rows
  if (!first) return { committee: undefined, problems: [] }
  const problems = WIDE.flatMap((column) => contradictions(column, rows))
  /** The row that says it; the first one when none does, so that its absence is reported there. */
  const saying = (column: Column): Cells => {
    const cells = new Cells(rows.find((row) => row.cells[column] !== '') ?? first)
    all.push(cells)
    return cells
  }
  const all: Cells[] = []
  const council = saying('council').needed('council')
  const nation = saying('nation').neededOneOf('nation', NATIONS)
  const committee = saying('committee').needed('committee')
  const channel = saying('channel').channel('channel')
  const clerks = saying('clerks_channel')
  const clerksChannel = clerks.channel('clerks_channel')
  const quorum = saying('quorum').parsed('quorum', quorumCell, (said) => ({
    code: 'not-a-quorum',
    said,
    most: MOST_QUORUM,
  }))
  // What clerks are told there (who is away, what went wrong) is not for the committee's channel.
  if (channel !== undefined && channel === clerksChannel)
    clerks.fault('clerks_channel', { code: 'same-channel', channel })
  problems.push(...all.flatMap((cells) => cells.problems))
  if (council === undefined || nation === undefined || committee === undefined)
    return { committee: undefined, problems }
  return { committee: { council, nation, committee, channel, clerksChannel, quorum }, problems }
}

function contradictions(column: Column, rows: readonly FileRow[]): FileProblem[] {
  const [source, ...later] = rows.filter((row) => row.cells[column] !== '')
  if (!source) return []
  return later.flatMap((row) => {
    const said = row.cells[column]
    if (sameWide(said) === sameWide(source.cells[column])) return []
    const fault = {
      code: 'contradicts' as const,
      said,
      first: source.cells[column],
      firstLine: source.line,
    }
    return [{ line: row.line, column, fault }]
  })
}

function sameWide(said: string): string {
  return said.toLowerCase().replace(/^#/, '')
}
