import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { changeEntry, type EntryRefusal, lastPosition, type OfEntry, onEntry } from './acting.ts'
import { programmeMeeting, programmeOf } from './entries.ts'
import {
  type Authority,
  type AuthorityRefusal,
  columnsOfPlace,
  type Place,
  type PlaceRefusal,
  whyNotPlace,
  whyNotVary,
} from './rules.ts'
import type { EntryAtHand } from './types.ts'

export interface ArrangeEntry extends OfEntry {
  readonly place: Place
  readonly authority: Authority
}

export type ArrangeRefusal = EntryRefusal | AuthorityRefusal | PlaceRefusal

/** Put an entry down for a meeting or for none, say that it was taken, or take it off the programme. */
export async function arrangeEntry(
  house: House,
  act: ArrangeEntry,
): Promise<Outcome<undefined, ArrangeRefusal>> {
  return onEntry<undefined, ArrangeRefusal>(house, act, async (held) => {
    const { tx, entry, settings } = held
    const { place } = act
    const meeting =
      place.to === 'meeting' ? await programmeMeeting(tx, entry.committeeId, place.meetingId) : undefined
    const wrong =
      whyNotPlace(entry.state, place, meeting, tx.now) ?? whyNotVary(act.authority, settings.variedBy)
    if (wrong) return refused(wrong)
    const isSame =
      place.to === 'meeting' && entry.meeting?.id === place.meetingId && entry.state === 'scheduled'
    const moves = place.to === 'meeting' || place.to === 'unscheduled'
    await changeEntry(
      held,
      entry,
      {
        ...columnsOfPlace(place),
        ...(moves && !isSame
          ? { position: await lastPosition(tx, entry.committeeId, meeting?.id ?? null) }
          : {}),
      },
      {
        what: 'programme.arranged',
        why: act.authority.why,
        delegated: act.authority.kind === 'delegated',
      },
    )
    return done(undefined)
  })
}

/** - `at-the-top`: it is the first of its meeting or section */
export type MoveRefusal = EntryRefusal | { readonly code: 'at-the-top' }

/**
 * Move an entry before the one above it, within its meeting or section. The order on one agenda is the clerk's to
 * prepare, and varies nothing that the committee resolved.
 */
export async function moveEntryUp(house: House, act: OfEntry): Promise<Outcome<undefined, MoveRefusal>> {
  return onEntry<undefined, MoveRefusal>(house, act, async (held) => {
    const { entry } = held
    const section = (await programmeOf(held.rows, entry.committeeId)).filter((one) => besides(one, entry))
    const at = section.findIndex(({ id }) => id === entry.id)
    const above = section[at - 1]
    if (!above) return refused({ code: 'at-the-top' })
    // Numbered anew, so that what an import left in one place is told apart.
    const order = section.toSpliced(at, 1).toSpliced(at - 1, 0, entry)
    const { councilId } = held.tx
    for (const [place, one] of order.entries())
      if (one.position !== place + 1 && one.id !== entry.id)
        await held.tx.db.programmeEntry.update({
          where: { id: one.id, councilId },
          data: { position: place + 1 },
        })
    await changeEntry(held, entry, { position: at }, { what: 'programme.ordered', why: '', delegated: false })
    return done(undefined)
  })
}

/** Whether two entries stand in one list. */
function besides(one: EntryAtHand, other: EntryAtHand): boolean {
  return (
    one.standing === other.standing &&
    one.kind === other.kind &&
    one.meeting?.id === other.meeting?.id &&
    one.printedDate === other.printedDate
  )
}
