import { type CouncilRows, clerksOf, committeesWhereSitting } from './people.ts'

/** The clerks of the committees on which somebody sits: who can do what they cannot. */
export async function clerksToAsk(rows: CouncilRows, personId: string, today: string): Promise<string[]> {
  const committees = await committeesWhereSitting(rows, personId, today, { substitutes: true })
  const clerks = await Promise.all(committees.map((committee) => clerksOf(rows, committee.id)))
  return [...new Set(clerks.flat().map((clerk) => clerk.name))]
}
