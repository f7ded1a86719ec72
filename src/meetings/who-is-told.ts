import { type CouncilPerson, type CouncilRows, memberOn, membersOn } from '../committees/people.ts'
import type { MeetingAtHand } from './meeting.ts'
import { standingSubstitutions } from './substitutions.ts'

/** Somebody who hears of a meeting's papers and changes. */
export interface ToldOfMeeting {
  readonly person: CouncilPerson
  /**
   * - `seat`: sits on the committee
   * - `substitute`: has agreed to sit for an absent member at this meeting
   * - `answered`: a named substitute who has answered about it: they may be there
   */
  readonly as: 'seat' | 'substitute' | 'answered'
}

type OfMeeting = Pick<MeetingAtHand, 'id' | 'committeeId'>

/**
 * Who is told about a meeting: who sits on the committee that day, whoever has agreed to sit for an absent
 * member, and named substitutes who have answered. The absent member stays among them.
 *
 * @param date ISO civil date, usually the meeting's
 */
export async function whoIsTold(
  rows: CouncilRows,
  meeting: OfMeeting,
  date: string,
): Promise<ToldOfMeeting[]> {
  const { councilId, db } = rows
  const seats = await membersOn(db, councilId, meeting.committeeId, date, { substitutes: true })
  const accepted = await standingSubstitutions(rows, { id: meeting.id, date }, 'accepted')
  const substituting = new Set(accepted.map(({ substitute }) => substitute.id))
  const answered = await whoAnswered(rows, meeting.id)
  const sitting = seats.flatMap(({ kind, person }): ToldOfMeeting[] => {
    if (kind !== 'substitute') return [{ person, as: 'seat' }]
    if (substituting.has(person.id) || !answered.has(person.id)) return []
    return [{ person, as: 'answered' }]
  })
  const known = new Set(sitting.map(({ person }) => person.id))
  const substitutes = accepted
    .filter(({ substitute }) => !known.has(substitute.id))
    .map(({ substitute }): ToldOfMeeting => ({ person: substitute, as: 'substitute' }))
  return [...sitting, ...substitutes]
}

/** Whether this person is one whom a message about the meeting may tell, when it is sent. */
export async function isTold(
  rows: CouncilRows,
  meeting: OfMeeting,
  date: string,
  personId: string,
): Promise<boolean> {
  if (await memberOn(rows.db, rows.councilId, meeting.committeeId, date, personId)) return true
  const accepted = await standingSubstitutions(rows, { id: meeting.id, date }, 'accepted')
  return accepted.some(({ substitute }) => substitute.id === personId)
}

/** Who of them gets the one message about the meeting that is kept true: named substitutes only once they sit. */
export function hasOwnMessage({ as }: ToldOfMeeting): boolean {
  return as !== 'answered'
}

/** Who of them the clerk tells, because they are not on Slack. */
export function withoutSlack(told: readonly ToldOfMeeting[]): CouncilPerson[] {
  return told
    .filter(hasOwnMessage)
    .flatMap(({ person }) => (person.slackUserId === undefined ? [person] : []))
}

async function whoAnswered({ councilId, db }: CouncilRows, meetingId: string): Promise<Set<string>> {
  const where = { councilId, meetingId }
  const select = { personId: true }
  const apologies = await db.apology.findMany({ where, select })
  const attendance = await db.attendance.findMany({ where, select })
  return new Set([...apologies, ...attendance].map((row) => row.personId))
}
