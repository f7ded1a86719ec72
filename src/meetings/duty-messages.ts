import type { Temporal } from 'temporal-polyfill'
import { civilDate } from '../calendar/civil.ts'
import { clerksOf } from '../committees/people.ts'
import { type IntendedMessage, messageKey, type Recipient } from '../database/intended-message.ts'
import type { Tx } from '../database/transact.ts'
import type { MeetingAtHand } from './meeting.ts'
import { messageKinds } from './messages.ts'
import { refreshReminders } from './reminder-messages.ts'

/** So long a clerk may go on naming reports before people are asked: then it is one message to each. */
const GATHERED = { minutes: 5 }

type About = Pick<MeetingAtHand, 'id' | 'committeeId'>

export function dutiesMessage(meeting: About, personId: string): IntendedMessage {
  return {
    kind: messageKinds.reportDuties,
    subject: meeting.id,
    recipient: { person: personId },
    committeeId: meeting.committeeId,
  }
}

/** What a line tells of: changes that a clerk made on a day, or a change of the meeting by its number. */
export type LineTold = { readonly day: Temporal.PlainDate } | { readonly change: number }

export function lineSlot(told: LineTold): string {
  return 'day' in told ? `day ${told.day}` : `change ${told.change}`
}

/** The number of the change that a line tells of; absent when it tells of a clerk's day. */
export function changeOfSlot(slot: string): number | undefined {
  const [what, number] = slot.split(' ')
  return what === 'change' ? Number(number) : undefined
}

function lineMessage(meeting: About, personId: string, told: LineTold): IntendedMessage {
  return { ...dutiesMessage(meeting, personId), kind: messageKinds.reportLine, slot: lineSlot(told) }
}

/** The clerks' channel or, where there is none, each clerk in person. */
export async function clerksToTell(
  tx: Tx,
  meeting: Pick<MeetingAtHand, 'committeeId' | 'clerksChannelId'>,
): Promise<Recipient[]> {
  if (meeting.clerksChannelId) return [{ channel: meeting.clerksChannelId }]
  const clerks = await clerksOf(tx, meeting.committeeId)
  return clerks.filter((clerk) => clerk.slackUserId !== undefined).map((clerk) => ({ person: clerk.id }))
}

/** Ask somebody, or make what they were asked true again. */
export async function askPerson(
  tx: Tx,
  meeting: MeetingAtHand,
  personId: string,
  /** What they must notice: an edit alone notifies nobody. */
  notice: LineTold | undefined,
): Promise<void> {
  const ask = dutiesMessage(meeting, personId)
  const standing = await tx.db.outboxMessage.findUnique({
    where: { councilId_key: { councilId: tx.councilId, key: messageKey(ask) } },
    select: { state: true, sentAt: true },
  })
  if (!standing || standing.state === 'dropped' || standing.state === 'failed') {
    await tx.show({ ...ask, dueAt: tx.now.add(GATHERED) })
    return
  }
  await refreshPerson(tx, meeting, personId)
  // Whoever was not asked yet reads what holds when they are.
  if (!standing.sentAt || !notice) return
  const line = lineMessage(meeting, personId, notice)
  await tx.show('day' in notice ? { ...line, dueAt: tx.now.add(GATHERED) } : line)
}

/** Everything that stands in front of a person about a meeting's reports. */
export async function refreshPerson(tx: Tx, meeting: About, personId: string): Promise<void> {
  const recipient = { person: personId }
  for (const kind of [messageKinds.reportDuties, messageKinds.reportLine])
    await tx.refresh({ kind, subject: meeting.id, recipient })
  await refreshReminders(tx, { subject: meeting.id, personId })
}

/** The clerks' list of reports, which begins with the first that is asked for. */
export async function showReportList(tx: Tx, meeting: MeetingAtHand): Promise<void> {
  for (const recipient of await clerksToTell(tx, meeting))
    await tx.show({
      kind: messageKinds.reportList,
      subject: meeting.id,
      recipient,
      committeeId: meeting.committeeId,
    })
}

export function dayOf(tx: Pick<Tx, 'now'>, timeZone: string): { readonly day: Temporal.PlainDate } {
  return { day: civilDate(tx.now, timeZone) }
}
