// `YEAR=long` ticks every ten minutes of the day in place of twice; `YEAR_TABLE=1` prints who got how many.
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { MOST_A_MEETING, MOST_AN_ACTION, OWNER_DAYS } from '../../src/reminders/rules.ts'
import { embeddedDatabase, serverDatabase, serverMissing } from '../support/databases.ts'
import { countBy, liveAYear, tableOf } from './year.ts'

const isLong = process.env['YEAR'] === 'long'
const TICKS = isLong
  ? Array.from({ length: 6 * 24 }, (_, place) =>
      Temporal.PlainTime.from('00:00')
        .add({ minutes: 10 * place })
        .toString(),
    )
  : ['09:00', '18:00']

/** The year is the same on either; a server's is over sooner. */
const database = serverMissing === undefined ? serverDatabase : embeddedDatabase

test(
  'a year of a committee of eleven, twelve meetings and 400 actions stays within law 12',
  async () => {
    const year = await liveAYear(await database(), TICKS)
    expect([year.seats, year.meetings, year.actions]).toEqual([11, 12, 400])
    const { got } = year
    if (process.env['YEAR_TABLE'] === '1')
      console.info(
        `${tableOf(year)}\n\n${got.length} messages in all; ${year.dropped} not needed any more when they were to be sent.`,
      )
    // Nobody gets two on a day, and none on a weekend.
    expect(Math.max(...countBy(got, ({ person, day }) => `${person} ${day}`).values())).toBe(1)
    expect(got.filter(({ day }) => day.dayOfWeek > 5)).toEqual([])
    // Three a meeting, whoever it is.
    const aMeeting = got.flatMap(({ person, about }) => [
      ...new Set(about.filter(({ kind }) => kind !== 'actions').map(({ subject }) => `${person} ${subject}`)),
    ])
    expect(Math.max(...countBy(aMeeting, (one) => one).values())).toBeLessThanOrEqual(MOST_A_MEETING)
    // A member’s week: with a meeting a month, no more than one meeting’s three.
    const weeks = countBy(got, ({ person, day }) => `${person} ${day.yearOfWeek}-${day.weekOfYear}`)
    const ofMembers = [...weeks].filter(([key]) =>
      got.some(({ person, role }) => role === 'member' && key.startsWith(person)),
    )
    expect(Math.max(...ofMembers.map(([, count]) => count))).toBeLessThanOrEqual(MOST_A_MEETING)
    // Owners: once a week, five times about one resolution, never once all of it is answered.
    const asOwner = got.filter(({ about }) => about.some(({ kind }) => kind === 'actions'))
    expect(asOwner.length).toBeGreaterThan(100)
    for (const person of new Set(asOwner.map((one) => one.person))) {
      const days = asOwner.filter((one) => one.person === person).map(({ day }) => day)
      for (const [place, day] of days.slice(1).entries())
        expect(day.since(days[place] ?? day).days).toBeGreaterThanOrEqual(OWNER_DAYS)
    }
    const aResolution = asOwner.flatMap(({ person, about }) =>
      about.filter(({ kind }) => kind === 'actions').map(({ subject }) => `${person} ${subject}`),
    )
    expect(Math.max(...countBy(aResolution, (one) => one).values())).toBeLessThanOrEqual(MOST_AN_ACTION)
    expect(got.flatMap(({ about }) => about).filter(({ wasOpen }) => !wasOpen)).toEqual([])
  },
  isLong ? 3_600_000 : 300_000,
)
