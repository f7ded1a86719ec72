// The papers that Scrutineer was founded on, where they are at hand; nothing of them is in this repository.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../../src/package-root.ts'
import { csv, type Row } from '../../committees/invented-committee.ts'
import type { TestFile } from './person.ts'

const corpus = join(packageRoot(), '../shared/corpus')
const NAME = 'plymouth-2017-09-20-agenda-pack'

/** Why the journey cannot be made here, or `undefined` when it can. */
export const foundingPapersMissing = existsSync(join(corpus, 'seeds', `${NAME}.json`))
  ? undefined
  : `The founding papers are not at ${corpus}`

export function foundingPaper(kind: 'txt' | 'pdf'): TestFile {
  const path = join(corpus, kind === 'txt' ? 'seeds' : 'files', `${NAME}.${kind}`)
  return { name: `${NAME}.${kind}`, bytes: readFileSync(path) }
}

const agenda = z.object({
  council: z.string(),
  committee: z.string(),
  date: z.string(),
  time: z.string(),
  venue: z.string(),
  chair: z.string(),
  viceChair: z.string(),
  members: z.array(z.string()).min(1),
  items: z.array(z.object({ number: z.string(), title: z.string(), pages: z.string().optional() })),
})
export type FoundingAgenda = z.output<typeof agenda>

/** What people have found in the paper by reading it. */
export function foundingAgenda(): FoundingAgenda {
  const labels: unknown = JSON.parse(readFileSync(join(corpus, 'seeds', `${NAME}.json`), 'utf8'))
  const { documents } = z.object({ documents: z.array(z.looseObject({ kind: z.string() })) }).parse(labels)
  return agenda.parse(documents.find((document) => document.kind === 'agenda'))
}

/** The clerk is ours: a paper's labels name none. */
export const FOUNDING_CLERK = 'Dana Clerk'

/** The committee as an administrator would write it down, from the labels. */
export function foundingCsv(
  { council, committee, members, chair, viceChair }: FoundingAgenda,
  titleOf: (name: string) => string = () => 'Councillor',
): Uint8Array {
  const rows: Row[] = members.map((name) => ({
    name,
    title: titleOf(name),
    email: `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@council.example`,
    role: name === chair ? 'chair' : name === viceChair ? 'vice-chair' : 'member',
    voting: 'always',
  }))
  const wide = {
    council,
    nation: 'england',
    committee,
    channel: 'wellbeing',
    clerks_channel: 'wellbeing-clerks',
  }
  rows[0] = { ...wide, ...rows[0] }
  rows.push({ name: FOUNDING_CLERK, title: 'Ms', email: 'dana.clerk@council.example', role: 'clerk' })
  return csv(rows)
}

const supplements = {
  jct: 'torbay-2017-04-03-jct-supplement',
  council: 'torbay-2015-09-24-council-supplement',
} as const
export type FoundingSupplement = keyof typeof supplements

/** Why the journeys with real supplements cannot be made here, or `undefined` when they can. */
export const foundingSupplementsMissing = Object.values(supplements).every((name) =>
  existsSync(join(corpus, 'seeds', `${name}.json`)),
)
  ? undefined
  : `The founding supplements are not at ${corpus}`

export function foundingSupplement(which: FoundingSupplement): TestFile {
  const name = `${supplements[which]}.txt`
  return { name, bytes: readFileSync(join(corpus, 'seeds', name)) }
}

const supplement = agenda
  .pick({ council: true, committee: true, date: true, items: true })
  .partial({ council: true })

/** What people have found in it by reading it. */
export function supplementLabels(which: FoundingSupplement) {
  const labels: unknown = JSON.parse(
    readFileSync(join(corpus, 'seeds', `${supplements[which]}.json`), 'utf8'),
  )
  const { documents } = z.object({ documents: z.array(z.looseObject({ kind: z.string() })) }).parse(labels)
  return supplement.parse(documents.find((document) => document.kind === 'supplement'))
}

/** Its committee; the paper names no members, so they are ours. */
export function supplementCsv(committee: string): Uint8Array {
  const wide = {
    council: 'Founding Council',
    nation: 'england',
    committee,
    channel: 'supplements',
    clerks_channel: 'supplements-clerks',
  }
  const people = ['Ada Member', 'Ben Member', 'Cora Member'].map((name, place) => ({
    name,
    title: 'Councillor',
    email: `${name.toLowerCase().replace(' ', '.')}@council.example`,
    role: place === 0 ? 'chair' : 'member',
    voting: 'always',
  }))
  const clerk = { name: FOUNDING_CLERK, title: 'Ms', email: 'dana.clerk@council.example', role: 'clerk' }
  return csv([{ ...wide, ...people[0] }, ...people.slice(1), clerk])
}
