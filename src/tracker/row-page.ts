import { Temporal } from 'temporal-polyfill'
import { civilDate, dateOfColumn, toInstant } from '../calendar/civil.ts'
import { committeesWhereClerk, committeesWhereSitting, displayName } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { type Delivery, deliveriesOf } from './asked-delivery.ts'
import { owes } from './owner-acting.ts'
import { trackedRow } from './rows.ts'
import { type Standing, standingOf } from './rules.ts'
import type { Rag, TrackedRow } from './types.ts'

/** A time that runs, or ran, for a row. ISO civil dates. */
export interface ClockOnPage {
  readonly kind: Prisma.TrackerClockGetPayload<object>['kind']
  readonly startedOn: string
  readonly startedBy: string
  readonly dueOn: string
  readonly rule: string
  readonly struckWhy: string | undefined
}

/** Something that happened to a row. Of a closed one, and of an answer that is not public, without anybody's words. */
export type HistoryEntry = { readonly at: Temporal.Instant; readonly by: string | undefined } & (
  | {
      readonly kind: 'change'
      readonly change: Prisma.TrackerChangeGetPayload<object>['kind']
      readonly metOn: string | undefined
      readonly minute: string
      readonly why: string
    }
  | {
      readonly kind: 'update'
      readonly update: Prisma.TrackerUpdateGetPayload<object>['kind']
      readonly on: string
      readonly quarter: string
      readonly rag: Rag | undefined
      readonly text: string
    }
  | {
      readonly kind: 'response'
      readonly state: Prisma.TrackerResponseGetPayload<object>['state']
      readonly body: string
      readonly consideredOn: string
      readonly minute: string
      readonly reasons: string
      readonly proposed: string
    }
  | {
      readonly kind: 'answer'
      readonly isPublic: boolean
      readonly text: string
      readonly fileName: string
      readonly standing: 'shared' | 'waiting' | 'sentBack' | 'kept'
    }
  | {
      readonly kind: 'wish'
      readonly wish: Prisma.OwnerWishGetPayload<object>['kind']
      readonly state: Prisma.OwnerWishGetPayload<object>['state']
      readonly until: string | undefined
      readonly proposed: string
      readonly why: string
      readonly decidedWhy: string
    }
  | {
      readonly kind: 'asked'
      readonly step: Prisma.EscalationGetPayload<object>['step']
      readonly outcome: Prisma.EscalationGetPayload<object>['outcome']
      readonly whom: string | undefined
      /** Of what went into a message of its own. */
      readonly delivery: Delivery | undefined
      readonly hasSeen: boolean
    }
)

export interface RowPage {
  readonly row: TrackedRow
  readonly committeeName: string
  readonly standing: Standing
  readonly today: string
  readonly timeZone: string
  readonly forClerk: boolean
  /** Owes it, or answers for whoever does. */
  readonly isTheirs: boolean
  readonly supersededBy: string | undefined
  readonly transferredTo: string | undefined
  readonly clocks: readonly ClockOnPage[]
  /** The newest first. */
  readonly history: readonly HistoryEntry[]
}

/** The committees whose closed business somebody may know of: those they sit on or clerk. */
export async function closedBusinessOf(house: House, personId: string): Promise<string[]> {
  const today = civilDate(house.now(), house.timeZone).toString()
  const sits = await committeesWhereSitting(house, personId, today, { substitutes: true })
  const clerks = await committeesWhereClerk(house, personId)
  return [...new Set([...sits, ...clerks].map(({ id }) => id))]
}

/**
 * A row with its whole history, as this person may see it.
 *
 * @returns nothing where there is no such row, or it is of closed business that is not theirs to know: it is that of its
 * members and clerks, and of whoever owes it, since they are asked for it by its reference
 */
export async function rowPage(house: House, personId: string, rowId: string): Promise<RowPage | undefined> {
  const row = await trackedRow(house, rowId)
  if (!row) return undefined
  const today = civilDate(house.now(), house.timeZone).toString()
  const isTheirs = await owes(house, row, personId, today)
  if (row.isClosed && !isTheirs && !(await closedBusinessOf(house, personId)).includes(row.committeeId))
    return undefined
  const { councilId, db } = house
  const forClerk = (await committeesWhereClerk(house, personId)).some(({ id }) => id === row.committeeId)
  const committee = await db.committee.findFirst({ where: { councilId, id: row.committeeId } })
  const clocks = await db.trackerClock.findMany({ where: { councilId, rowId }, orderBy: { at: 'asc' } })
  return {
    row,
    committeeName: committee?.name ?? '',
    standing: standingOf(row, today),
    today,
    timeZone: house.timeZone,
    forClerk,
    isTheirs,
    supersededBy: await referenceOf(house, row.supersededById),
    transferredTo: await referenceOf(house, row.transferredToId),
    clocks: clocks.map((clock) => ({
      kind: clock.kind,
      startedOn: dateOfColumn(clock.startedOn),
      startedBy: clock.startedBy,
      dueOn: dateOfColumn(clock.dueOn),
      rule: clock.rule,
      // Of closed business not a word goes into Slack (law 3).
      struckWhy: clock.struckAt ? (row.isClosed ? '' : clock.struckWhy) : undefined,
    })),
    history: await historyOf(house, row, forClerk),
  }
}

