// The meeting of 9 August 2017 in the founding papers, entered through the use cases that clerks use. The facts come
// from the label file and the text beside it; nothing of them stands in this repository.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { tenderApologies } from '../../src/apologies/tender-apologies.ts'
import type { Outcome } from '../../src/outcome.ts'
import { packageRoot } from '../../src/package-root.ts'
import { addAlsoPresent } from '../../src/sitting/also-present.ts'
import { businessOf } from '../../src/sitting/at-hand.ts'
import { changeSitting } from '../../src/sitting/change-state.ts'
import { editItem } from '../../src/sitting/edit-item.ts'
import { openSitting } from '../../src/sitting/open-sitting.ts'
import { recordQuestion } from '../../src/sitting/question-record.ts'
import { takeItem } from '../../src/sitting/take-item.ts'
import { recordVote } from '../../src/votes/record-vote.ts'
import { writeResolution } from '../../src/votes/write-resolution.ts'
import { inventCouncil } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'

const NAME = 'plymouth-2017-09-20-agenda-pack'
const seeds = join(packageRoot(), '../shared/corpus/seeds')

const label = z.looseObject({
  kind: z.string(),
  committee: z.string().optional(),
  date: z.string().optional(),
  chair: z.string().optional(),
  present: z.array(z.string()).optional(),
  apologies: z.array(z.string()).optional(),
  inAttendance: z.array(z.string()).optional(),
  items: z.array(z.object({ number: z.string(), title: z.string() })).optional(),
  questions: z.array(z.object({ item: z.string(), label: z.string(), text: z.string() })).optional(),
  resolutions: z
    .array(
      z.looseObject({
        item: z.string(),
        text: z.string(),
        clauses: z.array(z.object({ label: z.string(), text: z.string() })).optional(),
      }),
    )
    .optional(),
  votes: z.array(z.looseObject({ item: z.string(), on: z.string().optional() })).optional(),
})

/** What people have found in the paper by reading it. */
export function foundingMinutes() {
  const labels: unknown = JSON.parse(readFileSync(join(seeds, `${NAME}.json`), 'utf8'))
  const { documents } = z.object({ documents: z.array(label) }).parse(labels)
  const minutes = documents.find(({ kind }) => kind === 'minutes')
  if (!minutes?.present || !minutes.apologies || !minutes.items || !minutes.questions || !minutes.resolutions)
    throw new Error('the label file holds no minutes')
  const { present, apologies, items, questions, resolutions, votes = [], inAttendance = [] } = minutes
  const { committee = '', date = '', chair = '' } = minutes
  return {
    committee,
    date,
    chair,
    present,
    apologies,
    items,
    questions,
    resolutions,
    votes,
    inAttendance,
    label: minutes,
  }
}
export type FoundingMinutes = ReturnType<typeof foundingMinutes>

