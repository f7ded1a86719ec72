import { whyNotAnswer } from '../apologies/rules.ts'
import { civilDate } from '../calendar/civil.ts'
import { committeesWhereClerk, committeesWhereSitting } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { clerkNames } from '../meetings/clerk-names.ts'
import { comingMeetings, meetingAtHand } from '../meetings/meeting.ts'
import { isTold } from '../meetings/who-is-told.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import type { DeclareRefusal } from './declaring.ts'
import type { InterestWords } from './words.en.ts'

/** A refusal as the person reads it, with the clerks to turn to. */
export async function sayRefusal(
  house: House,
  refusal: DeclareRefusal,
  meetingId: string,
  say: InterestWords,
): Promise<Mrkdwn> {
  switch (refusal.code) {
    case 'not-a-member':
      return say.refusals.notAMember(refusal.meeting, await clerkNames(house, meetingId))
    case 'meeting-cancelled':
      return say.refusals.cancelled(refusal.meeting)
    case 'meeting-postponed':
      return say.refusals.postponed(refusal.meeting)
    case 'meeting-moved':
      return say.refusals.moved(refusal.meeting)
    case 'meeting-over':
      return say.refusals.over(refusal.meeting, await clerkNames(house, meetingId))
    case 'agenda-changed':
      return say.refusals.agendaChanged(refusal.meeting)
    case 'not-a-clerk':
      return say.refusals.notAClerk()
    case 'notice-gone':
      return say.refusals.noticeGone()
    case 'notice-changed':
      return say.refusals.noticeChanged()
    case 'same-notice':
      return say.refusals.sameNotice()
    case 'no-such-kind':
      return say.refusals.noSuchKind()
    case 'no-leave':
      return say.refusals.noLeave()
    case 'no-whip':
      return say.refusals.noWhip()
    case 'no-item':
    case 'nature-missing':
    case 'registration-missing':
      return say.refusals.incomplete()
    default:
      return say.refusals.gone()
  }
}

/** Why somebody gets no form at all: no meeting ahead, a clerk, or not on a committee. */
export async function whyNoForm({ house, personId }: Visitor, say: InterestWords): Promise<Mrkdwn> {
  const today = civilDate(house.now(), house.timeZone).toString()
  const sits = await committeesWhereSitting(house, personId, today, { substitutes: true })
  if (sits.length > 0) {
    const committees = sits.map((committee) => committee.id)
    const coming = await comingMeetings(house, committees, house.now())
    const postponed = coming.find((meeting) => meeting.state === 'postponed')
    return postponed ? say.refusals.postponed(meetingWords.meeting(postponed)) : say.none.meetings()
  }
  const isClerkSomewhere = (await committeesWhereClerk(house, personId)).length > 0
  return isClerkSomewhere ? say.none.clerk() : say.none.notAMember()
}

/** Why this meeting's form does not open: it is over, cancelled, or somebody else's. */
export async function whyNotThis(
  { house, personId }: Visitor,
  meetingId: string,
  say: InterestWords,
): Promise<Mrkdwn> {
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return say.refusals.gone()
  const sits = await isTold(house, meeting, meeting.date, personId)
  const named = { ...meeting, name: meetingWords.meeting(meeting) }
  const refusal = whyNotAnswer(named, sits, false, house.now())
  return refusal ? sayRefusal(house, refusal, meetingId, say) : say.none.meetings()
}
