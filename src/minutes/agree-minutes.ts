import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingsAtHand } from '../meetings/meeting.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnMinutes, type MinutesRefusal, onMinutes } from './acting.ts'
import { refreshMinutes } from './minutes-messages.ts'
import { amendmentWords as say } from './minutes-words.en.ts'

/**
 * - `not-drafted`: make the draft first
 * - `no-such-meeting`: a later meeting of the same committee agrees minutes, once it has begun
 * - `agreed-already`: by another meeting; add an amendment instead
 */
export type AgreeRefusal =
  | MinutesRefusal
  | { readonly code: 'not-drafted' | 'no-such-meeting' | 'agreed-already' | 'nothing-said' | 'not-agreed' }

export interface ActAtMeeting extends ActOnMinutes {
  /** The meeting that agreed them, or an amendment to them. */
  readonly atMeetingId: string
}

export interface AgreeMinutes extends ActAtMeeting {
  /** What it had amended, each as it shall stand in the record. */
  readonly amendments: readonly string[]
}

/** Record that a later meeting agreed the minutes, as they were or amended. The same again changes nothing. */
export async function agreeMinutes(
  house: House,
  act: AgreeMinutes,
): Promise<Outcome<undefined, AgreeRefusal>> {
  return onMinutes<undefined, AgreeRefusal>(house, act, async ({ tx, sitting, minutes }) => {
    if (!minutes) return refused({ code: 'not-drafted' })
    const amendments = act.amendments.map((text) => text.trim()).filter((text) => text !== '')
    if (minutes.state === 'agreed' || minutes.state === 'signed')
      return minutes.agreedAtMeetingId === act.atMeetingId &&
        amendments.every((text) => minutes.amendments.includes(text))
        ? done(undefined)
        : refused({ code: 'agreed-already' })
    const at = await laterMeeting(tx, sitting.meeting, act.atMeetingId, house)
    if (!at) return refused({ code: 'no-such-meeting' })
    await tx.db.minutes.update({
      where: { id: minutes.id, councilId: tx.councilId },
      data: {
        state: 'agreed',
        agreedAtMeetingId: at.id,
        agreedAt: toDate(tx.now),
        amendments,
        version: { increment: 1 },
      },
    })
    // What an amendment says may be of closed business: the trail, which is kept for ever, counts them.
    const facts = { meeting: act.meetingId, at: at.id, amendments: amendments.length }
    tx.audit('minutes.agreed', facts, sitting.meeting.committeeId)
    await refreshMinutes(tx, act.meetingId)
    return done(undefined)
  })
}

export interface AmendMinutes extends ActAtMeeting {
  readonly text: string
}

/**
 * Add an amendment to minutes that are agreed or signed: what they said stands, and what a meeting agreed instead
 * stands below it (law 5).
 */
export async function amendMinutes(
  house: House,
  act: AmendMinutes,
): Promise<Outcome<undefined, AgreeRefusal>> {
  return onMinutes<undefined, AgreeRefusal>(house, act, async ({ tx, sitting, minutes }) => {
    if (minutes?.state !== 'agreed' && minutes?.state !== 'signed') return refused({ code: 'not-agreed' })
    const said = act.text.trim()
    if (said === '') return refused({ code: 'nothing-said' })
    const at = await laterMeeting(tx, sitting.meeting, act.atMeetingId, house)
    if (!at) return refused({ code: 'no-such-meeting' })
    const text = at.id === minutes.agreedAtMeetingId ? said : say.agreedOn(said, at.date)
    if (minutes.amendments.includes(text)) return done(undefined)
    await tx.db.minutes.update({
      where: { id: minutes.id, councilId: tx.councilId },
      data: { amendments: [...minutes.amendments, text], version: { increment: 1 } },
    })
    const facts = { meeting: act.meetingId, at: at.id, number: minutes.amendments.length + 1 }
    tx.audit('minutes.amended', facts, sitting.meeting.committeeId)
    await refreshMinutes(tx, act.meetingId)
    return done(undefined)
  })
}

/** The committee's meetings after this one that have begun: one of them agrees its minutes. */
export async function meetingsAfter(
  { councilId, db }: CouncilRows,
  meeting: Pick<MeetingAtHand, 'id' | 'committeeId' | 'date' | 'startsAt'>,
  { now }: Pick<House, 'now'>,
): Promise<MeetingAtHand[]> {
  const found = await db.meeting.findMany({
    where: {
      councilId,
      committeeId: meeting.committeeId,
      id: { not: meeting.id },
      state: 'scheduled',
      date: { gte: columnOfDate(meeting.date) },
      startsAt: { gt: toDate(meeting.startsAt), lte: toDate(now()) },
    },
    select: { id: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return meetingsAtHand(
    { councilId, db },
    found.map(({ id }) => id),
  )
}

async function laterMeeting(
  rows: CouncilRows,
  meeting: MeetingAtHand,
  id: string,
  house: Pick<House, 'now'>,
): Promise<MeetingAtHand | undefined> {
  const later = await meetingsAfter(rows, meeting, house)
  return later.find((one) => one.id === id)
}
