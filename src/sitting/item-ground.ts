import type { ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { modal, sections } from '../slack/blocks.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { type SittingAtHand, sittingAtHand } from './at-hand.ts'
import { isSitting } from './state-rules.ts'
import { trueTime, wallTime } from './true-time.ts'
import { sittingWords } from './words.en.ts'

/** What a button or a form about an item says: `meeting/record`, where the record may be missing. */
export function itemOf(value: string): { readonly meetingId: string; readonly recordId: string } {
  const [meetingId = '', recordId = ''] = value.split('/')
  return { meetingId, recordId }
}

/** The sitting for a clerk of its committee, or why not. */
export async function clerksSitting(
  { house, personId }: Visitor,
  meetingId: string,
): Promise<{ readonly sitting: SittingAtHand } | { readonly why: Mrkdwn }> {
  const sitting = await sittingAtHand(house, meetingId)
  if (!sitting) return { why: sittingWords.refusals.notOpen() }
  const may = await isClerk(house, sitting.meeting.committeeId, personId)
  return may ? { sitting } : { why: sittingWords.refusals.notAClerk() }
}

/** A view about a sitting, for clerks of its committee alone; anybody else is told why not. */
export async function atSitting(
  visitor: Visitor,
  meetingId: string,
  view: (sitting: SittingAtHand) => ModalView | Promise<ModalView>,
): Promise<Shown> {
  const found = await clerksSitting(visitor, meetingId)
  return 'why' in found ? found : { view: await view(found.sitting) }
}

/** What a form proposes: the present while the meeting sits, and afterwards the time of the item. */
export function timeProposed(house: House, sitting: SittingAtHand, recordId: string): string {
  const { meeting } = sitting
  if (isSitting(sitting.state)) return wallTime(house.now(), meeting.timeZone)
  const item = sitting.business.find((one) => one.recordId === recordId)
  return wallTime(item?.endedAt ?? item?.startedAt ?? sitting.openedAt, meeting.timeZone)
}

/** What a form says of the time; nothing for now. */
export function timeGiven(
  house: House,
  { meeting }: Pick<SittingAtHand, 'meeting'>,
  time: string,
): Temporal.Instant | undefined {
  return trueTime(meeting, time, house.now())
}

export function saidInstead(title: string, why: Mrkdwn): SubmitAnswer {
  return { show: modal({ title, close: sittingWords.close, blocks: sections(why) }) }
}
