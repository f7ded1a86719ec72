/** The parts of the United Kingdom that have bank holidays of their own. */
export type HolidayDivision = 'england-and-wales' | 'scotland' | 'northern-ireland'

/** Days on which offices are closed by law or proclamation, and the years for which the list is known to be whole. */
export interface HolidayData {
  readonly division: HolidayDivision
  readonly source: string
  /** When the list was last compared with its source. */
  readonly asOf: string
  /** First and last day of which the list says everything: outside, silence does not mean "no holiday". */
  readonly from: string
  readonly to: string
  /** ISO date → the day's name. */
  readonly days: Readonly<Record<string, string>>
}
