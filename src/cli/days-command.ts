import { Temporal } from 'temporal-polyfill'
import { isBeforeDay } from '../calendar/days.ts'
import { addDays, addedDays, removeDays } from '../committees/added-days.ts'
import { OPERATOR } from '../committees/import-committee.ts'
import { followCalendar } from '../meetings/day-follow.ts'
import { days as daysFacts } from './command-list.ts'
import type { Command, Desk } from './desk.ts'
import { councilNamed } from './find-committee.ts'
import { misused, understood } from './options.ts'
import { days as say, strange } from './settings-words.en.ts'

/** Longer than any closure; a mistyped year asks for more. */
const MOST_DAYS = 60

/** `days`, `days add DATE NAME --holiday|--closure`, `days remove DATE`: what the holidays of this version lack. */
export const daysCommand: Command = {
  ...daysFacts,
  bring: async () => new Map(),
  async run(args, desk) {
    const asked = argumentsOf(args)
    if ('problem' in asked) return misused(desk, asked.problem, say.usage)
    const council = await councilNamed(desk, asked.council)
    if (!council) return 1
    const act = { by: OPERATOR }
    switch (asked.act) {
      case 'list': {
        const all = await addedDays(council.house)
        desk.out(
          all.length === 0
            ? say.none(council.name)
            : [say.heading(council.name), ...all.map(say.line)].join('\n'),
        )
        return 0
      }
      case 'add': {
        const wanted = asked.dates.map((date) => ({ date, name: asked.name, kind: asked.kind }))
        const fresh = await addDays(council.house, { ...act, days: wanted }, followCalendar)
        desk.out(say.added(fresh, wanted.length))
        return 0
      }
      case 'remove':
        return remove(desk, council.house, asked.dates)
    }
  },
}

async function remove(
  desk: Desk,
  house: Parameters<typeof removeDays>[0],
  dates: readonly string[],
): Promise<number> {
  const gone = await removeDays(house, { by: OPERATOR, dates }, followCalendar)
  if (gone.length === 0) {
    desk.err(say.notThere(dates.length === 1 ? (dates[0] ?? '') : `${dates[0]} to ${dates.at(-1)}`))
    return 1
  }
  desk.out(say.removed(gone))
  return 0
}

type Asked = { readonly council: string | undefined } & (
  | { readonly act: 'list' }
  | { readonly act: 'remove'; readonly dates: readonly string[] }
  | {
      readonly act: 'add'
      readonly dates: readonly string[]
      readonly name: string
      readonly kind: 'holiday' | 'closure'
    }
)

function argumentsOf(args: readonly string[]): Asked | { readonly problem: string } {
  const called = understood(daysFacts.name, args, {
    values: ['--council', '--until'],
    switches: ['--holiday', '--closure'],
  })
  if ('problem' in called) return called
  const { words, values, switches } = called
  const council = values.get('--council')
  const [act, date, name, more] = words
  if (act === undefined && switches.size === 0 && !values.has('--until')) return { act: 'list', council }
  if (act !== 'add' && act !== 'remove') return { problem: strange(act ?? '') }
  if (date === undefined || more !== undefined) return { problem: strange(more ?? '') }
  const dates = datesOf(date, values.get('--until') ?? date)
  if ('problem' in dates) return dates
  if (act === 'remove')
    return name === undefined && switches.size === 0
      ? { act, council, dates: dates.days }
      : { problem: strange(name ?? '') }
  if (switches.size !== 1) return { problem: say.which }
  if (name === undefined || name.trim() === '') return { problem: strange('') }
  const kind = switches.has('--holiday') ? 'holiday' : 'closure'
  return { act, council, dates: dates.days, name: name.trim(), kind }
}

function datesOf(from: string, until: string): { readonly days: string[] } | { readonly problem: string } {
  const [first, last] = [from, until].map(dateOf)
  if (!first) return { problem: say.badDate(from) }
  if (!last) return { problem: say.badDate(until) }
  if (isBeforeDay(last, first)) return { problem: say.backwards(from, until) }
  const days: string[] = []
  for (let day = first; !isBeforeDay(last, day); day = day.add({ days: 1 })) {
    days.push(day.toString())
    if (days.length > MOST_DAYS) return { problem: say.tooMany(MOST_DAYS) }
  }
  return { days }
}

function dateOf(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
