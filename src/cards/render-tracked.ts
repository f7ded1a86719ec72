import type { KnownBlock } from '@slack/types'
import { civilDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { actions, button, context, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import { trackerListWords } from '../tracker/list-words.en.ts'
import { rowsOfMeeting } from '../tracker/row-ground.ts'
import { missingOf } from '../tracker/row-views.ts'
import { rowWords } from '../tracker/row-words.en.ts'
import { standingOf } from '../tracker/rules.ts'
import { isLive } from '../tracker/state-rules.ts'
import type { TrackedRow } from '../tracker/types.ts'
import { fitsMessage, whatFits } from './whole.ts'

const { tracked: say } = rowWords

export interface Tracked {
  readonly meeting: Pick<MeetingAtHand, 'id' | 'committeeName' | 'date'>
  /** Those that are live. */
  readonly rows: readonly TrackedRow[]
  /** ISO civil date. */
  readonly today: string
}

/** To the clerks alone: what the tracker took over from a meeting, and what has no owner or no time yet. */
const renderTracked: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  if (!(await isForClerks(house, message, meeting))) return { drop: 'not-a-clerk' }
  const rows = (await rowsOfMeeting(house, meeting.id)).filter(isLive)
  return {
    post: trackedMessageOf({ meeting, rows, today: civilDate(house.now(), house.timeZone).toString() }),
  }
}

/** What still needs a word of the clerk comes first. */
export function trackedMessageOf({ meeting, rows, today }: Tracked): { text: string; blocks: KnownBlock[] } {
  const missing = (what: 'noOwner' | 'noTime') => rows.filter((row) => missingOf(row).includes(what)).length
  const counts = { rows: rows.length, noOwner: missing('noOwner'), noTime: missing('noTime') }
  const sorted = rows.toSorted((one, other) => missingOf(other).length - missingOf(one).length)
  const lines = sorted.map((row) => line(row, today))
  return {
    text: say.notification(meeting.date),
    blocks: whatFits([{ heading: say.counts(counts), lines }], fitsMessage, (shown, left) => [
      ...sections(say.heading(meeting.committeeName, meeting.date)),
      ...(shown.length === 0 ? [section(say.counts(counts))] : shown),
      ...(left > 0 ? [context(say.left(left))] : []),
      actions(button({ id: ids.row.look, text: say.look, value: `${meeting.id}/0` })),
    ]),
  }
}

function line(row: TrackedRow, today: string): Mrkdwn {
  return joinMrkdwn([
    trackerListWords.line(row),
    joinMrkdwn(
      [trackerListWords.below(row, standingOf(row, today)), ...missingOf(row).map((what) => say[what]())],
      ' · ',
    ),
  ])
}

async function isForClerks(
  house: House,
  { recipient }: OutgoingMessage,
  meeting: MeetingAtHand,
): Promise<boolean> {
  return 'channel' in recipient
    ? recipient.channel === meeting.clerksChannelId
    : isClerk(house, meeting.committeeId, recipient.person)
}

/** For the map of renderers. */
export const trackedRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.tracked, renderTracked],
]
