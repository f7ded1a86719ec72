import { isAfter, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'
import { askArrived } from './ask-arrived.ts'
import { type SittingAtHand, sittingAtHand } from './at-hand.ts'
import { recordRoll } from './record-roll.ts'
import { type RollFault, type RollWish, rollChanges } from './roll-changes.ts'
import { isSitting } from './state-rules.ts'

export interface EnterRoll extends ActOnSitting {
  /** Any number of people who came in or went at the same time. */
  readonly people: readonly RollWish[]
}

/** `after-end`: the meeting was over then. */
export type RollRefusal = SittingRefusal | RollFault | { readonly code: 'after-end' }

export interface RollReceipt {
  readonly entered: readonly RollWish[]
  /** They were there, or were not, already. */
  readonly already: readonly RollWish[]
}

/** Enter who came into the room or left it, at the true time. Twice the same is once. */
export async function enterRoll(house: House, act: EnterRoll): Promise<Outcome<RollReceipt, RollRefusal>> {
  return onSitting<RollReceipt, RollRefusal>(house, act, async ({ tx, sitting, at }) => {
    if (sitting.closedAt && isAfter(at, sitting.closedAt)) return refused({ code: 'after-end' })
    const changes = rollChanges(sitting, act.people, at)
    if (!changes.ok) return changes
    const { entered, already } = changes.value
    if (entered.length === 0) return done({ entered, already })
    await writeRoll(tx, sitting.meeting.id, entered, at)
    await askArrived(tx, sitting, entered)
    tx.audit(
      'sitting.roll',
      {
        meeting: sitting.meeting.id,
        at: at.toString(),
        people: entered.map((it) => [it.personId, it.kind, it.mode, it.forId].filter(Boolean).join(' ')),
      },
      sitting.meeting.committeeId,
    )
    await followRoll(tx, sitting)
    return done({ entered, already })
  })
}

/** Strike an entry that was wrong: it stays, with who struck it and when (law 5). */
export async function strikeRoll(
  house: House,
  act: ActOnSitting & { readonly entryId: string },
): Promise<Outcome<{ readonly struck: boolean }, SittingRefusal>> {
  return onSitting<{ readonly struck: boolean }, SittingRefusal>(house, act, async ({ tx, sitting }) => {
    const { count } = await tx.db.rollEntry.updateMany({
      where: { councilId: tx.councilId, meetingId: sitting.meeting.id, id: act.entryId, struckAt: null },
      data: { struckAt: toDate(tx.now), struckById: tx.by },
    })
    if (count === 0) return done({ struck: false })
    const facts = { meeting: sitting.meeting.id, entry: act.entryId }
    tx.audit('sitting.roll-struck', facts, sitting.meeting.committeeId)
    await followRoll(tx, sitting)
    return done({ struck: true })
  })
}

export async function writeRoll(
  tx: Tx,
  meetingId: string,
  people: readonly RollWish[],
  at: SittingAtHand['openedAt'],
): Promise<void> {
  const { councilId, by: byId } = tx
  await tx.db.rollEntry.createMany({
    data: people.map(({ personId, kind, mode, forId }) => ({
      councilId,
      meetingId,
      personId,
      kind,
      mode,
      forId: forId ?? null,
      at: toDate(at),
      enteredAt: toDate(tx.now),
      byId,
    })),
  })
}

/** Once the meeting is over, the record of who came follows every correction of the roll. */
async function followRoll(tx: Tx, before: SittingAtHand): Promise<void> {
  if (isSitting(before.state)) return
  const sitting = await sittingAtHand(tx, before.meeting.id)
  if (sitting) await recordRoll(tx, sitting)
}
