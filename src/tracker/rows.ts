import { columnOfDate, dateOfColumn, toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, type CouncilRows, displayName, personOf } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { Tx } from '../database/transact.ts'
import type { Due, RowOwner, TrackedRow } from './types.ts'

/** What a row needs beside itself to be understood. */
const withStanding = (councilId: string) =>
  ({
    owners: { where: { councilId, until: null }, orderBy: [{ since: 'asc' }, { id: 'asc' }] },
    clocks: { where: { councilId, struckAt: null }, orderBy: { dueOn: 'asc' }, select: { dueOn: true } },
    responses: {
      where: { councilId },
      orderBy: { revision: 'desc' },
      take: 1,
      select: { state: true, at: true },
    },
    answers: {
      where: { councilId, sharedAt: { not: null } },
      orderBy: { sharedAt: 'desc' },
      take: 1,
      select: { sharedAt: true },
    },
    // The committee had what was answered before it, and asks for more.
    changes: {
      where: { councilId, kind: 'reopened', meetingId: { not: null } },
      orderBy: { at: 'desc' },
      take: 1,
      select: { at: true },
    },
  }) satisfies Prisma.TrackerRowInclude

type StoredRow = Prisma.TrackerRowGetPayload<{ include: ReturnType<typeof withStanding> }>

/**
 * Rows of the council's tracker as they stand, in the order that was asked for.
 *
 * @param where without the council, which is always this one
 */
export async function trackedRows(
  rows: CouncilRows,
  where: Prisma.TrackerRowWhereInput,
  options: Pick<Prisma.TrackerRowFindManyArgs, 'orderBy' | 'take' | 'skip'> = {},
): Promise<TrackedRow[]> {
  const found = await rows.db.trackerRow.findMany({
    orderBy: { id: 'asc' },
    ...options,
    where: { AND: [where, { councilId: rows.councilId }] },
    include: withStanding(rows.councilId),
  })
  const people = await peopleNamed(rows, found)
  return found.map((row) => rowOf(row, people))
}

/** One row; `undefined` where this council has none of that id. */
export async function trackedRow(rows: CouncilRows, rowId: string): Promise<TrackedRow | undefined> {
  const [row] = await trackedRows(rows, { id: rowId })
  return row
}

/**
 * Hold rows for the rest of the transaction, in a fixed order: what two people do to one comes one after the other.
 * Every use case that changes a row begins with this.
 */
export async function lockedRows(tx: Tx, rowIds: readonly string[]): Promise<TrackedRow[]> {
  await tx.db.$queryRaw`SELECT "id" FROM "TrackerRow"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ANY(${[...rowIds]}::uuid[]) ORDER BY "id" FOR UPDATE`
  return trackedRows(tx, { id: { in: [...rowIds] } })
}

async function peopleNamed(
  { councilId, db }: CouncilRows,
  rows: readonly StoredRow[],
): Promise<Map<string, CouncilPerson>> {
  const ids = rows.flatMap(({ askerId, owners }) =>
    [askerId, ...owners.map(({ personId }) => personId)].filter((id) => id !== null),
  )
  const people = await db.person.findMany({ where: { councilId, id: { in: [...new Set(ids)] } } })
  return new Map(people.map((person) => [person.id, personOf(person)]))
}

function rowOf(row: StoredRow, people: ReadonlyMap<string, CouncilPerson>): TrackedRow {
  const asker = row.askerId === null ? undefined : people.get(row.askerId)
  const response = row.responses[0]?.state
  const again = row.changes[0]?.at
  const isSince = (at: Date | null | undefined) => at != null && (again === undefined || at > again)
  // What the executive agreed to do is still to be done: its clock ends, the row goes on.
  const goesOn = response === 'accepted' || response === 'inPart'
  const clockDue = response === undefined ? row.clocks[0]?.dueOn : undefined
  return {
    id: row.id,
    committeeId: row.committeeId,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    source: row.source,
    groupKey: row.groupKey,
    meetingId: row.meetingId ?? undefined,
    recordId: row.recordId ?? undefined,
    metOn: dateIn(row.metOn),
    minute: row.minute,
    path: row.path,
    leadIn: row.leadIn,
    text: row.text,
    topic: row.topic,
    isClosed: row.isClosed,
    asker,
    askerName: asker ? displayName(asker) : row.askerName,
    addressee: row.addressee,
    executiveMember: row.executiveMember,
    verbClass: row.verbClass,
    how: row.how,
    successMeasure: row.successMeasure,
    due: dueOf(row),
    dueText: row.dueText,
    rag: row.rag ?? undefined,
    status: row.status,
    topicWords: row.topicWords,
    backReference: row.backReference,
    supersededById: row.supersededById ?? undefined,
    transferredToId: row.transferredToId ?? undefined,
    pausedOn: dateIn(row.pausedOn),
    pausedWhy: row.pausedWhy,
    proposedAt: row.proposedAt ? toInstant(row.proposedAt) : undefined,
    completedOn: dateIn(row.completedOn),
    closedAt: row.closedAt ? toInstant(row.closedAt) : undefined,
    createdAt: toInstant(row.createdAt),
    owners: ownersOf(row, people),
    clockDueOn: dateIn(clockDue),
    isAnswered:
      isSince(row.answers[0]?.sharedAt) ||
      (response !== undefined && !goesOn && isSince(row.responses[0]?.at)),
    version: row.version,
  }
}

function ownersOf(row: StoredRow, people: ReadonlyMap<string, CouncilPerson>): RowOwner[] {
  return row.owners
    .map(({ id, role, personId, name }): RowOwner => {
      const person = personId === null ? undefined : people.get(personId)
      return { id, role, person, name: person ? displayName(person) : name }
    })
    .toSorted((one, other) => Number(one.role === 'head') - Number(other.role === 'head'))
}

function dueOf(row: StoredRow): Due {
  const [from, on] = [dateIn(row.dueFrom), dateIn(row.dueOn)]
  switch (row.due) {
    case 'date':
      return on === undefined ? { kind: 'none' } : { kind: 'date', on, recurs: row.dueRecurs }
    case 'range':
      return from === undefined || on === undefined ? { kind: 'none' } : { kind: 'range', from, on }
    case 'recurrence':
      return { kind: 'recurrence', on }
    case 'event':
      return { kind: 'event', happenedOn: dateIn(row.eventOn) }
    case 'standing':
      return { kind: 'standing' }
    case 'none':
      return { kind: 'none' }
  }
}

function dateIn(column: Date | null | undefined): string | undefined {
  return column ? dateOfColumn(column) : undefined
}

/** The columns of a due time. */
export function dueColumns(due: Due) {
  const columns = { due: due.kind, dueFrom: null, dueOn: null, dueRecurs: false, eventOn: null }
  switch (due.kind) {
    case 'date':
      return { ...columns, dueOn: columnOfDate(due.on), dueRecurs: due.recurs }
    case 'range':
      return { ...columns, dueFrom: columnOfDate(due.from), dueOn: columnOfDate(due.on) }
    case 'recurrence':
      return { ...columns, dueOn: due.on === undefined ? null : columnOfDate(due.on) }
    case 'event':
      return { ...columns, eventOn: due.happenedOn === undefined ? null : columnOfDate(due.happenedOn) }
    case 'standing':
    case 'none':
      return columns
  }
}
