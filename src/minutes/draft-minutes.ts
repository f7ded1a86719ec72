import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { type ActOnMinutes, type MinutesRefusal, onMinutes } from './acting.ts'
import { refreshMinutes } from './minutes-messages.ts'
import { clashesOf, type NumberClash, nextNumber } from './number-rules.ts'
import { numbersOfYear } from './numbers-of-year.ts'

export interface DraftMinutes extends ActOnMinutes {
  /** The number of the first minute; where it is left out, the next of the year, or the one it has. */
  readonly firstNumber?: number | undefined
}

/**
 * - `not-closed`: close the meeting first, so that its record is whole
 * - `numbers-fixed`: they are agreed or signed; what is cited by number keeps it
 * - `number-taken`: signed minutes have these numbers already
 * - `no-number`: minutes are counted from 1
 */
export type DraftRefusal =
  | MinutesRefusal
  | { readonly code: 'not-closed' | 'numbers-fixed' | 'no-number' }
  | { readonly code: 'number-taken'; readonly clash: NumberClash }

export interface DraftReceipt {
  readonly first: number
  readonly last: number
  /** Drafts of other meetings that have some of these numbers: they are to be numbered anew. */
  readonly drafts: readonly NumberClash[]
}

/** Columns of a whole number in the database hold no more; no committee comes near it. */
const MOST = 1_000_000

/** Number the minutes of a meeting, so that its draft can be printed. The same again changes nothing. */
export async function draftMinutes(
  house: House,
  act: DraftMinutes,
): Promise<Outcome<DraftReceipt, DraftRefusal>> {
  return onMinutes<DraftReceipt, DraftRefusal>(house, act, async ({ tx, sitting, minutes }) => {
    const { meeting, business } = sitting
    if (sitting.state !== 'closed' && sitting.state !== 'inquorate') return refused({ code: 'not-closed' })
    const others = await numbersOfYear(tx, meeting)
    const first = act.firstNumber ?? minutes?.firstNumber ?? nextNumber(others, meeting.date)
    if (!Number.isInteger(first) || first < 1 || first > MOST) return refused({ code: 'no-number' })
    const last = first + business.length - 1
    const isFixed = minutes?.state === 'agreed' || minutes?.state === 'signed'
    const isSame =
      minutes?.firstNumber === first &&
      business.every(({ minuteNumber }, place) => minuteNumber === first + place)
    const { signed, drafts } = clashesOf(others, { first, count: business.length })
    if (isSame || (isFixed && act.firstNumber === undefined)) return done({ first, last, drafts })
    if (isFixed) return refused({ code: 'numbers-fixed' })
    const [clash] = signed
    if (clash) return refused({ code: 'number-taken', clash })
    await number(tx, sitting, first)
    tx.audit('minutes.drafted', { meeting: act.meetingId, first, last }, meeting.committeeId)
    await refreshMinutes(tx, act.meetingId)
    await refreshReminders(tx, { subject: sitting.id })
    return done({ first, last, drafts })
  })
}

/** In the order in which the business was taken. */
async function number(tx: Tx, { meeting, business }: SittingAtHand, first: number): Promise<void> {
  const { councilId } = tx
  const where = { councilId, meetingId: meeting.id }
  for (const [place, { recordId }] of business.entries())
    await tx.db.itemRecord.update({
      where: { id: recordId, councilId },
      data: { minuteNumber: first + place },
    })
  await tx.db.minutes.upsert({
    where: { councilId_meetingId: where },
    create: { ...where, firstNumber: first, byId: tx.by, at: toDate(tx.now) },
    update: { firstNumber: first, version: { increment: 1 } },
  })
}
