import { toInstant } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingsAhead } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { toMetadata } from '../slack/metadata.ts'
import { shortened } from '../slack/shorten.ts'
import { sinceAsked } from './answering.ts'
import type { ApologiesForm } from './views.ts'

/** Slack's limit for the text of an option. */
const OPTION_TEXT = 75

/** The form for a member, at their next meeting or the one chosen; `undefined` when none is ahead. */
export async function apologiesForm(
  house: House,
  memberId: string,
  way: 'command' | 'button',
  chosen?: string,
): Promise<ApologiesForm | undefined> {
  const meetings = await meetingsAhead(house, memberId, house.now(), house.timeZone)
  const meeting = meetings.find((it) => it.id === chosen) ?? meetings[0]
  if (!meeting) return undefined
  const apology = await house.db.apology.findFirst({
    where: {
      councilId: house.councilId,
      meetingId: meeting.id,
      personId: memberId,
      tenderedAt: sinceAsked(meeting),
    },
  })
  return {
    metadata: toMetadata({ id: meeting.id, version: meeting.version, day: meeting.date, way }),
    meetings: meetings.map(choiceOf),
    meetingId: meeting.id,
    sent:
      apology && apology.withdrawnAt === null
        ? { kind: apology.kind, at: toInstant(apology.tenderedAt) }
        : undefined,
    timeZone: house.timeZone,
  }
}

function choiceOf(meeting: MeetingAtHand) {
  return { value: meeting.id, text: shortened(meetingWords.entry(meeting), OPTION_TEXT) }
}
