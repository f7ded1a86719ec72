import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { QuestionAbout } from './eligible-rules.ts'
import { type StoredStandings, standingsOf, storedStandings } from './stored-standings.ts'
import type { CastingSide, Choice, Counts, Standing, VoteMethod, VoteResult, VoteState } from './types.ts'
import { castingSide, choiceOf, countsOf, latestRevisions, type VoteRow, withNames } from './vote-rows.ts'

export interface CastChoice extends Choice {
  readonly way: 'clerk' | 'member'
  readonly at: Temporal.Instant
}

/** A vote as its acts need it. */
export interface VoteAtHand {
  readonly id: string
  readonly meetingId: string
  readonly recordId: string
  readonly motionId: string
  readonly number: number
  readonly revision: number
  readonly question: string
  readonly method: VoteMethod
  readonly state: VoteState
  readonly isRecorded: boolean
  readonly requestedByIds: readonly string[]
  readonly presidingId: string | undefined
  readonly about: QuestionAbout
  readonly opened: readonly Standing[]
  readonly closed: readonly Standing[]
  readonly counts: Counts | undefined
  readonly isUnanimous: boolean
  readonly casting: CastingSide | undefined
  readonly castingById: string | undefined
  readonly result: VoteResult | undefined
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | undefined
  readonly declaredAt: Temporal.Instant | undefined
  readonly enteredAt: Temporal.Instant
  readonly why: string
  readonly choices: readonly CastChoice[]
  readonly owns: readonly { readonly personId: string; readonly side: Choice['side'] }[]
  readonly version: number
}

/** A vote of a meeting, whatever became of it. */
export async function voteById(
  { councilId, db }: CouncilRows,
  meetingId: string,
  id: string,
): Promise<VoteAtHand | undefined> {
  const row = await db.vote.findFirst({ where: { councilId, meetingId, id }, include: withNames })
  return row ? voteAtHand(row) : undefined
}

/** Every vote of a meeting in its latest revision, by number. */
export async function votesAtHand({ councilId, db }: CouncilRows, meetingId: string): Promise<VoteAtHand[]> {
  const rows = await db.vote.findMany({ where: { councilId, meetingId }, include: withNames })
  return latestRevisions(rows).map(voteAtHand)
}

/** The one that waits for its end: open, or closed and not declared yet. */
export function unfinished(votes: readonly VoteAtHand[]): VoteAtHand | undefined {
  return votes.findLast(({ state }) => state === 'open' || state === 'closed')
}

/** A row as the acts of this room need it. */
export function voteAtHand(row: VoteRow): VoteAtHand {
  const opened: StoredStandings = storedStandings(row.eligibleOpened)
  return {
    id: row.id,
    meetingId: row.meetingId,
    recordId: row.recordId,
    motionId: row.motionId,
    number: row.number,
    revision: row.revision,
    question: row.question,
    method: row.method,
    state: row.state,
    isRecorded: row.isRecorded,
    requestedByIds: row.requestedByIds,
    presidingId: row.presidingId ?? undefined,
    about: opened.about,
    opened: opened.standings,
    closed: standingsOf(row.eligibleClosed),
    counts: countsOf(row),
    isUnanimous: row.isUnanimous,
    casting: castingSide(row.casting),
    castingById: row.castingById ?? undefined,
    result: row.result ?? undefined,
    openedAt: toInstant(row.openedAt),
    closedAt: row.closedAt ? toInstant(row.closedAt) : undefined,
    declaredAt: row.declaredAt ? toInstant(row.declaredAt) : undefined,
    enteredAt: toInstant(row.enteredAt),
    why: row.why,
    choices: row.choices.map((choice) => ({
      ...choiceOf(choice),
      way: choice.way,
      at: toInstant(choice.at),
    })),
    owns: row.owns.map(({ personId, side }) => ({ personId, side })),
    version: row.version,
  }
}
