import { clerksOf } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { AnswerRefusal } from './rules.ts'
import type { ApologiesWords } from './words.en.ts'

/** A refusal as the person reads it, with the clerks to turn to. */
export async function sayRefusal(
  house: House,
  refusal: AnswerRefusal,
  meetingId: string,
  say: ApologiesWords,
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
    case 'meeting-gone':
      return say.refusals.gone()
    case 'not-a-clerk':
      return say.refusals.notAClerk()
    case 'nothing-to-withdraw':
      return say.refusals.nothingToWithdraw(refusal.meeting)
  }
}

async function clerkNames(house: House, meetingId: string): Promise<string[]> {
  const meeting = await meetingAtHand(house, meetingId)
  return meeting ? (await clerksOf(house, meeting.committeeId)).map((clerk) => clerk.name) : []
}
