import type { ModalView } from '@slack/types'
import type { House } from '../database/house.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { meetingsToPick, pickView } from './meetings-to-pick.ts'
import { sittingWords as say } from './words.en.ts'

interface Word {
  /** As typed after `/meeting`. */
  readonly word: string
  readonly which: Parameters<typeof meetingsToPick>[2]
  /** What is said where there is no meeting of this sort. */
  readonly none: Mrkdwn
  /** What a button of the list leads to. */
  readonly actionId: string
  show(visitor: Visitor, meetingId: string): Promise<Shown>
}

/** A word after `/meeting` that is about one meeting: where several can be meant, the clerk is asked which. */
export function wordAboutMeeting({ word, which, none, actionId, show }: Word): MeetingWord {
  return {
    word,
    async open({ visitor, client, triggerId, answer }) {
      const { house, personId } = visitor
      const meetings = await meetingsToPick(house, personId, which)
      if (meetings === 'not-a-clerk') return answer(say.refusals.notAClerk())
      const [first, ...more] = meetings
      if (!first) return answer(none)
      const now = meetings.find((meeting) => isGoingOn(house, meeting))
      const meant = now ?? (more.length === 0 ? first : undefined)
      const shown: Shown = meant ? await show(visitor, meant.id) : { view: pickView(meetings, actionId) }
      if ('why' in shown) return answer(shown.why)
      const view: ModalView = shown.view
      await client.views.open({ trigger_id: triggerId, view })
    },
  }
}

/** By its plan, with an hour on each side. */
function isGoingOn(house: House, { startsAt, endsAt }: MeetingAtHand): boolean {
  const now = house.now().epochMilliseconds
  const hour = 3_600_000
  return startsAt.epochMilliseconds - hour <= now && now <= endsAt.epochMilliseconds + hour
}
