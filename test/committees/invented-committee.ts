import { type CommitteeFile, readCommitteeFile } from '../../src/committees/committee-file.ts'
import { COLUMNS, type Column } from '../../src/committees/file-problems.ts'
import type { SlackFindings } from '../../src/committees/slack-directory.ts'

/** A row of an import file; what is left out is empty. */
export type Row = Partial<Record<Column, string>>

const WIDE: Row = {
  council: 'Exmoor Vale Council',
  nation: 'England',
  committee: 'Wellbeing Scrutiny Committee',
  channel: '#wellbeing',
  clerks_channel: 'wellbeing-clerks',
  quorum: '3',
}

/** An invented committee: six councillors in two groups, a co-optee, a substitute, a clerk, an officer. */
export const inventedRows: readonly Row[] = [
  { ...WIDE, ...councillor('Ada Quill', 'chair', 'Heather') },
  councillor('Bram Osgood', 'vice-chair', 'Gorse'),
  councillor('Cora Velde', 'member', 'Heather'),
  councillor('Dev Marlow', 'member', 'Heather'),
  councillor('Edie Zambra', 'member', 'Gorse'),
  councillor('Finn Aldous', 'member', ''),
  { name: 'Gwen Tolley', title: 'Mrs', role: 'co-optee' },
  councillor('Hal Pruett', 'substitute', 'Gorse'),
  { name: 'Iris Bonham', title: 'Ms', email: 'iris.bonham@exmoorvale.example', role: 'clerk' },
  { name: 'Jude Carrow', title: 'Dr', email: 'jude.carrow@exmoorvale.example', role: 'officer' },
]

export function councillor(name: string, role: string, group: string): Row {
  return { name, title: 'Councillor', email: emailOf(name), role, group, voting: 'always' }
}

export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@exmoorvale.example`
}

export function csv(
  rows: readonly Row[],
  options: { separator?: string; lineEnd?: string; columns?: readonly string[] } = {},
): Uint8Array {
  const { separator = ',', lineEnd = '\n', columns = COLUMNS } = options
  const lines = rows.map((row) => COLUMNS.map((column) => quoted(row[column] ?? '', separator)))
  return new TextEncoder().encode(
    [columns, ...lines].map((cells) => cells.join(separator)).join(lineEnd) + lineEnd,
  )
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The file that these rows make, which must be without problems. */
export function fileOf(rows: readonly Row[]): CommitteeFile {
  const read = readCommitteeFile(csv(rows))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal.problems))
  return read.value
}

/** A Slack in which everybody of the file has an account and both channels exist. */
export function everybodyInSlack(file: CommitteeFile): SlackFindings {
  const users = file.people.flatMap(({ email }): [string, string][] =>
    email ? [[email, slackId(email)]] : [],
  )
  return {
    users: new Map(users),
    channels: new Map([
      ['wellbeing', { id: 'C0WELLBEING', botIsMember: true }],
      ['wellbeing-clerks', { id: 'C0CLERKS', botIsMember: true }],
    ]),
    asked: true,
  }
}

export function slackId(email: string): string {
  return `U${email.replaceAll(/[^a-z]/g, '').toUpperCase()}`
}
