import type { Doubt } from '../../paper.ts'
import type { PaperVote, VoteNames } from '../../record.ts'
import type { Found } from '../found.ts'
import { isOffice } from './voters.ts'
import { WAYS } from './ways.ts'

type Question = Pick<Doubt, 'code' | 'text'>

/** A person must look where the counts and the names differ, or where whoever moved is not among those who voted. */
export function doubtOfNames(vote: PaperVote, names: VoteNames): Question | undefined {
  for (const way of WAYS) {
    const list = names[way]
    const count = vote[way]
    if (list && count !== undefined && list.length !== count) {
      return { code: 'counts-do-not-add-up', text: `${way}: ${count}, ${list.join(', ')}` }
    }
  }
  const voters = Object.values(names).flatMap((list) => list.map(surname))
  const absent = [vote.moved, vote.seconded].filter(
    (name) => name !== undefined && !isOffice(name) && !voters.includes(surname(name)),
  )
  return absent.length > 0 ? { code: 'mover-did-not-vote', text: absent.join(', ') } : undefined
}

function surname(name: string): string {
  return (name.split(' ').at(-1) ?? name).toLowerCase()
}

/** A person must look where more voted than the paper says were there. */
export function withDoubtOfPresence(
  vote: Found<PaperVote>,
  present: readonly string[] | undefined,
): Found<PaperVote> {
  const { value } = vote
  const cast = (value.for ?? 0) + (value.against ?? 0) + (value.abstain ?? 0) + (value.noVote ?? 0)
  if (vote.doubt || !present || cast <= present.length) return vote
  const text = `${cast} voted, ${present.length} present`
  return { ...vote, doubt: { code: 'counts-do-not-add-up', text } }
}
