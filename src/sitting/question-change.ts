import { toDate } from '../calendar/civil.ts'
import type { Question } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'
import { lastPlace, questionColumns } from './question-record.ts'
import { type QuestionRefusal, type QuestionSaid, whyNotAsk } from './question-rules.ts'

export interface OfQuestion extends ActOnSitting {
  readonly questionId: string
}

/**
 * - `question-gone`: it was struck meanwhile
 * - `question-changed`: it was changed since it was shown; look at it again
 */
export type QuestionChangeRefusal =
  | SittingRefusal
  | QuestionRefusal
  | { readonly code: 'question-gone' | 'question-changed' }

export interface EditQuestion extends OfQuestion {
  /** As it was shown. */
  readonly version: number
  readonly question: QuestionSaid
}

/**
 * Put a question right. Until the Chair has confirmed it, it is a draft and is changed; afterwards the confirmed
 * words are struck and stay, and the new ones, in the same place, wait to be read back.
 */
export async function editQuestion(
  house: House,
  act: EditQuestion,
): Promise<Outcome<{ readonly questionId: string }, QuestionChangeRefusal>> {
  return onSitting<{ readonly questionId: string }, QuestionChangeRefusal>(
    house,
    act,
    async ({ tx, sitting }) => {
      const row = await standing(tx, act)
      if (!row) return refused({ code: 'question-gone' })
      if (row.version !== act.version) return refused({ code: 'question-changed' })
      const wrong = whyNotAsk(act.question)
      if (wrong) return refused(wrong)
      const columns = questionColumns(act.question)
      const questionId = row.confirmedAt === null ? row.id : await replaced(tx, row, columns)
      if (row.confirmedAt === null)
        await tx.db.question.update({
          where: { id: row.id, councilId: tx.councilId },
          data: { ...columns, version: { increment: 1 } },
        })
      tx.audit(
        'sitting.question-edited',
        { meeting: act.meetingId, item: row.recordId, question: questionId, was: row.id },
        sitting.meeting.committeeId,
      )
      return done({ questionId })
    },
  )
}

/** Take a question out: it stays, struck. Struck twice is struck. */
export async function strikeQuestion(
  house: House,
  act: OfQuestion,
): Promise<Outcome<undefined, QuestionChangeRefusal>> {
  return onSitting<undefined, QuestionChangeRefusal>(house, act, async ({ tx, sitting }) => {
    const { count } = await tx.db.question.updateMany({
      where: { councilId: tx.councilId, id: act.questionId, meetingId: act.meetingId, struckAt: null },
      data: { struckAt: toDate(tx.now), struckById: act.by },
    })
    if (count > 0)
      tx.audit(
        'sitting.question-struck',
        { meeting: act.meetingId, question: act.questionId },
        sitting.meeting.committeeId,
      )
    return done(undefined)
  })
}

/** Move a question before the one that stands above it in its item; the first stays where it is. */
export async function moveQuestionUp(
  house: House,
  act: OfQuestion,
): Promise<Outcome<undefined, QuestionChangeRefusal>> {
  return onSitting<undefined, QuestionChangeRefusal>(house, act, async ({ tx, sitting }) => {
    const row = await standing(tx, act)
    if (!row) return refused({ code: 'question-gone' })
    const above = await tx.db.question.findFirst({
      where: {
        councilId: tx.councilId,
        recordId: row.recordId,
        struckAt: null,
        position: { lt: row.position },
      },
      orderBy: { position: 'desc' },
    })
    if (!above) return done(undefined)
    // No two may hold a place, not even for a moment.
    await place(tx, above.id, (await lastPlace(tx, row.recordId)) + 1)
    await place(tx, row.id, above.position)
    await place(tx, above.id, row.position)
    tx.audit(
      'sitting.questions-ordered',
      { meeting: act.meetingId, item: row.recordId, question: row.id },
      sitting.meeting.committeeId,
    )
    return done(undefined)
  })
}

export interface ConfirmQuestions extends ActOnSitting {
  /** Those that were read back; others that came meanwhile stay unread. */
  readonly questions: readonly { readonly id: string; readonly version: number }[]
}

/**
 * The Chair has confirmed the questions as they were read back.
 *
 * @returns how many were confirmed now, and how many were changed or struck since they were shown
 */
export async function confirmQuestions(
  house: House,
  act: ConfirmQuestions,
): Promise<Outcome<{ readonly confirmed: number; readonly changed: number }, SittingRefusal>> {
  return onSitting<{ readonly confirmed: number; readonly changed: number }, SittingRefusal>(
    house,
    act,
    async ({ tx, sitting, at }) => {
      const rows = await tx.db.question.findMany({
        where: {
          councilId: tx.councilId,
          meetingId: act.meetingId,
          id: { in: act.questions.map(({ id }) => id) },
          struckAt: null,
        },
      })
      const asShown = rows.filter((row) =>
        act.questions.some(({ id, version }) => id === row.id && version === row.version),
      )
      const fresh = asShown.filter((row) => row.confirmedAt === null)
      await tx.db.question.updateMany({
        where: { councilId: tx.councilId, id: { in: fresh.map(({ id }) => id) } },
        data: { confirmedAt: toDate(at) },
      })
      if (fresh.length > 0)
        tx.audit(
          'sitting.questions-confirmed',
          { meeting: act.meetingId, questions: fresh.map(({ id }) => id) },
          sitting.meeting.committeeId,
        )
      return done({ confirmed: fresh.length, changed: act.questions.length - asShown.length })
    },
  )
}

function standing(tx: Tx, act: OfQuestion): Promise<Question | null> {
  const { councilId } = tx
  return tx.db.question.findFirst({
    where: { councilId, id: act.questionId, meetingId: act.meetingId, struckAt: null },
  })
}

/** A new row in the place of one that is struck. */
async function replaced(tx: Tx, row: Question, columns: ReturnType<typeof questionColumns>): Promise<string> {
  const { councilId, meetingId, recordId, position, at } = row
  await tx.db.question.update({
    where: { id: row.id, councilId: tx.councilId },
    data: {
      position: (await lastPlace(tx, recordId)) + 1,
      struckAt: toDate(tx.now),
      struckById: tx.by,
    },
  })
  const { id } = await tx.db.question.create({
    data: {
      councilId,
      meetingId,
      recordId,
      position,
      ...columns,
      at,
      enteredAt: toDate(tx.now),
      byId: tx.by,
    },
  })
  return id
}

async function place(tx: Tx, id: string, position: number): Promise<void> {
  await tx.db.question.update({ where: { id, councilId: tx.councilId }, data: { position } })
}
