import { Temporal } from 'temporal-polyfill'
import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnRow, onRow, type RowRefusal } from './acting.ts'

export interface NoteOutcome extends ActOnRow {
  /** "Q2 2017/18" */
  readonly quarter: string
  readonly text: string
}

/** - `text-missing`: say what came of it */
export interface TextMissing {
  readonly code: 'text-missing'
}

/**
 * Keep what came of a row in a quarter, as councils report it (domain.md §4.8 row 8). A second word on the same
 * quarter stands beside the first.
 */
export async function noteOutcome(
  house: House,
  act: NoteOutcome,
): Promise<Outcome<undefined, RowRefusal | TextMissing>> {
  return onRow<undefined, TextMissing>(house, act, async ({ tx, row }) => {
    if (act.text === '') return refused({ code: 'text-missing' })
    await tx.db.trackerUpdate.create({
      data: {
        councilId: tx.councilId,
        rowId: row.id,
        kind: 'outcome',
        quarter: act.quarter,
        text: act.text,
        on: columnOfDate(civilDate(tx.now, house.timeZone).toString()),
        at: toDate(tx.now),
        byId: act.by,
      },
    })
    tx.audit('tracker.outcome-noted', { row: row.id, quarter: act.quarter }, row.committeeId)
    return done(undefined)
  })
}

/** The quarters of the financial year, which begins in April, up to that of a day; the latest first. */
export function quartersBack(today: string, count: number): string[] {
  const day = Temporal.PlainDate.from(today)
  return Array.from({ length: count }, (_, back) => {
    const { year, month } = day.subtract({ months: 3 * back })
    const begins = month >= 4 ? year : year - 1
    const quarter = Math.floor(((month + 8) % 12) / 3) + 1
    return `Q${quarter} ${begins}/${String((begins + 1) % 100).padStart(2, '0')}`
  })
}
