import type { Temporal } from 'temporal-polyfill'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { endOfPeriod, type PeriodEnd } from '../calendar/periods.ts'
import type { Bar, CouncilCode, InterestKind } from './kind-rules.ts'
import type { Effect, Registration, Speaking } from './types.ts'

export type { Effect, Registration, Speaking } from './types.ts'

export const FREE: Effect = { speaking: 'yes', mayVote: true, mustLeave: false, sources: [] }

const barred: Readonly<Record<Bar, Pick<Effect, 'speaking' | 'mayVote'>>> = {
  all: { speaking: 'no', mayVote: false },
  asPublic: { speaking: 'asPublic', mayVote: false },
  vote: { speaking: 'yes', mayVote: false },
  nothing: { speaking: 'yes', mayVote: true },
}

/** A dispensation as the rules need it; only one that is in force may be handed in. */
export interface Leave {
  readonly mayVote: boolean
}

/**
 * What an interest lets a member do about an item.
 *
 * A disclosable pecuniary interest without a dispensation bars the discussion as well as the vote (Localism
 * Act 2011 s31(4)): there is no way to say here that its holder stays for the debate, as was minuted at
 * West Berkshire.
 *
 * @param leave a dispensation in force for this member, where one was chosen
 */
export function effectOf(kind: InterestKind, code: Pick<CouncilCode, 'leavesRoom'>, leave?: Leave): Effect {
  const { speaking, mayVote } = barred[kind.bars]
  const isBarred = kind.bars === 'all' || kind.bars === 'asPublic'
  if (leave && kind.isDispensable && (isBarred || kind.bars === 'vote'))
    return { speaking: 'yes', mayVote: leave.mayVote, mustLeave: false, sources: [DISPENSED, kind.source] }
  const mustLeave = isBarred && (kind.leaves === 'always' || (kind.leaves === 'byCouncil' && code.leavesRoom))
  const sources = mustLeave && kind.leaves === 'byCouncil' ? [kind.source, STANDING_ORDERS] : [kind.source]
  return { speaking, mayVote, mustLeave, sources }
}

const DISPENSED = 'a dispensation'
const STANDING_ORDERS = 'the council’s rules on leaving the room'

/** A party whip: in Wales its vote would be disregarded (Local Government (Wales) Measure 2011 s78). */
export function whipEffect({ whip }: Pick<CouncilCode, 'whip'>): Effect {
  return { ...FREE, mayVote: !whip.barsVote, sources: [whip.source] }
}

const ORDER: readonly Speaking[] = ['yes', 'asPublic', 'no']

/** Of several interests in one item the strictest counts in each respect. */
export function strictest(effects: readonly Effect[]): Effect {
  return effects.reduce(
    (one, other) => ({
      speaking: ORDER.indexOf(one.speaking) >= ORDER.indexOf(other.speaking) ? one.speaking : other.speaking,
      mayVote: one.mayVote && other.mayVote,
      mustLeave: one.mustLeave || other.mustLeave,
      sources: [...new Set([...one.sources, ...other.sources])],
    }),
    FREE,
  )
}

/** Where a member stands when an item is put to the vote: in the list of those eligible, and in the quorum. */
export interface VotingStanding {
  readonly isEligible: boolean
  readonly countsForQuorum: boolean
}

/** @param quorumCountsInterested the committee's setting: whether who may not vote still counts for the quorum */
export function votingStanding(effect: Effect, quorumCountsInterested: boolean): VotingStanding {
  return {
    isEligible: effect.mayVote,
    countsForQuorum: effect.mayVote || quorumCountsInterested,
  }
}

/**
 * Until when the Monitoring Officer must be told of an interest that was disclosed at a meeting, with the
 * working; `undefined` where nothing runs: it is registered or they were told (Localism Act 2011 s31(2), (3)).
 *
 * @param disclosedOn the day of the meeting, which is the first of the 28
 * @param registration what the member said; unknown is taken for neither
 */
export function notifyUntil(
  kind: InterestKind,
  registration: Registration | undefined,
  disclosedOn: Temporal.PlainDate,
  calendar: HolidayCalendar,
): PeriodEnd | undefined {
  if (!startsNotification(kind, registration) || !kind.notifying) return undefined
  return endOfPeriod(disclosedOn, kind.notifying, calendar)
}

export function startsNotification(kind: InterestKind, registration: Registration | undefined): boolean {
  return kind.notifying !== undefined && registration !== 'registered' && registration !== 'pending'
}

/** What a member must still be asked about: items that were on no agenda that they answered for. */
export function itemsToAsk<T extends { readonly id: string }>(
  items: readonly T[],
  answer: { readonly itemIds: readonly string[] } | undefined,
): T[] {
  return items.filter((item) => !answer?.itemIds.includes(item.id))
}

/**
 * - `agenda-changed`: there are other items than those asked about; look at the new ones and answer again
 * - `no-such-kind`: the council's code has no such interest; choose one that it has
 * - `no-item`: say in which item it is, or that it is in the whole meeting
 * - `nature-missing`: say in what it lies, or mark it as sensitive
 * - `registration-missing`: say whether it is in the register
 * - `no-leave`: that dispensation is not in force for this member on the day of the meeting
 * - `notice-gone`: it was withdrawn already
 * - `notice-changed`: it was changed since the form was opened; open it again
 * - `same-notice`: the same interest in the same item is declared already; change that one
 * - `no-whip`: this council does not ask about a party whip
 */
export type NoticeRefusal =
  | { readonly code: 'agenda-changed'; readonly meeting: string }
  | { readonly code: 'no-such-kind' }
  | { readonly code: 'no-item' }
  | { readonly code: 'nature-missing' }
  | { readonly code: 'registration-missing' }
  | { readonly code: 'no-leave' }
  | { readonly code: 'notice-gone' }
  | { readonly code: 'notice-changed' }
  | { readonly code: 'same-notice' }
  | { readonly code: 'no-whip' }
