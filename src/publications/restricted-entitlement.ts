import type { Temporal } from 'temporal-polyfill'
import { type CouncilPerson, type CouncilRows, membersOn, personOf } from '../committees/people.ts'
import { standingSubstitutions } from '../meetings/substitutions.ts'
import { dayAt, type RestrictedPaperAtHand } from './restricted-paper.ts'
import { isOfRight } from './restricted-rules.ts'

/** Somebody who may read a restricted paper, and why. */
export interface EntitledPerson {
  readonly person: CouncilPerson
  /** By an elected seat of the committee, by sitting in one at the meeting, or by a clerk's grant. */
  readonly by: 'seat' | 'substitution' | 'grant'
}

/**
 * Who may read a paper now: the elected members of the committee today (LGA 1972 s100F, and the need to know of
 * whoever decides), whoever has agreed to sit for one of them at its meeting, since they decide there, and whom
 * a clerk has let. Nobody may read one that was withdrawn.
 */
export async function entitledTo(
  rows: CouncilRows,
  paper: RestrictedPaperAtHand,
  now: Temporal.Instant,
): Promise<EntitledPerson[]> {
  if (paper.withdrawnAt) return []
  const { meeting } = paper.item
  const seated = await membersOn(rows.db, rows.councilId, meeting.committeeId, dayAt(now, meeting))
  const members = seated.filter(isOfRight).map(({ person }) => ({ person, by: 'seat' as const }))
  const ofRight = new Set(seated.filter(isOfRight).map(({ seatId }) => seatId))
  const accepted = await standingSubstitutions(rows, meeting, 'accepted')
  const substitutes = accepted
    .filter(
      ({ seatId, substitute }) =>
        ofRight.has(seatId) && !members.some(({ person }) => person.id === substitute.id),
    )
    .map(({ substitute }) => ({ person: substitute, by: 'substitution' as const }))
  const known = new Set([...members, ...substitutes].map(({ person }) => person.id))
  const grants = await rows.db.restrictedGrant.findMany({
    where: { councilId: rows.councilId, paperId: paper.id, revokedAt: null },
    select: { personId: true },
  })
  const byGrant = grants.map(({ personId }) => personId).filter((id) => !known.has(id))
  // Most papers are granted to nobody else, and each message about one asks.
  if (byGrant.length === 0) return [...members, ...substitutes]
  const people = await rows.db.person.findMany({
    where: { councilId: rows.councilId, id: { in: byGrant } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const granted = people.map((row) => ({ person: personOf(row), by: 'grant' as const }))
  return [...members, ...substitutes, ...granted]
}

export async function isEntitled(
  rows: CouncilRows,
  paper: RestrictedPaperAtHand,
  personId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  return (await entitledTo(rows, paper, now)).some(({ person }) => person.id === personId)
}
