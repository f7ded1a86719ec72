import { Temporal } from 'temporal-polyfill'
import { columnOfDate, instantOf, toDate } from '../calendar/civil.ts'
import type { PeriodEnd } from '../calendar/periods.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { isClerk, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { meetingClock, type RequestRefusal, whyNotRequest } from './call-in-rules.ts'
import {
  type CallInRow,
  callInAtHand,
  lastAsked,
  lockCallIn,
  placesOf,
  refreshCallIn,
  requesterOf,
  todayOf,
} from './call-ins.ts'
import { callInMade } from './messages.ts'

export interface RequestCallIn {
  readonly by: string
  readonly callInId: string
  /** Who asks; a clerk may enter it for them. */
  readonly personId: string
  readonly grounds: readonly string[]
  readonly reason: string
  /** ISO civil date on which a clerk received it; today where it is left out. */
  readonly on?: string | undefined
}

/**
 * - `call-in-gone`: there is no such decision
 * - `not-a-clerk`: only a clerk enters it for somebody else, or on another day
 * - `in-future`: the day has not come
 */
export type AskRefusal = RequestRefusal | { readonly code: 'call-in-gone' | 'not-a-clerk' | 'in-future' }

export interface RequestReceipt {
  readonly asked: number
  readonly needed: number
  /** When enough have asked: by when the committee meets, with the working. */
  readonly meet: PeriodEnd | undefined
}

/** Ask for a decision to be called in. Asking twice counts once; the later grounds stand. */
export async function requestCallIn(
  house: House,
  act: RequestCallIn,
): Promise<Outcome<RequestReceipt, AskRefusal>> {
  return house.transact<Outcome<RequestReceipt, AskRefusal>>(act.by, async (tx) => {
    await lockCallIn(tx, act.callInId)
    const callIn = await callInAtHand(tx, act.callInId)
    if (!callIn) return refused({ code: 'call-in-gone' })
    const today = todayOf(tx, house.timeZone)
    const on = act.on === undefined ? today : Temporal.PlainDate.from(act.on)
    const isOwn = act.by === act.personId && on.equals(today)
    if (!isOwn && !(await isClerk(tx, callIn.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    if (Temporal.PlainDate.compare(on, today) > 0) return refused({ code: 'in-future' })
    const who = await requesterOf(tx, act.personId, on.toString())
    const wrong = whyNotRequest(callIn, who, { ...act, on })
    if (wrong) return refused(wrong)
    await storeRequest(tx, act, on.equals(today) ? tx.now : instantOf(on.toString(), '12:00', house.timeZone))
    tx.audit(
      'call-in.requested',
      { callIn: callIn.id, person: act.personId, on: on.toString(), relayed: !isOwn },
      callIn.committeeId,
    )
    return done(await counted(tx, callIn.id, house.timeZone))
  })
}

async function storeRequest(tx: Tx, act: RequestCallIn, at: Temporal.Instant): Promise<void> {
  const { councilId } = tx
  const { callInId, personId } = act
  const said = {
    grounds: [...act.grounds],
    reason: act.reason,
    at: toDate(at),
    byId: act.by,
    withdrawnAt: null,
  }
  await tx.db.callInRequest.upsert({
    where: { councilId_callInId_personId: { councilId, callInId, personId } },
    create: { councilId, callInId, personId, ...said },
    update: said,
  })
}

/** Count who has asked: with enough the decision is called in, and the committee's time to meet begins. */
async function counted(tx: Tx, callInId: string, timeZone: string): Promise<RequestReceipt> {
  const callIn = await callInAtHand(tx, callInId)
  if (!callIn) throw new Error(`the call-in ${callInId} is held and yet gone`)
  const [asked, needed] = [callIn.requests.length, callIn.rule.requesters]
  const { holidays } = await councilCalendar(tx)
  const meet = asked < needed ? undefined : meetingClock(lastAsked(callIn, timeZone), callIn.rule, holidays)
  if (meet) await call(tx, callIn, meet)
  await refreshCallIn(tx, callInId)
  return { asked, needed, meet }
}

async function call(tx: Tx, { id, committeeId }: CallInRow, meet: PeriodEnd): Promise<void> {
  const { councilId } = tx
  await tx.db.callIn.update({
    where: { id, councilId },
    data: {
      state: 'called',
      calledAt: toDate(tx.now),
      meetBy: columnOfDate(meet.lastDay.toString()),
      version: { increment: 1 },
    },
  })
  tx.audit('call-in.called', { callIn: id, meetBy: meet.lastDay.toString() }, committeeId)
  const { clerksChannelId } = await placesOf(tx, committeeId)
  for (const recipient of await clerksAddress(tx, { committeeId, clerksChannelId }))
    await tx.show(callInMade({ callInId: id, committeeId, recipient }))
  const today = meet.from.toString()
  const chair = (await membersOn(tx.db, councilId, committeeId, today)).find(
    ({ office }) => office === 'chair',
  )
  if (chair?.person.slackUserId !== undefined)
    await tx.show(callInMade({ callInId: id, committeeId, recipient: { person: chair.person.id } }))
}

/**
 * - `not-asked`: no request of theirs stands
 * - `called-already`: enough had asked, and the decision is called in
 */
export type WithdrawRefusal = {
  readonly code: 'call-in-gone' | 'not-asked' | 'called-already' | 'not-a-clerk'
}

/** Take a request back while the decision is not called in. */
export async function withdrawRequest(
  house: House,
  act: Pick<RequestCallIn, 'by' | 'callInId' | 'personId'>,
): Promise<Outcome<undefined, WithdrawRefusal>> {
  return house.transact<Outcome<undefined, WithdrawRefusal>>(act.by, async (tx) => {
    await lockCallIn(tx, act.callInId)
    const callIn = await callInAtHand(tx, act.callInId)
    if (!callIn) return refused({ code: 'call-in-gone' })
    if (act.by !== act.personId && !(await isClerk(tx, callIn.committeeId, act.by)))
      return refused({ code: 'not-a-clerk' })
    if (callIn.state !== 'open' && callIn.state !== 'lapsed') return refused({ code: 'called-already' })
    const { count } = await tx.db.callInRequest.updateMany({
      where: { councilId: tx.councilId, callInId: callIn.id, personId: act.personId, withdrawnAt: null },
      data: { withdrawnAt: toDate(tx.now) },
    })
    if (count === 0) return refused({ code: 'not-asked' })
    tx.audit('call-in.request-withdrawn', { callIn: callIn.id, person: act.personId }, callIn.committeeId)
    await refreshCallIn(tx, callIn.id)
    return done(undefined)
  })
}
