import { civilDate, instantOf, isAfter, toDate } from '../calendar/civil.ts'
import { clerksOf, displayName, isClerk, personById } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { lockCommittee } from '../meetings/locks.ts'
import { packReadingMessage } from '../meetings/messages.ts'
import { meetingsOnDay, type ScheduleRefusal, scheduleMeeting } from '../meetings/schedule-meeting.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { givePack } from '../publications/give-pack.ts'
import { siteMessageKinds } from './messages.ts'
import { comparison, onSiteOf, proposalOf } from './present-state.ts'
import { isRoom, type OnSite, standingOf } from './rules.ts'
import { storedPapers } from './seen-papers.ts'

/**
 * - `not-known`: the proposal is of another time or council; nothing to settle
 * - `not-a-clerk`: only a clerk of that committee decides; ask one of them
 * - `already-settled`: somebody has, or it has settled itself
 * - `time-unknown`: the site's time cannot be understood; publish the pack, or ask for the right time there
 * - `is-over`: the meeting has begun or is past
 * - `another-that-day`: the committee meets once a day, and meets then already
 * - the refusals of scheduling: what stands on that day is decided first
 */
export type SettleRefusal =
  | { readonly code: 'not-known' }
  | { readonly code: 'not-a-clerk'; readonly committee: string; readonly clerks: readonly string[] }
  | { readonly code: 'already-settled'; readonly byName: string | undefined }
  | { readonly code: 'time-unknown'; readonly time: string }
  | { readonly code: 'is-over' }
  | { readonly code: 'another-that-day'; readonly date: string }
  | ScheduleRefusal

export interface SettleProposal {
  readonly by: string
  readonly proposalId: string
}

/** What the site says has become of a meeting. */
export interface ProposedChange {
  readonly meetingId: string
  readonly to: 'scheduled' | 'cancelled' | 'postponed'
  /** What is another there; the rest stays as it is here. */
  readonly other: Partial<Pick<OnSite, 'date' | 'startTime' | 'venue'>>
}

export type Taken =
  | { readonly kind: 'scheduled'; readonly date: string; readonly startTime: string }
  /** To be read now. */
  | { readonly kind: 'given'; readonly packId: string }
  /** It is done in the form for changing a meeting. */
  | ({ readonly kind: 'change' } & ProposedChange)

/** Do what a proposal proposes: schedule the meeting, or have the paper read for this clerk to check. */
export async function takeProposal(
  house: House,
  act: SettleProposal,
): Promise<Outcome<Taken, SettleRefusal>> {
  const outcome = await house.transact(act.by, async (tx): Promise<Outcome<Step, SettleRefusal>> => {
    const open = await openProposal(tx, act, house.timeZone)
    if (!open.ok) return open
    const row = open.value
    switch (proposalOf(row).kind) {
      case 'meeting':
        return schedule(tx, house.timeZone, row)
      case 'pack':
      case 'supplement':
        return takePaper(tx, row)
      case 'cancelled':
      case 'restored':
      case 'moved':
        return change(row)
    }
  })
  if (!outcome.ok) return outcome
  const step = outcome.value
  if (step.kind !== 'paper') return done(step)
  const packId = await givePaper(house, { ...act, address: step.address })
  return packId === undefined ? refused({ code: 'not-known' }) : done({ kind: 'given', packId })
}

type Step = Taken | { readonly kind: 'paper'; readonly address: string }

/** The clerks do not want it. Dismissing twice is the same as once. */
export async function dismissProposal(
  house: House,
  act: SettleProposal,
): Promise<Outcome<undefined, SettleRefusal>> {
  return house.transact(act.by, async (tx) => {
    const open = await openProposal(tx, act, house.timeZone)
    if (!open.ok) return open
    await settle(tx, open.value, 'dismissed')
    return done(undefined)
  })
}

/**
 * Give a paper that was taken to be read: its clerk gets the message with the button to check it.
 *
 * @returns `undefined` when this person is no clerk any more
 */
export async function givePaper(
  house: House,
  act: SettleProposal & { readonly address: string },
): Promise<string | undefined> {
  const given = await givePack(house, {
    by: act.by,
    pack: { source: 'address', address: act.address },
    tellFor: act.proposalId,
  })
  if (!given.ok) return undefined
  const { packId } = given.value
  await house.db.siteProposal.updateMany({
    where: { councilId: house.councilId, id: act.proposalId },
    data: { packId },
  })
  return packId
}

const withSeen = { seen: { include: { watched: { include: { committee: true } } } } } as const
type ProposalRow = Prisma.SiteProposalGetPayload<{ include: typeof withSeen }>

