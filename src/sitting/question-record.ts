import { columnOfDate, toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'
import type { Business, SittingAtHand } from './at-hand.ts'
import { keptDue, type QuestionRefusal, type QuestionSaid, whyNotAsk } from './question-rules.ts'
import { isPresent, presentAt } from './roll-rules.ts'
import { isSitting } from './state-rules.ts'

export interface RecordQuestion extends ActOnSitting {
  /** The business; what is under consideration where it is left out. */
  readonly recordId?: string | undefined
  readonly question: QuestionSaid
}

/**
 * - `no-item`: nothing is under consideration; begin an item, or name one
 * - `not-there`: who asks must be at the meeting, or be a clerk of the committee
 * - `over`: the meeting is over; the clerk enters what is missing
 * - `not-yours`: a member asks for themselves alone
 */
export type AskRefusal =
  | SittingRefusal
  | QuestionRefusal
  | { readonly code: 'no-item' | 'not-there' | 'over' | 'not-yours' }

export interface QuestionRecorded {
  readonly questionId: string
  readonly item: Business
  /** The same was recorded before: a second tap. */
  readonly already: boolean
}

/**
 * Record a question or a request as it comes: by a clerk, or by a member who is at the meeting, while it sits, for
 * themselves. The same text from the same person in the same item is one.
 */
export async function recordQuestion(
  house: House,
  act: RecordQuestion,
): Promise<Outcome<QuestionRecorded, AskRefusal>> {
  return onSitting<QuestionRecorded, AskRefusal>(
    house,
    act,
    async ({ tx, sitting, at }) => {
      const item =
        act.recordId === undefined
          ? sitting.current
          : sitting.business.find(({ recordId }) => recordId === act.recordId)
      if (!item) return refused({ code: 'no-item' })
      const wrong = whyNotAsk(act.question)
      if (wrong) return refused(wrong)
      const where = { councilId: tx.councilId, recordId: item.recordId }
      const columns = questionColumns(act.question)
      const { text, askerId, askerName } = columns
      const like = await tx.db.question.findFirst({
        where: { ...where, text, askerId, askerName, struckAt: null },
        select: { id: true },
      })
      if (like) return done({ questionId: like.id, item, already: true })
      const { id } = await tx.db.question.create({
        data: {
          ...where,
          meetingId: act.meetingId,
          position: (await lastPlace(tx, item.recordId)) + 1,
          ...columns,
          at: toDate(at),
          enteredAt: toDate(tx.now),
          byId: act.by,
        },
      })
      tx.audit(
        'sitting.question-recorded',
        { meeting: act.meetingId, item: item.recordId, question: id, kind: act.question.kind },
        sitting.meeting.committeeId,
      )
      return done({ questionId: id, item, already: false })
    },
    (tx, sitting) => whyNotBy(tx, sitting, act),
  )
}

async function whyNotBy(
  tx: Tx,
  sitting: SittingAtHand,
  { by, question }: RecordQuestion,
): Promise<AskRefusal | undefined> {
  if (await isClerk(tx, sitting.meeting.committeeId, by)) return undefined
  const isThere = presentAt(sitting.roll, tx.now).some((one) => one.personId === by && isPresent(one))
  if (!isThere) return { code: isSitting(sitting.state) ? 'not-there' : 'over' }
  if (!isSitting(sitting.state)) return { code: 'over' }
  return question.askerId === by ? undefined : { code: 'not-yours' }
}

/** The highest place of an item, struck questions too. */
export async function lastPlace({ councilId, db }: Tx, recordId: string): Promise<number> {
  const { _max } = await db.question.aggregate({ where: { councilId, recordId }, _max: { position: true } })
  return _max.position ?? 0
}

export function questionColumns(said: QuestionSaid) {
  const { due, dueOn, dueText } = keptDue(said)
  return {
    kind: said.kind,
    text: said.text,
    askerId: said.askerId ?? null,
    askerName: said.askerId === undefined ? said.askerName : '',
    ownerId: said.ownerId ?? null,
    ownerName: said.ownerId === undefined ? said.ownerName : '',
    due,
    dueOn: dueOn === undefined ? null : columnOfDate(dueOn),
    dueText,
  }
}
