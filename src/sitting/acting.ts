import type { Temporal } from 'temporal-polyfill'
import { isAfter } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { type Outcome, refused } from '../outcome.ts'
import { lockedSitting, type SittingAtHand } from './at-hand.ts'
import { areSigned } from './signed.ts'
import { minuteOf } from './within-minute.ts'

/** What a clerk enters about a meeting that was opened. */
export interface ActOnSitting {
  readonly by: string
  readonly meetingId: string
  /** When it happened, which may be long before it is entered; now where it is left out. */
  readonly at?: Temporal.Instant | undefined
}

/**
 * - `not-open`: open the meeting first
 * - `not-a-clerk`: the committee's clerks keep the record
 * - `signed`: the minutes are signed; only a later meeting amends them
 * - `in-future`: the time given has not come yet
 */
export interface SittingRefusal {
  readonly code: 'not-open' | 'not-a-clerk' | 'signed' | 'in-future'
}

/** The sitting, held until the end of the transaction. */
export interface HeldSitting {
  readonly tx: Tx
  readonly sitting: SittingAtHand
  /** When it happened. */
  readonly at: Temporal.Instant
}

/**
 * Enter something about a sitting: by a clerk of the committee, one after the other, while the minutes are not
 * signed. The control is made true afterwards.
 *
 * @param whyNotBy why somebody may not, where others than clerks may
 */
export async function onSitting<T, R extends { readonly code: string }>(
  house: House,
  act: ActOnSitting,
  work: (held: HeldSitting) => Promise<Outcome<T, R | SittingRefusal>>,
  whyNotBy: (tx: Tx, sitting: SittingAtHand) => Promise<R | SittingRefusal | undefined> = whyNotClerk,
): Promise<Outcome<T, R | SittingRefusal>> {
  return house.transact<Outcome<T, R | SittingRefusal>>(act.by, async (tx) => {
    const sitting = await lockedSitting(tx, act.meetingId)
    if (!sitting) return refused({ code: 'not-open' })
    const refusal = await whyNotBy(tx, sitting)
    if (refusal) return refused(refusal)
    if (await areSigned(tx, act.meetingId)) return refused({ code: 'signed' })
    const at = act.at ?? tx.now
    if (isAfter(at, tx.now)) return refused({ code: 'in-future' })
    const outcome = await work({ tx, sitting, at })
    if (outcome.ok) await tx.refresh({ kind: messageKinds.control, subject: act.meetingId })
    return outcome
  })
}

async function whyNotClerk(tx: Tx, { meeting }: SittingAtHand): Promise<SittingRefusal | undefined> {
  return (await isClerk(tx, meeting.committeeId, tx.by)) ? undefined : { code: 'not-a-clerk' }
}

/**
 * A form gives minutes, a tap the very moment: what was entered for the same minute as what came before it
 * happened right after it.
 *
 * @returns `undefined` where it would have happened before
 */
export function notBefore(at: Temporal.Instant, last: Temporal.Instant): Temporal.Instant | undefined {
  if (!isAfter(last, at)) return at
  return minuteOf(at).equals(minuteOf(last)) ? last : undefined
}