/** The proposal, held until the transaction ends, while it still asks something of this person. */
async function openProposal(
  tx: Tx,
  { by, proposalId }: SettleProposal,
  timeZone: string,
): Promise<Outcome<ProposalRow, SettleRefusal>> {
  await tx.db.$queryRaw`SELECT "id"::text FROM "SiteProposal"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id"::text = ${proposalId} FOR UPDATE`
  const where = { councilId: tx.councilId, id: proposalId }
  const row = isId(proposalId) ? await tx.db.siteProposal.findFirst({ where, include: withSeen }) : null
  if (!row) return refused({ code: 'not-known' })
  const { committee } = row.seen.watched
  if (!(await isClerk(tx, committee.id, by))) {
    const clerks = (await clerksOf(tx, committee.id)).map(displayName)
    return refused({ code: 'not-a-clerk', committee: committee.name, clerks })
  }
  if (row.state !== 'open') {
    const who = row.byId === null ? undefined : await personById(tx, row.byId)
    return refused({ code: 'already-settled', byName: who && displayName(who) })
  }
  const today = civilDate(tx.now, timeZone).toString()
  const standing = standingOf(proposalOf(row), await comparison(tx, row.seen), today)
  return standing === 'open' ? done(row) : refused({ code: 'already-settled', byName: undefined })
}

/** A button's value is ours; a hand-made one must not reach a column of ids. */
function isId(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}

async function takePaper(tx: Tx, row: ProposalRow): Promise<Outcome<Step, SettleRefusal>> {
  const address = addressOf(row)
  if (address === undefined) return refused({ code: 'not-known' })
  await settle(tx, row, 'taken')
  const read = row.packId === null ? null : await readAlready(tx, row.packId)
  if (!read) return done({ kind: 'paper', address })
  // Read already to be published by itself, and left to a clerk: to this one now.
  await tx.db.pack.update({ where: { councilId: tx.councilId, id: read.id }, data: { createdById: tx.by } })
  await tx.show(packReadingMessage({ packId: read.id, clerkId: tx.by, slot: row.id }))
  return done({ kind: 'given', packId: read.id })
}

function readAlready(tx: Tx, packId: string): Promise<{ id: string } | null> {
  return tx.db.pack.findFirst({
    where: { councilId: tx.councilId, id: packId, state: { in: ['draft', 'unreadable'] } },
    select: { id: true },
  })
}

/** It is made in the form for changing a meeting, which settles this when it is done. */
function change({ kind, what, seen }: ProposalRow): Outcome<Step, SettleRefusal> {
  if (seen.meetingId === null) return refused({ code: 'not-known' })
  const to = kind !== 'cancelled' ? 'scheduled' : what === 'postponed' ? 'postponed' : 'cancelled'
  const { date, startTime, venue } = onSiteOf(seen)
  const other = kind !== 'moved' ? {} : isRoom(what) ? { venue } : { date, startTime }
  return done({ kind: 'change', meetingId: seen.meetingId, to, other })
}

async function schedule(tx: Tx, timeZone: string, row: ProposalRow): Promise<Outcome<Step, SettleRefusal>> {
  const { seen } = row
  const { committee } = seen.watched
  const { date, startTime, venue } = onSiteOf(seen)
  if (startTime === undefined) return refused({ code: 'time-unknown', time: seen.time })
  if (!isAfter(instantOf(date, startTime, timeZone), tx.now)) return refused({ code: 'is-over' })
  // Two clerks at once make one meeting.
  await lockCommittee(tx, committee.id)
  const others = await meetingsOnDay(tx, committee.id, date)
  if (others.some((meeting) => meeting.state === 'scheduled'))
    return refused({ code: 'another-that-day', date })
  const { plannedMinutes } = committee
  const facts = { committeeId: committee.id, date, startTime, venue, timeZone, plannedMinutes }
  const meeting = await scheduleMeeting(tx, facts)
  if (!meeting.ok) return meeting
  await tx.db.seenMeeting.update({
    where: { councilId: tx.councilId, id: seen.id },
    data: { meetingId: meeting.value.id },
  })
  await settle(tx, row, 'taken')
  return done({ kind: 'scheduled', date, startTime })
}

/** @param row held by `openProposal` */
async function settle(tx: Tx, row: ProposalRow, state: 'taken' | 'dismissed'): Promise<void> {
  await tx.db.siteProposal.update({
    where: { councilId: tx.councilId, id: row.id },
    data: { state, byId: tx.by, settledAt: toDate(tx.now) },
  })
  const { committeeId } = row.seen.watched
  tx.audit(`site.proposal-${state}`, { proposal: row.id, kind: row.kind }, committeeId)
  await tx.refresh({ kind: siteMessageKinds.proposals, subject: row.seenId })
}

/** Where the paper may be read: of a pack the meeting's page, as a clerk gives it to `/pack`. */
export function addressOf(row: {
  readonly kind: string
  readonly what: string
  readonly seen: { readonly papers: unknown }
}): string | undefined {
  if (row.kind === 'pack') return row.what
  return storedPapers(row.seen.papers).find((paper) => paper.key === row.what)?.address
}
