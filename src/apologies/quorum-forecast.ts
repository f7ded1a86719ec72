import { type CouncilRows, displayName, membersOn } from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { standingSubstitutions } from '../meetings/substitutions.ts'
import { answersOf } from './answers.ts'
import {
  countsForQuorum,
  outlookOf,
  type QuorumForecast,
  type QuorumRule,
  quorumForecast,
  quorumOf,
  type SeatOutlook,
} from './quorum-rules.ts'

/** A seat that counts, with who is expected in it. */
export interface ForecastSeat {
  readonly name: string
  readonly outlook: SeatOutlook
  /** Who has accepted to sit there instead. */
  readonly substitute: string | undefined
}

export interface MeetingForecast extends QuorumForecast {
  /** The seats that somebody holds, by position. Why somebody is away is not among what is known of them. */
  readonly seats: readonly ForecastSeat[]
  readonly chairSeesNames: boolean
}

/** The quorum's rule as the committee keeps it. */
export async function quorumRule(
  rows: CouncilRows,
  committeeId: string,
): Promise<QuorumRule & { readonly chairSeesNames: boolean }> {
  const row = await rows.db.committee.findFirstOrThrow({
    where: { councilId: rows.councilId, id: committeeId },
  })
  const { quorumNumerator: numerator, quorumDenominator: denominator } = row
  return {
    least: row.quorum ?? undefined,
    fraction: numerator === null || denominator === null ? undefined : { numerator, denominator },
    base: row.quorumBase,
    rounding: row.quorumRounding,
    waitMinutes: row.quorumWait,
    chairSeesNames: row.chairSeesNames,
  }
}

/**
 * Whether the meeting will have its quorum, from the answers and substitutions as they stand; `undefined`
 * where the committee has no rule.
 */
export async function forecastOf(
  rows: CouncilRows,
  meeting: MeetingAtHand,
): Promise<MeetingForecast | undefined> {
  const { chairSeesNames, ...rule } = await quorumRule(rows, meeting.committeeId)
  const where = { councilId: rows.councilId, committeeId: meeting.committeeId }
  const counted = (await rows.db.seat.findMany({ where, select: { kind: true, voting: true } })).filter(
    countsForQuorum,
  )
  const members = (await membersOn(rows.db, rows.councilId, meeting.committeeId, meeting.date)).filter(
    countsForQuorum,
  )
  const quorum = quorumOf(rule, { whole: counted.length, held: members.length })
  if (!quorum) return undefined
  const states = new Map((await answersOf(rows, meeting)).map((it) => [it.person.id, it.state]))
  const accepted = await standingSubstitutions(rows, meeting, 'accepted')
  const substitutes = new Map(accepted.map(({ seatId, substitute }) => [seatId, displayName(substitute)]))
  const seats = members.map((member): ForecastSeat => {
    const state = states.get(member.person.id) ?? 'unanswered'
    const substitute = state === 'absent' ? substitutes.get(member.seatId) : undefined
    return {
      name: displayName(member.person),
      outlook: outlookOf(state, substitute !== undefined),
      substitute,
    }
  })
  const vacant = Array.from({ length: counted.length - members.length }, (): SeatOutlook => 'vacant')
  const outlooks = [...seats.map(({ outlook }) => outlook), ...vacant]
  return { ...quorumForecast(quorum, outlooks), seats, chairSeesNames }
}
