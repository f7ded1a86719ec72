import { z } from 'zod'
import { ORDINARY, type QuestionAbout } from './eligible-rules.ts'
import { BARS, type Standing } from './types.ts'

const standing = z.object({ personId: z.string(), bar: z.enum(BARS).optional() })
const about = z.object({ education: z.boolean(), determined: z.boolean() })
/** A vote that has none yet has an empty list. */
const stored = z.union([z.array(standing), z.object({ about, people: z.array(standing) })])

export interface StoredStandings {
  readonly about: QuestionAbout
  readonly standings: Standing[]
}

/** Who could vote at an instant, and what kept others from it, as a vote keeps it. */
export function storedStandings(column: unknown): StoredStandings {
  const found = stored.parse(column ?? [])
  const people = Array.isArray(found) ? found : found.people
  return {
    about: Array.isArray(found) ? ORDINARY : found.about,
    standings: people.map(({ personId, bar }) => ({ personId, bar })),
  }
}

export function standingsOf(column: unknown): Standing[] {
  return storedStandings(column).standings
}

export function toStored(question: QuestionAbout, of: readonly Standing[]) {
  return {
    about: { ...question },
    people: of.map(({ personId, bar }) => (bar === undefined ? { personId } : { personId, bar })),
  }
}
