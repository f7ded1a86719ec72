import { z } from 'zod'
import { civilDate, columnOfDate, dateOfColumn, isAfter, toInstant } from '../calendar/civil.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { changeFactsOf } from './change-facts.ts'
import { dayOf, isDay, isOverdue, standingOf } from './rules.ts'
import type { EntryAtHand, ProgrammeMeeting } from './types.ts'

/** Where the clock of the council is: a house, or a transaction with the zone of its house. */
export type ProgrammeRows = CouncilRows & {
  readonly now: Tx['now'] | House['now']
  readonly timeZone: string
}

const withChanges = {
  changes: { orderBy: { at: 'desc' }, select: { at: true, before: true, after: true } },
} satisfies Prisma.ProgrammeEntryInclude
type EntryRow = Prisma.ProgrammeEntryGetPayload<{ include: typeof withChanges }>

/** The programme of a committee in its order: by day, and within a day or section by place. */
export async function programmeOf(rows: ProgrammeRows, committeeId: string): Promise<EntryAtHand[]> {
  const found = await rows.db.programmeEntry.findMany({
    where: { councilId: rows.councilId, committeeId },
    include: withChanges,
  })
  return inOrder(await atHand(rows, committeeId, found))
}

/** One entry, whatever its committee; `undefined` where this council has no such entry. */
export async function entryAtHand(rows: ProgrammeRows, entryId: string): Promise<EntryAtHand | undefined> {
  const found = await rows.db.programmeEntry.findFirst({
    where: { councilId: rows.councilId, id: entryId },
    include: withChanges,
  })
  return found ? (await atHand(rows, found.committeeId, [found]))[0] : undefined
}

/** A meeting of a committee as its programme needs it. */
export async function programmeMeeting(
  rows: CouncilRows,
  committeeId: string,
  meetingId: string,
): Promise<ProgrammeMeeting | undefined> {
  const [found] = await meetings(rows, { committeeId, id: meetingId })
  return found
}

/** The meetings of a committee for which something can be put down, soonest first. */
export async function meetingsToPutDown(
  rows: ProgrammeRows,
  committeeId: string,
): Promise<ProgrammeMeeting[]> {
  const now = nowOf(rows)
  const found = await meetings(rows, { committeeId, state: 'scheduled' })
  return found.filter(({ endsAt, sitting }) => isAfter(endsAt, now) && sitting !== 'inquorate')
}

function nowOf({ now }: Pick<ProgrammeRows, 'now'>): Tx['now'] {
  return typeof now === 'function' ? now() : now
}

export function inOrder(entries: readonly EntryAtHand[]): EntryAtHand[] {
  const rank = (entry: EntryAtHand) => [
    dayOf(entry),
    entry.meeting?.startTime ?? '',
    String(entry.position).padStart(6, '0'),
    entry.createdAt.toString(),
    entry.id,
  ]
  return entries
    .map((entry) => ({ entry, rank: rank(entry).join('/') }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ entry }) => entry)
}

const scores = z.record(z.string(), z.number())
/** What a change of a meeting keeps of it: meetings/changes.ts. */
const face = z.looseObject({ date: z.iso.date() })
const putDown = z.looseObject({ meetingId: z.string().nullish() })

async function atHand(
  rows: ProgrammeRows,
  committeeId: string,
  found: readonly EntryRow[],
): Promise<EntryAtHand[]> {
  const { councilId, db } = rows
  const now = nowOf(rows)
  const today = civilDate(now, rows.timeZone)
  const ids = found.flatMap(({ meetingId }) => meetingId ?? [])
  // A printed day finds its meeting as soon as there is one.
  const days = found.flatMap(({ meetingId, printedDate }) =>
    meetingId === null && isDay(printedDate) ? [columnOfDate(printedDate)] : [],
  )
  const held = await meetings(rows, { committeeId, OR: [{ id: { in: ids } }, { date: { in: days } }] })
  const proposers = await db.person.findMany({
    where: { councilId, id: { in: found.flatMap(({ proposerId }) => proposerId ?? []) } },
    select: { id: true, name: true, title: true, slackUserId: true },
  })
  return found.map((row) => {
    const meeting =
      row.meetingId === null
        ? held.find(({ date, state }) => date === row.printedDate && state === 'scheduled')
        : held.find(({ id }) => id === row.meetingId)
    const proposer = proposers.find(({ id }) => id === row.proposerId)
    const decideBy = row.decideBy ? dateOfColumn(row.decideBy) : undefined
    return {
      id: row.id,
      committeeId: row.committeeId,
      kind: row.kind,
      state: row.state,
      standing: standingOf(row, meeting, { now, today: today.toString() }),
      title: row.title,
      reason: row.reason,
      outcomeWanted: row.outcomeWanted,
      lead: row.lead,
      scope: row.scope,
      scores: scores.parse(row.scores),
      scoreText: row.scoreText,
      meeting,
      movedFrom: movedSince(row, meeting),
      printedDate: row.printedDate,
      position: row.position,
      proposer: proposer && {
        id: proposer.id,
        name: displayName(proposer),
        onSlack: proposer.slackUserId !== null,
      },
      relayed: row.proposerId !== null && row.byId !== row.proposerId,
      proposedAt: row.proposedAt ? toInstant(row.proposedAt) : undefined,
      decideBy,
      overdue: row.state === 'proposed' && isOverdue(decideBy, today),
      decisionReason: row.decisionReason,
      sourceKey: row.sourceKey ?? undefined,
      createdAt: toInstant(row.createdAt),
      changedOn: civilDate(toInstant(row.changes[0]?.at ?? row.createdAt), rows.timeZone).toString(),
      changes: row.changes.filter(({ before }) => Object.keys(changeFactsOf(before)).length > 0).length,
      version: row.version,
    }
  })
}

/** The day from which the meeting was put off after the entry was put down for it. */
function movedSince(row: EntryRow, meeting: ProgrammeMeeting | undefined): string | undefined {
  if (!meeting?.moved || row.meetingId === null) return undefined
  const put = row.changes.find(({ after }) => putDown.safeParse(after).data?.meetingId === row.meetingId)
  return isAfter(meeting.moved.at, toInstant(put?.at ?? row.createdAt)) ? meeting.moved.from : undefined
}

async function meetings(rows: CouncilRows, where: Prisma.MeetingWhereInput): Promise<ProgrammeMeeting[]> {
  const { councilId } = rows
  const found = await rows.db.meeting.findMany({
    where: { ...where, councilId },
    include: {
      sittings: { where: { councilId }, select: { state: true } },
      changes: {
        where: { councilId, kinds: { has: 'moved' } },
        orderBy: { number: 'desc' },
        take: 1,
        select: { at: true, before: true },
      },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return found.map((row) => {
    const [move] = row.changes
    return {
      id: row.id,
      date: dateOfColumn(row.date),
      startTime: row.startTime,
      state: row.state,
      startsAt: toInstant(row.startsAt),
      endsAt: toInstant(row.endsAt),
      sitting: row.sittings[0]?.state,
      moved: move && { at: toInstant(move.at), from: face.parse(move.before).date },
    }
  })
}
