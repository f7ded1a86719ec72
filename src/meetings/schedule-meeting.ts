import { columnOfDate, dateOfColumn, toDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { OtherMeeting } from './change-rules.ts'
import { isKnownToMembers } from './changes.ts'
import { type MeetingAtHand, type MeetingFacts, meetingAtHand, planned } from './meeting.ts'
import { recordChange } from './record-change.ts'
import { type MeetingInWords, words } from './words.en.ts'

/**
 * Why papers cannot make a meeting on the day that they print. A person decides first what stands there:
 * otherwise a cancelled meeting would come back, or one meeting become two, by a date on a paper.
 *
 * - `meeting-cancelled`: take the cancellation back, or schedule another meeting
 * - `meeting-postponed`: give it its new date, or schedule another meeting
 * - `meeting-moved`: correct the date, or schedule another meeting
 */
export type ScheduleRefusal =
  | { readonly code: 'meeting-cancelled'; readonly meeting: string }
  | { readonly code: 'meeting-postponed'; readonly meeting: string }
  | { readonly code: 'meeting-moved'; readonly meeting: string; readonly to: string }

/**
 * The meeting of a committee on a day, made when there is none: a committee meets once a day, and a pack
 * that prints another time or room corrects the meeting that was foreseen. A pack for a day on which nothing
 * stands gives the one postponed meeting without papers its new date, and everybody is told.
 *
 * The caller holds the committee's row locked, so that two packs cannot make two meetings.
 */
export async function scheduleMeeting(
  tx: Tx,
  facts: MeetingFacts,
): Promise<Outcome<{ readonly id: string }, ScheduleRefusal>> {
  const onDay = await meetingsOnDay(tx, facts.committeeId, facts.date)
  const foreseen = onDay.find((meeting) => meeting.state === 'scheduled')
  const idle = onDay.find(({ state, startTime }) => state !== 'scheduled' && startTime === facts.startTime)
  if (idle) {
    const code = idle.state === 'cancelled' ? ('meeting-cancelled' as const) : ('meeting-postponed' as const)
    return refused({ code, meeting: words.when(await named(tx, idle.id)) })
  }
  if (foreseen) return done(await correct(tx, facts, foreseen))
  const moved = await movedAway(tx, facts)
  if (moved) return refused(moved)
  const postponed = await tx.db.meeting.findMany({
    where: { councilId: tx.councilId, committeeId: facts.committeeId, state: 'postponed' },
    include: { publications: { select: { id: true } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  const [first, ...more] = postponed
  if (!first) return done(await store(tx, facts, undefined))
  const meeting = await meetingAtHand(tx, first.id)
  // Which of several, or of one whose papers are out already, is for a person to say.
  if (!meeting || more.length > 0 || first.publications.length > 0)
    return refused({ code: 'meeting-postponed', meeting: words.when(await named(tx, first.id)) })
  await giveNewDate(tx, meeting, facts)
  return done({ id: meeting.id })
}

/**
 * Papers that print another time or place than members were told of: that is a change, and they must notice
 * it. Before anybody was told of the meeting it is a correction.
 */
async function correct(tx: Tx, facts: MeetingFacts, foreseen: OtherMeeting): Promise<{ id: string }> {
  const { date, startTime, venue } = facts
  const isSame = startTime === foreseen.startTime && samePlace(venue, foreseen.venue)
  const meeting = isSame ? undefined : await meetingAtHand(tx, foreseen.id)
  if (!meeting || !(await isKnownToMembers(tx, foreseen.id))) return store(tx, facts, foreseen.id)
  const after = { state: 'scheduled' as const, date, startTime, venue }
  await recordChange(tx, { meeting, after, reason: '', quietly: false })
  return store(tx, facts, foreseen.id)
}

/** "Wherry Room" and "The Wherry Room, Town Hall": papers print a place now shorter, now longer. */
function samePlace(one: string, other: string): boolean {
  const [a, b] = [one, other].map((place) =>
    place
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  return a === undefined || b === undefined || a.includes(b) || b.includes(a)
}

/** Made without papers, on a day on which nothing is in its way. */
export async function makeMeeting(tx: Tx, facts: MeetingFacts): Promise<{ readonly id: string }> {
  return store(tx, facts, undefined)
}

/** The meetings of a committee that stand on a day, or stood there before they were cancelled or put off. */
export async function meetingsOnDay(tx: Tx, committeeId: string, date: string): Promise<OtherMeeting[]> {
  const rows = await tx.db.meeting.findMany({
    where: { councilId: tx.councilId, committeeId, date: columnOfDate(date) },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    date: dateOfColumn(row.date),
    startTime: row.startTime,
    venue: row.venue,
  }))
}

async function store(tx: Tx, facts: MeetingFacts, foreseenId: string | undefined): Promise<{ id: string }> {
  const day = { councilId: tx.councilId, committeeId: facts.committeeId, date: columnOfDate(facts.date) }
  const { startsAt, endsAt } = planned(facts)
  const details = {
    startTime: facts.startTime,
    timeZone: facts.timeZone,
    startsAt: toDate(startsAt),
    endsAt: toDate(endsAt),
    venue: facts.venue,
    ...convened(facts),
  }
  const meeting =
    foreseenId === undefined
      ? await tx.db.meeting.create({ data: { ...day, ...details } })
      : await tx.db.meeting.update({
          where: { id: foreseenId, councilId: tx.councilId },
          data: { ...details, version: { increment: 1 } },
        })
  tx.audit(
    foreseenId === undefined ? 'meeting.scheduled' : 'meeting.corrected',
    {
      meeting: meeting.id,
      date: facts.date,
      time: facts.startTime,
      venue: facts.venue,
      ...(facts.convenedOn === undefined ? {} : { convenedOn: facts.convenedOn }),
    },
    facts.committeeId,
  )
  return { id: meeting.id }
}

async function giveNewDate(tx: Tx, meeting: MeetingAtHand, facts: MeetingFacts): Promise<void> {
  const { date, startTime, venue } = facts
  const after = { state: 'scheduled' as const, date, startTime, venue }
  await recordChange(tx, { meeting, after, reason: '', quietly: false })
  await tx.db.meeting.update({
    where: { id: meeting.id, councilId: tx.councilId },
    data: convened(facts),
  })
}

function convened({ convenedOn }: MeetingFacts) {
  return { convenedOn: convenedOn === undefined ? null : columnOfDate(convenedOn) }
}

/** A paper that prints the day from which its meeting was moved. */
async function movedAway(
  tx: Tx,
  facts: MeetingFacts,
): Promise<Extract<ScheduleRefusal, { code: 'meeting-moved' }> | undefined> {
  const change = await tx.db.meetingChange.findFirst({
    where: {
      councilId: tx.councilId,
      kinds: { has: 'moved' },
      before: { path: ['date'], equals: facts.date },
      meeting: { committeeId: facts.committeeId, state: 'scheduled' },
    },
    orderBy: { at: 'desc' },
    select: { meetingId: true },
  })
  if (!change) return undefined
  const meeting = await named(tx, change.meetingId)
  return { code: 'meeting-moved', meeting: words.when({ ...meeting, ...facts }), to: words.when(meeting) }
}

async function named(tx: Tx, meetingId: string): Promise<MeetingInWords> {
  const meeting = await meetingAtHand(tx, meetingId)
  if (!meeting) throw new Error(`meeting ${meetingId} was there a moment ago, under lock`)
  return meeting
}
