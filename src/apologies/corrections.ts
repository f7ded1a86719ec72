import type { Temporal } from 'temporal-polyfill'
import { isAfter, toDate, toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { sinceAsked } from './asked-day.ts'
import { isMemberState, type MemberState, memberState } from './rules.ts'

/** What was recorded of a member before a clerk corrected it after the meeting, and what is recorded now. */
export interface AnswerCorrection {
  readonly personId: string
  readonly name: string
  readonly before: MemberState
  readonly after: MemberState
  /** Why, for everybody to read who keeps the record. */
  readonly why: string
  readonly by: string
  readonly at: Temporal.Instant
}

/** What is known of one member's coming, from the answers that count. */
export async function stateOfMember(
  { councilId, db }: CouncilRows,
  meeting: MeetingAtHand,
  personId: string,
): Promise<MemberState> {
  const of = { councilId, meetingId: meeting.id, personId }
  const since = sinceAsked(meeting)
  const apology = await db.apology.findFirst({ where: { ...of, withdrawnAt: null, tenderedAt: since } })
  const said = await db.attendance.count({ where: { ...of, state: 'expected', saidAt: since } })
  return memberState(apology ? { kind: apology.kind, withdrawn: false } : undefined, said > 0)
}

/**
 * What a clerk enters once the meeting is over corrects the record: beside the new state stands what was there
 * before (law 5). An entry that changes nothing corrects nothing.
 */
export async function noteCorrection(
  tx: Tx,
  meeting: MeetingAtHand,
  of: { readonly personId: string; readonly before: MemberState; readonly why: string },
): Promise<void> {
  const after = await stateOfMember(tx, meeting, of.personId)
  if (after === of.before) return
  const which = { councilId: tx.councilId, meetingId: meeting.id, personId: of.personId }
  const number = (await tx.db.answerCorrection.count({ where: which })) + 1
  const { before, why } = of
  await tx.db.answerCorrection.create({
    data: { ...which, number, before, after, why, byId: tx.by, at: toDate(tx.now) },
  })
  // What it says stays out: it may name somebody, and the trail is kept for ever.
  const facts = { meeting: meeting.id, member: of.personId, number, before, after, whyGiven: why !== '' }
  tx.audit('apologies.corrected', facts, meeting.committeeId)
}

/** Whether the record of a meeting is only corrected now. */
export function isOver(meeting: Pick<MeetingAtHand, 'endsAt'>, now: Temporal.Instant): boolean {
  return !isAfter(meeting.endsAt, now)
}

/** Every correction of a meeting's answers, as it was made, oldest first. */
export async function correctionsOf(
  { councilId, db }: CouncilRows,
  meetingId: string,
): Promise<AnswerCorrection[]> {
  const rows = await db.answerCorrection.findMany({
    where: { councilId, meetingId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const people = await db.person.findMany({
    where: { councilId, id: { in: rows.flatMap(({ personId, byId }) => [personId, byId]) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.flatMap(({ personId, before, after, why, byId, at }) =>
    isMemberState(before) && isMemberState(after)
      ? {
          personId,
          name: names.get(personId) ?? '',
          before,
          after,
          why,
          by: names.get(byId) ?? '',
          at: toInstant(at),
        }
      : [],
  )
}
