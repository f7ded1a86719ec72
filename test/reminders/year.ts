// A year of one committee on a moved clock: twelve meetings, their reports, and what owners owe afterwards.
import { Temporal } from 'temporal-polyfill'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { bundleParts, type PartOf } from '../../src/cards/bundle-parts.ts'
import { bundleRenderer } from '../../src/cards/render-bundle.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { answerDuty } from '../../src/meetings/duty-answer.ts'
import { dutiesOf, isUnanswered } from '../../src/meetings/duty-rows.ts'
import { askForReport } from '../../src/meetings/report-ask.ts'
import { reminderKinds } from '../../src/reminders/kinds.ts'
import type { DueReminder } from '../../src/reminders/types.ts'
import { section } from '../../src/slack/blocks.ts'
import { addOfficer } from '../meetings/asking.ts'
import type { InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { onSlack, reminding } from './reminding.ts'

const OFFICERS = 12
const ACTIONS = 400
const PARTS_OF_A_RESOLUTION = 3
const REPORTS_A_MEETING = 4

/** The first or second Wednesday of each month, so that none is a bank holiday. */
const MEETINGS = Array.from({ length: 12 }, (_, month) => {
  const first = Temporal.PlainDate.from({ year: 2018, month: month + 1, day: 8 })
  return first.add({ days: (3 - first.dayOfWeek + 7) % 7 })
})

/** An action as the tracker will hold it: one part of a resolution, owed by somebody. */
interface Action {
  readonly id: string
  readonly resolution: string
  readonly owner: InventedPerson
  readonly from: Temporal.PlainDate
  readonly due: Temporal.PlainDate
  /** When its owner gets round to it; some never do. */
  readonly answered: Temporal.PlainDate | undefined
}

/** One message that somebody got. */
export interface Got {
  readonly person: string
  readonly role: 'member' | 'officer'
  readonly day: Temporal.PlainDate
  readonly about: readonly { readonly kind: string; readonly subject: string; readonly wasOpen: boolean }[]
}

/**
 * @param ticksADay local times at which it ticks, every day of the year
 * @returns every message that was sent, and how often a message was dropped since it was not needed any more
 */
export async function liveAYear(database: TestDatabase, ticksADay: readonly string[]) {
  const chance = seeded(2018)
  const actions: Action[] = []
  let today = Temporal.PlainDate.from('2018-01-01')
  const isOpen = ({ answered, from }: Action) =>
    Temporal.PlainDate.compare(from, today) < 0 &&
    (!answered || Temporal.PlainDate.compare(today, answered) < 0)
  const kinds = reminderKinds.map((kind) =>
    kind.id === 'actions' ? { ...kind, due: async () => owed() } : kind,
  )
  const it = await reminding(database, kinds)

  /** The source that the tracker will be: each open action, from a week before it is due, week by week. */
  function owed(): DueReminder[] {
    const open = actions.filter(
      (action) => isOpen(action) && Temporal.PlainDate.compare(action.due.subtract({ days: 7 }), today) <= 0,
    )
    const shared = new Map(open.map((action) => [`${action.owner.id} ${action.resolution}`, action]))
    return [...shared.values()].map((action) => ({
      kind: 'actions',
      subject: action.resolution,
      personId: action.owner.id,
      committeeId: it.committee.id,
      slot: today.toString(),
      stale: [],
    }))
  }
  const part: PartOf = async (_house, { subject, personId }) => {
    const open = actions.filter(
      (one) => one.resolution === subject && one.owner.id === personId && isOpen(one),
    )
    if (open.length === 0) return undefined
    const blocks = open.map(({ id }) => section(`Action ${id}`))
    return { isOpen: true, group: subject, heading: section('Actions'), build: () => blocks }
  }
  const render = bundleRenderer(new Map([...bundleParts, ['actions', part]]))

  const officers: InventedPerson[] = []
  for (let place = 0; place < OFFICERS; place += 1)
    officers.push(await addOfficer(it, `Officer ${String(place + 1).padStart(2, '0')}`))
  const officerAt = (place: number) => officers[place % OFFICERS] ?? it.clerk
  const meetings = await Promise.all(MEETINGS.map((day) => planned(day)))

  async function planned(day: Temporal.PlainDate) {
    const at = (time: string) =>
      new Date(day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).epochMilliseconds)
    const { id } = await it.prisma.meeting.create({
      data: {
        councilId: it.id,
        committeeId: it.committee.id,
        date: columnOfDate(day.toString()),
        startTime: '10:00',
        startsAt: at('10:00'),
        endsAt: at('12:00'),
      },
    })
    return { id, day }
  }

  /** Reports are asked for eight weeks ahead; after the meeting its resolutions become actions. */
  async function theCommitteeActs() {
    for (const [place, { id, day }] of meetings.entries()) {
      if (
        today.equals(day.subtract({ days: 56 })) ||
        (place < 2 && today.equals({ year: 2018, month: 1, day: 2 }))
      )
        for (let report = 0; report < REPORTS_A_MEETING; report += 1)
          await askForReport(it.house, {
            by: it.clerk.id,
            meetingId: id,
            title: `Report ${report + 1}`,
            owners: {
              draft: officerAt(place * 5 + report).id,
              final: officerAt(place * 5 + report).id,
              clearance: officerAt(place * 5 + report + 3).id,
            },
          })
      if (!today.equals(day)) continue
      const until = Math.round((ACTIONS * (place + 1)) / MEETINGS.length)
      while (actions.length < until) {
        const number = actions.length
        const due = day.add({ days: 28 })
        actions.push({
          id: String(number + 1),
          resolution: `resolution ${Math.floor(number / PARTS_OF_A_RESOLUTION)}`,
          owner: officerAt(Math.floor(number / PARTS_OF_A_RESOLUTION) * 5 + (chance() < 0.2 ? 1 : 0)),
          from: day,
          due,
          answered: chance() < 0.1 ? undefined : due.add({ days: Math.floor(chance() * 80) - 20 }),
        })
      }
    }
  }

  /** Some members answer at once when they are reminded, some never do; so do officers about their reports. */
  async function peopleAnswer(reminded: readonly Got[]) {
    for (const { person, about } of reminded)
      for (const { kind, subject } of about) {
        if (chance() < 0.55) continue
        if (kind === 'attendance') await it.coming(person, subject)
        if (kind !== 'reports') continue
        for (const duty of await dutiesOf(it.house, [subject]))
          if (duty.person.id === person && isUnanswered(duty))
            await answerDuty(it.house, { by: person, dutyId: duty.id, answer: { kind: 'done' } })
      }
  }

  const members = new Set(onSlack(it).map(({ id }) => id))
  const got: Got[] = []
  let dropped = 0
  async function send(): Promise<Got[]> {
    const sent: Got[] = []
    for (const row of await it.pending()) {
      const rendering = await render(it.house, outgoingOf(row))
      const isSent = 'post' in rendering && row.slackTs === null
      if ('drop' in rendering) dropped += 1
      await it.prisma.outboxMessage.update({
        where: { id: row.id },
        data:
          'post' in rendering ? { state: 'sent', slackChannel: 'D1', slackTs: '1.0' } : { state: 'dropped' },
      })
      if (!isSent) continue
      const slots = await it.prisma.reminderSlot.findMany({
        where: {
          councilId: it.id,
          personId: row.subject,
          outcome: 'sent',
          bundle: { day: columnOfDate(row.slot) },
        },
      })
      sent.push({
        person: row.subject,
        role: members.has(row.subject) ? 'member' : 'officer',
        day: Temporal.PlainDate.from(row.slot),
        about: slots.map(({ kind, subject }) => ({
          kind,
          subject,
          wasOpen:
            kind !== 'actions' ||
            actions.some((one) => one.resolution === subject && one.owner.id === row.subject && isOpen(one)),
        })),
      })
    }
    return sent
  }

  while (today.year === 2018) {
    await theCommitteeActs()
    for (const time of ticksADay) {
      it.goTo(`${today}T${time}`)
      await it.tick()
      const sent = await send()
      got.push(...sent)
      await peopleAnswer(sent)
    }
    today = today.add({ days: 1 })
  }
  const names = new Map([...onSlack(it), ...officers].map(({ id, name }) => [id, name]))
  return { got, dropped, names, actions: actions.length, meetings: meetings.length, seats: it.members.length }
}
export type Year = Awaited<ReturnType<typeof liveAYear>>

/** The table for the closing note: what each person got in the year. */
export function tableOf({ got, names }: Year): string {
  const rows = [...names].map(([person, name]) => {
    const own = got.filter((one) => one.person === person)
    const weeks = countBy(own, ({ day }) => `${day.yearOfWeek}-${day.weekOfYear}`)
    const meetings = countBy(
      own.flatMap(({ about }) => [
        ...new Set(about.filter(({ kind }) => kind !== 'actions').map(({ subject }) => subject)),
      ]),
      (subject) => subject,
    )
    const busiest = Math.max(0, ...weeks.values())
    const role = own[0]?.role ?? (name.startsWith('Officer') ? 'officer' : 'member')
    return [name, role, own.length, weeks.size, busiest, Math.max(0, ...meetings.values())]
  })
  const head = [
    'person',
    'role',
    'messages in the year',
    'weeks with any',
    'most in a week',
    'most a meeting',
  ]
  return [head, ...rows]
    .map((row) => row.map((cell, place) => String(cell).padEnd(place === 0 ? 22 : 16)).join(' '))
    .join('\n')
}

export function countBy<T>(all: readonly T[], key: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1)
  return counts
}

/** The same year each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
