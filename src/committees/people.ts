import { columnOfDate } from '../calendar/civil.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'

/** The rows of one council, outside a transaction or inside one: a `House` and a `Tx` both are. */
export interface CouncilRows {
  readonly councilId: string
  readonly db: Prisma.TransactionClient
}

export interface CouncilPerson {
  readonly id: string
  /** As papers print it, without "Councillor". */
  readonly name: string
  readonly title: string
  readonly email: string | undefined
  /** Absent for people without Slack: the clerk tells them and answers for them. */
  readonly slackUserId: string | undefined
  readonly language: string
}

export interface CommitteeFacts {
  readonly id: string
  readonly name: string
  readonly channelId: string | undefined
  readonly clerksChannelId: string | undefined
  readonly quorum: number | undefined
  readonly plannedMinutes: number
}

export type SeatKind = 'member' | 'coOptee' | 'substitute'
export type SeatOffice = 'none' | 'chair' | 'viceChair'
export type SeatVoting = 'always' | 'educationOnly' | 'ifCommitteeDetermines' | 'never'

/** Somebody in a seat of a committee, on a given day. */
export interface SittingMember {
  readonly seatId: string
  readonly position: number
  readonly kind: SeatKind
  readonly voting: SeatVoting
  readonly office: SeatOffice
  /** The political group that the seat belongs to, by name. */
  readonly group: string | undefined
  readonly person: CouncilPerson
}

/** "Councillor Jo Ward": how papers and messages name somebody. */
export function displayName(person: { readonly title: string; readonly name: string }): string {
  return person.title === '' ? person.name : `${person.title} ${person.name}`
}

/** The person of this council behind a Slack account. */
export async function personBySlackUser(
  db: Prisma.TransactionClient,
  councilId: string,
  slackUserId: string,
): Promise<CouncilPerson | undefined> {
  const row = await db.person.findUnique({ where: { councilId_slackUserId: { councilId, slackUserId } } })
  return row ? personOf(row) : undefined
}

export async function personById(rows: CouncilRows, personId: string): Promise<CouncilPerson | undefined> {
  const row = await rows.db.person.findFirst({ where: { councilId: rows.councilId, id: personId } })
  return row ? personOf(row) : undefined
}

/** The committees this person is a clerk of, by name; none means that they are no clerk. */
export async function committeesWhereClerk(
  house: House | CouncilRows,
  personId: string,
): Promise<CommitteeFacts[]> {
  const { councilId } = house
  const committees = await house.db.committee.findMany({
    where: { councilId, roles: { some: { councilId, personId, duty: 'clerk' } } },
    orderBy: { name: 'asc' },
  })
  return committees.map(committeeOf)
}

/** The committees on which this person sits on a civil date, by name; as a substitute only when asked. */
export async function committeesWhereSitting(
  house: House | CouncilRows,
  personId: string,
  date: string,
  options: { readonly substitutes?: boolean } = {},
): Promise<CommitteeFacts[]> {
  const { councilId } = house
  const committees = await house.db.committee.findMany({
    where: {
      councilId,
      seats: {
        some: {
          councilId,
          ...kinds(options),
          occupancies: { some: { councilId, personId, ...sittingOn(date) } },
        },
      },
    },
    orderBy: { name: 'asc' },
  })
  return committees.map(committeeOf)
}

/** The clerks of a committee, by name. */
export async function clerksOf(rows: CouncilRows, committeeId: string): Promise<CouncilPerson[]> {
  const { councilId } = rows
  const people = await rows.db.person.findMany({
    where: { councilId, roles: { some: { councilId, committeeId, duty: 'clerk' } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return people.map(personOf)
}

/** Whether this person is a clerk of this committee. */
export async function isClerk(rows: CouncilRows, committeeId: string, personId: string): Promise<boolean> {
  const { councilId } = rows
  return (
    (await rows.db.committeeRole.count({ where: { councilId, committeeId, personId, duty: 'clerk' } })) > 0
  )
}

/**
 * Who sits on a committee on a civil date, by the position of their seats. Named substitutes hold no
 * seat in the membership and are left out unless asked for.
 *
 * @param date ISO civil date in the council's zone, usually the meeting's
 */
export async function membersOn(
  db: Prisma.TransactionClient,
  councilId: string,
  committeeId: string,
  date: string,
  options: { readonly substitutes?: boolean } = {},
): Promise<SittingMember[]> {
  return membersIn(db, councilId, { committeeId, ...kinds(options) }, date)
}

async function membersIn(
  db: Prisma.TransactionClient,
  councilId: string,
  seatsWhere: Prisma.SeatWhereInput,
  date: string,
): Promise<SittingMember[]> {
  const seats = await db.seat.findMany({
    where: { ...seatsWhere, councilId },
    orderBy: { position: 'asc' },
    include: {
      occupancies: {
        where: { councilId, ...sittingOn(date) },
        include: { person: true },
        orderBy: { since: 'desc' },
        take: 1,
      },
    },
  })
  const names = await groupNames(
    db,
    councilId,
    seats.flatMap((seat) => seat.groupId ?? []),
  )
  return seats.flatMap((seat) =>
    seat.occupancies.map((occupancy) => ({
      seatId: seat.id,
      position: seat.position,
      kind: seat.kind,
      voting: seat.voting,
      office: occupancy.office,
      group: seat.groupId === null ? undefined : names.get(seat.groupId),
      person: personOf(occupancy.person),
    })),
  )
}

/** The seat this person holds in a committee on a civil date, as a named substitute too. */
export async function memberOn(
  db: Prisma.TransactionClient,
  councilId: string,
  committeeId: string,
  date: string,
  personId: string,
): Promise<SittingMember | undefined> {
  const theirs = { some: { councilId, personId, ...sittingOn(date) } }
  const members = await membersIn(db, councilId, { committeeId, occupancies: theirs }, date)
  // On the day of a change both the old and the new holder are in the seat's rows; the newer one sits.
  return members.find((member) => member.person.id === personId)
}

function kinds(options: { readonly substitutes?: boolean }): Prisma.SeatWhereInput {
  return options.substitutes ? {} : { kind: { not: 'substitute' } }
}

function sittingOn(date: string): Prisma.SeatOccupancyWhereInput {
  const day = columnOfDate(date)
  return { since: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] }
}

async function groupNames(
  db: Prisma.TransactionClient,
  councilId: string,
  groupIds: readonly string[],
): Promise<Map<string, string>> {
  if (groupIds.length === 0) return new Map()
  const groups = await db.politicalGroup.findMany({
    where: { councilId, id: { in: [...new Set(groupIds)] } },
  })
  return new Map(groups.map((group) => [group.id, group.name]))
}

/** A stored person, with what is absent as `undefined`. */
export function personOf(row: {
  id: string
  name: string
  title: string
  email: string | null
  slackUserId: string | null
  language: string
}): CouncilPerson {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    email: row.email ?? undefined,
    slackUserId: row.slackUserId ?? undefined,
    language: row.language,
  }
}

function committeeOf(row: {
  id: string
  name: string
  channelId: string | null
  clerksChannelId: string | null
  quorum: number | null
  plannedMinutes: number
}): CommitteeFacts {
  return {
    id: row.id,
    name: row.name,
    channelId: row.channelId ?? undefined,
    clerksChannelId: row.clerksChannelId ?? undefined,
    quorum: row.quorum ?? undefined,
    plannedMinutes: row.plannedMinutes,
  }
}
