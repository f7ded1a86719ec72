import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'

/** What the clerk writes about an item, beside what other acts record of it. */
export interface ItemText {
  /** As the minutes head it; empty for the agenda's own title. */
  readonly title: string
  /** Who presented it, as the minutes print them. */
  readonly presenters: readonly string[]
  /** What they gave: "a presentation on …". */
  readonly presented: string
  /** What else was said, in the clerk's own words. */
  readonly passage: string
  /** It was taken with the public excluded. */
  readonly isClosed: boolean
  /** Of closed business, for the open minutes (LGA 1972 s100C(2)). */
  readonly summary: string
}

export interface EditItem extends ActOnSitting {
  readonly recordId: string
  /** Of what the clerk saw: another clerk may have written meanwhile. */
  readonly version: number
  readonly text: ItemText
}

/** `changed-meanwhile`: open it again, so that nothing of the other clerk's is lost. */
export type EditRefusal = SittingRefusal | { readonly code: 'item-gone' | 'changed-meanwhile' | 'no-title' }

/** Write down who presented an item, and what else the minutes say of it. The same again changes nothing. */
export async function editItem(
  house: House,
  act: EditItem,
): Promise<Outcome<{ readonly changed: boolean }, EditRefusal>> {
  return onSitting<{ readonly changed: boolean }, EditRefusal>(house, act, async ({ tx, sitting }) => {
    const where = { councilId: tx.councilId, meetingId: act.meetingId, id: act.recordId }
    const row = await tx.db.itemRecord.findFirst({ where })
    if (!row) return refused({ code: 'item-gone' })
    // What no agenda listed has no other title.
    if (row.itemId === null && act.text.title === '') return refused({ code: 'no-title' })
    const text = { ...act.text, presenters: [...act.text.presenters] }
    const { title, presenters, presented, passage, isClosed, summary } = row
    const before = { title, presenters, presented, passage, isClosed, summary }
    if (JSON.stringify(before) === JSON.stringify(inThisOrder(text))) return done({ changed: false })
    if (row.version !== act.version) return refused({ code: 'changed-meanwhile' })
    await tx.db.itemRecord.update({
      where: { id: row.id, councilId: tx.councilId },
      data: {
        ...text,
        ...(text.isClosed === isClosed ? {} : { closedByHand: text.isClosed }),
        version: { increment: 1 },
      },
    })
    // What it says stays out: of closed business it may be exempt, and the trail is kept for ever.
    const facts = { meeting: act.meetingId, item: row.id, version: row.version + 1 }
    tx.audit('sitting.item-written', facts, sitting.meeting.committeeId)
    return done({ changed: true })
  })
}

function inThisOrder({ title, presenters, presented, passage, isClosed, summary }: ItemText): ItemText {
  return { title, presenters, presented, passage, isClosed, summary }
}
