import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type Clock, clockFrom, clocksOfNation } from './clock-rules.ts'
import { refreshRow } from './row-messages.ts'
import { lockedRows } from './rows.ts'
import { addClock, type ClockRefusal, runs, whyNotFrom } from './start-clock.ts'
import { isLive } from './state-rules.ts'
import type { TrackedRow } from './types.ts'

export interface SendNotice {
  readonly by: string
  readonly committeeId: string
  readonly rowIds: readonly string[]
  /** "Cabinet", "Council". */
  readonly toBody: string
  /** When the body had the report or recommendations, where that is known; ISO civil date. */
  readonly receivedOn: string | undefined
  readonly sentOn: string
  /** The committee's report was published, so that the response must be too. */
  readonly isPublished: boolean
}

/**
 * - `not-a-clerk`: the committee's clerks give notice for it
 * - `rows-missing`: none was chosen
 * - `not-recommendations`: notice is given of recommendations of this committee that are not over
 * - `body-missing`: to whom
 */
export type NoticeRefusal =
  | { readonly code: 'not-a-clerk' | 'rows-missing' | 'body-missing' }
  | {
      readonly code: 'not-recommendations' | ClockRefusal['code']
      readonly references: readonly string[]
      /** Which of the two days it is, where it is one. */
      readonly day?: 'sent' | 'received'
    }

export interface NoticeSent {
  readonly noticeId: string
  readonly clock: Clock
  readonly rows: readonly TrackedRow[]
}

/**
 * The notice in writing that asks the executive or the council to respond (LGA 2000 s9FE): giving it is what starts
 * the two months, for each of the recommendations that it names.
 */
export async function sendNotice(house: House, act: SendNotice): Promise<Outcome<NoticeSent, NoticeRefusal>> {
  return house.transact<Outcome<NoticeSent, NoticeRefusal>>(act.by, async (tx) => {
    const { councilId } = tx
    if (!(await isClerk(tx, act.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    if (act.toBody === '') return refused({ code: 'body-missing' })
    const rows = await lockedRows(tx, act.rowIds)
    if (rows.length === 0) return refused({ code: 'rows-missing' })
    const { nation, holidays } = await councilCalendar(tx)
    if (!clocksOfNation(nation).includes('executive'))
      return refused({ code: 'not-in-nation', references: [] })
    const today = civilDate(tx.now, house.timeZone).toString()
    for (const row of rows) {
      const references = [row.reference]
      const isMeant = row.kind === 'recommendation' && row.committeeId === act.committeeId && isLive(row)
      if (!isMeant) return refused({ code: 'not-recommendations', references })
      const wrong = whyNotFrom(act.sentOn, row, today)
      if (wrong) return refused({ ...wrong, references, day: 'sent' })
      const early = act.receivedOn === undefined ? undefined : whyNotFrom(act.receivedOn, row, today)
      if (early) return refused({ ...early, references, day: 'received' })
      if (await runs(tx, row.id, 'executive')) return refused({ code: 'runs-already', references })
    }
    const clock = clockFrom({ kind: 'executive', receivedOn: act.receivedOn, noticeOn: act.sentOn }, holidays)
    if (!clock) return refused({ code: 'nothing-started', references: [] })
    const { id: noticeId } = await tx.db.responseNotice.create({
      data: {
        councilId,
        committeeId: act.committeeId,
        toBody: act.toBody,
        receivedOn: act.receivedOn === undefined ? null : columnOfDate(act.receivedOn),
        sentOn: columnOfDate(act.sentOn),
        isPublished: act.isPublished,
        at: toDate(tx.now),
        byId: act.by,
      },
    })
    for (const row of rows) {
      await addClock(tx, row, clock, noticeId)
      await refreshRow(tx, row)
    }
    tx.audit(
      'tracker.notice-sent',
      {
        notice: noticeId,
        rows: rows.map(({ id }) => id),
        received: act.receivedOn ?? null,
        sent: act.sentOn,
        due: clock.end.lastDay.toString(),
      },
      act.committeeId,
    )
    return done({ noticeId, clock, rows })
  })
}
