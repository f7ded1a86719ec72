import { columnOfDate, isAfter, toDate, toInstant } from '../calendar/civil.ts'
import type { CouncilPerson } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { asksAfresh, type ChangeKind, kindsOfChange, type MeetingFace } from './change-rules.ts'
import type { RecordedChange } from './changes.ts'
import { followReports } from './duty-follow.ts'
import { type MeetingAtHand, planned } from './meeting.ts'
import { clerksList, meetingChangeLine, memberMessage, messageKinds } from './messages.ts'
import { refreshReminders } from './reminder-messages.ts'
import { endWithTheDay } from './substitutions.ts'
import { whoIsTold } from './who-is-told.ts'

export interface ChangeToRecord {
  /** As it was, with its row and its committee's held. */
  readonly meeting: MeetingAtHand
  readonly after: MeetingFace
  /** For members to read; empty for none. */
  readonly reason: string
  /** The correction of an entry that nobody was told of yet: no new line to anybody. */
  readonly quietly: boolean
}

/** A change as recorded, and who is told of it. */
export interface ChangeMade {
  readonly change: RecordedChange
  /** How many people get the line in their direct message. */
  readonly told: number
  readonly withoutSlack: readonly CouncilPerson[]
}

/** Record a change that the rules allow: the meeting, its history, the audit and every message. */
export async function recordChange(tx: Tx, wanted: ChangeToRecord): Promise<ChangeMade> {
  const { meeting, after } = wanted
  const before = faceOf(meeting)
  const kinds = kindsOfChange(before, after)
  const isAskedAfresh = asksAfresh(before, after)
  await tx.db.meeting.update({
    where: { id: meeting.id, councilId: tx.councilId },
    data: {
      state: after.state,
      ...whenAndWhere(meeting, after),
      ...(isAskedAfresh ? { answersSince: await askedAfreshAt(tx, meeting.id) } : {}),
      version: { increment: 1 },
    },
  })
  // Nobody needs the reason for not coming on a day that is no longer the meeting's.
  if (isAskedAfresh)
    await tx.db.apologyReason.deleteMany({
      where: { councilId: tx.councilId, apology: { councilId: tx.councilId, meetingId: meeting.id } },
    })
  if (isAskedAfresh) await endWithTheDay(tx, meeting)
  const change = await storeChange(tx, { ...wanted, before, kinds })
  await followReports(tx, meeting, change)
  return { change, ...(await tell(tx, wanted, change)) }
}

export function faceOf({ state, date, startTime, venue }: MeetingAtHand): MeetingFace {
  return { state, date, startTime, venue }
}

/** The instants follow from date, time and zone; it lasts as long as it was planned to. */
function whenAndWhere(meeting: MeetingAtHand, after: MeetingFace) {
  const plannedMinutes = meeting.endsAt.since(meeting.startsAt).total('minutes')
  const { date, startTime, venue } = after
  const { startsAt, endsAt } = planned({ date, startTime, timeZone: meeting.timeZone, plannedMinutes })
  return { date: columnOfDate(date), startTime, venue, startsAt: toDate(startsAt), endsAt: toDate(endsAt) }
}

/** After every answer that was given, also where another process's clock is ahead of ours. */
async function askedAfreshAt(tx: Tx, meetingId: string): Promise<Date> {
  const where = { councilId: tx.councilId, meetingId }
  const apologies = await tx.db.apology.aggregate({ where, _max: { tenderedAt: true } })
  const attendance = await tx.db.attendance.aggregate({ where, _max: { saidAt: true } })
  const answered = [apologies._max.tenderedAt, attendance._max.saidAt].flatMap((at) =>
    at ? [toInstant(at).add({ milliseconds: 1 })] : [],
  )
  return toDate([tx.now, ...answered].reduce((one, other) => (isAfter(other, one) ? other : one)))
}

async function storeChange(
  tx: Tx,
  of: ChangeToRecord & { readonly before: MeetingFace; readonly kinds: readonly ChangeKind[] },
): Promise<RecordedChange> {
  const { meeting, before, after, kinds, reason } = of
  const earlier = await tx.db.meetingChange.count({
    where: { councilId: tx.councilId, meetingId: meeting.id },
  })
  const number = earlier + 1
  await tx.db.meetingChange.create({
    data: {
      councilId: tx.councilId,
      meetingId: meeting.id,
      number,
      kinds: [...kinds],
      before: { ...before },
      after: { ...after },
      reason,
      byId: tx.by,
      at: toDate(tx.now),
    },
  })
  tx.audit(
    'meeting.changed',
    {
      meeting: meeting.id,
      number,
      kinds,
      before: faceInAudit(before),
      after: faceInAudit(after),
      // What it says stays out: a reason may name somebody, and the trail is kept for ever.
      reasonGiven: reason !== '',
      quietly: of.quietly,
    },
    meeting.committeeId,
  )
  return { number, kinds, before, after, reason, byId: tx.by, at: tx.now }
}

