import { z } from 'zod'
import type { Prisma, ProgrammeEntry } from '../database/generated/client.ts'

/** What a change can change, as it is kept of before and after it. */
const facts = z
  .object({
    state: z.enum(['proposed', 'declined', 'agreed', 'scheduled', 'taken', 'withdrawn']),
    kind: z.enum(['item', 'review']),
    title: z.string(),
    reason: z.string(),
    outcomeWanted: z.string(),
    lead: z.string(),
    scope: z.string(),
    scores: z.record(z.string(), z.number()),
    scoreText: z.string(),
    meetingId: z.string().nullable(),
    printedDate: z.string(),
    position: z.number(),
    decidedById: z.string().nullable(),
    decidedAt: z.coerce.date().nullable(),
    decisionReason: z.string(),
  })
  .partial()
export type ChangeFacts = z.infer<typeof facts>

/** @throws when it is none of ours */
export function changeFactsOf(stored: unknown): ChangeFacts {
  return facts.parse(stored)
}

/** What is different between two states of an entry. */
export function differenceOf(
  was: ProgrammeEntry,
  is: ProgrammeEntry,
): {
  readonly names: string[]
  readonly before: Prisma.InputJsonObject
  readonly after: Prisma.InputJsonObject
} {
  const names = facts.keyof().options.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
  const of = (row: ProgrammeEntry) => Object.fromEntries(names.map((name) => [name, row[name]]))
  return { names, before: of(was), after: of(is) }
}
