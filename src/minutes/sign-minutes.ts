import { civilDate, columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import { type CouncilPerson, type CouncilRows, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { sittingAtHand } from '../sitting/at-hand.ts'
import { type ActOnMinutes, type MinutesRefusal, onMinutes } from './acting.ts'
import { refreshMinutes } from './minutes-messages.ts'

/**
 * - `not-agreed`: the meeting that signs them agrees them first
 * - `not-presiding`: whoever presides at that meeting signs (LGA 1972 Sch 12 para 41)
 * - `no-such-day`: not before that meeting, and not in the future
 * - `signed-already`: they are; what was wrong is put right by an amendment
 */
export type SignRefusal =
  | MinutesRefusal
  | { readonly code: 'not-agreed' | 'not-presiding' | 'no-such-day' | 'signed-already' }

export interface SignMinutes extends ActOnMinutes {
  readonly signedById: string
  /** ISO civil date. */
  readonly signedOn: string
}

/** Record who signed the minutes and when. From then on nothing of the record changes but by amendments. */
export async function signMinutes(house: House, act: SignMinutes): Promise<Outcome<undefined, SignRefusal>> {
  return onMinutes<undefined, SignRefusal>(house, act, async ({ tx, sitting, minutes }) => {
    if (minutes?.state === 'signed')
      return minutes.signedById === act.signedById &&
        minutes.signedOn !== null &&
        dateOfColumn(minutes.signedOn) === act.signedOn
        ? done(undefined)
        : refused({ code: 'signed-already' })
    const at =
      minutes?.agreedAtMeetingId && minutes.state === 'agreed'
        ? await meetingAtHand(tx, minutes.agreedAtMeetingId)
        : undefined
    if (!minutes || !at) return refused({ code: 'not-agreed' })
    if (!(await whoMaySign(tx, at)).some(({ id }) => id === act.signedById))
      return refused({ code: 'not-presiding' })
    const today = civilDate(tx.now, house.timeZone).toString()
    if (act.signedOn < at.date || act.signedOn > today) return refused({ code: 'no-such-day' })
    await tx.db.minutes.update({
      where: { id: minutes.id, councilId: tx.councilId },
      data: {
        state: 'signed',
        signedById: act.signedById,
        signedOn: columnOfDate(act.signedOn),
        version: { increment: 1 },
      },
    })
    const facts = { meeting: act.meetingId, at: at.id, by: act.signedById, on: act.signedOn }
    tx.audit('minutes.signed', facts, sitting.meeting.committeeId)
    await refreshMinutes(tx, act.meetingId)
    await tx.refresh({ kind: messageKinds.control, subject: act.meetingId })
    return done(undefined)
  })
}

/** Who presided at the meeting that agreed them; of a meeting that is not recorded here, any of its members. */
export async function whoMaySign(rows: CouncilRows, meeting: MeetingAtHand): Promise<CouncilPerson[]> {
  const sitting = await sittingAtHand(rows, meeting.id)
  const chairs = sitting?.chairs.flatMap(({ personId }) => sitting.people.get(personId) ?? []) ?? []
  if (chairs.length > 0) return [...new Map(chairs.map((person) => [person.id, person])).values()]
  const members = await membersOn(rows.db, rows.councilId, meeting.committeeId, meeting.date)
  return members
    .toSorted((one, other) => Number(other.office === 'chair') - Number(one.office === 'chair'))
    .map(({ person }) => person)
}
