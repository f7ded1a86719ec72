import { Temporal } from 'temporal-polyfill'
import { isClerk } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { notBefore } from '../sitting/acting.ts'
import { type Business, lockedSitting, type SittingAtHand } from '../sitting/at-hand.ts'
import { areSigned } from '../sitting/signed.ts'
import type { GroundRefusal, VoteRefusal } from './refusals.ts'
import { type VoteAtHand, voteById } from './vote-at-hand.ts'

/** Something done about a vote at a meeting. */
export interface VotingAct {
  readonly meetingId: string
  readonly by: string
  /** When it really happened; now when absent, or once the meeting is over, when its item ended. */
  readonly at?: Temporal.Instant | undefined
}

/** The sitting, held for the rest of the transaction; or why nothing of it can be changed by a clerk. */
export async function heldByClerk(
  tx: Tx,
  act: Pick<VotingAct, 'meetingId' | 'by'>,
): Promise<Outcome<SittingAtHand, GroundRefusal>> {
  const held = await heldSitting(tx, act.meetingId)
  if (!held.ok) return held
  if (!(await isClerk(tx, held.value.meeting.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
  return held
}

export interface HeldBusiness {
  readonly sitting: SittingAtHand
  readonly business: Business
  /** When it happened. */
  readonly at: Temporal.Instant
}

/** The same with the business that it is about, and when it happened. */
export async function heldBusiness(
  tx: Tx,
  act: VotingAct & { readonly recordId: string },
): Promise<Outcome<HeldBusiness, GroundRefusal>> {
  const held = await heldByClerk(tx, act)
  if (!held.ok) return held
  const business = businessIn(held.value, act.recordId)
  if (!business.ok) return business
  const at = timeOf(held.value, business.value, act.at, tx.now)
  return at.ok ? done({ sitting: held.value, business: business.value, at: at.value }) : at
}

/** The same with the vote that it is about. */
export async function heldVote(
  tx: Tx,
  act: Pick<VotingAct, 'meetingId' | 'by'> & { readonly voteId: string },
): Promise<Outcome<{ readonly sitting: SittingAtHand; readonly vote: VoteAtHand }, VoteRefusal>> {
  const held = await heldByClerk(tx, act)
  if (!held.ok) return held
  const vote = await voteById(tx, act.meetingId, act.voteId)
  return vote ? done({ sitting: held.value, vote }) : refused({ code: 'vote-gone' })
}

/** The same for what members do themselves. */
export async function heldSitting(tx: Tx, meetingId: string): Promise<Outcome<SittingAtHand, GroundRefusal>> {
  const sitting = await lockedSitting(tx, meetingId)
  if (!sitting) return refused({ code: 'not-sitting' })
  if (await areSigned(tx, meetingId)) return refused({ code: 'signed' })
  return done(sitting)
}

export function businessIn(
  sitting: SittingAtHand,
  recordId: string | undefined,
): Outcome<Business, GroundRefusal> {
  const business = sitting.business.find((one) => one.recordId === recordId)
  return business ? done(business) : refused({ code: 'no-business' })
}

/** When something happened that is entered now: never before the meeting began, after it ended, or to come. */
export function timeOf(
  sitting: SittingAtHand,
  business: Business,
  at: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Outcome<Temporal.Instant, GroundRefusal> {
  const { openedAt, closedAt } = sitting
  if (at === undefined) return done(closedAt ? (business.endedAt ?? business.startedAt ?? closedAt) : now)
  const moment = notBefore(at, openedAt)
  const isOutside =
    !moment ||
    Temporal.Instant.compare(moment, closedAt ?? now) > 0 ||
    Temporal.Instant.compare(moment, now) > 0
  return isOutside ? refused({ code: 'time-outside' }) : done(moment)
}

/** The clerk's control shows what was done. */
export function showControl(tx: Tx, meetingId: string): Promise<void> {
  return tx.refresh({ kind: messageKinds.control, subject: meetingId })
}
