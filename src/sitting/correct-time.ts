import type { Temporal } from 'temporal-polyfill'
import { isAfter, toDate, toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'
import { type SittingAtHand, sittingAtHand } from './at-hand.ts'
import { lastEntered } from './last-entered.ts'
import { opensFrom } from './opening-rules.ts'
import { recordRoll } from './record-roll.ts'
import type { StateChange } from './state-rules.ts'

/** When the meeting began, was interrupted, went on or ended, as it stands now. */
export interface TimeOfSitting {
  readonly id: string
  readonly kind: 'opened' | StateChange
  readonly at: Temporal.Instant
  readonly note: string
}

/** The times of a sitting that are not struck, in the order in which they happened. */
export async function timesOfSitting(rows: CouncilRows, sittingId: string): Promise<TimeOfSitting[]> {
  const acts = await rows.db.sittingAct.findMany({
    where: { councilId: rows.councilId, sittingId, struckAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return acts.map(({ id, kind, at, note }) => ({ id, kind, at: toInstant(at), note }))
}

export interface CorrectTime extends ActOnSitting {
  readonly actId: string
  /** When it truly was. */
  readonly at: Temporal.Instant
}

/**
 * - `time-gone`: another clerk has corrected it meanwhile
 * - `before-last`: what came before it, or during it, is entered later than this
 * - `after-next`: what came after it is entered earlier than this
 * - `began-too-early`: no meeting begins more than an hour before its time
 */
export type TimeRefusal =
  | SittingRefusal
  | { readonly code: 'time-gone' | 'began-too-early' }
  | { readonly code: 'before-last'; readonly last: Temporal.Instant }
  | { readonly code: 'after-next'; readonly next: Temporal.Instant }

/** A time was entered wrongly: it is struck, stays in the record as struck, and the true one stands beside it. */
export async function correctTime(
  house: House,
  act: CorrectTime,
): Promise<Outcome<{ readonly already: boolean }, TimeRefusal>> {
  return onSitting<{ readonly already: boolean }, TimeRefusal>(house, act, async ({ tx, sitting, at }) => {
    const times = await timesOfSitting(tx, sitting.id)
    const place = times.findIndex(({ id }) => id === act.actId)
    const wrong = times[place]
    if (!wrong) return refused({ code: 'time-gone' })
    if (wrong.at.equals(at)) return done({ already: true })
    const refusal = await whyNotThen(tx, sitting, { times, place, at })
    if (refusal) return refused(refusal)
    await rewrite(tx, sitting, wrong, at)
    tx.audit(
      'sitting.time-corrected',
      { meeting: act.meetingId, kind: wrong.kind, was: wrong.at.toString(), at: at.toString() },
      sitting.meeting.committeeId,
    )
    const corrected = await sittingAtHand(tx, act.meetingId)
    if (corrected?.closedAt) await recordRoll(tx, corrected)
    return done({ already: false })
  })
}

interface Wanted {
  readonly times: readonly TimeOfSitting[]
  readonly place: number
  readonly at: Temporal.Instant
}

async function whyNotThen(
  tx: Tx,
  sitting: SittingAtHand,
  { times, place, at }: Wanted,
): Promise<TimeRefusal | undefined> {
  const [before, wrong, after] = [times[place - 1], times[place], times[place + 1]]
  if (wrong?.kind === 'opened') {
    if (isAfter(opensFrom(sitting.meeting), at)) return { code: 'began-too-early' }
    const first = firstAfter(sitting)
    if (first && isAfter(at, first)) return { code: 'after-next', next: first }
  }
  const isEnd = wrong !== undefined && after === undefined && sitting.closedAt !== undefined
  const last = isEnd ? await lastEntered(tx, sitting, wrong) : before?.at
  if (last && isAfter(last, at)) return { code: 'before-last', last }
  return after && isAfter(at, after.at) ? { code: 'after-next', next: after.at } : undefined
}

/** Nothing is considered, and nobody leaves, before the meeting begins. */
function firstAfter({ business, roll }: SittingAtHand): Temporal.Instant | undefined {
  const times = [
    ...business.flatMap(({ startedAt }) => startedAt ?? []),
    ...roll.flatMap(({ kind, at }) => (kind === 'left' ? [at] : [])),
  ]
  return times.reduce<Temporal.Instant | undefined>(
    (first, one) => (first === undefined || isAfter(first, one) ? one : first),
    undefined,
  )
}

async function rewrite(
  tx: Tx,
  sitting: SittingAtHand,
  wrong: TimeOfSitting,
  at: Temporal.Instant,
): Promise<void> {
  const { councilId, by, now } = tx
  await tx.db.sittingAct.update({
    where: { id: wrong.id, councilId },
    data: { struckAt: toDate(now), struckById: by },
  })
  const { kind, note } = wrong
  await tx.db.sittingAct.create({
    data: { councilId, sittingId: sitting.id, kind, note, at: toDate(at), enteredAt: toDate(now), byId: by },
  })
  if (kind === 'opened') await moveBeginning(tx, sitting, wrong.at, at)
  const isEnd = sitting.closedAt?.equals(wrong.at) && (kind === 'closed' || kind === 'inquorate')
  if (isEnd) await moveEnd(tx, sitting, wrong.at, at)
  await tx.db.sitting.update({
    where: { id: sitting.id, councilId },
    data: {
      version: { increment: 1 },
      ...(kind === 'opened' ? { openedAt: toDate(at) } : {}),
      ...(isEnd ? { closedAt: toDate(at) } : {}),
    },
  })
}

/** Who was there when it began was there when it truly began, and whoever took the chair then as well. */
async function moveBeginning(
  tx: Tx,
  { meeting }: SittingAtHand,
  was: Temporal.Instant,
  at: Temporal.Instant,
): Promise<void> {
  const { councilId, by, now } = tx
  const since = isAfter(was, at) ? at : was
  const within = { gte: toDate(since), lte: toDate(was) }
  const where = { councilId, meetingId: meeting.id, struckAt: null, at: within }
  const struck = { struckAt: toDate(now), struckById: by }
  const entered = { at: toDate(at), enteredAt: toDate(now), byId: by }
  const roll = await tx.db.rollEntry.findMany({ where: { ...where, kind: 'arrived' } })
  await tx.db.rollEntry.updateMany({ where: { ...where, kind: 'arrived' }, data: struck })
  await tx.db.rollEntry.createMany({
    data: roll.map(({ meetingId, personId, kind, mode, forId }) => ({
      ...{ councilId, meetingId, personId, kind, mode, forId },
      ...entered,
    })),
  })
  const chairs = await tx.db.presiding.findMany({ where })
  await tx.db.presiding.updateMany({ where, data: struck })
  await tx.db.presiding.createMany({
    data: chairs.map(({ meetingId, personId, recordId }) => ({
      ...{ councilId, meetingId, personId, recordId },
      ...entered,
    })),
  })
}

/** The item under consideration ended with the meeting. */
async function moveEnd(
  tx: Tx,
  { meeting }: SittingAtHand,
  was: Temporal.Instant,
  at: Temporal.Instant,
): Promise<void> {
  await tx.db.itemRecord.updateMany({
    where: { councilId: tx.councilId, meetingId: meeting.id, endedAt: toDate(was) },
    data: { endedAt: toDate(at), version: { increment: 1 } },
  })
}
