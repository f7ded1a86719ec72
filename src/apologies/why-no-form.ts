import { committeesWhereClerk, committeesWhereSitting, memberOn } from '../committees/people.ts'
import { comingMeetings, meetingAtHand } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { whyNotAnswer } from './rules.ts'
import { sayRefusal } from './say-refusal.ts'
import type { ApologiesWords } from './words.en.ts'

/** Why somebody gets no form at all: no meeting ahead, a clerk, or not on a committee. */
export async function whyNoForm({ house, personId }: Visitor, say: ApologiesWords): Promise<Mrkdwn> {
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const sits = await committeesWhereSitting(house, personId, today, { substitutes: true })
  if (sits.length > 0) {
    const committees = sits.map((committee) => committee.id)
    const coming = await comingMeetings(house, committees, house.now())
    const postponed = coming.find((meeting) => meeting.state === 'postponed')
    return postponed ? say.refusals.postponed(meetingWords.meeting(postponed)) : say.none.meetings()
  }
  if ((await committeesWhereClerk(house, personId)).length > 0) return say.none.clerk()
  return say.none.notAMember([])
}

/** Why this meeting's form does not open: it is over, cancelled, or somebody else's. */
export async function whyNotThis(
  { house, personId }: Visitor,
  meetingId: string,
  say: ApologiesWords,
): Promise<Mrkdwn> {
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return say.refusals.gone()
  const member = await memberOn(house.db, house.councilId, meeting.committeeId, meeting.date, personId)
  const named = { ...meeting, name: meetingWords.meeting(meeting) }
  const refusal = whyNotAnswer(named, member !== undefined, false, house.now())
  return refusal ? sayRefusal(house, refusal, meetingId, say) : say.none.meetings()
}
