import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, notBefore, onSitting, type SittingRefusal } from './acting.ts'
import type { Business, SittingAtHand } from './at-hand.ts'
import { markClosed } from './exclusions.ts'
import { isSitting } from './state-rules.ts'

export interface TakeItem extends ActOnSitting {
  readonly recordId: string
  /**
   * What was under consideration when the button was shown; empty for nothing. Where another clerk has gone on
   * meanwhile, an old button takes nobody back.
   */
  readonly from?: string | undefined
}

/**
 * - `item-gone`: no business of this meeting
 * - `moved-on`: another clerk has gone on to `current`; the control shows it
 * - `adjourned`: resume the meeting first
 * - `before-item`: the item before began later than this
 */
export type TakeRefusal =
  | SittingRefusal
  | { readonly code: 'item-gone' | 'adjourned' | 'before-item' }
  | { readonly code: 'moved-on'; readonly current: Business | undefined }

export interface Taken {
  readonly item: Business
  readonly already: boolean
}

/**
 * Begin an item, or come back to one: the one before ends. Once the meeting is over, the item is only the one that
 * is written up.
 */
export async function takeItem(house: House, act: TakeItem): Promise<Outcome<Taken, TakeRefusal>> {
  return onSitting<Taken, TakeRefusal>(house, act, async ({ tx, sitting, at }) => {
    const item = sitting.business.find(({ recordId }) => recordId === act.recordId)
    const { current } = sitting
    if (!item) return refused({ code: 'item-gone' })
    if (current?.recordId === item.recordId) return done({ item, already: true })
    if (act.from !== undefined && act.from !== (current?.recordId ?? ''))
      return refused({ code: 'moved-on', current })
    if (sitting.state === 'adjourned') return refused({ code: 'adjourned' })
    const begins = current?.startedAt && isSitting(sitting.state) ? notBefore(at, current.startedAt) : at
    if (!begins) return refused({ code: 'before-item' })
    if (isSitting(sitting.state)) {
      if (current) await endItem(tx, current, 'done', begins)
      await setItem(tx, item, {
        state: 'current',
        startedAt: item.startedAt ? toDate(item.startedAt) : toDate(begins),
        endedAt: null,
      })
    } else if (item.state === 'waiting')
      await setItem(tx, item, { state: 'done', startedAt: act.at ? toDate(act.at) : null })
    if (item.taken === undefined) await setItem(tx, item, { taken: nextPlace(sitting) })
    await setCurrent(tx, sitting, item.recordId)
    await markClosed(tx, act.meetingId, begins)
    const facts = { meeting: act.meetingId, item: item.recordId, at: begins.toString() }
    tx.audit('sitting.item-taken', facts, sitting.meeting.committeeId)
    return done({ item, already: false })
  })
}

export type ItemEnd = 'done' | 'deferred' | 'withdrawn'

export interface EndItem extends ActOnSitting {
  readonly recordId: string
  readonly as: ItemEnd
}

/** An item is done with, deferred to a later meeting or withdrawn; nothing is under consideration after it. */
export async function finishItem(
  house: House,
  act: EndItem,
): Promise<Outcome<Taken, SittingRefusal | { readonly code: 'item-gone' | 'before-item' }>> {
  return onSitting<Taken, SittingRefusal | { readonly code: 'item-gone' | 'before-item' }>(
    house,
    act,
    async ({ tx, sitting, at }) => {
      const item = sitting.business.find(({ recordId }) => recordId === act.recordId)
      if (!item) return refused({ code: 'item-gone' })
      if (item.state === act.as) return done({ item, already: true })
      const ends = item.startedAt ? notBefore(at, item.startedAt) : at
      if (!ends) return refused({ code: 'before-item' })
      await endItem(tx, item, act.as, ends)
      if (item.taken === undefined && act.as === 'done')
        await setItem(tx, item, { taken: nextPlace(sitting) })
      if (sitting.current?.recordId === item.recordId) await setCurrent(tx, sitting, null)
      const facts = { meeting: act.meetingId, item: item.recordId, as: act.as, at: ends.toString() }
      tx.audit('sitting.item-ended', facts, sitting.meeting.committeeId)
      return done({ item, already: false })
    },
  )
}

/** What was never begun has no end either. */
async function endItem(
  tx: Tx,
  item: Business,
  state: ItemEnd,
  at: NonNullable<Business['startedAt']>,
): Promise<void> {
  await setItem(tx, item, { state, ...(item.startedAt ? { endedAt: toDate(at) } : {}) })
}

async function setItem(
  tx: Tx,
  { recordId: id }: Pick<Business, 'recordId'>,
  fields: {
    state?: Business['state']
    startedAt?: Date | null
    endedAt?: Date | null
    taken?: number
  },
): Promise<void> {
  await tx.db.itemRecord.update({
    where: { id, councilId: tx.councilId },
    data: { ...fields, version: { increment: 1 } },
  })
}

async function setCurrent(
  tx: Tx,
  { id }: Pick<SittingAtHand, 'id'>,
  currentId: string | null,
): Promise<void> {
  await tx.db.sitting.update({
    where: { id, councilId: tx.councilId },
    data: { currentId, version: { increment: 1 } },
  })
}

function nextPlace({ business }: Pick<SittingAtHand, 'business'>): number {
  return Math.max(0, ...business.map(({ taken }) => taken ?? 0)) + 1
}

/** What the agenda takes next: the first that still waits. */
export function nextItem(business: readonly Business[]): Business | undefined {
  return business
    .filter(({ state }) => state === 'waiting')
    .toSorted((one, other) => one.position - other.position)[0]
}
