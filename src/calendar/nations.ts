import type { ClearDaysRule } from './clear-days.ts'
import type { HolidayDivision } from './holidays/holiday-data.ts'

/** The nations whose law of meetings Scrutineer knows. */
export const nations = ['england', 'wales', 'scotland'] as const
export type Nation = (typeof nations)[number]

/** Whose bank holidays a nation's councils keep. */
export function divisionOf(nation: Nation): HolidayDivision {
  return nation === 'scotland' ? 'scotland' : 'england-and-wales'
}

/**
 * How long before a meeting of a principal council or its committee the agenda and reports must be open.
 * That weekends and bank holidays do not count follows *R v Swansea City Council, ex p Elitestone* (CA, 5 May
 * 1993) for the Acts of England and Wales; Scottish councils count in the same way.
 */
export const noticeRules: Readonly<Record<Nation, ClearDaysRule>> = {
  england: {
    days: 5,
    mode: 'working',
    source: 'Local Government Act 1972 s100A(6)(a) and s100B(3), as amended by SI 2002/715',
  },
  wales: {
    days: 3,
    mode: 'working',
    source:
      'Local Government Act 1972 s100A(6)(aa), by Local Government and Elections (Wales) Act 2021 Sch 4 para 1',
  },
  scotland: {
    days: 3,
    mode: 'working',
    source: 'Local Government (Scotland) Act 1973 Sch 7 para 2',
  },
}
