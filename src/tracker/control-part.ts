import type { CouncilRows } from '../committees/people.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import type { ControlPart } from '../sitting/control-types.ts'
import { button } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { liveRows } from './committee-ground.ts'
import { deskWords } from './desk-words.en.ts'
import { standingOf } from './rules.ts'
import { LIVE_STATES } from './state-rules.ts'
import { isTrackingItem } from './tracking-item.ts'

/** In the control of a meeting: under the tracking item, what the committee can close; under others, behind *More*. */
export async function trackerControlPart(rows: CouncilRows, sitting: SittingAtHand): Promise<ControlPart> {
  const { meeting, current } = sitting
  const { councilId, db } = rows
  const live = { councilId, committeeId: meeting.committeeId, state: { in: [...LIVE_STATES] } }
  if ((await db.trackerRow.count({ where: live })) === 0) return { lines: [], buttons: [], more: [] }
  const { button: text, inControl } = deskWords.closing
  const close = { id: ids.trackerDesk.closing, text, value: `${meeting.id}/${current?.recordId ?? ''}` }
  // A closed item has no title here, and is none under which the tracker is gone through.
  if (!current || current.isClosed || !isTrackingItem(current.title))
    return { lines: [], buttons: [], more: [close] }
  const open = await liveRows(rows, meeting.committeeId)
  const proposed = open.filter((row) => standingOf(row, meeting.date) === 'for-the-committee').length
  return { lines: proposed === 0 ? [] : [inControl(proposed)], buttons: [button(close)], more: [] }
}
