import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type ClearDays, clearDays } from '../calendar/clear-days.ts'
import type { DayOff } from '../calendar/days.ts'
import { holidayCalendar } from '../calendar/holiday-calendar.ts'
import { divisionOf, type Nation, nations, noticeRules } from '../calendar/nations.ts'
import { workingOfClearDays } from '../calendar/working.en.ts'
import type { CouncilCalendar } from '../committees/council-calendar.ts'
import { type ClearDaysOption, clearDaysProblem, clearDaysUsage } from './clear-days-words.en.ts'

/** Where the command writes: `process.stdout` and `process.stderr`, or a test's own. */
export interface Output {
  write(text: string): unknown
}

const civilDate = z.string().transform((text, context) => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    context.addIssue({ code: 'custom', message: 'no date' })
    return z.NEVER
  }
})
const wanted = z.object({
  published: civilDate,
  meeting: civilDate,
  nation: z.enum(nations),
  days: z.coerce.number().int().min(1).max(60).optional(),
  mode: z.enum(['working', 'calendar']).optional(),
})

/**
 * `clear-days --published DATE --meeting DATE --nation NATION`: count them and show how.
 *
 * @returns the exit code: 0 lawful, 1 short or not certain, 2 when the command was not understood
 */
export function clearDaysCommand(
  args: readonly string[],
  out: Output,
  err: Output,
  /** Of one council, whose nation then need not be said; else the nation's own. */
  council?: Pick<CouncilCalendar, 'nation' | 'holidays' | 'closures'>,
): number {
  const options = optionsOf(args, council?.nation)
  if (!options.ok) {
    err.write(`${options.problem}\n\n${clearDaysUsage}\n`)
    return 2
  }
  const { published, meeting, nation, days, mode } = options.wanted
  const rule = noticeRules[nation]
  const count = clearDays({
    opened: published,
    meeting,
    rule: { ...rule, days: days ?? rule.days, mode: mode ?? rule.mode },
    calendar: council?.holidays ?? holidayCalendar(divisionOf(nation)),
    closures: council?.closures,
  })
  out.write(
    options.json ? `${JSON.stringify(asJson(count, nation))}\n` : `${workingOfClearDays(count).join('\n')}\n`,
  )
  return count.verdict === 'lawful' ? 0 : 1
}

type Options =
  | { readonly ok: true; readonly json: boolean; readonly wanted: z.infer<typeof wanted> }
  | { readonly ok: false; readonly problem: string }

function optionsOf(args: readonly string[], nation: Nation | undefined): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      published: { type: 'string' },
      meeting: { type: 'string' },
      nation: { type: 'string' },
      days: { type: 'string' },
      mode: { type: 'string' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
    strict: false,
  })
  const { json, ...given } = values
  const strange = [...positionals, ...Object.keys(given).filter((name) => !isOption(name))]
  if (strange[0] !== undefined) return { ok: false, problem: clearDaysProblem('strange', strange[0]) }
  const parsed = wanted.safeParse({ ...given, nation: nation ?? given.nation })
  if (parsed.success) return { ok: true, json: json === true, wanted: parsed.data }
  const name = parsed.error.issues[0]?.path[0]
  const option = typeof name === 'string' && isOption(name) ? name : 'published'
  return { ok: false, problem: clearDaysProblem(option, given[option]) }
}

function isOption(name: string): name is ClearDaysOption {
  return Object.hasOwn(wanted.shape, name)
}

/** Plain data for other programs: every date as ISO. */
function asJson(count: ClearDays, nation: string): object {
  const { opened, meeting, rule, counted, leftOut, verdict, shortBy, latest, openedOnDayOff } = count
  const off = (day: DayOff): object => ({
    date: day.date.toString(),
    reason: day.because === 'weekend' ? 'weekend' : day.name,
  })
  return {
    nation,
    rule,
    published: opened.toString(),
    meeting: meeting.toString(),
    counted: counted.map(String),
    leftOut: leftOut.map(off),
    clearDays: counted.length,
    verdict,
    shortBy,
    latestLawful: latest.day.toString(),
    ...(latest.covered ? {} : { latestLawfulUncertain: true }),
    ...(count.closedOn.length === 0 ? {} : { officesClosedOn: count.closedOn }),
    ...(openedOnDayOff && { publishedOnDayOff: off(openedOnDayOff) }),
  }
}