function faceInAudit({ state, date, startTime, venue }: MeetingFace): string {
  return [state, date, startTime, venue].join(' ')
}

/**
 * Each member and the committee's channel get one new line at once, at any hour; what stands in Slack about
 * the meeting is made true again, earlier lines included.
 */
async function tell(
  tx: Tx,
  { meeting, after, quietly }: ChangeToRecord,
  { number }: RecordedChange,
): Promise<Omit<ChangeMade, 'change'>> {
  const about = { meetingId: meeting.id, committeeId: meeting.committeeId }
  for (const kind of [
    messageKinds.packCard,
    messageKinds.member,
    messageKinds.meetingChange,
    messageKinds.countdown,
  ])
    await tx.refresh({ kind, subject: meeting.id })
  await refreshReminders(tx, { subject: meeting.id })
  await refreshRestricted(tx, meeting.id)
  await refreshPutDown(tx, meeting.id)
  const { all, onNewDay } = await whoIsConcerned(tx, meeting, after)
  if (meeting.clerksChannelId) {
    const list = clerksList({ ...about, channelId: meeting.clerksChannelId })
    if (quietly) await tx.refresh({ kind: list.kind, subject: meeting.id })
    else await tx.show(list)
  }
  if (quietly) return { told: 0, withoutSlack: [] }
  const line = { ...about, number, now: tx.now }
  if (meeting.channelId)
    await tx.show(meetingChangeLine({ ...line, recipient: { channel: meeting.channelId } }))
  const onSlack = all.filter((person) => person.slackUserId !== undefined)
  for (const person of onSlack)
    await tx.show(meetingChangeLine({ ...line, recipient: { person: person.id } }))
  if (after.date !== meeting.date && (await hasPapers(tx, meeting.id))) {
    // Whoever sits on the new day only has no message about the papers yet.
    for (const { person } of onNewDay)
      if (person.slackUserId !== undefined) await tx.show(memberMessage({ ...about, personId: person.id }))
  }
  return {
    told: onSlack.length,
    withoutSlack: onNewDay.flatMap(({ person }) => (person.slackUserId === undefined ? [person] : [])),
  }
}

/** What was said of a restricted paper names the day, too; it is about the paper, not about the meeting. */
async function refreshRestricted(tx: Tx, meetingId: string): Promise<void> {
  const { councilId } = tx
  const papers = await tx.db.restrictedPaper.findMany({
    where: { councilId, item: { councilId, meetingId } },
    select: { id: true },
  })
  for (const { id } of papers) await tx.refresh({ kind: messageKinds.restricted, subject: id })
}

/** What was said of proposals and call-ins that are down for the meeting names its day, and whether it takes place. */
async function refreshPutDown(tx: Tx, meetingId: string): Promise<void> {
  const wanted = { where: { councilId: tx.councilId, meetingId }, select: { id: true } }
  for (const { id: subject } of await tx.db.programmeEntry.findMany(wanted))
    for (const kind of [messageKinds.proposal, messageKinds.proposalDecided])
      await tx.refresh({ kind, subject })
  for (const { id: subject } of await tx.db.callIn.findMany(wanted))
    for (const kind of [messageKinds.callIn, messageKinds.callInClerks, messageKinds.callInMade])
      await tx.refresh({ kind, subject })
}

async function hasPapers(tx: Tx, meetingId: string): Promise<boolean> {
  return (await tx.db.publication.count({ where: { councilId: tx.councilId, meetingId } })) > 0
}

/** Who was to come on the old day, and who is to come on the new one. */
async function whoIsConcerned(tx: Tx, meeting: MeetingAtHand, after: MeetingFace) {
  const onNewDay = await whoIsTold(tx, meeting, after.date)
  const onOldDay = after.date === meeting.date ? onNewDay : await whoIsTold(tx, meeting, meeting.date)
  const byId = new Map([...onOldDay, ...onNewDay].map(({ person }) => [person.id, person]))
  return { all: [...byId.values()], onNewDay }
}
