import type { Temporal } from 'temporal-polyfill'
import { type ClearDays, type ClearDaysRule, clearDays } from '../calendar/clear-days.ts'
import { isBeforeDay } from '../calendar/days.ts'
import type { AddedDay, HolidayCalendar } from '../calendar/holiday-calendar.ts'

/** A meeting, as the law of notice sees it. */
export interface MeetingNotice {
  readonly meeting: Temporal.PlainDate
  /**
   * The day on which the meeting was convened, where that was at less than the usual notice. Only then
   * is a shorter time lawful (LGA 1972 s100A(6)(a), s100B(3), (4)(a)).
   */
  readonly convenedOn: Temporal.PlainDate | undefined
  readonly rule: ClearDaysRule
  readonly holidays: HolidayCalendar
  readonly closures: readonly AddedDay[]
}

/** How the opening of an agenda, an item or a report stands to the law, with its working. */
export type Notice =
  | { readonly state: 'in-time'; readonly basis: 'clear-days'; readonly count: ClearDays }
  | { readonly state: 'in-time'; readonly basis: 'convened'; readonly convenedOn: Temporal.PlainDate }
  | {
      readonly state: 'late'
      readonly count: ClearDays
      readonly convenedOn: Temporal.PlainDate | undefined
    }
  /** Enough as far as is known: the calendar does not reach so far. */
  | { readonly state: 'not-certain'; readonly count: ClearDays }

/** Whether what was opened to inspection on a day was open long enough before the meeting. */
export function noticeOf(opened: Temporal.PlainDate, of: MeetingNotice): Notice {
  const { meeting, convenedOn, rule, holidays: calendar, closures } = of
  const count = clearDays({ opened, meeting, rule, calendar, closures })
  if (count.verdict === 'lawful') return { state: 'in-time', basis: 'clear-days', count }
  if (convenedOn && !isBeforeDay(convenedOn, opened))
    return { state: 'in-time', basis: 'convened', convenedOn }
  if (count.verdict === 'cannot-certify') return { state: 'not-certain', count }
  return { state: 'late', count, convenedOn }
}

/**
 * The same for many items and reports of one meeting: most were opened on the same few days, and a count
 * over months is long, so each day is counted once.
 */
export function noticeByDay(of: MeetingNotice): (opened: Temporal.PlainDate) => Notice {
  const counted = new Map<string, Notice>()
  return (opened) => {
    const day = opened.toString()
    const notice = counted.get(day) ?? noticeOf(opened, of)
    counted.set(day, notice)
    return notice
  }
}

/**
 * What is late about an item. An item that was not on the agenda in time may be considered only when
 * whoever presides rules that special circumstances make it urgent (s100B(4)(b)). A report that comes late
 * to an item that was listed in time is another matter, and is recorded.
 */
export type Lateness = 'none' | 'item-late' | 'report-late'

export function latenessOf(
  item: { readonly listedOn: Temporal.PlainDate; readonly reportsOpenedOn: readonly Temporal.PlainDate[] },
  notice: (opened: Temporal.PlainDate) => Pick<Notice, 'state'>,
): Lateness {
  if (notice(item.listedOn).state === 'late') return 'item-late'
  return item.reportsOpenedOn.some((opened) => notice(opened).state === 'late') ? 'report-late' : 'none'
}
