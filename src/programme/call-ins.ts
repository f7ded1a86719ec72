import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { civilDate, columnOfDate, dateOfColumn, toInstant } from '../calendar/civil.ts'
import { later } from '../calendar/days.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { Tx } from '../database/transact.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { messageKinds } from '../meetings/messages.ts'
import type { CallInAtHand, CallInOutcome, CallInRule, Requester } from './call-in-rules.ts'
import { programmeMeeting } from './entries.ts'
import { callInCard, callInForClerks } from './messages.ts'
import type { ProgrammeMeeting } from './types.ts'

export interface CallInRequester {
  readonly requestId: string
  readonly personId: string
  readonly name: string
  readonly grounds: readonly string[]
  readonly reason: string
  readonly at: Temporal.Instant
  /** A clerk entered it for them. */
  readonly relayed: boolean
}

/** A decision that can be called in, or was, as it stands. */
export interface CallInRow extends CallInAtHand {
  readonly id: string
  readonly committeeId: string
  readonly title: string
  readonly reference: string
  readonly decidedBy: string
  readonly rule: CallInRule
  readonly requests: readonly CallInRequester[]
  readonly calledAt: Temporal.Instant | undefined
  /** ISO civil date. */
  readonly meetBy: string | undefined
  readonly meeting: ProgrammeMeeting | undefined
  readonly outcome: CallInOutcome | undefined
  readonly outcomeWhy: string
  readonly outcomeMinute: string
  readonly at: Temporal.Instant
  readonly version: number
}

const rule = z.object({
  requesters: z.number().int().positive(),
  windowDays: z.number().int().positive(),
  meetWithin: z.number().int().positive(),
  grounds: z.array(z.string()),
}) satisfies z.ZodType<CallInRule>

