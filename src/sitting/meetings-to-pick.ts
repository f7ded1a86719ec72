import type { ModalView } from '@slack/types'
import { toDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { button, modal, section } from '../slack/blocks.ts'
import { OPENS_BEFORE } from './opening-rules.ts'
import { isSitting } from './state-rules.ts'
import { sittingWords as say } from './words.en.ts'

/** A meeting is written up in its first weeks; nobody looks for an older one in this list. */
const LOOKED_BACK = { hours: 24 * 60 }
/** So many fit a screen without scrolling for ever. */
const LISTED = 20

type Which = 'to-open' | 'opened' | 'ahead'

/**
 * The meetings that a clerk may mean, the likeliest first: those that can be opened, those that were, or those for
 * which a sheet is printed.
 */
export async function meetingsToPick(
  house: House,
  personId: string,
  which: Which,
): Promise<MeetingAtHand[] | 'not-a-clerk'> {
  const { councilId, db } = house
  const committees = await committeesWhereClerk(house, personId)
  if (committees.length === 0) return 'not-a-clerk'
  const now = house.now()
  const opened = await db.sitting.findMany({
    where: { councilId },
    select: { meetingId: true, state: true },
  })
  const idsOf = (rows: typeof opened) => rows.map(({ meetingId }) => meetingId)
  const time = {
    'to-open': { gt: toDate(now.subtract(LOOKED_BACK)), lte: toDate(now.add(OPENS_BEFORE)) },
    opened: { gt: toDate(now.subtract(LOOKED_BACK)) },
    ahead: { gt: toDate(now.subtract({ hours: 12 })) },
  }[which]
  const found = await db.meeting.findMany({
    where: {
      councilId,
      committeeId: { in: committees.map(({ id }) => id) },
      state: 'scheduled',
      startsAt: time,
      // One that sits is offered still: whoever comes second is told that it is open, and where.
      ...(which === 'to-open'
        ? { id: { notIn: idsOf(opened.filter(({ state }) => !isSitting(state))) } }
        : {}),
      ...(which === 'opened' ? { id: { in: idsOf(opened) } } : {}),
    },
    select: { id: true },
    orderBy: [{ startsAt: which === 'ahead' ? 'asc' : 'desc' }, { id: 'asc' }],
    take: LISTED,
  })
  const meetings: MeetingAtHand[] = []
  for (const { id } of found) {
    const meeting = await meetingAtHand(house, id)
    if (meeting) meetings.push(meeting)
  }
  return meetings
}

/** @param actionId what a button of the list leads to, with the meeting as its value */
export function pickView(meetings: readonly MeetingAtHand[], actionId: string): ModalView {
  return modal({
    title: say.pick.title,
    close: say.cancel,
    blocks: [
      section(say.pick.intro()),
      ...meetings.map((meeting) => ({
        ...section(say.pick.meeting(meeting)),
        accessory: button({
          id: actionId,
          text: say.pick.choose,
          value: meeting.id,
          label: say.pick.chooseLabel(meeting),
        }),
      })),
    ],
  })
}
