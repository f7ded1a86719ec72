import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
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
  // In one query: nearly every message that is rendered asks for it.
  const rows = withDays.parse(
    await db.$queryRaw`SELECT "Council"."nation"::text, to_char("AddedDay"."date", 'YYYY-MM-DD') AS "date",
        "AddedDay"."name", "AddedDay"."kind"::text
      FROM "Council" LEFT JOIN "AddedDay" ON "AddedDay"."councilId" = "Council"."id"
      WHERE "Council"."id" = ${councilId}::uuid ORDER BY "AddedDay"."date"`,
  )
  const days = (wanted: 'holiday' | 'closure'): AddedDay[] =>
    rows.flatMap(({ kind, date, name }) =>
      kind === wanted && date !== null && name !== null ? [{ date, name }] : [],
    )
  const [{ nation }] = rows
  return {
    nation,
    notice: noticeRules[nation],
    holidays: holidayCalendar(divisionOf(nation), days('holiday')),
    closures: days('closure'),
  }
}

const withDay = z.object({
  nation: z.enum(['england', 'wales', 'scotland']),
  date: z.string().nullable(),
  name: z.string().nullable(),
  kind: z.enum(['holiday', 'closure']).nullable(),
})
/** Without a day that was added there is one row of the council itself. */
const withDays = z.tuple([withDay], withDay)

/** The civil date in a column, for arithmetic. */
export function plainDateOf(column: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(dateOfColumn(column))
}
