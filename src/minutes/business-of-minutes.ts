import { dateOfColumn, toInstant } from '../calendar/civil.ts'
import { longDate } from '../calendar/words.en.ts'
import { type CouncilRows, displayName, personOf } from '../committees/people.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { localTime } from './attendance-of-sitting.ts'
import type { Minute, RequestOfMinute, UrgencyOfMinute } from './minutes-model.ts'

/** What was asked, ruled and closed to the public at a meeting, by the business in which it was. */
export interface SaidAtItems {
  questionsOf(recordId: string): string[]
  requestsOf(recordId: string): RequestOfMinute[]
  urgencyOf(recordId: string): UrgencyOfMinute[]
  exclusionsOf(recordId: string): Minute['exclusions']
}

export async function saidAtItems(rows: CouncilRows, { meeting }: SittingAtHand): Promise<SaidAtItems> {
  const { councilId, db } = rows
  const where = { councilId, meetingId: meeting.id, struckAt: null }
  const questions = await db.question.findMany({ where, orderBy: { position: 'asc' } })
  const rulings = await db.urgencyRuling.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  const exclusions = await db.publicExclusion.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  const named = [
    ...questions.flatMap(({ ownerId }) => ownerId ?? []),
    ...rulings.map(({ presidingId }) => presidingId),
  ]
  const found = await db.person.findMany({ where: { councilId, id: { in: [...new Set(named)] } } })
  const people = new Map(found.map((row) => [row.id, personOf(row)]))
  const local = (at: Date) => localTime(toInstant(at), meeting.timeZone)
  const at = <T extends { readonly recordId: string }>(those: readonly T[], recordId: string) =>
    those.filter((one) => one.recordId === recordId)
  return {
    questionsOf: (recordId) =>
      at(questions, recordId)
        .filter(({ kind }) => kind === 'area')
        .map(({ text }) => text),
    requestsOf: (recordId) =>
      at(questions, recordId)
        .filter(({ kind }) => kind === 'request')
        .map(({ text, ownerId, ownerName, dueOn, dueText }) => {
          const owner = ownerId === null ? undefined : people.get(ownerId)
          return {
            text,
            owner: owner ? displayName(owner) : ownerName,
            due: dueText === '' && dueOn ? longDate(dateOfColumn(dueOn)) : dueText,
          }
        }),
    urgencyOf: (recordId) => {
      // Ruled again, the last word counts.
      const last = at(rulings, recordId).at(-1)
      return last
        ? [
            {
              isAccepted: last.isAccepted,
              circumstances: last.circumstances,
              presiding: people.get(last.presidingId),
            },
          ]
        : []
    },
    exclusionsOf: (recordId) =>
      at(exclusions, recordId).map(({ text, readmittedAt }) => ({
        text,
        readmitted: readmittedAt ? local(readmittedAt) : undefined,
      })),
  }
}
