import { committeesWhereClerk, committeesWhereSitting, displayName, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { comingMeetings, type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import type { StandingSubstitution } from '../meetings/substitutions.ts'
import { answersOf } from './answers.ts'
import { substituteRule } from './substitute-pool.ts'
import type { CutOff } from './substitute-rules.ts'
import { groupsWhippedBy } from './substituting.ts'

/** Somebody who is away, for whom this person may name a substitute. */
export interface AbsentEntry {
  readonly meeting: MeetingAtHand
  readonly absentId: string
  readonly absent: string
  readonly substitution: StandingSubstitution | undefined
  readonly cutOff: CutOff
  /** A clerk records what a substitute has said. */
  readonly mayAnswer: boolean
}

/**
 * Who is away from coming meetings, as far as this person may name substitutes: themselves, as a clerk everybody of
 * the committee, as a whip the members of the group.
 *
 * @param meetingId of this meeting alone
 */
export async function absentFor(house: House, personId: string, meetingId?: string): Promise<AbsentEntry[]> {
  const whipped = await groupsWhippedBy(house, personId)
  const entries: AbsentEntry[] = []
  for (const meeting of await meetingsFor(house, personId, whipped, meetingId)) {
    const clerk = await isClerk(house, meeting.committeeId, personId)
    const away = (await answersOf(house, meeting)).filter(
      ({ state, kind, person, group }) =>
        state === 'absent' &&
        kind !== 'substitute' &&
        (clerk || person.id === personId || (group !== undefined && whipped.has(group))),
    )
    if (away.length === 0) continue
    const { pool, cutOff } = await substituteRule(house, meeting)
    if (pool === undefined) continue
    for (const { person, substitution } of away)
      entries.push({
        meeting,
        absentId: person.id,
        absent: displayName(person),
        substitution,
        cutOff,
        mayAnswer: clerk,
      })
  }
  return entries
}

async function meetingsFor(
  house: House,
  personId: string,
  whipped: ReadonlySet<string>,
  meetingId: string | undefined,
): Promise<MeetingAtHand[]> {
  const { councilId, db } = house
  if (meetingId !== undefined) {
    const meeting = await meetingAtHand(house, meetingId)
    return meeting?.state === 'scheduled' ? [meeting] : []
  }
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const own = await committeesWhereSitting(house, personId, today)
  const served = await committeesWhereClerk(house, personId)
  const ofGroup =
    whipped.size === 0
      ? []
      : await db.committee.findMany({
          where: {
            councilId,
            seats: {
              some: {
                groupId: {
                  in: (
                    await db.politicalGroup.findMany({ where: { councilId, name: { in: [...whipped] } } })
                  ).map(({ id }) => id),
                },
              },
            },
          },
          select: { id: true },
        })
  const ids = new Set([...own, ...served, ...ofGroup].map(({ id }) => id))
  return (await comingMeetings(house, [...ids], house.now())).filter(({ state }) => state === 'scheduled')
}
