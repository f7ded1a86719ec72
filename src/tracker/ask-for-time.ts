import { columnOfDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { acknowledge } from './note-seen.ts'
import { type ActOnOwed, type OwedRefusal, onOwed } from './owner-acting.ts'
import { dueDayOf } from './rules.ts'
import { createWish, isWaiting } from './wishes.ts'

export interface AskForTime extends ActOnOwed {
  readonly why: string
  /** ISO civil date. */
  readonly until: string
}

/**
 * - `why-missing`: say why
 * - `day-missing`: say until when
 * - `day-past`: that day is over
 * - `day-no-later`: it is due on that day, or later, as it is
 * - `asked-already`: it waits to be decided
 */
export type AskRefusal =
  | OwedRefusal
  | { readonly code: 'why-missing' | 'day-missing' | 'day-past' | 'day-no-later' | 'asked-already' }

/** Ask for more time: the clerk or the Chair decides, and the time stays as it is until they have. */
export async function askForTime(
  house: House,
  act: AskForTime,
): Promise<Outcome<{ readonly wishId: string }, AskRefusal>> {
  return onOwed<{ readonly wishId: string }, AskRefusal>(house, act, async ({ tx, row, today }) => {
    if (act.why === '') return refused({ code: 'why-missing' })
    if (act.until === '') return refused({ code: 'day-missing' })
    if (act.until <= today) return refused({ code: 'day-past' })
    if (row.state !== 'open') return refused({ code: 'row-over' })
    // The day that was said is the one that can be moved; a time of the law stays, whatever is granted.
    const said = dueDayOf({ due: row.due, clockDueOn: undefined })
    if (said !== undefined && act.until <= said) return refused({ code: 'day-no-later' })
    if (await isWaiting(tx, row.id, 'moreTime')) return refused({ code: 'asked-already' })
    const wishId = await createWish(tx, row, today, {
      kind: 'moreTime',
      why: act.why,
      until: columnOfDate(act.until),
    })
    await acknowledge(tx, row)
    return done({ wishId })
  })
}
