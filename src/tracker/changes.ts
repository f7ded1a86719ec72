import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { TrackerChangeKind } from '../database/generated/client.ts'
import type { Tx } from '../database/transact.ts'
import { lapseWishes } from './lapse-wishes.ts'
import { tellAsker } from './tell-owed.ts'

/** As it was, or is, of what changed. */
export type Noted = Readonly<Record<string, string | boolean | null | readonly string[]>>

export interface RowChange {
  readonly kind: TrackerChangeKind
  readonly before?: Noted
  readonly after?: Noted
  readonly why?: string
  /** At which meeting it was decided. */
  readonly meeting?: { readonly id: string; readonly date: string } | undefined
  readonly minute?: string
}

/** Note in a row's history what happened to it: the history is added to and never changed (law 5). */
export async function noteChange(tx: Tx, rowId: string, change: RowChange): Promise<void> {
  const { kind, before = {}, after = {}, why = '', meeting, minute = '' } = change
  await tx.db.trackerChange.create({
    data: {
      councilId: tx.councilId,
      rowId,
      kind,
      before,
      after,
      why,
      minute,
      meetingId: meeting?.id ?? null,
      metOn: meeting ? columnOfDate(meeting.date) : null,
      at: toDate(tx.now),
      byId: tx.by,
    },
  })
  if (ENDS_ASKING.has(kind)) await lapseWishes(tx, rowId)
  if (MOVES_A_QUESTION.has(kind)) await tellAsker(tx, rowId)
}

/** What whoever asked a question hears of. */
const MOVES_A_QUESTION: ReadonlySet<TrackerChangeKind> = new Set([
  'closed',
  'reopened',
  'dueMoved',
  'owners',
  'paused',
  'resumed',
  'superseded',
  'transferred',
  'withdrawn',
])

/** After which nobody owes it here, so that what its owner asked for is overtaken. */
const ENDS_ASKING: ReadonlySet<TrackerChangeKind> = new Set([
  'closed',
  'paused',
  'superseded',
  'transferred',
  'withdrawn',
])
