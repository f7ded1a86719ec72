import { columnOfDate, toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type CallInOutcome, hasLapsed } from './call-in-rules.ts'
import { type CallInRow, callInAtHand, lockCallIn, refreshCallIn, todayOf } from './call-ins.ts'
import { programmeMeeting } from './entries.ts'
import { type PlaceRefusal, whyNotMeeting } from './rules.ts'

export interface OfCallIn {
  readonly by: string
  readonly callInId: string
  /** As it was shown. */
  readonly version: number
}

/**
 * - `call-in-gone`: there is no such decision
 * - `call-in-changed`: it was changed since it was shown; look at it again
 * - `not-a-clerk`: the committee's clerks keep it
 * - `not-called`: too few have asked
 * - `settled`: it was found invalid, or has been heard
 * - `reason-missing`: say why
 */
export type SettleRefusal = {
  readonly code:
    | 'call-in-gone'
    | 'call-in-changed'
    | 'not-a-clerk'
    | 'not-called'
    | 'settled'
    | 'reason-missing'
}

async function onCallIn<R extends { readonly code: string }>(
  house: House,
  act: OfCallIn,
  work: (tx: Tx, callIn: CallInRow) => Promise<Outcome<undefined, R | SettleRefusal>>,
): Promise<Outcome<undefined, R | SettleRefusal>> {
  return house.transact<Outcome<undefined, R | SettleRefusal>>(act.by, async (tx) => {
    await lockCallIn(tx, act.callInId)
    const callIn = await callInAtHand(tx, act.callInId)
    if (!callIn) return refused({ code: 'call-in-gone' })
    if (!(await isClerk(tx, callIn.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    if (callIn.version !== act.version) return refused({ code: 'call-in-changed' })
    const outcome = await work(tx, callIn)
    if (outcome.ok) await refreshCallIn(tx, callIn.id)
    return outcome
  })
}

/** The proper officer finds a call-in not valid, with the reason: it ends there. */
export async function findInvalid(
  house: House,
  act: OfCallIn & { readonly why: string },
): Promise<Outcome<undefined, SettleRefusal>> {
  return onCallIn<SettleRefusal>(house, act, async (tx, callIn) => {
    if (callIn.state === 'invalid' || callIn.state === 'heard') return refused({ code: 'settled' })
    if (act.why === '') return refused({ code: 'reason-missing' })
    await change(tx, callIn, { state: 'invalid', outcomeWhy: act.why })
    tx.audit('call-in.found-invalid', { callIn: callIn.id, was: callIn.state }, callIn.committeeId)
    return done(undefined)
  })
}

/** Take the finding back: it stands again as it did, by its requests and its window. */
export async function takeBackInvalid(
  house: House,
  act: OfCallIn,
): Promise<Outcome<undefined, SettleRefusal>> {
  return onCallIn<SettleRefusal>(house, act, async (tx, callIn) => {
    if (callIn.state !== 'invalid') return refused({ code: 'settled' })
    const open = { state: 'open' as const, closesOn: callIn.closesOn }
    const state = callIn.calledAt
      ? 'called'
      : hasLapsed(open, todayOf(tx, house.timeZone))
        ? 'lapsed'
        : 'open'
    await change(tx, callIn, { state, outcomeWhy: '' })
    tx.audit('call-in.finding-taken-back', { callIn: callIn.id, is: state }, callIn.committeeId)
    return done(undefined)
  })
}

/** Put it down for the meeting that hears it. Later than the rule wants is shown, and not refused. */
export async function scheduleCallIn(
  house: House,
  act: OfCallIn & { readonly meetingId: string },
): Promise<Outcome<undefined, SettleRefusal | PlaceRefusal>> {
  return onCallIn<SettleRefusal | PlaceRefusal>(house, act, async (tx, callIn) => {
    if (callIn.state === 'invalid' || callIn.state === 'heard') return refused({ code: 'settled' })
    if (callIn.state !== 'called') return refused({ code: 'not-called' })
    const { meetingId } = act
    const meeting = await programmeMeeting(tx, callIn.committeeId, meetingId)
    const wrong = whyNotMeeting({ to: 'meeting', meetingId }, meeting, tx.now)
    if (wrong) return refused(wrong)
    await change(tx, callIn, { meetingId })
    tx.audit('call-in.scheduled', { callIn: callIn.id, meeting: meetingId }, callIn.committeeId)
    return done(undefined)
  })
}

/** What the committee made of it, by its minute. Recorded again it is put right, and the trail says so. */
export async function recordHearing(
  house: House,
  act: OfCallIn & { readonly outcome: CallInOutcome; readonly why: string; readonly minute: string },
): Promise<Outcome<undefined, SettleRefusal>> {
  return onCallIn<SettleRefusal>(house, act, async (tx, callIn) => {
    if (callIn.state === 'invalid') return refused({ code: 'settled' })
    if (callIn.state !== 'called' && callIn.state !== 'heard') return refused({ code: 'not-called' })
    const { outcome, why, minute } = act
    if (why === '') return refused({ code: 'reason-missing' })
    await change(tx, callIn, { state: 'heard', outcome, outcomeWhy: why, outcomeMinute: minute })
    tx.audit('call-in.heard', { callIn: callIn.id, outcome, was: callIn.outcome ?? null }, callIn.committeeId)
    return done(undefined)
  })
}

/** Windows that have ended without enough requests: looked at every minute, each lapses once. */
export async function lapseCallIns(house: House): Promise<number> {
  const { councilId } = house
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate()
  const due = await house.db.callIn.findMany({
    where: { councilId, state: 'open', closesOn: { lt: columnOfDate(today.toString()) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let lapsed = 0
  for (const { id } of due)
    lapsed += await house.transact(SCRUTINEER, async (tx) => {
      await lockCallIn(tx, id)
      const callIn = await callInAtHand(tx, id)
      if (!callIn || !hasLapsed(callIn, todayOf(tx, house.timeZone))) return 0
      await change(tx, callIn, { state: 'lapsed' })
      tx.audit(
        'call-in.lapsed',
        { callIn: id, asked: callIn.requests.length, at: toDate(tx.now).toISOString() },
        callIn.committeeId,
      )
      await refreshCallIn(tx, id)
      return 1
    })
  return lapsed
}

async function change(tx: Tx, { id }: CallInRow, data: Prisma.CallInUncheckedUpdateInput): Promise<void> {
  await tx.db.callIn.update({
    where: { id, councilId: tx.councilId },
    data: { ...data, version: { increment: 1 } },
  })
}
