import { type CommitteeFacts, committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { isKnownToMembers } from './changes.ts'
import { toFormMetadata } from './form-metadata.ts'
import { comingMeetings, type MeetingAtHand } from './meeting.ts'
import type { MeetingState } from './types.ts'
import type { ChangeForm, MeetingsModel, ScheduleForm } from './views.ts'

/** Where a form was opened from, so that the list below it can be made true again. */
export interface ListBelow {
  readonly viewId: string
  readonly page: number
}

/** The coming meetings of a clerk's committees. */
export async function meetingsModel(
  house: House,
  committees: readonly CommitteeFacts[],
  page: number,
): Promise<MeetingsModel> {
  const meetings = await comingMeetings(
    house,
    committees.map((committee) => committee.id),
    house.now(),
  )
  const published = await house.db.publication.findMany({
    where: { councilId: house.councilId, meetingId: { in: meetings.map((meeting) => meeting.id) } },
    select: { meetingId: true },
    distinct: ['meetingId'],
  })
  const withPapers = new Set(published.map((it) => it.meetingId))
  return {
    committees: committees.length,
    meetings: meetings.map((meeting) => ({ ...meeting, hasPapers: withPapers.has(meeting.id) })),
    page,
  }
}

export async function scheduleForm(
  house: House,
  personId: string,
  list: ListBelow | undefined,
): Promise<ScheduleForm> {
  const committees = await committeesWhereClerk(house, personId)
  return {
    metadata: toFormMetadata({ id: '', version: 0, list }),
    committees: committees.map(({ id, name }) => ({ value: id, text: name })),
    committeeId: committees.length === 1 ? committees[0]?.id : undefined,
  }
}

/** @param shown which version the clerk looks at, and what they have chosen in it */
export async function changeForm(
  house: House,
  meeting: MeetingAtHand,
  shown: { readonly version: number; readonly to: MeetingState; readonly list: ListBelow | undefined },
): Promise<ChangeForm> {
  return {
    metadata: toFormMetadata({ id: meeting.id, version: shown.version, list: shown.list }),
    meeting,
    to: shown.to,
    hasChannel: meeting.channelId !== undefined,
    mayBeQuiet: !(await isKnownToMembers(house, meeting.id)),
  }
}
