import type { Temporal } from 'temporal-polyfill'
import { isAfter, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, type HeldSitting, notBefore, onSitting, type SittingRefusal } from './acting.ts'
import { type SittingAtHand, sittingAtHand } from './at-hand.ts'
import { lastChange, lastEntered } from './last-entered.ts'
import { quorumAt } from './quorum-live.ts'
import { recordRoll } from './record-roll.ts'
import { type StateChange, stateAfter } from './state-rules.ts'
import { tellDisclosures } from './tell-disclosures.ts'
import type { SittingState } from './types.ts'

export interface ChangeSitting extends ActOnSitting {
  readonly change: StateChange
  /** Why it was adjourned, or until when; not private. */
  readonly note?: string
}

/**
 * - `not-now`: a closed meeting cannot be adjourned
 * - `before-last`: something was entered of a later time
 * - `vote-open`: a question is put and not declared
 * - `quorate`: there are enough for the quorum
 * - `still-waiting`: standing orders wait until then
 */
export type ChangeRefusal =
  | SittingRefusal
  | { readonly code: 'not-now'; readonly state: SittingState }
  | { readonly code: 'before-last'; readonly last: Temporal.Instant }
  | { readonly code: 'vote-open' | 'quorate' }
  | { readonly code: 'still-waiting'; readonly until: Temporal.Instant }

export interface StateChanged {
  readonly state: SittingState
  readonly at: Temporal.Instant
  /** It was so: another clerk was quicker, or the button was pressed twice. */
  readonly already: boolean
}

/** Adjourn a meeting, resume, close or reopen it, or record that it was inquorate. */
export async function changeSitting(
  house: House,
  act: ChangeSitting,
): Promise<Outcome<StateChanged, ChangeRefusal>> {
  return onSitting<StateChanged, ChangeRefusal>(house, act, async (held) => {
    const { tx, sitting } = held
    const state = stateAfter(sitting.state, act.change)
    if (state === 'already') return done({ state: sitting.state, at: held.at, already: true })
    if (state === undefined) return refused({ code: 'not-now', state: sitting.state })
    const ends = state === 'closed' || state === 'inquorate'
    const last = ends ? await lastEntered(tx, sitting) : await lastChange(tx, sitting)
    const at = notBefore(held.at, last)
    if (!at) return refused({ code: 'before-last', last })
    const refusal = ends ? await whyNotEnd({ ...held, at }, act.change) : undefined
    if (refusal) return refused(refusal)
    await write(tx, sitting, { ...act, state, at, ends })
    if (ends) await endBusiness(tx, sitting, { change: act.change, at })
    // What was noted about it stands with the act: the trail holds no words of anybody.
    const facts = { meeting: act.meetingId, at: at.toString() }
    tx.audit(`sitting.${act.change}`, facts, sitting.meeting.committeeId)
    if (ends) {
      const ended = await sittingAtHand(tx, act.meetingId)
      if (ended) await recordRoll(tx, ended)
      await tellDisclosures(tx, sitting)
    }
    await tx.refresh({ kind: messageKinds.clerks, subject: act.meetingId })
    await refreshReminders(tx, { subject: sitting.id })
    return done({ state, at, already: false })
  })
}

async function whyNotEnd(
  { tx, sitting, at }: HeldSitting,
  change: StateChange,
): Promise<ChangeRefusal | undefined> {
  const open = await tx.db.vote.count({
    where: { councilId: tx.councilId, meetingId: sitting.meeting.id, state: { in: ['open', 'closed'] } },
  })
  if (open > 0) return { code: 'vote-open' }
  if (change !== 'inquorate') return undefined
  const quorum = await quorumAt(tx, sitting, at)
  if (!quorum) return undefined
  if (quorum.state === 'met') return { code: 'quorate' }
  return isAfter(quorum.waitsUntil, at) ? { code: 'still-waiting', until: quorum.waitsUntil } : undefined
}

async function write(
  tx: Tx,
  sitting: SittingAtHand,
  of: { change: StateChange; note?: string; state: SittingState; at: Temporal.Instant; ends: boolean },
): Promise<void> {
  const { councilId, by } = tx
  await tx.db.sittingAct.create({
    data: {
      councilId,
      sittingId: sitting.id,
      kind: of.change,
      at: toDate(of.at),
      note: of.note ?? '',
      enteredAt: toDate(tx.now),
      byId: by,
    },
  })
  await tx.db.sitting.update({
    where: { id: sitting.id, councilId },
    data: {
      state: of.state,
      closedAt: of.ends ? toDate(of.at) : null,
      ...(of.ends ? { currentId: null } : {}),
      version: { increment: 1 },
    },
  })
}

/** The item under consideration ends with the meeting; without a quorum it stands over like what was not taken. */
async function endBusiness(
  tx: Tx,
  { current }: SittingAtHand,
  { change, at }: { change: StateChange; at: Temporal.Instant },
): Promise<void> {
  if (!current) return
  await tx.db.itemRecord.updateMany({
    where: { councilId: tx.councilId, id: current.recordId, state: 'current' },
    data: {
      state: change === 'inquorate' ? 'deferred' : 'done',
      endedAt: toDate(at),
      version: { increment: 1 },
    },
  })
}
