import { toDate } from '../calendar/civil.ts'
import { isClerk, memberOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { memberMessage, messageKinds } from '../meetings/messages.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'
import { type StandingSubstitution, standingSubstitutions } from '../meetings/substitutions.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { followMembership } from '../publications/restricted-follow.ts'
import { lockMeeting } from './name-substitute.ts'
import { type AnswerRefusal, whyNotAnswer } from './rules.ts'
import { poolFor, substituteRule } from './substitute-pool.ts'
import { declineIn, type SubstituteRefusal, showSubstitution, tellLine } from './substituting.ts'

export interface AnswerSubstitution {
  readonly substitutionId: string
  /** The substitute, or a clerk who was told. */
  readonly by: string
  readonly answer: 'accepted' | 'declined'
}

export interface SubstitutionAnswered {
  readonly meeting: MeetingAtHand
  readonly substitution: StandingSubstitution
}

/**
 * *I will* or *I cannot*, also after having agreed. The rules are looked at again when somebody accepts: they may
 * sit in the executive by now. Answering the same twice is the same as once.
 */
export async function answerSubstitution(
  house: House,
  act: AnswerSubstitution,
): Promise<Outcome<SubstitutionAnswered, AnswerRefusal | SubstituteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const row = await tx.db.substitution.findFirst({
      where: { councilId: tx.councilId, id: act.substitutionId },
      select: { meetingId: true, substituteId: true },
    })
    if (!row) return refused({ code: 'substitution-ended' })
    await lockMeeting(tx, row.meetingId)
    const meeting = await meetingAtHand(tx, row.meetingId)
    if (!meeting) return refused({ code: 'meeting-gone' })
    const byClerk = act.by !== row.substituteId && (await isClerk(tx, meeting.committeeId, act.by))
    if (act.by !== row.substituteId && !byClerk) return refused({ code: 'not-yours-to-answer' })
    const standing = await standingSubstitutions(tx, meeting)
    const substitution = standing.find(({ id }) => id === act.substitutionId)
    if (!substitution) return refused({ code: 'substitution-ended' })
    const named = { name: meetingWords.meeting(meeting), state: meeting.state, endsAt: meeting.endsAt }
    const refusal = whyNotAnswer(named, true, byClerk, tx.now)
    if (refusal) return refused(refusal)
    if (act.answer === 'accepted') return accept(tx, meeting, substitution)
    const { id, absent, substitute, namedById } = substitution
    await declineIn(tx, meeting, { id, absentId: absent.id, substituteId: substitute.id, namedById })
    return done({ meeting, substitution })
  })
}

async function accept(
  tx: Tx,
  meeting: MeetingAtHand,
  substitution: StandingSubstitution,
): Promise<Outcome<SubstitutionAnswered, AnswerRefusal | SubstituteRefusal>> {
  const { councilId, db } = tx
  const { id, absent, substitute } = substitution
  if (substitution.state === 'accepted') return done({ meeting, substitution })
  const seat = await memberOn(db, councilId, meeting.committeeId, meeting.date, absent.id)
  if (!seat) return refused({ code: 'substitution-ended' })
  const pool = await poolFor(tx, meeting, seat, await substituteRule(tx, meeting))
  const chosen = pool.find(({ person }) => person.id === substitute.id)
  if (!chosen || chosen.why)
    return refused({ code: 'not-in-pool', name: substitute.name, why: chosen?.why ?? 'not-a-councillor' })
  await db.substitution.update({
    where: { id, councilId },
    data: {
      state: 'accepted',
      answeredById: tx.by,
      answeredAt: toDate(tx.now),
      version: { increment: 1 },
    },
  })
  tx.audit(
    'substitution.accepted',
    {
      meeting: meeting.id,
      substitution: id,
      absent: absent.id,
      substitute: substitute.id,
      relayed: tx.by !== substitute.id,
    },
    meeting.committeeId,
  )
  await tx.refresh({ kind: messageKinds.substitution, subject: id })
  await refreshReminders(tx, { subject: meeting.id, personId: substitute.id })
  await tellLine(tx, meeting, { id, personId: absent.id, told: 'accepted' })
  // From now on papers and changes are theirs as they are a member's.
  if (substitute.slackUserId !== undefined && (await hasPapers(tx, meeting.id)))
    await tx.show(
      memberMessage({ meetingId: meeting.id, committeeId: meeting.committeeId, personId: substitute.id }),
    )
  await showSubstitution(tx, meeting, absent.id)
  await followMembership(tx)
  return done({ meeting, substitution: { ...substitution, state: 'accepted', acceptedAt: tx.now } })
}

async function hasPapers({ councilId, db }: Tx, meetingId: string): Promise<boolean> {
  return (await db.publication.count({ where: { councilId, meetingId } })) > 0
}
