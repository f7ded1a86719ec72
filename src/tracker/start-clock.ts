import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnRow, onRow, type RowRefusal } from './acting.ts'
import { type Clock, type ClockStart, clockFrom, clocksOfNation, type HealthContent } from './clock-rules.ts'
import { ruleInShort } from './clock-words.en.ts'
import type { WhyMissing } from './drop-row.ts'
import { isLive } from './state-rules.ts'
import type { TrackedRow } from './types.ts'

/**
 * - `not-in-nation`: the law of this nation knows no such clock
 * - `nothing-started`: no notice was sent, or the council has no rule of its own
 * - `not-yet`: what starts it lies in the future
 * - `before-it-was-made`: nobody was asked before the committee did
 * - `runs-already`: strike the one that runs first
 */
export interface ClockRefusal {
  readonly code: 'not-in-nation' | 'nothing-started' | 'not-yet' | 'before-it-was-made' | 'runs-already'
}

export interface StartClock extends ActOnRow {
  /** What it runs from; the executive's is started by its notice alone (`send-notice.ts`). */
  readonly start: Exclude<ClockStart, { readonly kind: 'executive' }>
  /** Of a request to a health body: what it says. */
  readonly contents?: readonly HealthContent[] | undefined
}

/** Start a time that runs for an answer, from the act that the law or the council's rule counts from. */
export async function startClock(
  house: House,
  act: StartClock,
): Promise<Outcome<Clock, RowRefusal | ClockRefusal>> {
  return onRow<Clock, ClockRefusal>(house, act, async ({ tx, row }) => {
    const { nation, holidays } = await councilCalendar(tx)
    if (!isLive(row)) return refused({ code: 'row-over' })
    if (!clocksOfNation(nation).includes(act.start.kind)) return refused({ code: 'not-in-nation' })
    const today = civilDate(tx.now, house.timeZone).toString()
    const wrong = whyNotFrom(act.start.on, row, today)
    if (wrong) return refused(wrong)
    if (await runs(tx, row.id, act.start.kind)) return refused({ code: 'runs-already' })
    const clock = clockFrom(act.start, holidays)
    if (!clock) return refused({ code: 'nothing-started' })
    await addClock(tx, row, clock)
    tx.audit(
      'tracker.clock-started',
      {
        row: row.id,
        reference: row.reference,
        kind: clock.kind,
        from: act.start.on,
        due: clock.end.lastDay.toString(),
        ...(act.contents ? { contents: [...act.contents] } : {}),
      },
      row.committeeId,
    )
    return done(clock)
  })
}

/** Why a clock cannot run from a day; ISO civil dates. */
export function whyNotFrom(
  on: string,
  { metOn }: Pick<TrackedRow, 'metOn'>,
  today: string,
): ClockRefusal | undefined {
  if (on > today) return { code: 'not-yet' }
  return metOn !== undefined && on < metOn ? { code: 'before-it-was-made' } : undefined
}

/** Whether a clock of this kind runs for the row. */
export async function runs(tx: Tx, rowId: string, kind: Clock['kind']): Promise<boolean> {
  const where = { councilId: tx.councilId, rowId, kind, struckAt: null }
  return (await tx.db.trackerClock.count({ where })) > 0
}

/** Let a time run for a row, whose version goes up with it. */
export async function addClock(
  tx: Tx,
  row: Pick<TrackedRow, 'id'>,
  clock: Clock,
  noticeId?: string,
): Promise<void> {
  await tx.db.trackerClock.create({
    data: {
      councilId: tx.councilId,
      rowId: row.id,
      kind: clock.kind,
      startedOn: columnOfDate(clock.end.from.toString()),
      startedBy: clock.startedBy,
      dueOn: columnOfDate(clock.end.lastDay.toString()),
      rule: ruleInShort(clock),
      noticeId: noticeId ?? null,
      at: toDate(tx.now),
      byId: tx.by,
    },
  })
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId: tx.councilId },
    data: { version: { increment: 1 } },
  })
}

export interface StrikeClock extends ActOnRow {
  readonly clockId: string
  readonly why: string
}

/** What started it was entered wrongly: it runs no longer, and stays in the history, struck. Twice is once. */
export async function strikeClock(
  house: House,
  act: StrikeClock,
): Promise<Outcome<undefined, RowRefusal | WhyMissing>> {
  return onRow<undefined, WhyMissing>(house, act, async ({ tx, row }) => {
    if (act.why === '') return refused({ code: 'why-missing' })
    const { councilId } = tx
    const { count } = await tx.db.trackerClock.updateMany({
      where: { councilId, rowId: row.id, id: act.clockId, struckAt: null },
      data: { struckAt: toDate(tx.now), struckWhy: act.why },
    })
    if (count === 0) return done(undefined)
    await strikeEmptyNotices(tx, row.committeeId)
    await tx.db.trackerRow.update({ where: { id: row.id, councilId }, data: { version: { increment: 1 } } })
    const facts = { row: row.id, reference: row.reference, clock: act.clockId }
    tx.audit('tracker.clock-struck', facts, row.committeeId)
    return done(undefined)
  })
}

/** A notice by which no time runs any more was one entered by mistake. */
async function strikeEmptyNotices(tx: Tx, committeeId: string): Promise<void> {
  const { councilId } = tx
  const standing = await tx.db.responseNotice.findMany({
    where: { councilId, committeeId, struckAt: null },
    select: { id: true },
  })
  const running = await tx.db.trackerClock.findMany({
    where: { councilId, noticeId: { in: standing.map(({ id }) => id) }, struckAt: null },
    select: { noticeId: true },
  })
  const runningIds = new Set(running.map(({ noticeId }) => noticeId))
  await tx.db.responseNotice.updateMany({
    where: {
      councilId,
      committeeId,
      id: { in: standing.map(({ id }) => id).filter((id) => !runningIds.has(id)) },
    },
    data: { struckAt: toDate(tx.now) },
  })
}
