import type { MemberState } from './rules.ts'

/*
 * How many must be there, and whether so many will be. A committee's quorum is set by standing orders
 * (LGA 1972 s106); the whole council's is a quarter of its members (Sch 12 para 6).
 */

export interface QuorumRule {
  /** The least number, whatever the fraction gives. */
  readonly least: number | undefined
  readonly fraction: { readonly numerator: number; readonly denominator: number } | undefined
  /** Vacant seats stay in the whole membership. */
  readonly base: 'wholeMembership' | 'current'
  readonly rounding: 'up' | 'down' | 'nearest'
  /** Minutes for which a meeting without a quorum waits before it is abandoned. */
  readonly waitMinutes: number
}

/** The quorum, with everything that it takes to check it by hand (law 7). */
export interface Quorum {
  readonly number: number
  readonly rule: QuorumRule
  /** The seats that the fraction is taken of. */
  readonly seats: number
  /** What the fraction gives, before and after rounding. */
  readonly share: { readonly exact: number; readonly rounded: number } | undefined
}

/** A seat as the quorum counts it. */
export interface QuorumSeat {
  readonly kind: 'member' | 'coOptee' | 'substitute'
  readonly voting: 'always' | 'educationOnly' | 'ifCommitteeDetermines' | 'never'
}

/**
 * Whether a seat belongs to the membership that a quorum is counted from: members, and co-optees who vote on
 * everything. A named substitute has no seat of their own.
 */
export function countsForQuorum(seat: QuorumSeat): boolean {
  return seat.kind === 'member' || (seat.kind === 'coOptee' && seat.voting === 'always')
}

/** The number that must be there; `undefined` where the committee has no rule. */
export function quorumOf(
  rule: QuorumRule,
  seats: { readonly whole: number; readonly held: number },
): Quorum | undefined {
  const base = rule.base === 'wholeMembership' ? seats.whole : seats.held
  const { least, fraction } = rule
  if (!fraction)
    return least === undefined ? undefined : { number: least, rule, seats: base, share: undefined }
  const exact = (base * fraction.numerator) / fraction.denominator
  const rounded = { up: Math.ceil, down: Math.floor, nearest: Math.round }[rule.rounding](exact)
  // Nobody is no quorum, however small the fraction.
  return { number: Math.max(least ?? 1, rounded, 1), rule, seats: base, share: { exact, rounded } }
}

/** What is known of a seat: of its member, or of the substitute who has accepted to sit there. */
export type SeatOutlook = Exclude<MemberState, 'unanswered' | 'absent'> | 'unanswered' | 'away' | 'vacant'

/** An absent member's seat counts again once a substitute has accepted; one who is only asked may yet decline. */
export function outlookOf(state: MemberState, substituteAccepted: boolean): SeatOutlook {
  if (state !== 'absent') return state
  return substituteAccepted ? 'coming' : 'away'
}

/**
 * - `certain`: those who have said that they come are enough
 * - `likely`: enough if all who have not answered come
 * - `lost`: not even then
 */
export type QuorumState = 'certain' | 'likely' | 'lost'

export interface QuorumForecast {
  readonly quorum: Quorum
  readonly state: QuorumState
  /** Those who come late or leave early come, too. */
  readonly coming: number
  readonly unanswered: number
  readonly away: number
  readonly vacant: number
  readonly late: number
  readonly leavingEarly: number
  /** At the beginning there are too few without those who come late. */
  readonly waitsForLate: boolean
  /** Towards the end there are too few without those who leave early. */
  readonly endsWithEarly: boolean
  /** How many of those who may still come can stay away before the quorum is lost. */
  readonly spare: number
}

/** Whether a meeting will have its quorum, as far as its members have answered. */
export function quorumForecast(quorum: Quorum, seats: readonly SeatOutlook[]): QuorumForecast {
  const count = (...outlooks: readonly SeatOutlook[]) => seats.filter((it) => outlooks.includes(it)).length
  const coming = count('coming', 'late', 'leavingEarly')
  const unanswered = count('unanswered')
  const late = count('late')
  const leavingEarly = count('leavingEarly')
  const enough = (present: number) => present >= quorum.number
  const state = enough(coming) ? 'certain' : enough(coming + unanswered) ? 'likely' : 'lost'
  /** Those on whom the state rests. */
  const relied = state === 'certain' ? coming : coming + unanswered
  return {
    quorum,
    state,
    coming,
    unanswered,
    away: count('away'),
    vacant: count('vacant'),
    late,
    leavingEarly,
    waitsForLate: state !== 'lost' && !enough(relied - late),
    endsWithEarly: state !== 'lost' && !enough(relied - leavingEarly),
    spare: Math.max(0, coming + unanswered - quorum.number),
  }
}

/** From better to worse. */
const ORDER: readonly QuorumState[] = ['certain', 'likely', 'lost']

export function isWorse(one: QuorumState, other: QuorumState): boolean {
  return ORDER.indexOf(one) > ORDER.indexOf(other)
}
