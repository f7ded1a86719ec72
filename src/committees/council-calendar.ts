import { Temporal } from 'temporal-polyfill'
import { dateOfColumn } from '../calendar/civil.ts'
import type { ClearDaysRule } from '../calendar/clear-days.ts'
import { type AddedDay, type HolidayCalendar, holidayCalendar } from '../calendar/holiday-calendar.ts'
import { divisionOf, type Nation, noticeRules } from '../calendar/nations.ts'
import type { CouncilRows } from './people.ts'

/** How the law counts days for this council, with the days that its administrator has added. */
export interface CouncilCalendar {
  readonly nation: Nation
  /** Notice of a meeting and of its papers. */
  readonly notice: ClearDaysRule
  readonly holidays: HolidayCalendar
  /** Days on which the council's own offices are closed: warnings. */
  readonly closures: readonly AddedDay[]
}

export async function councilCalendar({ councilId, db }: CouncilRows): Promise<CouncilCalendar> {
  const council = await db.council.findUniqueOrThrow({ where: { id: councilId }, select: { nation: true } })
  const added = await db.addedDay.findMany({ where: { councilId }, orderBy: { date: 'asc' } })
  const days = (kind: 'holiday' | 'closure'): AddedDay[] =>
    added.filter((day) => day.kind === kind).map(({ date, name }) => ({ date: dateOfColumn(date), name }))
  return {
    nation: council.nation,
    notice: noticeRules[council.nation],
    holidays: holidayCalendar(divisionOf(council.nation), days('holiday')),
    closures: days('closure'),
  }
}

/** The civil date in a column, for arithmetic. */
export function plainDateOf(column: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(dateOfColumn(column))
}
