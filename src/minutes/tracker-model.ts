import { z } from 'zod'
import { civilDate, dateOfColumn, toDate, toInstant } from '../calendar/civil.ts'
import { displayName } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { ResponseState } from '../tracker/response-rules.ts'
import { trackedRows } from '../tracker/rows.ts'
import { dueDayOf, type Standing, standingOf } from '../tracker/rules.ts'
import { RAGS, type Rag, type TrackedRow } from '../tracker/types.ts'

/** A row of the tracker as a paper prints it: what it is, and everything that has been said of it. */
export interface PrintedRow {
  readonly row: TrackedRow
  readonly standing: Standing
  /** By which it is asked for: ISO civil date. */
  readonly dueDay: string | undefined
  readonly timesMoved: number
  /** The colours it had, with the day until which; the latest first. */
  readonly ragsBefore: readonly { readonly rag: Rag | undefined; readonly until: string }[]
  readonly updates: readonly {
    readonly kind: 'progress' | 'done' | 'outcome' | 'note' | 'event'
    readonly quarter: string
    readonly on: string
    readonly text: string
    readonly by: string
  }[]
  /** What was answered to a recommendation, the latest last. */
  readonly responses: readonly PrintedResponse[]
  /** Answers that reached the committee. Of one that is not for the public nothing but that it came. */
  readonly answers: readonly { readonly on: string; readonly text: string | undefined }[]
  /** When the committee closed it, and by which minute. */
  readonly closedAt: { readonly metOn: string; readonly minute: string } | undefined
  /** The reference that took its place or carries it on. */
  readonly goesOnAs: string | undefined
  /** How far asking has gone for the day by which it is due now: a day that was moved starts anew. */
  readonly asked: ReadonlySet<'headOfService' | 'agenda' | 'finalNotice' | 'letter'>
}

export interface PrintedResponse {
  readonly state: ResponseState
  readonly reasons: string
  readonly proposed: string
  readonly body: string
  readonly consideredOn: string
  readonly minute: string
  readonly publishedOn: string | undefined
}

export interface TrackerModel {
  readonly committeeId: string
  readonly committee: string
  /** ISO civil date of the paper. */
  readonly on: string
  /** The meeting that it is for; absent while none is planned. */
  readonly meetingOn: string | undefined
  /** The meeting since which what is over is printed once more. */
  readonly since: string | undefined
  readonly rows: readonly PrintedRow[]
}

/**
 * A committee's tracker as it stands, with what was closed since its last meeting: that is reported once more and then
 * leaves the paper.
 */
export async function trackerModel(house: House, committeeId: string): Promise<TrackerModel | undefined> {
  const { councilId, db } = house
  const committee = await db.committee.findFirst({
    where: { councilId, id: committeeId },
    select: { name: true },
  })
  if (!committee) return undefined
  const on = civilDate(house.now(), house.timeZone).toString()
  const planned = { councilId, committeeId, state: 'scheduled' as const }
  const now = toDate(house.now())
  const last = await db.meeting.findFirst({
    where: { ...planned, startsAt: { lte: now } },
    orderBy: { startsAt: 'desc' },
    select: { date: true, startsAt: true },
  })
  const next = await db.meeting.findFirst({
    where: { ...planned, startsAt: { gt: now } },
    orderBy: { startsAt: 'asc' },
    select: { date: true },
  })
  const over = await db.trackerChange.findMany({
    where: {
      councilId,
      kind: { in: ['closed', 'superseded', 'transferred'] },
      row: { councilId, committeeId, state: { in: ['closed', 'superseded', 'transferred'] } },
      ...(last ? { OR: [{ metOn: { gte: last.date } }, { at: { gte: last.startsAt } }] } : {}),
    },
    select: { rowId: true },
  })
  const rows = await trackedRows(house, {
    committeeId,
    OR: [{ state: { in: ['open', 'proposed', 'paused'] } }, { id: { in: over.map(({ rowId }) => rowId) } }],
  })
  return {
    committeeId,
    committee: committee.name,
    on,
    meetingOn: next ? dateOfColumn(next.date) : undefined,
    since: last ? dateOfColumn(last.date) : undefined,
    rows: (await printedRows(house, rows, on)).toSorted(inOrder),
  }
}

const byReference = new Intl.Collator('en-GB', { numeric: true })

/** As they were asked for: by meeting, and in it as they are numbered. */
function inOrder({ row: one }: PrintedRow, { row: other }: PrintedRow): number {
  const [a, b] = [one.metOn ?? '', other.metOn ?? '']
  return a === b ? byReference.compare(one.reference, other.reference) : a < b ? -1 : 1
}

