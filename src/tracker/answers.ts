import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, type CouncilRows, isClerk, memberOn, personOf } from '../committees/people.ts'
import type { TrackerAnswer } from '../database/generated/client.ts'
import { answersForToday } from './leaves.ts'
import { owes } from './owner-acting.ts'
import { trackedRow } from './rows.ts'
import type { TrackedRow } from './types.ts'

export const ANSWER_ACCESS = ['public', 'exempt', 'confidential'] as const
export type AnswerAccess = (typeof ANSWER_ACCESS)[number]

/** An answer as it stands, without its file. */
export interface AnswerAtHand {
  readonly id: string
  readonly number: number
  readonly row: TrackedRow
  readonly access: AnswerAccess
  /** Empty where it is not public, or is a file alone. */
  readonly text: string
  /** Of an open briefing note. */
  readonly fileName: string
  /** On the council's restricted site, of a closed one. */
  readonly address: string
  readonly clearance: 'notNeeded' | 'waiting' | 'cleared' | 'sentBack'
  readonly clearer: CouncilPerson | undefined
  readonly clearedWhy: string
  readonly sharedAt: Temporal.Instant | undefined
  readonly by: CouncilPerson | undefined
  readonly version: number
}

export async function answerAtHand(rows: CouncilRows, answerId: string): Promise<AnswerAtHand | undefined> {
  const { councilId, db } = rows
  const answer = await db.trackerAnswer.findFirst({
    where: { councilId, id: answerId },
    omit: { bytes: true },
  })
  const row = answer && (await trackedRow(rows, answer.rowId))
  return answer && row ? atHand(rows, answer, row) : undefined
}

async function atHand(
  { councilId, db }: CouncilRows,
  answer: Omit<TrackerAnswer, 'bytes'>,
  row: TrackedRow,
): Promise<AnswerAtHand> {
  const ids = [answer.byId, ...(answer.clearerId === null ? [] : [answer.clearerId])]
  const people = await db.person.findMany({ where: { councilId, id: { in: ids } } })
  const named = (id: string | null) => {
    const person = people.find((one) => one.id === id)
    return person && personOf(person)
  }
  return {
    id: answer.id,
    number: answer.number,
    row,
    access: answer.access,
    text: answer.text,
    fileName: answer.fileName,
    address: answer.address,
    clearance: answer.clearance,
    clearer: named(answer.clearerId),
    clearedWhy: answer.clearedWhy,
    sharedAt: answer.sharedAt ? toInstant(answer.sharedAt) : undefined,
    by: named(answer.byId),
    version: answer.version,
  }
}

/** The last answer of a row that was given, shared or not. */
export async function lastAnswerOf(rows: CouncilRows, rowId: string): Promise<AnswerAtHand | undefined> {
  const last = await rows.db.trackerAnswer.findFirst({
    where: { councilId: rows.councilId, rowId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  return last ? answerAtHand(rows, last.id) : undefined
}

/**
 * Whether somebody may have an answer, asked again whenever anything of it is handed to them (law 3). Once it is
 * shared: whoever asked, and who sits on the committee or keeps its tracker. Before: who gave or owes it, and its
 * clearer. An answer that is not public is never for an asker who does not sit on the committee.
 */
export async function isEntitledToAnswer(
  rows: CouncilRows,
  answer: AnswerAtHand,
  personId: string,
  today: string,
): Promise<boolean> {
  const { row } = answer
  if (answer.by?.id === personId || (await mayClear(rows, answer, personId, today))) return true
  if (await isClerk(rows, row.committeeId, personId)) return true
  if (await owes(rows, row, personId, today)) return true
  if (answer.sharedAt === undefined) return false
  const sits = await memberOn(rows.db, rows.councilId, row.committeeId, today, personId)
  if (sits && sits.kind !== 'substitute') return true
  return answer.access === 'public' && !row.isClosed && row.asker?.id === personId
}

/** Whether somebody clears an answer: the senior who was named, or their deputy while they are away. */
export async function mayClear(
  rows: CouncilRows,
  { clearer }: Pick<AnswerAtHand, 'clearer'>,
  personId: string,
  today: string,
): Promise<boolean> {
  return clearer !== undefined && (await answersForToday(rows, personId, today)).includes(clearer.id)
}

/** Whether nothing of an answer's words may go into Slack. */
export function isRestricted({ access, row }: Pick<AnswerAtHand, 'access' | 'row'>): boolean {
  return access !== 'public' || row.isClosed
}
