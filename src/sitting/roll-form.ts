import type { Temporal } from 'temporal-polyfill'
import { columnOfDate } from '../calendar/civil.ts'
import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { standingSubstitutions } from '../meetings/substitutions.ts'
import type { Choice } from '../slack/blocks.ts'
import type { SittingAtHand } from './at-hand.ts'
import { personValue } from './open-view.ts'
import { remoteOf } from './remote-of.ts'
import { presentAt } from './roll-rules.ts'
import { rollWords } from './roll-words.en.ts'
import { isSitting } from './state-rules.ts'
import type { Presence } from './types.ts'

/** The form in which arrivals and departures are entered. */
export interface RollForm {
  readonly sitting: SittingAtHand
  readonly remote: 'remoteMember' | 'remoteObserver'
  readonly now: Temporal.Instant
  readonly isNow: boolean
  /** Those in the room, as the form names them. */
  readonly there: readonly Choice[]
  /** Members and accepted substitutes who are not. */
  readonly away: readonly Choice[]
  /** Who can sit for an absent member. */
  readonly substitutes: readonly Choice[]
  /** Members who are not there, for whom somebody can sit. */
  readonly absent: readonly Choice[]
}

/** Who is there and who is not, at this moment or, once the meeting is over, at its end. */
export async function rollForm(house: House, sitting: SittingAtHand): Promise<RollForm> {
  const { meeting, members, roll, closedAt } = sitting
  const now = house.now()
  const present = presentAt(roll, closedAt ?? now)
  const isThere = new Set(present.map(({ personId }) => personId))
  const satFor = new Set(present.flatMap(({ forId }) => forId ?? []))
  const absent = members
    .filter(({ kind, person }) => kind !== 'substitute' && !isThere.has(person.id) && !satFor.has(person.id))
    .map(({ person }) => ({ value: person.id, text: displayName(person) }))
  const accepted = (await standingSubstitutions(house, meeting, 'accepted'))
    .filter((one) => !isThere.has(one.substitute.id) && !satFor.has(one.absent.id))
    .map((one) => ({
      value: personValue({ personId: one.substitute.id, forId: one.absent.id }),
      text: rollWords.person(displayName(one.substitute), displayName(one.absent), 'inRoom'),
    }))
  return {
    sitting,
    remote: await remoteOf(house, meeting),
    now,
    isNow: isSitting(sitting.state),
    there: present.map((presence) => ({ value: presence.personId, text: presenceName(sitting, presence) })),
    away: [...absent, ...accepted],
    substitutes: await possibleSubstitutes(house, sitting, isThere),
    absent,
  }
}

/** "Ms B (for Councillor A)" */
export function presenceName(
  { people }: Pick<SittingAtHand, 'people'>,
  { personId, forId, mode }: Pick<Presence, 'personId' | 'forId' | 'mode'>,
): string {
  const nameOf = (id: string) => {
    const person = people.get(id)
    return person ? displayName(person) : ''
  }
  return rollWords.person(nameOf(personId), forId === undefined ? undefined : nameOf(forId), mode)
}

/** The committee's named substitutes, then whoever else holds a seat on a committee of the council that day. */
async function possibleSubstitutes(
  { councilId, db }: House,
  { meeting, members }: SittingAtHand,
  isThere: ReadonlySet<string>,
): Promise<Choice[]> {
  const holders = new Set(members.filter(({ kind }) => kind !== 'substitute').map(({ person }) => person.id))
  const isNamed = new Set(members.map(({ person }) => person.id))
  const day = columnOfDate(meeting.date)
  const others = await db.person.findMany({
    where: {
      councilId,
      occupancies: {
        some: { councilId, since: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] },
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return others
    .filter(({ id }) => !holders.has(id) && !isThere.has(id))
    .toSorted((one, other) => Number(isNamed.has(other.id)) - Number(isNamed.has(one.id)))
    .map((person) => ({ value: person.id, text: displayName(person) }))
}
