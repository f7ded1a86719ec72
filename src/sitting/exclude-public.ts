import type { Temporal } from 'temporal-polyfill'
import { isAfter, toDate, toInstant } from '../calendar/civil.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { exclusionMotion } from '../publications/exclusion-motion.ts'
import { closedAs } from '../publications/exclusion-rules.ts'
import { exclusionWords } from '../publications/exclusion-words.en.ts'
import { type ActOnSitting, notBefore, onSitting, type SittingRefusal } from './acting.ts'
import type { Business, SittingAtHand } from './at-hand.ts'
import { exclusionAt, exclusionsOfMeeting, markClosed } from './exclusions.ts'
import { isSitting } from './state-rules.ts'
import { nextItem } from './take-item.ts'
import { withinMinute } from './within-minute.ts'

/** The motion for the closed business that still waits or is under consideration. */
export interface MotionToExclude {
  /** Empty where nothing is closed. */
  readonly text: string
  /** It names every description that the resolution must state (LGA 1972 s100A(5)). */
  readonly isComplete: boolean
}

/** The motion as the Chair moves it, from the agenda: no more than everybody may be told stands in it. */
export async function motionToExclude(
  rows: CouncilRows,
  { meeting, business }: Pick<SittingAtHand, 'meeting' | 'business'>,
): Promise<MotionToExclude> {
  const { councilId, db } = rows
  const { nation } = await councilCalendar(rows)
  const ahead = business.filter(({ state }) => state === 'waiting' || state === 'current')
  const items = await db.agendaItem.findMany({
    where: { councilId, meetingId: meeting.id, id: { in: ahead.flatMap(({ itemId }) => itemId ?? []) } },
    orderBy: { position: 'asc' },
  })
  const closed = items.flatMap((item) => {
    const as = closedAs(item, nation)
    return as ? [{ number: item.number, closed: as }] : []
  })
  return {
    text: exclusionMotion(closed)
      .filter((line) => line !== exclusionWords.motion.readmit())
      .join('\n'),
    isComplete: closed.every(
      (one) => one.closed.access === 'confidential' || one.closed.paragraphs.length > 0,
    ),
  }
}

export interface ExcludePublic extends ActOnSitting {
  /** The business in which it was moved; what is under consideration, or comes next, where it is left out. */
  readonly recordId?: string | undefined
  /** As it was moved, where that differs from what the agenda gives. */
  readonly text?: string | undefined
}

/**
 * - `excluded-already`: the public is out
 * - `no-motion`: nothing on the agenda is closed, so the clerk must say what was moved
 * - `description-missing`: the resolution must state the description of Schedule 12A (LGA 1972 s100A(5))
 * - `item-gone`: there is no business in which it could have been moved
 */
export type ExclusionRefusal =
  | SittingRefusal
  | { readonly code: 'excluded-already' | 'no-motion' | 'description-missing' | 'item-gone' }

/** The public is excluded by a motion that was agreed without a vote. */
export async function excludePublic(
  house: House,
  act: ExcludePublic,
): Promise<Outcome<{ readonly text: string }, ExclusionRefusal>> {
  return onSitting<{ readonly text: string }, ExclusionRefusal>(house, act, async ({ tx, sitting, at }) => {
    if (exclusionAt(await exclusionsOfMeeting(tx, act.meetingId), at))
      return refused({ code: 'excluded-already' })
    const made = await motionToExclude(tx, sitting)
    const text = act.text ?? made.text
    if (text === '') return refused({ code: 'no-motion' })
    if (act.text === undefined && !made.isComplete) return refused({ code: 'description-missing' })
    const recordId = act.recordId ?? underConsideration(sitting, at)?.recordId
    if (!sitting.business.some((one) => one.recordId === recordId) || recordId === undefined)
      return refused({ code: 'item-gone' })
    const where = { councilId: tx.councilId, recordId }
    const { _max } = await tx.db.motion.aggregate({ where, _max: { number: true } })
    await tx.db.motion.create({
      data: {
        ...where,
        meetingId: act.meetingId,
        kind: 'exclusion',
        number: (_max.number ?? 0) + 1,
        text,
        substantive: text,
        state: 'carried',
        at: toDate(at),
        enteredAt: toDate(tx.now),
        byId: act.by,
      },
    })
    await recordExclusion(tx, sitting, { recordId, text, at })
    return done({ text })
  })
}