const saidOfRow = (councilId: string) =>
  ({
    updates: { where: { councilId }, orderBy: [{ on: 'asc' }, { id: 'asc' }] },
    responses: { where: { councilId }, orderBy: { revision: 'asc' } },
    answers: {
      where: { councilId, sharedAt: { not: null } },
      orderBy: { number: 'asc' },
      select: { text: true, access: true, sharedAt: true },
    },
    changes: { where: { councilId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  }) satisfies Prisma.TrackerRowInclude

type SaidOfRow = Prisma.TrackerRowGetPayload<{ include: ReturnType<typeof saidOfRow> }>

/** Rows with everything that has been said of them, in a few queries however many they are. */
export async function printedRows(
  house: House,
  rows: readonly TrackedRow[],
  today: string,
): Promise<PrintedRow[]> {
  const { councilId, db } = house
  const ids = rows.map(({ id }) => id)
  const said = await db.trackerRow.findMany({
    where: { councilId, id: { in: ids } },
    include: saidOfRow(councilId),
  })
  const byId = new Map(said.map((one) => [one.id, one]))
  const names = await namesOf(house, said)
  const minutes = await minutesOfClosing(house, said)
  const after = await referencesOf(house, rows)
  const asked = await askedOf(house, rows)
  return rows.flatMap((row): PrintedRow[] => {
    const of = byId.get(row.id)
    if (!of) return []
    return [
      {
        row,
        standing: standingOf(row, today),
        dueDay: dueDayOf(row),
        timesMoved: of.changes.filter(({ kind }) => kind === 'dueMoved').length,
        ragsBefore: ragsBefore(of, house.timeZone),
        updates: of.updates.map(({ kind, quarter, on, text, byId: by, byName }) => ({
          kind,
          quarter,
          on: dateOfColumn(on),
          text,
          by: byName || (names.get(by) ?? ''),
        })),
        responses: of.responses.map((one) => ({
          ...one,
          consideredOn: dateOfColumn(one.consideredOn),
          publishedOn: one.publishedOn ? dateOfColumn(one.publishedOn) : undefined,
        })),
        answers: of.answers.flatMap(({ text, access, sharedAt }) =>
          sharedAt === null
            ? []
            : [
                {
                  on: civilDate(toInstant(sharedAt), house.timeZone).toString(),
                  text: access === 'public' ? text : undefined,
                },
              ],
        ),
        closedAt: closedAt(row, of, minutes),
        goesOnAs: after.get(row.supersededById ?? row.transferredToId ?? ''),
        asked: asked.get(row.id) ?? new Set(),
      },
    ]
  })
}

/** People by their ids; what Scrutineer or an operator noted names nobody. */
async function namesOf({ councilId, db }: House, said: readonly SaidOfRow[]): Promise<Map<string, string>> {
  const ids = said.flatMap(({ updates }) => updates.map(({ byId }) => byId))
  const known = [...new Set(ids)].filter((id) => z.uuid().safeParse(id).success)
  const people = await db.person.findMany({ where: { councilId, id: { in: known } } })
  return new Map(people.map((person) => [person.id, displayName(person)]))
}

/** A row is closed under an item, whose minute is numbered when the minutes are drafted. */
const underItem = z.looseObject({ record: z.uuid() })

async function minutesOfClosing(
  { councilId, db }: House,
  said: readonly SaidOfRow[],
): Promise<Map<string, string>> {
  const records = said.flatMap(({ changes }) =>
    changes.flatMap(({ after }) => {
      const at = underItem.safeParse(after)
      return at.success ? [at.data.record] : []
    }),
  )
  const items = await db.itemRecord.findMany({
    where: { councilId, id: { in: records } },
    select: { id: true, minuteNumber: true },
  })
  return new Map(
    items.flatMap(({ id, minuteNumber }) => (minuteNumber === null ? [] : [[id, String(minuteNumber)]])),
  )
}

function closedAt(
  row: TrackedRow,
  { changes }: SaidOfRow,
  minutes: ReadonlyMap<string, string>,
): PrintedRow['closedAt'] {
  const last = changes.findLast(({ kind }) => kind === 'closed')
  if (row.state !== 'closed' || !last?.metOn) return undefined
  const at = underItem.safeParse(last.after)
  const numbered = at.success ? minutes.get(at.data.record) : undefined
  return { metOn: dateOfColumn(last.metOn), minute: last.minute || (numbered ?? '') }
}

const noted = z.looseObject({ rag: z.union([z.enum(RAGS), z.literal(''), z.null()]) })

function ragsBefore({ changes }: SaidOfRow, timeZone: string): PrintedRow['ragsBefore'] {
  return changes
    .flatMap(({ before, at }) => {
      const was = noted.safeParse(before)
      if (!was.success) return []
      return [{ rag: was.data.rag || undefined, until: civilDate(toInstant(at), timeZone).toString() }]
    })
    .toReversed()
}

async function referencesOf(
  { councilId, db }: House,
  rows: readonly TrackedRow[],
): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ supersededById, transferredToId }) => supersededById ?? transferredToId ?? [])
  const after = await db.trackerRow.findMany({
    where: { councilId, id: { in: ids } },
    select: { id: true, reference: true },
  })
  return new Map(after.map(({ id, reference }) => [id, reference]))
}

const FAR = ['headOfService', 'agenda', 'finalNotice', 'letter'] as const

async function askedOf(
  { councilId, db }: House,
  rows: readonly TrackedRow[],
): Promise<Map<string, Set<(typeof FAR)[number]>>> {
  const steps = await db.escalation.findMany({
    where: {
      councilId,
      groupKey: { in: [...new Set(rows.map(({ groupKey }) => groupKey))] },
      step: { in: [...FAR] },
      outcome: 'sent',
    },
    select: { rowIds: true, step: true, dueOn: true },
  })
  const dueDays = new Map(rows.map((row) => [row.id, dueDayOf(row)]))
  const asked = new Map<string, Set<(typeof FAR)[number]>>()
  for (const { rowIds: about, step, dueOn } of steps) {
    const far = FAR.find((one) => one === step)
    if (!far) continue
    for (const id of about)
      if (dueOn && dateOfColumn(dueOn) === dueDays.get(id))
        asked.set(id, (asked.get(id) ?? new Set()).add(far))
  }
  return asked
}

/** Those that may be read by everybody, and apart from them those of closed business. */
export function openPart(model: TrackerModel): TrackerModel {
  return { ...model, rows: model.rows.filter(({ row }) => !row.isClosed) }
}

export function closedPart(model: TrackerModel): TrackerModel {
  return { ...model, rows: model.rows.filter(({ row }) => row.isClosed) }
}
