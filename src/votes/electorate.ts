import type { Temporal } from 'temporal-polyfill'
import type { CouncilRows } from '../committees/people.ts'
import { councilCode } from '../interests/council-code.ts'
import type { Business, SittingAtHand } from '../sitting/at-hand.ts'
import { effectsOnItem } from '../sitting/item-interests.ts'
import { presentAt } from '../sitting/roll-rules.ts'
import { type QuestionAbout, standingsAt } from './eligible-rules.ts'
import type { Standing } from './types.ts'

/** Who may vote on an item, at any instant of the meeting. */
export interface Electorate {
  at(instant: Temporal.Instant): Standing[]
}

export async function electorateOf(
  rows: CouncilRows,
  sitting: SittingAtHand,
  business: Pick<Business, 'itemId'>,
  question: QuestionAbout,
): Promise<Electorate> {
  const { nation, whip } = await councilCode(rows)
  const barred = new Map<string, 'interest' | 'whip'>()
  for (const { personId, effect, isWhipped } of await effectsOnItem(rows, sitting, business.itemId))
    if (!effect.mayVote) barred.set(personId, isWhipped && whip.barsVote ? 'whip' : 'interest')
  const seats = sitting.members.map(({ person, kind, voting }) => ({
    personId: person.id,
    isSubstitute: kind === 'substitute',
    voting,
  }))
  return {
    at: (instant) =>
      standingsAt({ nation, seats, present: presentAt(sitting.roll, instant), barred, question }),
  }
}
