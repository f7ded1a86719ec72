import type { AnswerWay } from '../apologies/answering.ts'
import { type AnswerRefusal, whyNotAnswer } from '../apologies/rules.ts'
import { toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { memberMessage } from '../meetings/messages.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'
import { isTold } from '../meetings/who-is-told.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { councilCode } from './council-code.ts'
import type { CouncilCode } from './kind-rules.ts'
import { askedMark, countStanding, type ItemAsked, itemsOfMeeting } from './meeting-items.ts'
import type { NoticeRefusal } from './rules.ts'

/** Whose notice about which meeting, and who gives it. */
export interface Declaring {
  readonly meetingId: string
  readonly memberId: string
  /** The member, or the clerk who was told. */
  readonly by: string
  readonly way: AnswerWay
  /** How a relayed notice reached the clerk: "by telephone". */
  readonly relayedNote?: string | undefined
  /** The day that was asked about, where that is known: it may be another by now. */
  readonly day?: string | undefined
  /** The items that were asked about (`askedMark`), where that is known: there may be more by now. */
  readonly mark?: string | undefined
}

export type DeclareRefusal = AnswerRefusal | NoticeRefusal

export interface DeclarationAtHand {
  readonly meeting: MeetingAtHand
  readonly code: CouncilCode
  readonly items: readonly ItemAsked[]
}

/**
 * The meeting with its items and the council's code, with the meeting held so that notices come one after another.
 *
 * Notice is given in advance: a member gives it until the meeting's planned end, and a clerk enters later what
 * was notified before. What is disclosed at the meeting itself is recorded there.
 */
export async function declarationAtHand(
  tx: Tx,
  act: Declaring,
): Promise<Outcome<DeclarationAtHand, DeclareRefusal>> {
  await tx.db.$queryRaw`SELECT "id" FROM "Meeting"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${act.meetingId}::uuid FOR UPDATE`
  const meeting = await meetingAtHand(tx, act.meetingId)
  if (!meeting) return refused({ code: 'meeting-gone' })
  const isRelayed = act.by !== act.memberId
  if (isRelayed && !(await isClerk(tx, meeting.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
  const named = { name: meetingWords.meeting(meeting), state: meeting.state, endsAt: meeting.endsAt }
  const sits = await isTold(tx, meeting, meeting.date, act.memberId)
  const refusal = whyNotAnswer(named, sits, isRelayed, tx.now)
  if (refusal) return refused(refusal)
  if (act.day !== undefined && act.day !== meeting.date)
    return refused({ code: 'meeting-moved', meeting: named.name })
  const code = await councilCode(tx)
  const items = await itemsOfMeeting(tx, meeting.id, code)
  if (act.mark !== undefined && act.mark !== askedMark(items))
    return refused({ code: 'agenda-changed', meeting: named.name })
  return done({ meeting, code, items })
}

/**
 * Note what the member was asked about, and make their message true again. Whether they declared nothing follows
 * from what stands of their notices. An answer holds for the items, and so stays when the meeting is moved.
 *
 * @param asked `all` items that stand on the agenda now, or no others than before
 */
export async function noteAnswer(
  tx: Tx,
  { meeting, items }: DeclarationAtHand,
  act: Declaring,
  asked: 'all' | 'as before',
): Promise<void> {
  const of = { councilId: tx.councilId, meetingId: meeting.id, personId: act.memberId }
  const notices = await countStanding(tx, of, items)
  const answer = {
    ...(asked === 'all' ? { itemIds: items.map((item) => item.id) } : {}),
    nothing: notices === 0,
    way: act.way,
    relayedNote: act.relayedNote ?? '',
    givenById: act.by,
    givenAt: toDate(tx.now),
  }
  await tx.db.interestAnswer.upsert({
    where: { councilId_meetingId_personId: of },
    create: { ...of, ...answer },
    update: { ...answer, version: { increment: 1 } },
  })
  await showInterests(tx, meeting, act.memberId)
}

/** The member's own message says whether anything is left to be asked; no channel ever hears of interests. */
export async function showInterests(tx: Tx, meeting: MeetingAtHand, memberId: string): Promise<void> {
  const { kind, subject, recipient } = memberMessage({
    meetingId: meeting.id,
    committeeId: meeting.committeeId,
    personId: memberId,
  })
  await tx.refresh({ kind, subject, recipient })
  await refreshReminders(tx, { subject: meeting.id, personId: memberId })
}
