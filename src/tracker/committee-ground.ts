import { type CommitteeFacts, type CouncilRows, committeesWhereClerk } from '../committees/people.ts'
import type { Choice } from '../slack/blocks.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { rowChoice, rowWords } from './row-words.en.ts'
import { trackedRows } from './rows.ts'
import { LIVE_STATES } from './state-rules.ts'
import type { TrackedRow } from './types.ts'

/** A committee for its clerk, with the others of theirs; or why not. The first of theirs where none is named. */
export async function clerksCommittee(
  { house, personId }: Visitor,
  committeeId?: string,
): Promise<
  | { readonly committee: CommitteeFacts; readonly committees: readonly CommitteeFacts[] }
  | { readonly why: Mrkdwn }
> {
  const committees = await committeesWhereClerk(house, personId)
  const committee = committeeId ? committees.find(({ id }) => id === committeeId) : committees[0]
  return committee ? { committee, committees } : { why: rowWords.refusals.notAClerk() }
}

/** The live rows of a committee, the oldest first: what is most likely meant when something is closed or handed on. */
export async function liveRows(rows: CouncilRows, committeeId: string): Promise<TrackedRow[]> {
  return trackedRows(
    rows,
    { committeeId, state: { in: [...LIVE_STATES] } },
    { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  )
}

/** So many options, with all that they carry, still fit a view of 250,000 bytes. */
export const ROWS_OFFERED = 200

/** Rows to choose from; the rest is chosen once these are dealt with, which the form says. */
export function rowChoices(
  rows: readonly TrackedRow[],
  toValue: (row: TrackedRow) => string = ({ id }) => id,
): Choice[] {
  return rows.slice(0, ROWS_OFFERED).map((row) => ({ value: toValue(row), text: rowChoice(row) }))
}
