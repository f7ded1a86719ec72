import { stamp } from '../calendar/words.en.ts'
import { clerksOf, displayName, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { ids } from '../slack/ids.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { ChangeMeetingRefusal } from './change-meeting.ts'
import type { PlanRefusal } from './plan-meeting.ts'
import { notChangedView } from './receipt-views.ts'
import type { MeetingScreenWords } from './screen-words.en.ts'

const { field } = ids.meeting

/** A refusal as the clerk sees it: at the field, or in place of the form with what to do next. */
export async function answerToChange(
  house: House,
  refusal: ChangeMeetingRefusal,
  say: MeetingScreenWords,
): Promise<SubmitAnswer> {
  switch (refusal.code) {
    case 'nothing-changed':
      return { errors: { [field.to]: say.change.nothingChanged } }
    case 'past-day':
      return { errors: { [field.date]: say.change.pastDay } }
    case 'another-meeting':
      return { errors: { [field.date]: say.change.anotherMeeting(refusal.other) } }
    case 'meeting-over':
      return { show: notChangedView({ why: say.refusals.over(refusal.meeting) }, say) }
    case 'already-so': {
      const { lastChange } = refusal
      const by = lastChange && (await personById(house, lastChange.byId))
      const at = lastChange ? stamp(lastChange.at, house.timeZone) : ''
      return { show: notChangedView({ why: say.refusals.alreadySo(by && displayName(by), at) }, say) }
    }
    case 'changed-meanwhile': {
      const { meeting } = refusal
      const why = say.refusals.changedMeanwhile(meeting)
      return { show: notChangedView({ why, meetingId: meeting.id }, say) }
    }
    case 'meeting-gone':
      return { show: notChangedView({ why: say.refusals.gone() }, say) }
    case 'not-a-clerk':
      return { show: notChangedView({ why: await sayNotAClerk(house, namedIn(refusal), say) }, say) }
  }
}

export async function answerToPlan(
  house: House,
  refusal: PlanRefusal,
  say: MeetingScreenWords,
): Promise<SubmitAnswer> {
  switch (refusal.code) {
    case 'past-day':
      return { errors: { [field.date]: say.change.pastDay } }
    case 'another-meeting':
      return { errors: { [field.date]: say.change.anotherMeeting(refusal.other) } }
    case 'not-a-clerk':
      return { show: notChangedView({ why: await sayNotAClerk(house, namedIn(refusal), say) }, say) }
  }
}

/** Who can, for somebody who is not a clerk of this committee. */
export async function sayNotAClerk(
  house: House,
  committee: { readonly committeeId: string; readonly committeeName: string },
  say: MeetingScreenWords,
): Promise<Mrkdwn> {
  const clerks = await clerksOf(house, committee.committeeId)
  return say.refusals.notAClerkOf(
    committee.committeeName,
    clerks.map((clerk) => clerk.name),
  )
}

function namedIn(refusal: { readonly committeeId: string; readonly committee: string }) {
  return { committeeId: refusal.committeeId, committeeName: refusal.committee }
}
