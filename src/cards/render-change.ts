import { answersOf } from '../apologies/answers.ts'
import { isAfter } from '../calendar/civil.ts'
import { clerksOf, memberOn, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { asksAfresh } from '../meetings/change-rules.ts'
import { changesOf, type RecordedChange } from '../meetings/changes.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { isTold } from '../meetings/who-is-told.ts'
import { type ChangeModel, changeLine } from './change-view.ts'
import { cardWords } from './words.ts'

/**
 * A line about a change, from the record of that change and the present state: when several pile up before
 * they are sent, each says what it told of and what holds now.
 */
export const renderChange: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  const changes = await changesOf(house, meeting.id)
  const change = changes.find(({ number }) => String(number) === message.slot)
  const last = changes.at(-1)
  if (!change || !last) return { drop: 'change-gone' }
  const { recipient } = message
  const isOvertaken = change.number !== last.number
  const model = {
    meetingId: meeting.id,
    committeeName: meeting.committeeName,
    change,
    overtakenBy: isOvertaken ? last.after : undefined,
    clerks: (await clerksOf(house, meeting.committeeId)).map((clerk) => clerk.name),
  }
  if ('channel' in recipient) {
    // A channel that was the committee's when the line was wanted may be anybody's now.
    if (recipient.channel !== meeting.channelId) return { drop: 'other-channel' }
    return { post: changeLine({ ...model, answer: undefined }, cardWords('en')) }
  }
  if (!(await isConcerned(house, meeting, change, recipient.person))) return { drop: 'not-a-member' }
  const person = await personById(house, recipient.person)
  const answer = isOvertaken ? undefined : await answerTo(house, meeting, change, recipient.person)
  return { post: changeLine({ ...model, answer }, cardWords(person?.language ?? 'en')) }
}

/** Who sits on the committee on the day that no longer holds, or on the one that does. */
async function isConcerned(
  house: House,
  meeting: MeetingAtHand,
  change: RecordedChange,
  personId: string,
): Promise<boolean> {
  for (const date of new Set([change.before.date, change.after.date, meeting.date]))
    if (await isTold(house, meeting, date, personId)) return true
  return false
}

/** What a member has said to the day they were asked about afresh; nothing where they are not asked. */
async function answerTo(
  house: House,
  meeting: MeetingAtHand,
  change: RecordedChange,
  personId: string,
): Promise<ChangeModel['answer']> {
  const asks = meeting.state === 'scheduled' && asksAfresh(change.before, change.after)
  if (!asks || !isAfter(meeting.endsAt, house.now())) return undefined
  const { councilId, timeZone } = house
  if (!(await memberOn(house.db, councilId, meeting.committeeId, meeting.date, personId))) return undefined
  const found = (await answersOf(house, meeting)).find((it) => it.person.id === personId)
  return { state: found?.state ?? 'unanswered', at: found?.at, timeZone }
}
