import type { Temporal } from 'temporal-polyfill'
import { isAfter, toDate } from '../calendar/civil.ts'
import { isClerk, memberOn, type SittingMember } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { clerksList, memberMessage, messageKinds } from '../meetings/messages.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { isOver, noteCorrection, stateOfMember } from './corrections.ts'
import { noteQuorum } from './quorum-changes.ts'
import { type AnswerRefusal, type MemberState, whyNotAnswer } from './rules.ts'

export { sinceAsked } from './asked-day.ts'

/** By which way an answer came. */
export type AnswerWay = 'command' | 'button' | 'relayed'

/** Whose answer about which meeting, and who gives it. */
export interface Answering {
  readonly meetingId: string
  readonly memberId: string
  /** The member, or the clerk who was told. */
  readonly by: string
  readonly way: AnswerWay
  /** The day that was asked about, where that is known: it may be another by now. */
  readonly day?: string | undefined
  /** Why the clerk corrects it, once the meeting is over; not private. */
  readonly why?: string | undefined
}

export interface AnswerAtHand {
  readonly meeting: MeetingAtHand
  readonly member: SittingMember
  /** What was recorded before, where the meeting is over and this corrects it. */
  readonly before: MemberState | undefined
}

/** When an answer is given: never before it was asked for, whatever the clock of this process says. */
export function answeredAt(meeting: Pick<MeetingAtHand, 'answersSince'>, now: Temporal.Instant): Date {
  const { answersSince } = meeting
  return toDate(answersSince && isAfter(answersSince, now) ? answersSince : now)
}

/** The meeting and the member's seat, with the meeting held so that answers come one after another. */
export async function answerAtHand(tx: Tx, act: Answering): Promise<Outcome<AnswerAtHand, AnswerRefusal>> {
  await tx.db.$queryRaw`SELECT "id" FROM "Meeting"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${act.meetingId}::uuid FOR UPDATE`
  const meeting = await meetingAtHand(tx, act.meetingId)
  if (!meeting) return refused({ code: 'meeting-gone' })
  const byClerk = await isClerk(tx, meeting.committeeId, act.by)
  if (act.by !== act.memberId && !byClerk) return refused({ code: 'not-a-clerk' })
  const member = await memberOn(tx.db, tx.councilId, meeting.committeeId, meeting.date, act.memberId)
  const named = { name: meetingWords.meeting(meeting), state: meeting.state, endsAt: meeting.endsAt }
  const refusal = whyNotAnswer(named, member !== undefined, byClerk && act.by !== act.memberId, tx.now)
  if (refusal) return refused(refusal)
  if (act.day !== undefined && act.day !== meeting.date)
    return refused({ code: 'meeting-moved', meeting: named.name })
  if (!member) return refused({ code: 'not-a-member', meeting: named.name })
  const before = isOver(meeting, tx.now) ? await stateOfMember(tx, meeting, act.memberId) : undefined
  return done({ meeting, member, before })
}

/**
 * Make the member's message and the clerks' list true again; the private reason stays out of both. What corrects
 * the record of a meeting that is over is noted with what was there before.
 */
export async function showAnswer(
  tx: Tx,
  { meeting, member, before }: AnswerAtHand,
  { why = '' }: Pick<Answering, 'why'>,
): Promise<void> {
  if (before !== undefined) await noteCorrection(tx, meeting, { personId: member.person.id, before, why })
  const standing = memberMessage({
    meetingId: meeting.id,
    committeeId: meeting.committeeId,
    personId: member.person.id,
  })
  // A member's message comes with the papers; an answer before that is seen in the clerks' list alone.
  // The line about a new day asks as well.
  for (const kind of [standing.kind, messageKinds.meetingChange])
    await tx.refresh({ kind, subject: standing.subject, recipient: standing.recipient })
  await refreshReminders(tx, { subject: meeting.id, personId: member.person.id })
  if (meeting.clerksChannelId)
    await tx.show(
      clerksList({
        meetingId: meeting.id,
        committeeId: meeting.committeeId,
        channelId: meeting.clerksChannelId,
      }),
    )
  await noteQuorum(tx, meeting)
}
