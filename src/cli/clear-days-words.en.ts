import { nations } from '../calendar/nations.ts'

export type ClearDaysOption = 'published' | 'meeting' | 'nation' | 'days' | 'mode'

export const clearDaysUsage = `Use: clear-days --published DATE --meeting DATE --nation ${nations.join('|')} [--days N] [--mode working|calendar] [--json]

Counts the clear days between the day on which papers were opened to inspection and the day of the meeting,
and shows which days were left out and why. Dates as 2017-09-12.
--council NAME in place of --nation takes the days into account that were added for that council (days).
--days and --mode ask about another rule than the nation’s own for notice of a meeting.
--json prints one line of JSON. The exit code is 0 when the notice is lawful, 1 when it is not.`

/** What is wrong with an option, and what would be right. */
export function clearDaysProblem(option: ClearDaysOption | 'strange', given: unknown): string {
  const said = given === undefined ? 'is missing' : `“${String(given)}” is not understood`
  switch (option) {
    case 'published':
    case 'meeting':
      return `--${option} ${said}: give a date that the calendar has, as 2017-09-12.`
    case 'nation':
      return `--nation ${said}: give ${nations.join(', ')}.`
    case 'days':
      return `--days ${said}: give a number from 1 to 60.`
    case 'mode':
      return `--mode ${said}: give working or calendar.`
    case 'strange':
      return `There is no option “${String(given)}”.`
  }
}