async function referenceOf(house: House, id: string | undefined): Promise<string | undefined> {
  return id === undefined ? undefined : (await trackedRow(house, id))?.reference
}

async function historyOf(house: House, row: TrackedRow, forClerk: boolean): Promise<HistoryEntry[]> {
  const where = { councilId: house.councilId, rowId: row.id }
  const { db } = house
  const changes = await db.trackerChange.findMany({ where })
  const updates = await db.trackerUpdate.findMany({ where })
  const responses = await db.trackerResponse.findMany({ where })
  const answers = await db.trackerAnswer.findMany({ where, omit: { bytes: true } })
  const wishes = await db.ownerWish.findMany({ where })
  const asked = forClerk ? await askingOf(house, row) : []
  const deliveries = await deliveriesOf(
    house,
    asked.map(({ messageKey }) => messageKey),
  )
  const names = await namesOf(
    house,
    [changes, updates, responses, answers, wishes].flat().map(({ byId }) => byId),
    [...wishes.map(({ proposedId }) => proposedId), ...asked.map(({ personId }) => personId)],
  )
  // Of closed business not a word goes into Slack (law 3): what was done and when is all that is said.
  const said = (text: string) => (row.isClosed ? '' : text)
  const entries: HistoryEntry[] = [
    ...changes.map(
      (one): HistoryEntry => ({
        kind: 'change',
        ...stamped(one, names),
        change: one.kind,
        metOn: one.metOn ? dateOfColumn(one.metOn) : undefined,
        minute: one.minute,
        why: said(one.why),
      }),
    ),
    ...updates.map(
      (one): HistoryEntry => ({
        kind: 'update',
        ...stamped(one, names),
        ...(said(one.byName) === '' ? {} : { by: one.byName }),
        update: one.kind,
        on: dateOfColumn(one.on),
        quarter: one.quarter,
        rag: one.rag ?? undefined,
        text: said(one.text),
      }),
    ),
    ...responses.map(
      (one): HistoryEntry => ({
        kind: 'response',
        ...stamped(one, names),
        state: one.state,
        body: said(one.body),
        consideredOn: dateOfColumn(one.consideredOn),
        minute: one.minute,
        reasons: said(one.reasons),
        proposed: said(one.proposed),
      }),
    ),
    ...answers
      .filter(({ sharedAt }) => forClerk || sharedAt)
      .map((one): HistoryEntry => {
        const isPublic = one.access === 'public' && !row.isClosed
        return {
          kind: 'answer',
          ...stamped(one, names),
          isPublic,
          text: isPublic ? one.text : '',
          fileName: isPublic ? one.fileName : '',
          standing: standingOfAnswer(one),
        }
      }),
    ...wishes
      .filter(() => forClerk)
      .map(
        (one): HistoryEntry => ({
          kind: 'wish',
          ...stamped(one, names),
          wish: one.kind,
          state: one.state,
          until: one.until ? dateOfColumn(one.until) : undefined,
          proposed: said(one.proposedId ? (names.get(one.proposedId) ?? '') : one.proposedName),
          why: said(one.why),
          decidedWhy: said(one.decidedWhy),
        }),
      ),
    ...asked.map(
      (one): HistoryEntry => ({
        kind: 'asked',
        at: toInstant(one.at),
        by: undefined,
        step: one.step,
        outcome: one.outcome,
        whom: one.personId ? names.get(one.personId) : undefined,
        delivery: deliveries.get(one.messageKey),
        hasSeen: one.acknowledgedAt !== null,
      }),
    ),
  ]
  return entries.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
}

/** Each step of asking that was about this row; the rows of a resolution share them. */
async function askingOf({ councilId, db }: House, row: TrackedRow) {
  return db.escalation.findMany({
    where: { councilId, groupKey: row.groupKey, rowIds: { has: row.id } },
  })
}

function stamped(one: { readonly at: Date; readonly byId: string }, names: ReadonlyMap<string, string>) {
  return { at: toInstant(one.at), by: one.byId === SCRUTINEER ? undefined : names.get(one.byId) }
}

function standingOfAnswer(answer: {
  readonly sharedAt: Date | null
  readonly clearance: Prisma.TrackerAnswerGetPayload<object>['clearance']
}) {
  if (answer.sharedAt) return 'shared'
  if (answer.clearance === 'sentBack') return 'sentBack'
  return answer.clearance === 'waiting' ? 'waiting' : 'kept'
}

async function namesOf(
  { councilId, db }: House,
  actors: readonly string[],
  more: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...actors, ...more].filter((id) => id !== null && id !== SCRUTINEER && UUID.test(id))
  const people = await db.person.findMany({
    where: { councilId, id: { in: [...new Set(ids)].filter((id) => id !== null) } },
    select: { id: true, name: true, title: true },
  })
  return new Map(people.map((person) => [person.id, displayName(person)]))
}

/** Imports and the command line act under names of their own. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
