import type { VoteAtHand } from './vote-at-hand.ts'
import type { VoteWords } from './words.en.ts'

/** "5 for, 5 against, 1 abstained; casting vote: for" */
export function howVoted(
  vote: Pick<VoteAtHand, 'counts' | 'isUnanimous' | 'casting' | 'method'>,
  say: VoteWords,
): string {
  const { counts, isUnanimous, casting, method } = vote
  return [
    ...(method === 'assent' ? [say.methods.assent.toLowerCase()] : []),
    ...(counts ? [say.counts(counts)] : []),
    ...(isUnanimous ? [say.posted.unanimous.toLowerCase()] : []),
    ...(casting ? [(casting === 'for' ? say.control.castFor : say.control.castAgainst).toLowerCase()] : []),
  ].join('; ')
}
