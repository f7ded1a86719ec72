import type { ImportedNote, ImportedRow } from './import-rows.ts'
import type { Rag, TrackedState } from './types.ts'

/** A row that an earlier file brought, as it stands. */
export interface KnownImport {
  readonly id: string
  readonly key: string
  /** Scrutineer's own: "A3/17". */
  readonly reference: string
  readonly state: TrackedState
  readonly text: string
  readonly isClosed: boolean
  readonly minute: string
  readonly metOn: string | undefined
  readonly topic: string
  /** As the file printed them, one a name. */
  readonly owners: readonly string[]
  readonly executiveMember: string
  readonly how: string
  readonly successMeasure: string
  readonly backReference: string
  readonly dueText: string
  readonly status: string
  readonly rag: Rag | undefined
  /** The words of its updates. */
  readonly notes: readonly string[]
  /** Somebody has worked on it here since: what it says is no longer the file's to change. */
  readonly isTouched: boolean
}

const IMPORTED_FIELDS = [
  'text',
  'isClosed',
  'minute',
  'metOn',
  'topic',
  'owners',
  'executiveMember',
  'how',
  'successMeasure',
  'backReference',
  'dueText',
  'status',
  'rag',
  'state',
] as const
export type ImportedField = (typeof IMPORTED_FIELDS)[number]

export interface FieldChange {
  readonly field: ImportedField
  readonly before: string
  readonly after: string
}

export interface ChangedImport {
  readonly known: KnownImport
  readonly row: ImportedRow
  readonly fields: readonly FieldChange[]
  /** What the file says of its progress that was not known. */
  readonly notes: readonly ImportedNote[]
}

/** What a file would do to a committee's tracker. */
export interface ImportPlan {
  readonly created: readonly ImportedRow[]
  readonly changed: readonly ChangedImport[]
  readonly unchanged: readonly KnownImport[]
  /** The file says otherwise, but it was worked on here since: it stays as it is. */
  readonly held: readonly KnownImport[]
  /** Not in the file any more. It stays: only the committee closes it. */
  readonly gone: readonly KnownImport[]
}

/** The differences between a file and what was taken over before. The same file again has none. */
export function planImport(rows: readonly ImportedRow[], known: readonly KnownImport[]): ImportPlan {
  const byKey = new Map(known.map((one) => [one.key, one]))
  const created: ImportedRow[] = []
  const changed: ChangedImport[] = []
  const unchanged: KnownImport[] = []
  const held: KnownImport[] = []
  for (const row of rows) {
    const there = byKey.get(row.key)
    if (!there) {
      created.push(row)
      continue
    }
    const fields = fieldsChanged(there, row)
    const notes = row.notes.filter(({ text }) => !there.notes.includes(text))
    if (fields.length + notes.length === 0) unchanged.push(there)
    else if (there.isTouched) held.push(there)
    else changed.push({ known: there, row, fields, notes })
  }
  const keys = new Set(rows.map(({ key }) => key))
  const gone = known.filter((one) => !keys.has(one.key) && isLive(one.state))
  return { created, changed, unchanged, held, gone }
}

function isLive(state: TrackedState): boolean {
  return state === 'open' || state === 'proposed' || state === 'paused'
}

function fieldsChanged(known: KnownImport, row: ImportedRow): FieldChange[] {
  const now: Readonly<Record<ImportedField, string>> = {
    ...row,
    isClosed: row.isClosed ? 'closed' : '',
    metOn: row.metOn ?? '',
    rag: row.rag ?? '',
    owners: inAnyOrder(ownersIn(row.owner)),
  }
  const before: Readonly<Record<ImportedField, string>> = {
    ...known,
    isClosed: known.isClosed ? 'closed' : '',
    metOn: known.metOn ?? '',
    rag: known.rag ?? '',
    owners: inAnyOrder(known.owners.flatMap(ownersIn)),
  }
  return IMPORTED_FIELDS.flatMap((field) =>
    now[field] === before[field] ? [] : [{ field, before: before[field], after: now[field] }],
  )
}

function inAnyOrder(names: readonly string[]): string {
  return names.toSorted().join('; ')
}

/** "AD/HoS/TSCB": those who owe it together, where the cell parts them. */
export function ownersIn(printed: string): string[] {
  return printed
    .split(/\s*(?:[/;,&\n]|\band\b)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
