import { civilDate, columnOfDate, dateOfColumn, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnRow, onRow, type RowRefusal } from './acting.ts'
import { type ResponseRefusal, type ResponseSaid, whyNotRespond } from './response-rules.ts'
import type { TrackedState } from './types.ts'

export interface RecordResponse extends ActOnRow {
  readonly response: ResponseSaid
}

/** `not-a-recommendation`: what is asked of officers is answered by them. */
export interface NoRecommendation {
  readonly code: 'not-a-recommendation'
}

/** What has another row in its place, or is asked for no longer, is not answered here. */
const ANSWERED_ELSEWHERE: readonly TrackedState[] = ['superseded', 'transferred', 'withdrawn']

/**
 * Record what the executive, the council or a partner answered. It is theirs to give and the clerk's to record, from
 * the minute of their meeting: an officer cannot. A correction is a new revision, and the old ones stay (law 5).
 *
 * @returns which revision it is; that of before, where nothing is new
 */
export async function recordResponse(
  house: House,
  act: RecordResponse,
): Promise<Outcome<{ readonly revision: number }, RowRefusal | ResponseRefusal | NoRecommendation>> {
  return onRow<{ readonly revision: number }, ResponseRefusal | NoRecommendation>(
    house,
    act,
    async ({ tx, row }) => {
      const { response } = act
      if (row.kind !== 'recommendation') return refused({ code: 'not-a-recommendation' })
      if (ANSWERED_ELSEWHERE.includes(row.state)) return refused({ code: 'row-over' })
      const today = civilDate(tx.now, house.timeZone).toString()
      const wrong = whyNotRespond(response, { ...row, today })
      if (wrong) return refused(wrong)
      const { councilId } = tx
      const last = await tx.db.trackerResponse.findFirst({
        where: { councilId, rowId: row.id },
        orderBy: { revision: 'desc' },
      })
      if (last && isSame(last, response)) return done({ revision: last.revision })
      const revision = (last?.revision ?? 0) + 1
      await tx.db.trackerResponse.create({
        data: {
          councilId,
          rowId: row.id,
          revision,
          ...response,
          consideredOn: columnOfDate(response.consideredOn),
          publishedOn: response.publishedOn === undefined ? null : columnOfDate(response.publishedOn),
          at: toDate(tx.now),
          byId: tx.by,
        },
      })
      await tx.db.trackerRow.update({
        where: { id: row.id, councilId },
        data: { version: { increment: 1 } },
      })
      tx.audit(
        'tracker.response-recorded',
        { row: row.id, reference: row.reference, state: response.state, on: response.consideredOn, revision },
        row.committeeId,
      )
      return done({ revision })
    },
  )
}

interface StoredResponse extends Pick<ResponseSaid, 'state' | 'reasons' | 'proposed' | 'body' | 'minute'> {
  readonly consideredOn: Date
  readonly publishedOn: Date | null
}

function isSame(last: StoredResponse, said: ResponseSaid): boolean {
  return (
    last.state === said.state &&
    last.reasons === said.reasons &&
    last.proposed === said.proposed &&
    last.body === said.body &&
    last.minute === said.minute &&
    dateOfColumn(last.consideredOn) === said.consideredOn &&
    (last.publishedOn === null ? undefined : dateOfColumn(last.publishedOn)) === said.publishedOn
  )
}
