import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'

export interface AddBusiness extends ActOnSitting {
  readonly title: string
}

/** `no-title`: the minutes head it by something. */
export type BusinessRefusal = SittingRefusal | { readonly code: 'no-title' }

/**
 * Add business that no agenda lists: urgent business, the exclusion of the public, an election of somebody to
 * preside. Twice the same is once.
 */
export async function addBusiness(
  house: House,
  act: AddBusiness,
): Promise<Outcome<{ readonly recordId: string; readonly already: boolean }, BusinessRefusal>> {
  return onSitting<{ readonly recordId: string; readonly already: boolean }, BusinessRefusal>(
    house,
    act,
    async ({ tx, sitting }) => {
      const title = act.title.trim()
      if (title === '') return refused({ code: 'no-title' })
      const known = sitting.business.find((it) => it.itemId === undefined && it.title === title)
      if (known) return done({ recordId: known.recordId, already: true })
      const position = Math.max(0, ...sitting.business.map((it) => it.position)) + 1
      const { id: recordId } = await tx.db.itemRecord.create({
        data: { councilId: tx.councilId, meetingId: act.meetingId, title, position },
      })
      tx.audit(
        'sitting.business-added',
        { meeting: act.meetingId, item: recordId },
        sitting.meeting.committeeId,
      )
      return done({ recordId, already: false })
    },
  )
}
