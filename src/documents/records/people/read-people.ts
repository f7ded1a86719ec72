import type { Business } from '../business.ts'
import type { FoundFields } from '../found.ts'
import { membersIn } from './members.ts'

/** Who belongs to the committee, who came, who did not, and who came for whom. */
export function readPeople({ kind, front }: Business): FoundFields {
  const membership = kind === 'agenda' ? membersIn(front) : undefined
  return {
    chair: membership?.chair,
    viceChair: membership?.viceChair,
    members: membership?.members,
  }
}
