import type { Nation } from '../calendar/nations.ts'
import type { Presence } from '../sitting/types.ts'
import type { Bar, Choice, Standing } from './types.ts'

/** A seat and who holds it on the day of the meeting. */
export interface SeatAtVote {
  readonly personId: string
  /** A named substitute has no vote but for whom they sit for. */
  readonly isSubstitute: boolean
  readonly voting: SeatVoting
}
type SeatVoting = 'always' | 'educationOnly' | 'ifCommitteeDetermines' | 'never'

/** What a clerk says of a question: it decides whether some co-opted members vote on it. */
export interface QuestionAbout {
  /** It concerns education: parent governors and diocesan members vote (SI 2001/478, Education Act 1996 s499). */
  readonly education: boolean
  /** The committee has determined that its co-opted members vote. */
  readonly determined: boolean
}

export const ORDINARY: QuestionAbout = { education: false, determined: false }

export interface VotingGround {
  readonly nation: Nation
  readonly seats: readonly SeatAtVote[]
  /** Who is there at that instant. */
  readonly present: readonly Presence[]
  /** Whom an interest or a whip keeps from voting on this item. */
  readonly barred: ReadonlyMap<string, 'interest' | 'whip'>
  readonly question: QuestionAbout
}

/**
 * Whether each member, and everybody else who is there, may vote at an instant, and what keeps them from it.
 *
 * The law asks for presence in the room in England (Hertfordshire CC [2021] EWHC 1093), and lets members who take
 * part from afar vote in Wales and Scotland. A substitute has the vote of the seat of whom they sit for, unless that
 * member has come after all.
 */
export function standingsAt(ground: VotingGround): Standing[] {
  const there = new Map(ground.present.map((presence) => [presence.personId, presence]))
  const members = ground.seats.filter(({ isSubstitute }) => !isSubstitute).map(({ personId }) => personId)
  const others = ground.present.map(({ personId }) => personId).filter((id) => !members.includes(id))
  return [...members, ...others].map((personId) => ({
    personId,
    bar: barOf(personId, there.get(personId), there, ground),
  }))
}

function barOf(
  personId: string,
  presence: Presence | undefined,
  there: ReadonlyMap<string, Presence>,
  ground: VotingGround,
): Bar | undefined {
  if (!presence) return 'notInRoom'
  if (!hasVote(presence, there, ground)) return 'noVote'
  if (presence.mode === 'remoteObserver') return 'remote'
  if (presence.mode === 'remoteMember' && ground.nation === 'england') return 'remote'
  return ground.barred.get(personId)
}

function hasVote(
  { personId, forId }: Presence,
  there: ReadonlyMap<string, Presence>,
  { seats, question }: VotingGround,
): boolean {
  const holder = forId ?? personId
  if (forId !== undefined && there.has(forId)) return false
  // Two who sit for the same member have one vote between them: who came first has it.
  const first = [...there.values()].find((one) => one.forId === forId)
  if (forId !== undefined && first?.personId !== personId) return false
  const seat = seats.find((one) => one.personId === holder && !one.isSubstitute)
  if (!seat) return false
  if (seat.voting === 'educationOnly') return question.education
  if (seat.voting === 'ifCommitteeDetermines') return question.determined
  return seat.voting === 'always'
}

/** What keeps a vote from being taken at all; an interest or a whip only warns (law 4). */
export type FirmBar = Exclude<Bar, 'interest' | 'whip'>

export function isFirm(bar: Bar | undefined): bar is FirmBar {
  return bar !== undefined && bar !== 'interest' && bar !== 'whip'
}

/** What a vote is flagged with: what bars it now; where somebody has left since, what barred it when it was cast. */
export function despiteOf(bar: Bar | undefined, before: Choice['despite']): Choice['despite'] {
  return isFirm(bar) ? before : bar
}

/** Choices with their flags as they are by now: an interest may have been disclosed, or struck, since they were cast. */
export function flagged<T extends Choice>(choices: readonly T[], standings: readonly Standing[]): T[] {
  return choices.map((choice) => ({
    ...choice,
    despite: despiteOf(standingOf(standings, choice.personId).bar, choice.despite),
  }))
}

export function standingOf(standings: readonly Standing[], personId: string): Standing {
  return standings.find((one) => one.personId === personId) ?? { personId, bar: 'notInRoom' }
}
