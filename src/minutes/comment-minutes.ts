import { toDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { lockedSitting, type SittingAtHand } from '../sitting/at-hand.ts'
import { type ActOnMinutes, type MinutesRefusal, onMinutes } from './acting.ts'
import { refreshMinutes } from './minutes-messages.ts'
import { readersOf } from './who-reads.ts'

export interface CommentOnMinutes {
  /** Whose comment it is. */
  readonly by: string
  readonly meetingId: string
  /** Of the text, for the Chair and presenters; of their own attendance, for members. */
  readonly about: 'text' | 'attendance'
  readonly text: string
}

/**
 * - `not-asked`: the draft did not go to this person
 * - `not-circulated`: it is not out for comment any more, or not yet
 * - `nothing-said`: write what shall be different
 */
export interface CommentRefusal {
  readonly code: 'not-asked' | 'not-circulated' | 'nothing-said'
}

/** Say something of a draft that one was asked about. The same said twice is said once. */
export async function commentOnMinutes(
  house: House,
  act: CommentOnMinutes,
): Promise<Outcome<{ readonly committee: string }, CommentRefusal>> {
  return house.transact<Outcome<{ readonly committee: string }, CommentRefusal>>(act.by, async (tx) => {
    const asked = await askedAbout(tx, await lockedSitting(tx, act.meetingId), act)
    if (!asked.ok) return asked
    const { minutesId, meeting } = asked.value
    const text = act.text.trim()
    if (text === '') return refused({ code: 'nothing-said' })
    const { by: personId, about } = act
    const mine = { councilId: tx.councilId, minutesId, personId, about, text, settledAt: null }
    if ((await tx.db.minutesComment.count({ where: mine })) === 0) {
      await tx.db.minutesComment.create({ data: { ...mine, at: toDate(tx.now) } })
      tx.audit('minutes.commented', { meeting: meeting.id, about }, meeting.committeeId)
      await refreshMinutes(tx, act.meetingId)
    }
    return done({ committee: meeting.committeeName })
  })
}

interface Asked {
  readonly minutesId: string
  readonly meeting: MeetingAtHand
}

/** Whether a draft is out for the comment of this person now: who does not preside or present any more is not asked. */
export async function askedAbout(
  rows: CouncilRows,
  sitting: SittingAtHand | undefined,
  { by, about }: Pick<CommentOnMinutes, 'by' | 'about'>,
): Promise<Outcome<Asked, CommentRefusal>> {
  if (!sitting) return refused({ code: 'not-circulated' })
  const { councilId, db } = rows
  const { meeting } = sitting
  const minutes = await db.minutes.findUnique({
    where: { councilId_meetingId: { councilId, meetingId: meeting.id } },
    select: { id: true, state: true },
  })
  if (minutes?.state !== 'circulated') return refused({ code: 'not-circulated' })
  const { commenters, members } = await readersOf(rows, sitting)
  const isAsked = (about === 'attendance' ? members : commenters).some(({ id }) => id === by)
  return isAsked ? done({ minutesId: minutes.id, meeting }) : refused({ code: 'not-asked' })
}

/** The clerk has dealt with a comment: taken up or not, nobody waits for it. Twice is the same as once. */
export async function settleComment(
  house: House,
  act: ActOnMinutes & { readonly commentId: string },
): Promise<Outcome<undefined, MinutesRefusal>> {
  return onMinutes<undefined, MinutesRefusal>(house, act, async ({ tx, sitting, minutes }) => {
    if (!minutes) return refused({ code: 'not-open' })
    const { count } = await tx.db.minutesComment.updateMany({
      where: { councilId: tx.councilId, minutesId: minutes.id, id: act.commentId, settledAt: null },
      data: { settledAt: toDate(tx.now), settledById: act.by },
    })
    if (count > 0) {
      const facts = { meeting: act.meetingId, comment: act.commentId }
      tx.audit('minutes.comment-settled', facts, sitting.meeting.committeeId)
      await refreshMinutes(tx, act.meetingId)
    }
    return done(undefined)
  })
}
