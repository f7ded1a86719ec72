import { memberOn, type SittingMember } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import type { StandingSubstitution } from '../meetings/substitutions.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type AnswerRefusal, whyNotAnswer } from './rules.ts'
import { endIn, nameWithin, type SubstituteRefusal, whoNames } from './substituting.ts'

export interface OfAbsent {
  readonly meetingId: string
  readonly absentId: string
  /** The member, a clerk of the committee, or the whip of the member's group. */
  readonly by: string
  /** The day that was looked at: the meeting may be on another by now. */
  readonly day?: string | undefined
}

/** Name who sits for an absent member, or say why not. Naming the same one twice is the same as once. */
export async function nameSubstitute(
  house: House,
  act: OfAbsent & { readonly substituteId: string },
): Promise<
  Outcome<
    { readonly meeting: MeetingAtHand; readonly named: StandingSubstitution },
    AnswerRefusal | SubstituteRefusal
  >
> {
  return house.transact(act.by, async (tx) => {
    const found = await absentAtHand(tx, act)
    if (!found.ok) return found
    const { meeting, member } = found.value
    const outcome = await nameWithin(tx, meeting, member, act.substituteId)
    return outcome.ok ? done({ meeting, ...outcome.value }) : outcome
  })
}

/** Take a substitute back, asked or agreed: the seat is to be empty, or somebody else is wanted. */
export async function takeSubstituteBack(
  house: House,
  act: OfAbsent,
): Promise<Outcome<{ readonly meeting: MeetingAtHand }, AnswerRefusal | SubstituteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await absentAtHand(tx, act)
    if (!found.ok) return found
    const { meeting, member } = found.value
    if (!(await whoNames(tx, meeting, member, act.by))) return refused({ code: 'not-yours-to-name' })
    const ended = await endIn(tx, meeting, { absentId: act.absentId }, 'taken-back')
    return ended ? done({ meeting }) : refused({ code: 'substitution-ended' })
  })
}

/** The meeting, held, and the seat that is to be filled; nobody names once it is over. */
async function absentAtHand(
  tx: Tx,
  act: OfAbsent,
): Promise<Outcome<{ readonly meeting: MeetingAtHand; readonly member: SittingMember }, AnswerRefusal>> {
  await lockMeeting(tx, act.meetingId)
  const meeting = await meetingAtHand(tx, act.meetingId)
  if (!meeting) return refused({ code: 'meeting-gone' })
  const member = await memberOn(tx.db, tx.councilId, meeting.committeeId, meeting.date, act.absentId)
  const named = { name: meetingWords.meeting(meeting), state: meeting.state, endsAt: meeting.endsAt }
  const refusal = whyNotAnswer(named, member !== undefined, false, tx.now)
  if (refusal) return refused(refusal)
  if (act.day !== undefined && act.day !== meeting.date)
    return refused({ code: 'meeting-moved', meeting: named.name })
  return member ? done({ meeting, member }) : refused({ code: 'not-a-member', meeting: named.name })
}

/** What is done about the answers to a meeting comes one after another. */
export async function lockMeeting(tx: Tx, meetingId: string): Promise<void> {
  await tx.db.$queryRaw`SELECT "id" FROM "Meeting"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${meetingId}::uuid FOR UPDATE`
}
