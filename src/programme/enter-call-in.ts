import { Temporal } from 'temporal-polyfill'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import { isBeforeDay } from '../calendar/days.ts'
import type { PeriodEnd } from '../calendar/periods.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { onProgramme, type RoleRefusal } from './acting.ts'
import { type CallInRule, windowOf } from './call-in-rules.ts'
import { showCallIn } from './call-ins.ts'

export interface EnterCallIn {
  readonly by: string
  readonly committeeId: string
  readonly title: string
  readonly reference: string
  readonly decidedBy: string
  /** ISO civil date on which the decision was published. */
  readonly publishedOn: string
}

/**
 * - `title-missing`, `decider-missing`: say which decision, and whose
 * - `published-ahead`: it is not published yet
 */
export type EnterRefusal =
  | RoleRefusal
  | { readonly code: 'title-missing' | 'decider-missing' | 'published-ahead' }

export interface CallInReceipt {
  readonly callInId: string
  readonly window: PeriodEnd
  /** The same decision was entered before. */
  readonly already: boolean
}

/** Enter a decision of the executive that can be called in: its window follows from the council's rule. */
export async function enterCallIn(
  house: House,
  act: EnterCallIn,
): Promise<Outcome<CallInReceipt, EnterRefusal>> {
  return onProgramme<CallInReceipt, EnterRefusal>(house, act, async ({ tx, roles, settings, today }) => {
    if (!roles.isClerk) return refused({ code: 'not-a-clerk' })
    if (act.title === '') return refused({ code: 'title-missing' })
    if (act.decidedBy === '') return refused({ code: 'decider-missing' })
    const published = Temporal.PlainDate.from(act.publishedOn)
    if (isBeforeDay(today, published)) return refused({ code: 'published-ahead' })
    const rule: CallInRule = {
      requesters: settings.callInRequesters,
      windowDays: settings.callInWindow,
      meetWithin: settings.callInMeetWithin,
      grounds: settings.callInGrounds,
    }
    const { councilId } = tx
    const { committeeId, title, reference, decidedBy } = act
    const { holidays } = await councilCalendar(tx)
    const window = windowOf(published, rule, holidays)
    const publishedOn = columnOfDate(act.publishedOn)
    const known = await tx.db.callIn.findFirst({
      where: { councilId, committeeId, title, reference, publishedOn },
      select: { id: true },
    })
    if (known) return done({ callInId: known.id, window, already: true })
    const { id: callInId } = await tx.db.callIn.create({
      data: {
        councilId,
        committeeId,
        title,
        reference,
        decidedBy,
        publishedOn,
        rule: { ...rule, grounds: [...rule.grounds] },
        closesOn: columnOfDate(window.lastDay.toString()),
        at: toDate(tx.now),
        byId: act.by,
      },
    })
    tx.audit(
      'call-in.entered',
      { callIn: callInId, publishedOn: act.publishedOn, closesOn: window.lastDay.toString() },
      committeeId,
    )
    await showCallIn(tx, { id: callInId, committeeId })
    return done({ callInId, window, already: false })
  })
}