const withRequests = {
  requests: { where: { withdrawnAt: null }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.CallInInclude

/** The call-ins of a committee, or of all, the latest first. */
export async function callInsOf(rows: CouncilRows, committeeId?: string): Promise<CallInRow[]> {
  const found = await rows.db.callIn.findMany({
    where: { councilId: rows.councilId, ...(committeeId === undefined ? {} : { committeeId }) },
    include: withRequests,
    orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
  })
  return atHand(rows, found)
}

export async function callInAtHand(rows: CouncilRows, callInId: string): Promise<CallInRow | undefined> {
  const found = await rows.db.callIn.findFirst({
    where: { councilId: rows.councilId, id: callInId },
    include: withRequests,
  })
  return found ? (await atHand(rows, [found]))[0] : undefined
}

async function atHand(
  rows: CouncilRows,
  found: readonly Prisma.CallInGetPayload<{ include: typeof withRequests }>[],
): Promise<CallInRow[]> {
  const people = await rows.db.person.findMany({
    where: {
      councilId: rows.councilId,
      id: { in: found.flatMap(({ requests }) => requests.map(({ personId }) => personId)) },
    },
    select: { id: true, name: true, title: true },
  })
  const names = new Map(people.map((person) => [person.id, displayName(person)]))
  const made: CallInRow[] = []
  for (const row of found)
    made.push({
      id: row.id,
      committeeId: row.committeeId,
      title: row.title,
      reference: row.reference,
      decidedBy: row.decidedBy,
      publishedOn: dateOfColumn(row.publishedOn),
      closesOn: dateOfColumn(row.closesOn),
      rule: rule.parse(row.rule),
      state: row.state,
      requests: row.requests.map((one) => ({
        requestId: one.id,
        personId: one.personId,
        name: names.get(one.personId) ?? '',
        grounds: one.grounds,
        reason: one.reason,
        at: toInstant(one.at),
        relayed: one.byId !== one.personId,
      })),
      calledAt: row.calledAt ? toInstant(row.calledAt) : undefined,
      meetBy: row.meetBy ? dateOfColumn(row.meetBy) : undefined,
      meeting:
        row.meetingId === null ? undefined : await programmeMeeting(rows, row.committeeId, row.meetingId),
      outcome: row.outcome ?? undefined,
      outcomeWhy: row.outcomeWhy,
      outcomeMinute: row.outcomeMinute,
      at: toInstant(row.at),
      version: row.version,
    })
  return made
}

/** The day of the last request: of one that came on paper the day on which it came. */
export function lastAsked({ requests }: Pick<CallInRow, 'requests'>, timeZone: string): Temporal.PlainDate {
  const days = requests.map(({ at }) => civilDate(at, timeZone))
  const [first, ...others] = days
  if (!first) throw new Error('nobody has asked')
  return others.reduce(later, first)
}

/** What somebody is to call-in on a civil date. */
export async function requesterOf(
  { councilId, db }: CouncilRows,
  personId: string,
  date: string,
): Promise<Requester> {
  const day = columnOfDate(date)
  const seats = await db.seat.findMany({
    where: {
      councilId,
      occupancies: {
        some: { councilId, personId, since: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] },
      },
    },
    select: { kind: true },
  })
  const isExecutive = (await db.councilRole.count({ where: { councilId, personId, duty: 'executive' } })) > 0
  return {
    isCouncillor: seats.some(({ kind }) => kind === 'member'),
    isSubstituteOnly: seats.length > 0 && seats.every(({ kind }) => kind === 'substitute'),
    isExecutive,
  }
}

/** Everybody who sits on a committee of the council as a member of it on a civil date, on Slack or not, by name. */
export async function councillorsOn(
  { councilId, db }: CouncilRows,
  date: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const day = columnOfDate(date)
  const held = await db.seatOccupancy.findMany({
    where: {
      councilId,
      since: { lte: day },
      OR: [{ until: null }, { until: { gte: day } }],
      seat: { councilId, kind: 'member' },
    },
    select: { personId: true },
  })
  const people = await db.person.findMany({
    where: { councilId, id: { in: held.map(({ personId }) => personId) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, title: true },
  })
  return people.map((person) => ({ id: person.id, name: displayName(person) }))
}

/** Whose committee it is, by its channels. */
export interface CommitteePlaces {
  readonly channelId: string | undefined
  readonly clerksChannelId: string | undefined
}

export async function placesOf(
  { councilId, db }: CouncilRows,
  committeeId: string,
): Promise<CommitteePlaces> {
  const row = await db.committee.findFirst({
    where: { councilId, id: committeeId },
    select: { channelId: true, clerksChannelId: true },
  })
  return { channelId: row?.channelId ?? undefined, clerksChannelId: row?.clerksChannelId ?? undefined }
}

/** Want the card in the committee's channel and the clerks' message. */
export async function showCallIn(tx: Tx, of: Pick<CallInRow, 'id' | 'committeeId'>): Promise<void> {
  const { committeeId, id: callInId } = of
  const { channelId, clerksChannelId } = await placesOf(tx, committeeId)
  if (channelId !== undefined) await tx.show(callInCard({ callInId, committeeId, channelId }))
  for (const recipient of await clerksAddress(tx, { committeeId, clerksChannelId }))
    await tx.show(callInForClerks({ callInId, committeeId, recipient }))
}

export async function refreshCallIn(tx: Tx, callInId: string): Promise<void> {
  for (const kind of [messageKinds.callIn, messageKinds.callInClerks, messageKinds.callInMade])
    await tx.refresh({ kind, subject: callInId })
}

/** Hold a call-in until the end of the transaction: requests are counted one after the other. */
export async function lockCallIn(tx: Tx, callInId: string): Promise<void> {
  await tx.db.$queryRaw`SELECT "id" FROM "CallIn"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${callInId}::uuid FOR UPDATE`
}

export function todayOf(tx: Tx, timeZone: string): Temporal.PlainDate {
  return civilDate(tx.now, timeZone)
}
