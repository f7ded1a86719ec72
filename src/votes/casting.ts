import type { Temporal } from 'temporal-polyfill'
import { isAfter } from '../calendar/civil.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { isPresent, presentAt, presidingAt } from '../sitting/roll-rules.ts'
import type { VoteRefusal } from './refusals.ts'
import type { CastingSide } from './types.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

type Presiding = Pick<SittingAtHand, 'chairs' | 'roll'>

/** The casting vote is of whoever presides, and is there, when it is used, and of nobody else. */
export function castingOf(
  sitting: Presiding,
  vote: Pick<VoteAtHand, 'recordId' | 'result'>,
  casting: CastingSide | undefined,
  at: Temporal.Instant,
): Outcome<{ readonly casting: CastingSide | null; readonly castingById: string | null }, VoteRefusal> {
  if (casting === undefined) return done({ casting: null, castingById: null })
  if (vote.result !== undefined) return refused({ code: 'not-equal' })
  const by = casterAt(sitting, vote.recordId, at)
  return by === undefined ? refused({ code: 'nobody-presides' }) : done({ casting, castingById: by })
}

/** Who could use it on a vote that waits to be declared: while the meeting sits, whoever has the chair by now. */
export function casterOf(
  sitting: Presiding & Pick<SittingAtHand, 'closedAt'>,
  { recordId, closedAt, openedAt }: Pick<VoteAtHand, 'recordId' | 'closedAt' | 'openedAt'>,
): string | undefined {
  const then = closedAt ?? openedAt
  if (sitting.closedAt) return casterAt(sitting, recordId, then)
  const entered = [...sitting.chairs, ...sitting.roll].map(({ at }) => at)
  return casterAt(
    sitting,
    recordId,
    entered.reduce((last, at) => (isAfter(at, last) ? at : last), then),
  )
}

/** Who has the second or casting vote at an instant (LGA 1972 Sch 12 para 39(2)): who left the room does not preside. */
function casterAt({ chairs, roll }: Presiding, recordId: string, at: Temporal.Instant): string | undefined {
  const by = presidingAt(chairs, at, recordId)
  return presentAt(roll, at).some((one) => one.personId === by && isPresent(one)) ? by : undefined
}