/** The business of an instant: what is considered, where it was begun by then; else what was begun last before it. */
function underConsideration(
  { business, current, state }: SittingAtHand,
  at: Temporal.Instant,
): Business | undefined {
  const until = withinMinute(at)
  const isBegun = ({ startedAt }: Business) => startedAt !== undefined && !isAfter(startedAt, until)
  if (current && isSitting(state) && isBegun(current)) return current
  const begun = business.filter(isBegun).toSorted((one, other) => (one.taken ?? 0) - (other.taken ?? 0))
  return begun.at(-1) ?? current ?? nextItem(business)
}

/** Put on record that the public was excluded, by whatever vote; what is begun from then on is closed business. */
export async function recordExclusion(
  tx: Tx,
  sitting: Pick<SittingAtHand, 'meeting'>,
  of: {
    readonly recordId: string
    readonly text: string
    readonly at: Temporal.Instant
    readonly voteId?: string
  },
): Promise<void> {
  const { id: meetingId, committeeId } = sitting.meeting
  await tx.db.publicExclusion.create({
    data: {
      councilId: tx.councilId,
      meetingId,
      recordId: of.recordId,
      voteId: of.voteId ?? null,
      text: of.text,
      at: toDate(of.at),
      enteredAt: toDate(tx.now),
      byId: tx.by,
    },
  })
  tx.audit(
    'sitting.public-excluded',
    { meeting: meetingId, item: of.recordId, at: of.at.toString() },
    committeeId,
  )
  await markClosed(tx, meetingId, of.at)
}

/** - `public-there`: the public was not excluded at that time */
export type ReadmitRefusal = SittingRefusal | { readonly code: 'public-there' }

/** The public is let in again. */
export async function readmitPublic(
  house: House,
  act: ActOnSitting,
): Promise<Outcome<undefined, ReadmitRefusal>> {
  return onSitting<undefined, ReadmitRefusal>(house, act, async ({ tx, sitting, at: given }) => {
    const exclusions = await exclusionsOfMeeting(tx, act.meetingId)
    const standing = exclusions.find(({ readmittedAt }) => readmittedAt === undefined)
    const at = standing && notBefore(given, standing.at)
    if (!standing || !at) return refused({ code: 'public-there' })
    await tx.db.publicExclusion.update({
      where: { id: standing.id, councilId: tx.councilId },
      data: { readmittedAt: toDate(at) },
    })
    tx.audit(
      'sitting.public-readmitted',
      { meeting: act.meetingId, at: at.toString() },
      sitting.meeting.committeeId,
    )
    await markClosed(tx, act.meetingId, standing.at, { opens: true })
    return done(undefined)
  })
}

/** - `exclusion-gone`: it was struck meanwhile */
export type StrikeExclusionRefusal = SittingRefusal | { readonly code: 'exclusion-gone' }

/** Take back an exclusion that was entered by mistake, with its motion: both stay, the one struck, the other withdrawn. */
export async function strikeExclusion(
  house: House,
  act: ActOnSitting & { readonly exclusionId: string },
): Promise<Outcome<undefined, StrikeExclusionRefusal>> {
  return onSitting<undefined, StrikeExclusionRefusal>(house, act, async ({ tx, sitting }) => {
    const where = { councilId: tx.councilId, meetingId: act.meetingId }
    const row = await tx.db.publicExclusion.findFirst({
      where: { ...where, id: act.exclusionId, struckAt: null },
    })
    if (!row) return refused({ code: 'exclusion-gone' })
    // A motion that was voted on is corrected where votes are.
    if (row.voteId === null)
      await tx.db.motion.updateMany({
        where: { ...where, recordId: row.recordId, kind: 'exclusion', state: 'carried', at: row.at },
        data: { state: 'withdrawn', version: { increment: 1 } },
      })
    await strikeWithin(tx, sitting, row)
    return done(undefined)
  })
}

/** The vote that excluded the public is corrected: they were not excluded by it. */
export async function strikeExclusionBy(
  tx: Tx,
  sitting: Pick<SittingAtHand, 'meeting'>,
  motionId: string,
): Promise<void> {
  const { councilId, db } = tx
  const votes = await db.vote.findMany({ where: { councilId, motionId }, select: { id: true } })
  const rows = await db.publicExclusion.findMany({
    where: { councilId, voteId: { in: votes.map(({ id }) => id) }, struckAt: null },
  })
  for (const row of rows) await strikeWithin(tx, sitting, row)
}

async function strikeWithin(
  tx: Tx,
  { meeting }: Pick<SittingAtHand, 'meeting'>,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<void> {
  await tx.db.publicExclusion.update({
    where: { id, councilId: tx.councilId },
    data: { struckAt: toDate(tx.now), struckById: tx.by },
  })
  tx.audit('sitting.exclusion-struck', { meeting: meeting.id, exclusion: id }, meeting.committeeId)
  await markClosed(tx, meeting.id, toInstant(at), { opens: true })
}
