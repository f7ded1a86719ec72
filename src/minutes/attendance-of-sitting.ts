import type { Temporal } from 'temporal-polyfill'
import type { MemberAnswer } from '../apologies/answers.ts'
import { minutesPhrase } from '../apologies/minutes-phrases.ts'
import { isAfter } from '../calendar/civil.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { isPresent, type Stay, staysOf } from '../sitting/roll-rules.ts'
import type { AttendanceOfMeeting } from './attendance-lines.ts'
import type { NamedPerson } from './attendance-names.ts'
import type { ChairTaken, Movement } from './minutes-model.ts'

type At = Pick<SittingAtHand, 'members' | 'people' | 'roll' | 'chairs' | 'openedAt' | 'closedAt' | 'meeting'>
type Answers = readonly Pick<MemberAnswer, 'person' | 'state' | 'inMinutes'>[]

export interface AttendanceOfSitting {
  readonly attendance: AttendanceOfMeeting
  readonly movements: readonly Movement[]
  readonly chairs: readonly ChairTaken[]
}

/**
 * Who was there by the roll, and who sent apologies: an absent member stays among the apologies though somebody sat
 * for them, and whoever only looked on from afar is not present in the sense of the law (England).
 */
export function attendanceOfSitting(sitting: At, answers: Answers): AttendanceOfSitting {
  const { members, people } = sitting
  const named = (personId: string): NamedPerson => people.get(personId) ?? { name: '', title: '' }
  const local = (at: Temporal.Instant) => localTime(at, sitting.meeting.timeZone)
  const seats = new Map(members.map((member) => [member.person.id, member]))
  const isOfCommittee = ({ personId, forId }: Stay) =>
    forId !== undefined || (seats.has(personId) && seats.get(personId)?.kind !== 'substitute')
  const stays = staysOf(sitting.roll).filter(isOfCommittee)
  const lawful = stays.filter(isPresent)
  const present = new Set(lawful.map(({ personId }) => personId))
  const observers = new Set(stays.map(({ personId }) => personId).filter((id) => !present.has(id)))
  const answerOf = new Map(answers.map((answer) => [answer.person.id, answer]))
  const sitsFor = new Map(
    lawful.flatMap(({ personId, forId }) => (forId ? [[personId, forId] as const] : [])),
  )
  const substituteOf = new Map([...sitsFor].map(([personId, forId]) => [forId, personId]))
  const [firstChair, ...later] = sitting.chairs.filter(({ recordId }) => recordId === undefined)
  const late = lateAmong(lawful, sitting, answerOf)
  const expected = members.filter(({ kind, person }) => kind !== 'substitute' && !present.has(person.id))
  const isAway = (id: string) => answerOf.get(id)?.state === 'absent'
  return {
    attendance: {
      present: [...present].map((id) => {
        const forId = sitsFor.get(id)
        return {
          ...named(id),
          inTheChair: id === firstChair?.personId,
          viceChair: seats.get(id)?.office === 'viceChair',
          ...(forId === undefined ? {} : { sitsFor: named(forId) }),
        }
      }),
      apologies: expected
        .filter(({ person }) => isAway(person.id))
        .map(({ person }) => {
          const substitute = substituteOf.get(person.id)
          return {
            ...named(person.id),
            because: minutesPhrase(answerOf.get(person.id)?.inMinutes ?? ''),
            ...(substitute === undefined ? {} : { substitute: named(substitute) }),
          }
        }),
      absent: expected
        .filter(({ person }) => !isAway(person.id) && !observers.has(person.id))
        .map(({ person }) => named(person.id)),
      late: late.map(({ personId, since, until }) => ({
        ...named(personId),
        joined: local(since),
        ...(until === undefined ? {} : { left: local(until) }),
      })),
      remoteObservers: [...observers].map(named),
    },
    movements: movementsIn(lawful, sitting, late).map(({ personId, kind, at }) => ({
      person: named(personId),
      kind,
      at: local(at),
    })),
    chairs: later.map(({ personId, at }) => ({ person: named(personId), at: local(at) })),
  }
}

/** `HH:MM` on a wall there. */
export function localTime(at: Temporal.Instant, timeZone: string): string {
  const { hour, minute } = at.toZonedDateTimeISO(timeZone)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Who had sent apologies for lateness and came once, after the beginning: one sentence says all of it. */
function lateAmong(
  stays: readonly Stay[],
  { openedAt }: At,
  answerOf: ReadonlyMap<string, Answers[number]>,
): Stay[] {
  return stays.filter(
    ({ personId, since }) =>
      answerOf.get(personId)?.state === 'late' &&
      isAfter(since, openedAt) &&
      stays.filter((stay) => stay.personId === personId).length === 1,
  )
}

interface Moved {
  readonly personId: string
  readonly kind: Movement['kind']
  readonly at: Temporal.Instant
}

/** Comings and goings in the course of the meeting, as they happened; the end of the meeting is none. */
function movementsIn(stays: readonly Stay[], { openedAt, closedAt }: At, late: readonly Stay[]): Moved[] {
  const seen = new Set<string>()
  const moved = stays
    .filter((stay) => !late.includes(stay))
    .flatMap(({ personId, since, until }): Moved[] => {
      const isBack = seen.has(personId)
      seen.add(personId)
      return [
        ...(isAfter(since, openedAt)
          ? [{ personId, kind: isBack ? 'returned' : 'joined', at: since } as const]
          : []),
        ...(until && (!closedAt || isAfter(closedAt, until))
          ? [{ personId, kind: 'left', at: until } as const]
          : []),
      ]
    })
  return moved.toSorted((one, other) => (isAfter(one.at, other.at) ? 1 : isAfter(other.at, one.at) ? -1 : 0))
}
