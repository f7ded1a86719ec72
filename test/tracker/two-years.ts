// Two years of what a committee asks for, on a moved clock: twelve meetings, sixty rows, and owners of every kind.
import { Temporal } from 'temporal-polyfill'
import { civilDate, toInstant } from '../../src/calendar/civil.ts'
import { changeSitting } from '../../src/sitting/change-state.ts'
import { openSitting } from '../../src/sitting/open-sitting.ts'
import { askForTime } from '../../src/tracker/ask-for-time.ts'
import { closeRows } from '../../src/tracker/close-rows.ts'
import { decideWish } from '../../src/tracker/decide-wish.ts'
import { giveAnswer } from '../../src/tracker/give-answer.ts'
import { handOnRows } from '../../src/tracker/hand-on-rows.ts'
import { proposeComplete } from '../../src/tracker/propose-complete.ts'
import { trackedRow, trackedRows } from '../../src/tracker/rows.ts'
import { sayNotMine } from '../../src/tracker/say-not-mine.ts'
import type { TrackedRow } from '../../src/tracker/types.ts'
import { addOfficer } from '../meetings/asking.ts'
import type { InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { done, owing } from './owing.ts'

/** How somebody deals with what they are asked. */
type Ways = 'answers' | 'ignores' | 'hands-over' | 'asks-for-time' | 'goes-away' | 'leaves' | 'not-on-slack'

const WAYS: readonly Ways[] = [
  'answers',
  'ignores',
  'hands-over',
  'asks-for-time',
  'goes-away',
  'leaves',
  'not-on-slack',
]

/** The second Wednesday of every other month: none is a bank holiday. */
const MEETINGS = Array.from({ length: 12 }, (_, place) => {
  const first = Temporal.PlainDate.from('2018-01-08').add({ months: place * 2 })
  return first.add({ days: (3 - first.dayOfWeek + 7) % 7 })
})
/** Days on which nobody may hear anything: holidays and weekends among them. */
const DAYS_OFF = [
  '2018-03-30',
  '2018-05-07',
  '2018-08-27',
  '2018-12-25',
  '2018-12-26',
  '2019-01-01',
  '2019-04-22',
]

interface Lived {
  /** What came to be noted at a tick, with what held just before it. */
  readonly at: Temporal.ZonedDateTime
  readonly openBefore: ReadonlySet<string>
  readonly noteIds: readonly string[]
}

export async function liveTwoYears(database: TestDatabase) {
  const it = await owing(database)
  const { house, prisma, clerk } = it
  const councilId = house.councilId
  const officers = new Map<string, Ways>()
  const people: InventedPerson[] = []
  for (const [place, ways] of WAYS.entries()) {
    const person = await addOfficer(it, `Officer ${'ABCDEFG'[place]}`, ways !== 'not-on-slack')
    officers.set(person.id, ways)
    people.push(person)
  }
  const meetings = await Promise.all(
    MEETINGS.map(async (day) => ({ day, id: await it.meeting(day.toString()) })),
  )
  const away = people.find(({ id }) => officers.get(id) === 'goes-away')
  const leaver = people.find(({ id }) => officers.get(id) === 'leaves')
  if (away) {
    it.goTo('2018-01-02T09:00')
    await it.away(away, '2018-02-01', '2018-03-15', it.deputy)
    await it.away(away, '2018-06-01', '2018-07-15')
    await it.away(away, '2019-02-01', '2019-02-28', it.deputy)
  }

  /** Five rows of each meeting: two of one resolution, one without a day, one for an event. */
  async function resolve(place: number, day: Temporal.PlainDate) {
    const owner = (offset: number) => people[(place * 3 + offset) % people.length] ?? it.officer
    const due = day.add({ days: 28 }).toString()
    const of = { metOn: day.toString(), meetingId: meetings[place]?.id ?? null }
    const group = `resolution/${place}`
    await it.plant({ ...of, dueOn: due, groupKey: group, path: '1', owners: [owner(0)], heads: [it.head] })
    await it.plant({ ...of, dueOn: due, groupKey: group, path: '2', owners: [owner(0)], heads: [it.head] })
    await it.plant({ ...of, dueOn: day.add({ days: 45 }).toString(), owners: [owner(1), owner(2)] })
    await it.plant({ ...of, due: 'event', dueText: 'once properly developed', owners: [owner(3)] })
    await it.plant({
      ...of,
      dueOn: day.add({ days: 20 }).toString(),
      kind: 'information',
      askerId: it.member.id,
      owners: [owner(4)],
      heads: [it.head],
    })
  }

  /** The committee closes what is proposed or answered, at its meeting and by its minute (law 6). */
  async function meet(place: number, { id, day }: { readonly id: string; readonly day: Temporal.PlainDate }) {
    it.goTo(`${day}T10:00`)
    const there = it.members.slice(0, 6).map((one) => ({
      personId: one.id,
      mode: 'inRoom' as const,
      forId: undefined,
    }))
    done(await openSitting(house, { by: clerk.id, meetingId: id, people: there }))
    const rows = (await trackedRows(house, { state: { in: ['open', 'proposed'] } })).filter(
      (row) => row.state === 'proposed' || row.isAnswered,
    )
    if (rows.length > 0)
      done(
        await closeRows(house, {
          by: clerk.id,
          meetingId: id,
          rows: rows.map((row) => ({ id: row.id, version: row.version })),
        }),
      )
    done(await changeSitting(house, { by: clerk.id, meetingId: id, change: 'closed' }))
    await resolve(place, day)
  }

  /** What those do who were asked just now. */
  async function react(row: TrackedRow, by: string, times: number) {
    const ways = officers.get(by) ?? 'answers'
    const act = { by, rowId: row.id }
    const today = it.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
    if (ways === 'answers' && times >= 2)
      return row.kind === 'information'
        ? giveAnswer(house, {
            ...act,
            access: 'public',
            text: 'Forty.',
            file: undefined,
            address: '',
            clearerId: undefined,
          })
        : proposeComplete(house, { ...act, text: 'It is done.', doneOn: today.toString() })
    if (ways === 'hands-over' && times === 1) {
      const wish = await sayNotMine(house, {
        ...act,
        why: 'Another’s.',
        proposedId: it.officer.id,
        proposedName: '',
      })
      if (wish.ok)
        await decideWish(house, { by: clerk.id, wishId: wish.value.wishId, granted: true, why: '' })
    }
    if (ways === 'asks-for-time' && times === 2) {
      const until = today.add({ days: 40 }).toString()
      const wish = await askForTime(house, { ...act, why: 'The survey is late.', until })
      if (wish.ok)
        await decideWish(house, { by: it.chair.id, wishId: wish.value.wishId, granted: true, why: '' })
    }
    if (ways === 'goes-away' && times === 3)
      await proposeComplete(house, { ...act, text: 'It is done.', doneOn: today.toString() })
    return undefined
  }

  const lived: Lived[] = []
  const known = new Set<string>()
  async function tick(local: string) {
    it.goTo(local)
    const open = await prisma.trackerRow.findMany({
      where: { councilId, state: 'open', answers: { none: { councilId, sharedAt: { not: null } } } },
      select: { id: true },
    })
    const openBefore = new Set(open.map(({ id }) => id))
    if ((await it.tick()) === 0) return
    const notes = await prisma.escalation.findMany({ where: { councilId, id: { notIn: [...known] } } })
    for (const { id } of notes) known.add(id)
    lived.push({
      at: it.clock.now().toZonedDateTimeISO('Europe/London'),
      openBefore,
      noteIds: notes.map(({ id }) => id),
    })
    for (const note of notes) {
      if (note.outcome !== 'sent' || note.personId === null || note.step === 'headOfService') continue
      const asked = await prisma.escalation.count({
        where: { councilId, groupKey: note.groupKey, personId: note.personId, outcome: 'sent' },
      })
      for (const rowId of note.rowIds) {
        const row = await trackedRow(house, rowId)
        if (row) await react(row, note.personId, asked)
      }
    }
  }

  let today = Temporal.PlainDate.from('2018-01-03')
  while (today.year < 2020) {
    const meeting = meetings.findIndex(({ day }) => day.equals(today))
    const held = meetings[meeting]
    if (held) await meet(meeting, held)
    if (leaver && today.toString() === '2018-11-06')
      await handOnRows(house, {
        by: clerk.id,
        personId: leaver.id,
        to: { personId: it.officer.id, name: '' },
        rowIds: (await trackedRows(house, {})).map(({ id }) => id),
      })
    // Once a week is enough to catch every step; on days off it is tried, and so is the evening before one.
    if (today.dayOfWeek === 4 || DAYS_OFF.includes(today.toString())) await tick(`${today}T10:30`)
    if (DAYS_OFF.includes(today.add({ days: 1 }).toString())) await tick(`${today}T18:00`)
    today = today.add({ days: 1 })
  }
  const notes = await prisma.escalation.findMany({
    where: { councilId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return {
    ...it,
    lived,
    notes: notes.map((note) => ({ ...note, on: civilDate(toInstant(note.at), 'Europe/London') })),
    rows: await trackedRows(house, {}),
    today,
  }
}

export type TwoYears = Awaited<ReturnType<typeof liveTwoYears>>
