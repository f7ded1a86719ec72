import type { Temporal } from 'temporal-polyfill'
import { civilDate, toDate } from '../calendar/civil.ts'
import { type CommitteeFacts, type CouncilRows, isClerk, memberOn } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { lockCommittee } from '../meetings/locks.ts'
import { messageKinds } from '../meetings/messages.ts'
import { type Outcome, refused } from '../outcome.ts'
import { type TrackerSettings, trackerSettingsOf } from '../tracker/settings.ts'
import { differenceOf } from './change-facts.ts'
import { entryAtHand, type ProgrammeRows } from './entries.ts'
import type { EntryAtHand } from './types.ts'

/**
 * - `not-a-clerk`: the committee's clerks keep its programme
 * - `not-the-chair`: its Chair or a clerk decides
 */
export interface RoleRefusal {
  readonly code: 'not-a-clerk' | 'not-the-chair'
}

/**
 * - `entry-gone`: there is no such entry
 * - `entry-changed`: somebody has changed it since it was shown; look at it again
 */
export type EntryRefusal = RoleRefusal | { readonly code: 'entry-gone' | 'entry-changed' }

/** What somebody is to a committee and its programme today. */
export interface Roles {
  readonly isClerk: boolean
  readonly isChair: boolean
  /** Holds a seat; a named substitute holds none. */
  readonly isMember: boolean
}

export async function rolesOf(
  rows: ProgrammeRows,
  committeeId: string,
  personId: string,
  today: string,
): Promise<Roles> {
  const { councilId, db } = rows
  const seat = await memberOn(db, councilId, committeeId, today, personId)
  return {
    isClerk: await isClerk(rows, committeeId, personId),
    isChair: seat?.office === 'chair',
    isMember: seat !== undefined && seat.kind !== 'substitute',
  }
}

export interface HeldProgramme {
  readonly tx: Tx
  readonly rows: ProgrammeRows
  readonly settings: TrackerSettings
  readonly roles: Roles
  readonly today: Temporal.PlainDate
}

/** Do something to the programme of a committee, one after the other. */
export async function onProgramme<T, R extends { readonly code: string }>(
  house: House,
  act: { readonly by: string; readonly committeeId: string },
  work: (held: HeldProgramme) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R>> {
  return house.transact<Outcome<T, R>>(act.by, async (tx) => {
    await lockCommittee(tx, act.committeeId)
    const rows = { councilId: tx.councilId, db: tx.db, now: tx.now, timeZone: house.timeZone }
    const today = civilDate(tx.now, house.timeZone)
    const roles = await rolesOf(rows, act.committeeId, act.by, today.toString())
    return work({ tx, rows, roles, today, settings: await trackerSettingsOf(tx, act.committeeId) })
  })
}

/** An entry as it was shown to who acts on it. */
export interface OfEntry {
  readonly by: string
  readonly entryId: string
  readonly version: number
}

export interface HeldEntry extends HeldProgramme {
  readonly entry: EntryAtHand
}

/**
 * Do something to an entry: by a clerk of its committee, or by whomever `whyNotBy` lets, while it is as it was shown.
 */
export async function onEntry<T, R extends { readonly code: string }>(
  house: House,
  act: OfEntry,
  work: (held: HeldEntry) => Promise<Outcome<T, R | EntryRefusal>>,
  whyNotBy: (roles: Roles, entry: EntryAtHand) => R | EntryRefusal | undefined = onlyClerks,
): Promise<Outcome<T, R | EntryRefusal>> {
  const { councilId } = house
  const of = await house.db.programmeEntry.findFirst({
    where: { councilId, id: act.entryId },
    select: { committeeId: true },
  })
  if (!of) return refused({ code: 'entry-gone' })
  return onProgramme<T, R | EntryRefusal>(house, { by: act.by, ...of }, async (held) => {
    const entry = await entryAtHand(held.rows, act.entryId)
    if (!entry) return refused({ code: 'entry-gone' })
    const refusal = whyNotBy(held.roles, entry)
    if (refusal) return refused(refusal)
    if (entry.version !== act.version) return refused({ code: 'entry-changed' })
    return work({ ...held, entry })
  })
}

function onlyClerks({ isClerk: may }: Roles): EntryRefusal | undefined {
  return may ? undefined : { code: 'not-a-clerk' }
}

export function clerkOrChair({ isClerk: clerk, isChair }: Roles): EntryRefusal | undefined {
  return clerk || isChair ? undefined : { code: 'not-the-chair' }
}

export type EntryColumns = Prisma.ProgrammeEntryUncheckedUpdateInput

/**
 * Change an entry and keep what was changed, why and by which authority: the record that whoever varies the programme
 * between meetings owes the committee.
 */
export async function changeEntry(
  { tx }: Pick<HeldProgramme, 'tx'>,
  entry: Pick<EntryAtHand, 'id' | 'committeeId'>,
  columns: EntryColumns,
  how: { readonly what: string; readonly why: string; readonly delegated: boolean },
): Promise<void> {
  const { councilId } = tx
  const where = { id: entry.id, councilId }
  const was = await tx.db.programmeEntry.findUniqueOrThrow({ where })
  const is = await tx.db.programmeEntry.update({ where, data: { ...columns, version: { increment: 1 } } })
  const { names, before, after } = differenceOf(was, is)
  await tx.db.programmeChange.create({
    data: {
      councilId,
      entryId: entry.id,
      before,
      after,
      why: how.why,
      delegated: how.delegated,
      at: toDate(tx.now),
      byId: tx.by,
    },
  })
  tx.audit(how.what, { entry: entry.id, changed: names, delegated: how.delegated }, entry.committeeId)
  await refreshProposal(tx, entry.id)
}

/** Make true again what stands in Slack about a proposal. */
async function refreshProposal(tx: Tx, entryId: string): Promise<void> {
  for (const kind of [messageKinds.proposal, messageKinds.proposalOverdue, messageKinds.proposalDecided])
    await tx.refresh({ kind, subject: entryId })
}

/** The place after the last of its meeting or section. */
export async function lastPosition(
  { councilId, db }: CouncilRows,
  committeeId: string,
  meetingId: string | null,
): Promise<number> {
  const { _max } = await db.programmeEntry.aggregate({
    where: { councilId, committeeId, meetingId },
    _max: { position: true },
  })
  return (_max.position ?? 0) + 1
}

/** The committees of a council, by name: everybody may see their programmes. */
export async function allCommittees({
  councilId,
  db,
}: CouncilRows): Promise<Pick<CommitteeFacts, 'id' | 'name'>[]> {
  return db.committee.findMany({
    where: { councilId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}
