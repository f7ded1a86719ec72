import type { Temporal } from 'temporal-polyfill'
import { isAfter, toDate } from '../calendar/civil.ts'
import { isClerk, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { controlMessage, messageKinds } from '../meetings/messages.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { ActOnSitting } from './acting.ts'
import { writeRoll } from './enter-roll.ts'
import { addAgendaItems } from './follow-agenda.ts'
import { chairToBegin, opensFrom, whyNotOpen } from './opening-rules.ts'
import { type RollFault, type RollWish, rollChanges } from './roll-changes.ts'
import type { PresenceMode } from './types.ts'

/** Who is there at the beginning. */
export interface ThereAtFirst {
  readonly personId: string
  readonly mode: PresenceMode
  readonly forId: string | undefined
}

export interface OpenSitting extends ActOnSitting {
  readonly people: readonly ThereAtFirst[]
  /** Who takes the chair; where it is left out, the Chair, or the Vice Chair without them. */
  readonly chairId?: string | undefined
}

/**
 * - `not-held`: it was cancelled or postponed
 * - `too-early`: it opens from an hour before its beginning
 * - `began-too-early`: no meeting begins more than an hour before its time
 * - `chair-not-there`: who takes the chair is in the room
 */
export type OpenRefusal =
  | { readonly code: 'meeting-gone' | 'not-a-clerk' | 'in-future' | 'began-too-early' | 'chair-not-there' }
  | { readonly code: 'not-held' | 'too-early'; readonly meeting: string }
  | RollFault

export interface Opened {
  readonly meeting: MeetingAtHand
  /** Another clerk, or the same press, had opened it: nothing is done twice. */
  readonly already: boolean
}

/** Open a meeting at the time at which it truly began: the roll, who presides, and its business from the agenda. */
export async function openSitting(house: House, act: OpenSitting): Promise<Outcome<Opened, OpenRefusal>> {
  return house.transact<Outcome<Opened, OpenRefusal>>(act.by, async (tx) => {
    await tx.db.$queryRaw`SELECT "id" FROM "Meeting"
      WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${act.meetingId}::uuid FOR UPDATE`
    const meeting = await meetingAtHand(tx, act.meetingId)
    if (!meeting) return refused({ code: 'meeting-gone' })
    if (!(await isClerk(tx, meeting.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    const { councilId } = tx
    const where = { councilId, meetingId: meeting.id }
    if ((await tx.db.sitting.count({ where })) > 0) {
      await showControl(tx, meeting)
      return done({ meeting, already: true })
    }
    const why = whyNotOpen(meeting, tx.now)
    if (why) return refused({ code: why, meeting: meetingWords.meeting(meeting) })
    const at = act.at ?? tx.now
    // Opened while people gather, it begins at its time; the roll holds from now.
    if (isAfter(at, tx.now) && isAfter(at, meeting.startsAt)) return refused({ code: 'in-future' })
    if (isAfter(opensFrom(meeting), at)) return refused({ code: 'began-too-early' })
    const gathered = isAfter(at, tx.now) ? tx.now : at

    const members = await membersOn(tx.db, councilId, meeting.committeeId, meeting.date, {
      substitutes: true,
    })
    const wishes = act.people.map((it): RollWish => ({ ...it, kind: 'arrived' }))
    const roll = rollChanges({ roll: [], members }, wishes, at)
    if (!roll.ok) return roll
    const there = new Set(
      roll.value.entered.flatMap(({ personId, mode }) => (mode === 'remoteObserver' ? [] : [personId])),
    )
    if (act.chairId !== undefined && !there.has(act.chairId)) return refused({ code: 'chair-not-there' })
    const offices = members.map(({ person, office }) => ({ personId: person.id, office }))
    const chairId = act.chairId ?? chairToBegin(offices, there)

    await writeSitting(tx, meeting, at)
    await writeRoll(tx, meeting.id, roll.value.entered, gathered)
    if (chairId !== undefined)
      await writeChair(tx, meeting.id, { personId: chairId, recordId: undefined }, gathered)
    await addAgendaItems(tx, meeting.id)
    const facts = { meeting: meeting.id, at: at.toString(), present: [...there], chair: chairId ?? '' }
    tx.audit('sitting.opened', facts, meeting.committeeId)
    await showControl(tx, meeting)
    await tx.refresh({ kind: messageKinds.clerks, subject: meeting.id })
    return done({ meeting, already: false })
  })
}

/** Where a committee has no channel of its clerks, each clerk who opens the meeting has the control for themselves. */
async function showControl(
  tx: Tx,
  { id: meetingId, committeeId, clerksChannelId: channel }: MeetingAtHand,
): Promise<void> {
  await tx.show(
    controlMessage({ meetingId, committeeId, recipient: channel ? { channel } : { person: tx.by } }),
  )
}

async function writeSitting(tx: Tx, meeting: MeetingAtHand, at: Temporal.Instant): Promise<void> {
  const { councilId, by } = tx
  const { id: sittingId } = await tx.db.sitting.create({
    data: { councilId, meetingId: meeting.id, openedAt: toDate(at), openedById: by },
  })
  await tx.db.sittingAct.create({
    data: { councilId, sittingId, kind: 'opened', at: toDate(at), enteredAt: toDate(tx.now), byId: by },
  })
}

export async function writeChair(
  tx: Tx,
  meetingId: string,
  { personId, recordId }: { readonly personId: string; readonly recordId: string | undefined },
  at: Temporal.Instant,
): Promise<void> {
  await tx.db.presiding.create({
    data: {
      councilId: tx.councilId,
      meetingId,
      personId,
      recordId: recordId ?? null,
      at: toDate(at),
      enteredAt: toDate(tx.now),
      byId: tx.by,
    },
  })
}
