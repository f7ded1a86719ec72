import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { clearDays } from '../../src/calendar/clear-days.ts'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { noticeRules } from '../../src/calendar/nations.ts'
import { readPaper } from '../../src/documents/read-paper.ts'
import { samplePack } from '../../src/sample/make-sample-pack.ts'
import { workspaceSeed } from '../../src/workspace/seed.ts'
import { mustRead } from '../documents/papers.ts'

const sample = (name: string): Buffer => readFileSync(new URL(`../../src/sample/${name}`, import.meta.url))

const person = z.object({
  council: z.string(),
  nation: z.string(),
  committee: z.string(),
  channel: z.string(),
  clerks_channel: z.string(),
  quorum: z.string(),
  name: z.string().min(1),
  title: z.string().min(1),
  email: z.string(),
  role: z.enum(['chair', 'vice-chair', 'member', 'co-optee', 'substitute', 'clerk', 'officer']),
  group: z.string(),
  voting: z.enum(['always', 'never', 'education-only']),
})
const rows: unknown = parse(sample('committee.csv'), { columns: true, bom: true })
const people = z.array(person).parse(rows)
const seed = workspaceSeed.parse(JSON.parse(sample('workspace.json').toString()))
const seated = people.filter((one) => ['chair', 'vice-chair', 'member', 'co-optee'].includes(one.role))

test('the committee has eleven seats, two groups, a co-optee, two substitutes, two clerks and four officers', () => {
  const of = (role: string): number => people.filter((one) => one.role === role).length
  expect(seated).toHaveLength(11)
  expect([
    of('chair'),
    of('vice-chair'),
    of('member'),
    of('co-optee'),
    of('substitute'),
    of('clerk'),
    of('officer'),
  ]).toEqual([1, 1, 8, 1, 2, 2, 4])
  const groups = new Set(people.map((one) => one.group).filter((group) => group !== ''))
  expect(groups.size).toBe(2)
  expect(new Set(people.filter((one) => one.role === 'substitute').map((one) => one.group))).toEqual(groups)
})

test('everyone but the co-optee has Slack, under the address in the import file', () => {
  const without = people.filter((one) => one.email === '')
  expect(without.map((one) => one.role)).toEqual(['co-optee'])
  expect(seed.people.map((one) => [one.realName, one.email])).toEqual(
    people.filter((one) => one.email !== '').map((one) => [one.name, one.email]),
  )
  for (const one of seed.people) {
    expect(one.id).toMatch(/^U[A-Z0-9]{8,10}$/)
    expect(one.email).toMatch(/^[a-z.-]+@haverleigh\.example$/)
  }
})

test('the channels of the import file are there: all in the one, the clerks alone in the private one', () => {
  const first = people[0]
  const channel = (name: string | undefined) => seed.channels.find((one) => one.name === name)
  const emails = seed.people.map((one) => one.email)
  expect(channel(first?.channel)).toMatchObject({ private: false, members: emails })
  expect(channel(first?.clerks_channel)).toMatchObject({
    private: true,
    members: people.filter((one) => one.role === 'clerk').map((one) => one.email),
  })
})

test('the pack in the repository is what its script prints, byte for byte', async () => {
  expect((await samplePack()).equals(sample('agenda-pack.pdf'))).toBe(true)
})

test('the reader reads the sample pack perfectly, and it agrees with the import file', async () => {
  const paper = mustRead(await readPaper({ name: 'agenda-pack.pdf', bytes: sample('agenda-pack.pdf') }))
  expect(paper.documents.map((one) => one.kind)).toEqual([
    'agenda',
    'minutes',
    'report',
    'tracker',
    'work-programme',
  ])
  expect(paper.restrictedMarks).toEqual([])
  const { where: _, doubts, ...agenda } = paper.documents[0] ?? { where: {}, doubts: [] }
  expect(doubts).toEqual([])
  const [first] = people
  expect(agenda).toEqual({
    kind: 'agenda',
    council: first?.council,
    committee: first?.committee,
    date: '2027-01-20',
    time: '10:00',
    venue: 'Wherry Room, Haverleigh Town Hall',
    published: '2027-01-12',
    clerk: people.find((one) => one.role === 'clerk')?.name,
    chair: people.find((one) => one.role === 'chair')?.name,
    viceChair: people.find((one) => one.role === 'vice-chair')?.name,
    members: seated.map((one) => one.name),
    items: [
      { number: '1', title: 'Apologies and Substitutions' },
      { number: '2', title: 'Declarations of Interest' },
      { number: '3', title: "Chair's Urgent Business" },
      { number: '4', title: 'Minutes', pages: '1-2' },
      {
        number: '5',
        title:
          'Leaving hospital in winter: how home care keeps pace with discharge from the Royal Wherry Infirmary',
        pages: '3-4',
      },
      { number: '6', title: 'Staithe Court day centre' },
      { number: '7', title: 'Tracking of Recommendations', pages: '5-6' },
      { number: '8', title: 'Work Programme', pages: '7-8' },
    ],
  })
})

test('the sample pack is published with five clear working days', () => {
  const { counted, verdict } = clearDays({
    opened: Temporal.PlainDate.from('2027-01-12'),
    meeting: Temporal.PlainDate.from('2027-01-20'),
    rule: noticeRules.england,
    calendar: holidayCalendar('england-and-wales'),
  })
  expect([counted.length, verdict]).toEqual([5, 'lawful'])
})
