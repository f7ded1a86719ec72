import type { Temporal } from 'temporal-polyfill'
import { columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import { standingSubstitutions } from '../meetings/substitutions.ts'
import { dayAt } from './restricted-paper.ts'
import { isOfRight, type Told, whoseChanges } from './restricted-rules.ts'

/**
 * The papers whose readers are not those entitled any more, found in a few queries however many papers a council
 * has: an import and the first tick of each day ask for all of them.
 */
export async function papersToFollow(
  { councilId, db }: CouncilRows,
  now: Temporal.Instant,
): Promise<string[]> {
  const papers = await db.restrictedPaper.findMany({
    where: { councilId, withdrawnAt: null },
    select: {
      id: true,
      item: {
        select: { meeting: { select: { id: true, date: true, committeeId: true, timeZone: true } } },
      },
    },
    orderBy: { id: 'asc' },
  })
  if (papers.length === 0) return []
  const standing = { councilId, paper: { withdrawnAt: null } }
  const grants = await db.restrictedGrant.findMany({
    where: { ...standing, revokedAt: null },
    select: { paperId: true, personId: true },
  })
  const told = await db.restrictedReader.findMany({
    where: { ...standing, until: null },
    select: { paperId: true, personId: true, slackUserId: true },
  })
  const committees = new Map(
    papers.map(({ item: { meeting } }) => [meeting.committeeId, dayAt(now, meeting)]),
  )
  const seated = await seatedIn({ councilId, db }, committees)
  const substitutes = await substitutesIn(
    { councilId, db },
    papers.map(({ item }) => item.meeting),
    new Set(seated.map(({ seatId }) => seatId)),
  )
  const accounts = await accountsOf({ councilId, db }, [...grants, ...seated, ...substitutes])
  const toldOf = grouped(told, ({ paperId }) => paperId)
  const grantsOf = grouped(grants, ({ paperId }) => paperId)
  const seatedOf = grouped(seated, ({ committeeId }) => committeeId)
  const substitutesOf = grouped(substitutes, ({ meetingId }) => meetingId)
  return papers.flatMap(({ id, item }) => {
    const people = [
      ...(seatedOf.get(item.meeting.committeeId) ?? []),
      ...(substitutesOf.get(item.meeting.id) ?? []),
      ...(grantsOf.get(id) ?? []),
    ]
    const entitled = [...new Set(people.map(({ personId }) => personId))].flatMap((personId): Told[] => {
      const slackUserId = accounts.get(personId)
      return slackUserId === undefined ? [] : [{ personId, slackUserId }]
    })
    const { begins, ends } = whoseChanges(entitled, toldOf.get(id) ?? [])
    return begins.length + ends.length === 0 ? [] : [id]
  })
}

/** Who sits by right in each committee on its day. */
async function seatedIn({ councilId, db }: CouncilRows, committees: ReadonlyMap<string, string>) {
  const seats = await db.seat.findMany({
    where: { councilId, committeeId: { in: [...committees.keys()] } },
    include: { occupancies: { where: { councilId }, orderBy: { since: 'desc' } } },
  })
  return seats.filter(isOfRight).flatMap(({ id: seatId, committeeId, occupancies }) => {
    const day = committees.get(committeeId) ?? ''
    const sitting = occupancies.find(
      ({ since, until }) => dateOfColumn(since) <= day && (!until || until >= columnOfDate(day)),
    )
    return sitting ? [{ committeeId, seatId, personId: sitting.personId }] : []
  })
}

/** Who has agreed to sit in one of these seats, at which of the meetings; nearly always nobody. */
async function substitutesIn(
  rows: CouncilRows,
  meetings: readonly { readonly id: string; readonly date: Date }[],
  seatIds: ReadonlySet<string>,
): Promise<{ readonly meetingId: string; readonly personId: string }[]> {
  const { councilId, db } = rows
  const some = await db.substitution.findMany({
    where: {
      councilId,
      meetingId: { in: meetings.map(({ id }) => id) },
      standing: true,
      state: 'accepted',
    },
    select: { meetingId: true },
    distinct: ['meetingId'],
  })
  const found: { readonly meetingId: string; readonly personId: string }[] = []
  for (const { meetingId } of some) {
    const date = meetings.find(({ id }) => id === meetingId)?.date
    if (!date) continue
    const meeting = { id: meetingId, date: dateOfColumn(date) }
    for (const { seatId, substitute } of await standingSubstitutions(rows, meeting, 'accepted'))
      if (seatIds.has(seatId)) found.push({ meetingId, personId: substitute.id })
  }
  return found
}

async function accountsOf(
  { councilId, db }: CouncilRows,
  people: readonly { readonly personId: string }[],
): Promise<Map<string, string>> {
  const found = await db.person.findMany({
    where: { councilId, id: { in: [...new Set(people.map(({ personId }) => personId))] } },
    select: { id: true, slackUserId: true },
  })
  return new Map(found.flatMap(({ id, slackUserId }) => (slackUserId === null ? [] : [[id, slackUserId]])))
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
