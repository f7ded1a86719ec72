import { createHash } from 'node:crypto'
import { toDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type AddressRefusal, plainAddress, whyNotAddress } from '../publications/restricted-address-rules.ts'
import type { AnswerAccess } from './answers.ts'
import { lapseWishes } from './lapse-wishes.ts'
import { leavesOn } from './leaves.ts'
import { acknowledge } from './note-seen.ts'
import { type ActOnOwed, type OwedRefusal, onOwed } from './owner-acting.ts'
import { clearanceMessage } from './owner-messages.ts'
import { trackerSettingsOf } from './settings.ts'
import { shareAnswer } from './share-answer.ts'
import { isLive } from './state-rules.ts'
import type { TrackedRow } from './types.ts'

/** A briefing note is text; what is larger belongs on the council's site. */
export const LARGEST_NOTE_MB = 20
/** What a note is given as. */
export const NOTE_TYPES = ['pdf', 'doc', 'docx', 'odt', 'rtf', 'xls', 'xlsx', 'csv', 'txt'] as const

export interface GiveAnswer extends ActOnOwed {
  readonly access: AnswerAccess
  /** Of a public answer. */
  readonly text: string
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | undefined
  /** On the council's restricted site, of one that is not public. */
  readonly address: string
  /** Who clears it, where the committee wants that and no head of service is known. */
  readonly clearerId: string | undefined
}

/**
 * - `nothing-said`: a sentence, or a file
 * - `no-file-here`: of what is not public Scrutineer takes no words and no file
 * - `closed-row`: what was asked in closed business is not answered in public
 * - `clearer-missing`: the committee wants answers cleared, and nobody is known to clear this one
 * - the refusals of an address that cannot be sent
 */
export type AnswerRefusal =
  | OwedRefusal
  | { readonly code: 'nothing-said' | 'no-file-here' | 'closed-row' | 'clearer-missing' }
  | { readonly code: 'address'; readonly why: AddressRefusal }

export interface AnswerReceipt {
  readonly answerId: string
  /** Who has it first; it was sent on at once where nobody has. */
  readonly clearer: string | undefined
}

/**
 * Answer what was asked. Where the committee wants answers cleared, a named senior has it first; else it is on its way
 * to the asker and the members at once. A correction is another answer, and the earlier one stays.
 */
export async function giveAnswer(
  house: House,
  act: GiveAnswer,
): Promise<Outcome<AnswerReceipt, AnswerRefusal>> {
  return onOwed<AnswerReceipt, AnswerRefusal>(house, act, async ({ tx, row, today }) => {
    if (!isLive(row)) return refused({ code: 'row-over' })
    const wrong = whyNotAnswer(act, row)
    if (wrong) return refused(wrong)
    const { needsClearance } = await trackerSettingsOf(tx, row.committeeId)
    const clearer = needsClearance ? await clearerOf(tx, row, act) : undefined
    if (needsClearance && clearer === undefined) return refused({ code: 'clearer-missing' })
    // Who would clear it gives it themselves.
    const isCleared = clearer === act.by
    const answerId = await storeAnswer(tx, row, act, {
      clearance: !needsClearance ? 'notNeeded' : isCleared ? 'cleared' : 'waiting',
      clearerId: clearer,
    })
    await acknowledge(tx, row)
    await lapseWishes(tx, row.id)
    tx.audit(
      'tracker.answered',
      { row: row.id, answer: answerId, access: act.access, file: act.file !== undefined },
      row.committeeId,
    )
    if (clearer === undefined || isCleared) {
      await shareAnswer(tx, answerId, today)
      return done({ answerId, clearer: undefined })
    }
    const away = await leavesOn(tx, today, [clearer])
    const to = away.get(clearer)?.deputy?.id ?? clearer
    await tx.show(clearanceMessage({ answerId, committeeId: row.committeeId, personId: to }))
    return done({ answerId, clearer: to })
  })
}

function whyNotAnswer(act: GiveAnswer, row: TrackedRow): AnswerRefusal | undefined {
  if (act.access === 'public') {
    if (row.isClosed) return { code: 'closed-row' }
    return act.text === '' && !act.file ? { code: 'nothing-said' } : undefined
  }
  if (act.text !== '' || act.file) return { code: 'no-file-here' }
  const why = whyNotAddress(act.address)
  return why && { code: 'address', why }
}

/** Who clears an answer to a row without being chosen: its head of service, else that of whoever owes it. */
export async function clearerKnown(
  { councilId, db }: CouncilRows,
  row: Pick<TrackedRow, 'owners'>,
): Promise<string | undefined> {
  const head = row.owners.find(({ role, person }) => role === 'head' && person?.slackUserId)
  if (head?.person) return head.person.id
  const owners = row.owners.flatMap(({ person }) => person?.id ?? [])
  const lines = await db.serviceLine.findMany({
    where: { councilId, personId: { in: owners } },
    orderBy: { id: 'asc' },
    select: { headId: true },
  })
  const onSlack = await db.person.findMany({
    where: { councilId, id: { in: lines.map(({ headId }) => headId) }, slackUserId: { not: null } },
    select: { id: true },
  })
  // Somebody without Slack would never hear that it waits for them.
  return lines.find(({ headId }) => onSlack.some(({ id }) => id === headId))?.headId
}

async function clearerOf(tx: Tx, row: TrackedRow, act: GiveAnswer): Promise<string | undefined> {
  const known = await clearerKnown(tx, row)
  if (known !== undefined || act.clearerId === undefined || act.clearerId === act.by) return known
  const chosen = await tx.db.person.findFirst({
    where: { councilId: tx.councilId, id: act.clearerId, slackUserId: { not: null } },
    select: { id: true },
  })
  return chosen?.id
}

async function storeAnswer(
  tx: Tx,
  row: TrackedRow,
  act: GiveAnswer,
  of: { readonly clearance: 'notNeeded' | 'waiting' | 'cleared'; readonly clearerId: string | undefined },
): Promise<string> {
  const { councilId } = tx
  const last = await tx.db.trackerAnswer.aggregate({
    where: { councilId, rowId: row.id },
    _max: { number: true },
  })
  // What waited is overtaken by the next answer: nobody clears it any more.
  await tx.db.trackerAnswer.updateMany({
    where: { councilId, rowId: row.id, clearance: 'waiting' },
    data: { clearance: 'sentBack', clearedAt: toDate(tx.now), version: { increment: 1 } },
  })
  const { file } = act
  const isPublic = act.access === 'public'
  const { id } = await tx.db.trackerAnswer.create({
    data: {
      councilId,
      rowId: row.id,
      number: (last._max.number ?? 0) + 1,
      text: act.text,
      access: act.access,
      fileName: file?.name ?? '',
      sha256: file ? createHash('sha256').update(file.bytes).digest('hex') : '',
      bytes: file ? Buffer.from(file.bytes) : null,
      address: isPublic ? '' : plainAddress(act.address),
      clearance: of.clearance,
      clearerId: of.clearerId ?? null,
      clearedAt: of.clearance === 'cleared' ? toDate(tx.now) : null,
      at: toDate(tx.now),
      byId: act.by,
    },
  })
  return id
}

/** The file of an answer, for whoever may have it. */
export async function noteOf(
  house: House,
  answerId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const row = await house.db.trackerAnswer.findFirst({
    where: { councilId: house.councilId, id: answerId, access: 'public' },
    select: { fileName: true, bytes: true },
  })
  return row?.bytes ? { name: row.fileName, bytes: new Uint8Array(row.bytes) } : undefined
}
