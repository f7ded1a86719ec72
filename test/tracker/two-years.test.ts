import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isWorkingDay } from '../../src/calendar/days.ts'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { ESCALATION_STEPS, isOwnerStep } from '../../src/tracker/escalation-rules.ts'
import { standingOf } from '../../src/tracker/rules.ts'
import { MOST_AN_ACTION, OWNER_DAYS, type TrackedRow } from '../../src/tracker/types.ts'
import { countBy } from '../reminders/year.ts'
import { embeddedDatabase, serverDatabase, serverMissing } from '../support/databases.ts'
import { liveTwoYears, type TwoYears } from './two-years.ts'

/** The years are the same on either; a server's are over sooner. */
const database = serverMissing === undefined ? serverDatabase : embeddedDatabase

test('two years of owners who answer, ignore, hand over, go away and leave: nothing is lost, and nobody is asked beyond law 12', async () => {
  const years = await liveTwoYears(await database())
  const { rows, notes, lived } = years
  expect(rows).toHaveLength(60)

  // Every row ends closed by a minute of the committee, or visibly open for a reason that can be named.
  const ends = await Promise.all(rows.map((row) => endOf(row, years)))
  const counts = countBy(ends, (end) => end)
  expect([...counts.keys()].filter((end) => end.startsWith('lost'))).toEqual([])
  expect(counts.get('closed') ?? 0).toBeGreaterThan(10)

  // None on a holiday, a weekend or out of hours, none while they were away, none once it was answered or proposed.
  const offices = holidayCalendar('england-and-wales')
  const leaves = await years.prisma.leave.findMany({ where: { councilId: years.house.councilId } })
  for (const { at, openBefore, noteIds } of lived) {
    expect(isWorkingDay(at.toPlainDate(), offices)).toBe(true)
    expect([at.hour >= 9, at.hour < 17]).toEqual([true, true])
    for (const note of notes.filter(({ id }) => noteIds.includes(id))) {
      expect(note.rowIds.filter((id) => !openBefore.has(id))).toEqual([])
      const day = at.toPlainDate().toString()
      const isAway = leaves.some(
        ({ personId, from, until }) => personId === note.personId && iso(from) <= day && day <= iso(until),
      )
      if (note.outcome === 'sent') expect(isAway).toBe(false)
    }
  }

  // Once a week to a person, on five days about one action, whoever owes it.
  const told = notes.filter(
    ({ step, outcome, personId }) => isOwnerStep(step) && outcome === 'sent' && personId,
  )
  expect(told.length).toBeGreaterThan(60)
  for (const person of new Set(told.map(({ personId }) => personId))) {
    const days = [...new Set(told.filter((one) => one.personId === person).map(({ on }) => on.toString()))]
    for (const [place, day] of days.slice(1).entries())
      expect(Temporal.PlainDate.from(days[place] ?? day).until(day).days).toBeGreaterThanOrEqual(OWNER_DAYS)
  }
  const anAction = new Set(told.flatMap(({ rowIds, on }) => rowIds.map((rowId) => `${rowId} ${on}`)))
  expect(
    Math.max(...countBy([...anAction], (one) => one.slice(0, one.indexOf(' '))).values()),
  ).toBeLessThanOrEqual(MOST_AN_ACTION)

  // The log has every step in its order, each with its outcome; what was sent stands in the outbox.
  const keys = new Set((await years.messages()).map(({ key }) => key))
  for (const note of notes) {
    if (note.outcome === 'sent' && note.personId) expect(keys.has(note.messageKey)).toBe(true)
    if (note.outcome !== 'sent') expect(note.why).not.toBe('')
  }
  for (const [key, series] of seriesOf(notes)) {
    const order = series.map(({ step }) => ESCALATION_STEPS.indexOf(step))
    expect([key, order]).toEqual([key, order.toSorted((one, other) => one - other)])
  }
  const letters = notes.filter(({ step }) => step === 'letter')
  expect(letters.length).toBeGreaterThan(3)
}, 300_000)

/** How a row has ended: with the minute that closed it, or why it is still open. */
async function endOf(row: TrackedRow, { prisma, house, notes, today }: TwoYears): Promise<string> {
  const closures = await prisma.trackerChange.findMany({
    where: { councilId: house.councilId, rowId: row.id, kind: 'closed' },
  })
  if (row.state === 'closed')
    return closures.every(({ meetingId }) => meetingId) ? 'closed' : 'lost: closed by nobody'
  const standing = standingOf(row, today.toString())
  if (standing !== 'overdue') return standing
  const steps = notes.filter(({ rowIds }) => rowIds.includes(row.id)).map(({ step }) => step)
  const last = ESCALATION_STEPS.findLast((step) => steps.includes(step))
  return last === undefined ? `lost: ${row.reference} was never asked for` : `overdue: ${last}`
}

/** The owner's own steps, and those beside them, of each series. */
function seriesOf(notes: TwoYears['notes']): Map<string, TwoYears['notes']> {
  const series = new Map<string, TwoYears['notes']>()
  for (const note of notes) {
    const whose = isOwnerStep(note.step) ? (note.insteadOfId ?? note.personId ?? '') : 'beside'
    const key = `${note.groupKey} ${note.dueOn?.toISOString()} ${whose}`
    series.set(key, [...(series.get(key) ?? []), note])
  }
  return series
}

function iso(column: Date): string {
  return column.toISOString().slice(0, 10)
}