/** The text of the minutes alone, a paragraph a line. */
export function foundingText(): string[] {
  const text = readFileSync(join(seeds, `${NAME}.txt`), 'utf8')
  const from = text.indexOf('**Wednesday 9 August 2017**')
  const until = text.indexOf('This page is intentionally left blank', from)
  const lines = text
    .slice(from, until)
    .replaceAll('**', '')
    .split(/\n{2,}/)
    .flatMap((part) => (/^\s*(?:-\s|\(|\d\.)/m.test(part) ? part.split('\n') : [part.replaceAll('\n', ' ')]))
    .map((line) => line.trim())
    .filter((line) => line !== '')
  // A paragraph that runs over a page goes on in small letters.
  const whole: string[] = []
  for (const line of lines)
    if (/^\p{Ll}/u.test(line)) whole.push(`${whole.pop() ?? ''} ${line}`)
    else whole.push(line)
  return whole
}

/** The paragraphs between the headings of one minute and the next. */
export function textOfMinute(items: FoundingMinutes['items'], number: string): string[] {
  const lines = foundingText()
  const at = (one: string) => lines.findIndex((line) => line.startsWith(`${one}. `))
  const next = items[items.findIndex((item) => item.number === number) + 1]
  return lines.slice(at(number) + 1, next ? at(next.number) : undefined)
}

/** Who was also there, with their roles, as the paper prints them. */
export function alsoThere(names: readonly string[]): { name: string; role: string }[] {
  const line = foundingText().find((one) => one.startsWith('Also in attendance')) ?? ''
  return names.map((name) => {
    const from = line.indexOf(`${name} (`) + name.length + 2
    return { name, role: line.slice(from, line.indexOf(')', from)) }
  })
}

const TITLES: Readonly<Record<string, string>> = {
  Mrs: 'Councillor Mrs',
  Dr: 'Councillor Dr',
}

/** "Councillors Mrs Bridgeman, Dann, Dr Mahony": the title before a name in the text. */
export function titleOf(name: string): string {
  const before = new RegExp(`\\b(Mrs|Dr) ${name}\\b`).exec(foundingText().slice(0, 6).join(' '))?.[1] ?? ''
  return TITLES[before] ?? 'Councillor'
}

/** Entered after the meeting, at its true times, by its clerk. */
export async function enterFoundingMeeting(database: TestDatabase) {
  const paper = foundingMinutes()
  const council = await inventCouncil(database)
  const { prisma } = council.ground
  const { house, clerk, committee, id: councilId } = council
  const people = [...paper.present, ...paper.apologies]
  for (const [place, name] of people.entries())
    await prisma.person.update({
      where: { id: council.members[place]?.id ?? '', councilId },
      data: { name, title: titleOf(name) },
    })
  await prisma.seat.updateMany({
    where: { councilId, kind: 'coOptee' },
    data: { kind: 'member', voting: 'always' },
  })
  await prisma.committee.update({ where: { id: committee.id, councilId }, data: { name: paper.committee } })
  const meetingId = await council.meeting(paper.date)
  const clock = (hour: number, minute = 0) =>
    Temporal.PlainDateTime.from(`${paper.date}T00:00`)
      .with({ hour, minute })
      .toZonedDateTime('Europe/London')
      .toInstant()
  await prisma.meeting.update({
    where: { id: meetingId, councilId },
    data: {
      startTime: '15:00',
      startsAt: new Date(clock(15).epochMilliseconds),
      endsAt: new Date(clock(17).epochMilliseconds),
    },
  })
  await prisma.agendaItem.createMany({
    data: paper.items.map(({ title }, place) => ({
      councilId,
      meetingId,
      position: place + 1,
      number: String(place + 1),
      title,
    })),
  })
  const idOf = (name: string) => council.members[people.indexOf(name)]?.id ?? ''
  const by = clerk.id
  for (const name of paper.apologies)
    expectDone(
      await tenderApologies(house, {
        by,
        meetingId,
        memberId: idOf(name),
        kind: 'absent',
        reason: '',
        way: 'relayed',
        relayedNote: '',
        why: 'by the paper',
      }),
    )
  expectDone(
    await openSitting(house, {
      by,
      meetingId,
      at: clock(15),
      chairId: idOf(paper.chair),
      people: paper.present.map((name) => ({ personId: idOf(name), mode: 'inRoom', forId: undefined })),
    }),
  )
  for (const one of alsoThere(paper.inAttendance))
    expectDone(await addAlsoPresent(house, { by, meetingId, at: clock(15), ...one }))
  for (const [place, { number }] of paper.items.entries())
    await enterItem({ number, at: clock(15, 5 + place * 5), place })
  expectDone(await changeSitting(house, { by, meetingId, change: 'closed', at: clock(17, 10) }))
  return { ...council, prisma, paper, meetingId, idOf }

  async function enterItem(item: { number: string; at: Temporal.Instant; place: number }) {
    const { number, at } = item
    const business = (await businessOf(house, meetingId))[item.place]
    if (!business) throw new Error(`there is no item ${number}`)
    const { recordId } = business
    const act = { by, meetingId, at, recordId }
    expectDone(await takeItem(house, { ...act, from: undefined }))
    const written = writtenOf(paper, number)
    const { version } =
      (await businessOf(house, meetingId)).find((one) => one.recordId === recordId) ?? business
    expectDone(
      await editItem(house, {
        ...act,
        version,
        text: { title: '', isClosed: false, summary: '', ...written },
      }),
    )
    for (const { text } of paper.questions.filter((question) => question.item === number))
      expectDone(
        await recordQuestion(house, {
          ...act,
          question: {
            kind: 'area',
            text,
            askerId: undefined,
            askerName: '',
            ownerId: undefined,
            ownerName: '',
            due: 'none',
            dueOn: undefined,
            dueText: '',
          },
        }),
      )
    const vote = paper.votes.find((one) => one.item === number)
    const resolution = paper.resolutions.find((one) => one.item === number)
    const resolved = resolution ? resolvedOf(paper, number, resolution.text) : undefined
    if (vote)
      expectDone(
        await recordVote(house, {
          ...act,
          moved: { kind: 'motion', text: vote.on ?? '' },
          method: 'hands',
          isUnanimous: true,
        }),
      )
    const before = await prisma.resolution.findFirst({ where: { councilId, recordId, endedAt: null } })
    if (resolved && number !== '19')
      expectDone(
        await writeResolution(house, {
          ...act,
          text: resolved,
          resolutionId: before?.id,
          isConfirmed: true,
        }),
      )
  }
}

const PRESENTED = /^(.+?\)) provided Members with (.+)$/
const OUTCOME = /^(?:Agreed\b|The committee has agreed|Members noted|The Committee agreed)/
const QUESTIONS = /areas of questioning/

/** What the clerk writes of an item: who presented what, and what else the paper says of it. */
export function writtenOf(paper: FoundingMinutes, number: string) {
  const lines = textOfMinute(paper.items, number)
  const presented = PRESENTED.exec(lines.find((line) => PRESENTED.test(line)) ?? '')
  const resolved = new Set(resolvedLines(paper, number))
  const rest = lines.filter(
    (line) =>
      !PRESENTED.test(line) &&
      !QUESTIONS.test(line) &&
      !/^-?\s?\([a-z]\)/.test(line) &&
      !resolved.has(line) &&
      !line.startsWith('There were no') &&
      !line.startsWith('(Members voted'),
  )
  return {
    presenters: presented?.[1]?.split(/(?<=\)) and /) ?? [],
    presented: presented?.[2] ?? '',
    passage: rest.join('\n'),
  }
}

/** The outcome of a minute: from its first words to the end of its clauses. */
function resolvedLines(paper: FoundingMinutes, number: string): string[] {
  const lines = textOfMinute(paper.items, number)
  const from = lines.findIndex((line) => OUTCOME.test(line))
  if (from < 0) return []
  const end = lines.findIndex((line, at) => at > from && !/^(?:-\s|\d\.|I\.|- )/.test(line))
  return lines.slice(from, end < 0 ? undefined : end)
}

export function resolvedOf(paper: FoundingMinutes, number: string, text: string): string {
  const lines = resolvedLines(paper, number)
  return lines.length === 0 ? text : lines.map((line) => line.replace(/^-\s(?=(?:\d|I)\.)/, '')).join('\n')
}

function expectDone<T, R extends { readonly code: string }>(outcome: Outcome<T, R>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
}
