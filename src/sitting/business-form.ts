import type { Temporal } from 'temporal-polyfill'
import type { CouncilRows } from '../committees/people.ts'
import type { Business, SittingAtHand } from './at-hand.ts'

/** Everything that the view of an item shows. */
export interface BusinessForm {
  readonly sitting: SittingAtHand
  readonly item: Business
  /** What the clerk has it headed by; empty for the agenda's own title. */
  readonly heading: string
  /** Written by the clerk, or as the agenda prints who leads it. */
  readonly presenters: readonly string[]
  /** Marked as taken with the public excluded. */
  readonly isMarkedClosed: boolean
  readonly now: Temporal.Instant
}

/** @returns `undefined` where there is no such business at this meeting */
export async function businessForm(
  { councilId, db }: CouncilRows,
  sitting: SittingAtHand,
  recordId: string,
  now: Temporal.Instant,
): Promise<BusinessForm | undefined> {
  const item = sitting.business.find((one) => one.recordId === recordId)
  const row = await db.itemRecord.findFirst({
    where: { councilId, meetingId: sitting.meeting.id, id: recordId },
  })
  if (!item || !row) return undefined
  const listed = row.itemId
    ? await db.agendaItem.findFirst({ where: { councilId, id: row.itemId }, select: { lead: true } })
    : undefined
  const lead = listed?.lead ?? ''
  return {
    sitting,
    item,
    heading: row.title,
    presenters: row.presenters.length > 0 || lead === '' ? row.presenters : [lead],
    isMarkedClosed: row.isClosed,
    now,
  }
}
