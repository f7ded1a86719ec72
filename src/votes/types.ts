import type { Temporal } from 'temporal-polyfill'
import type { CouncilPerson } from '../committees/people.ts'

const MOTION_KINDS = ['motion', 'amendment', 'exclusion'] as const
export type MotionKind = (typeof MOTION_KINDS)[number]
export type MotionState = 'open' | 'carried' | 'lost' | 'withdrawn' | 'deferred' | 'fell'

/** `assent`: agreed without a vote. */
export const VOTE_METHODS = ['assent', 'voices', 'hands', 'rollCall', 'electronic'] as const
export type VoteMethod = (typeof VOTE_METHODS)[number]
export type VoteState = 'open' | 'closed' | 'declared' | 'abandoned'
/** `tied`: equal, and whoever presided cast no vote, so that it is not carried. */
export type VoteResult = 'carried' | 'lost' | 'tied'

/** `none`: there and entitled, but cast no vote and did not say "abstain". */
export const VOTE_SIDES = ['for', 'against', 'abstain', 'none'] as const
export type VoteSide = (typeof VOTE_SIDES)[number]
export type CastingSide = 'for' | 'against'

/**
 * What keeps somebody from voting:
 * - `notInRoom`: not there at that moment
 * - `remote`: taking part from afar, where only who is in the room votes (Hertfordshire [2021] EWHC 1093)
 * - `noVote`: no member of the committee, or in a seat without a vote on this question
 * - `interest`: an interest in the item bars the vote
 * - `whip`: in Wales a whipped vote is disregarded (Local Government (Wales) Measure 2011 s78)
 */
export const BARS = ['notInRoom', 'remote', 'noVote', 'interest', 'whip'] as const
export type Bar = (typeof BARS)[number]

/** Whether somebody may vote on a question at an instant, and what keeps them from it. */
export interface Standing {
  readonly personId: string
  /** Absent of who may vote. */
  readonly bar: Bar | undefined
}

/** What was counted: whoever votes despite an interest is in it, and the casting vote never is. */
export interface Counts {
  readonly for: number
  readonly against: number
  readonly abstain: number
  readonly none: number
}

/** How somebody voted; `despite` where an interest or a whip barred it: recorded and flagged all the same (law 4). */
export interface Choice {
  readonly personId: string
  readonly side: VoteSide
  readonly despite: 'interest' | 'whip' | undefined
}

/** Somebody in a vote of the minutes, with the political group of their seat. */
export interface VoterInMinutes {
  readonly person: CouncilPerson
  readonly group: string | undefined
}

export interface ChoiceInMinutes extends VoterInMinutes {
  readonly side: VoteSide
  readonly despite: 'interest' | 'whip' | undefined
}

/** A declared vote as the minutes tell it: its latest revision. */
export interface VoteOfMinutes {
  readonly id: string
  /** Within the meeting, from 1. */
  readonly number: number
  /** More than 1 where the result was corrected, with why. */
  readonly revision: number
  readonly why: string
  readonly recordId: string
  readonly itemId: string | undefined
  /** Taken with the public excluded: it stands in the closed part of the minutes alone. */
  readonly isClosed: boolean
  readonly motion: MotionOfMinutes
  readonly question: string
  readonly method: VoteMethod
  /** Whether the minutes name who voted how. */
  readonly isRecorded: boolean
  readonly requestedBy: readonly CouncilPerson[]
  readonly presiding: CouncilPerson | undefined
  /** Absent where nothing was counted: numbers are never made of "agreed" or "unanimous". */
  readonly counts: Counts | undefined
  readonly isUnanimous: boolean
  readonly casting: { readonly side: CastingSide; readonly by: CouncilPerson } | undefined
  readonly result: VoteResult
  /** Those whose vote is known by name; empty where the minutes name nobody, except for own votes below. */
  readonly choices: readonly ChoiceInMinutes[]
  /** In the room or at the table, but kept from this vote, and why; an interest only where it was disclosed. */
  readonly barred: readonly (VoterInMinutes & { readonly bar: Bar })[]
  /** Who required the minutes to say how they voted (SI 1993/202 Sch 2 para 1). */
  readonly owns: readonly { readonly person: CouncilPerson; readonly side: VoteSide }[]
  readonly closedAt: Temporal.Instant
  readonly declaredAt: Temporal.Instant
}

/** A motion or an amendment as the minutes tell it. */
export interface MotionOfMinutes {
  readonly id: string
  readonly recordId: string
  /** Within the item, in the order moved, from 1. */
  readonly number: number
  readonly kind: MotionKind
  readonly parentId: string | undefined
  /** As moved. */
  readonly text: string
  /** As it stands after the amendments that were carried. */
  readonly substantive: string
  readonly mover: CouncilPerson | undefined
  readonly seconder: CouncilPerson | undefined
  readonly state: MotionState
}

/**
 * What a part of a resolution does; the tracker treats each differently. `recommend` goes to the council's own
 * Cabinet, Council or portfolio holder, `recommendExternal` to a partner such as the NHS.
 */
export const VERB_CLASSES = [
  'note',
  'decide',
  'request',
  'recommend',
  'recommendExternal',
  'direct',
  'refer',
] as const
export type VerbClass = (typeof VERB_CLASSES)[number]

/** A clause of a resolution. */
export interface ResolutionPart {
  /** "2" or "2.a" */
  readonly path: string
  /** As printed or said: "I.", "(a)"; empty where it has none. */
  readonly label: string
  readonly text: string
  readonly verbClass: VerbClass
  /** Who is asked or told; empty where nobody is. */
  readonly addressee: string
}

export interface ResolutionOfMinutes {
  readonly id: string
  readonly recordId: string
  readonly motionId: string | undefined
  /** Within the item, from 1. */
  readonly number: number
  readonly revision: number
  /** As resolved, whole. */
  readonly text: string
  readonly leadIn: string
  readonly reasons: string
  readonly parts: readonly ResolutionPart[]
  /** Whether the clerk has looked at how it was split. */
  readonly isConfirmed: boolean
}
