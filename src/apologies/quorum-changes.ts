import { civilDate, isAfter } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { messageKinds, quorumChangeLine } from '../meetings/messages.ts'
import { forecastOf } from './quorum-forecast.ts'
import type { QuorumState } from './quorum-rules.ts'

/** Before anybody has answered, nothing speaks against a quorum. */
const AT_FIRST: QuorumState = 'likely'

/**
 * Tell the clerks at once when the quorum has become certain, likely or lost, and make what was told before
 * true again. To be called with the meeting held, after whatever changes who comes; each change is told once
 * a day, so that an answer given and taken back does not fill the channel.
 */
export async function noteQuorum(tx: Tx, meeting: MeetingAtHand): Promise<void> {
  for (const kind of [messageKinds.quorumChange, messageKinds.quorumForecast])
    await tx.refresh({ kind, subject: meeting.id })
  if (meeting.state !== 'scheduled' || !isAfter(meeting.startsAt, tx.now)) return
  const forecast = await forecastOf(tx, meeting)
  if (!forecast) return
  const before = await lastTold(tx, meeting)
  if (before === forecast.state) return
  const today = civilDate(tx.now, meeting.timeZone).toString()
  const slot = slotOf({ meeting: meeting.date, today, from: before, to: forecast.state })
  for (const recipient of await clerksAddress(tx, meeting))
    await tx.show(
      quorumChangeLine({ meetingId: meeting.id, committeeId: meeting.committeeId, slot, recipient }),
    )
  tx.audit(
    'quorum.changed',
    { meeting: meeting.id, from: before, to: forecast.state, needed: forecast.quorum.number },
    meeting.committeeId,
  )
}

/** What the clerks were told last about the meeting on this day. */
async function lastTold(tx: Tx, meeting: MeetingAtHand): Promise<QuorumState> {
  const last = await tx.db.outboxMessage.findFirst({
    where: {
      councilId: tx.councilId,
      kind: messageKinds.quorumChange,
      subject: meeting.id,
      slot: { startsWith: `${meeting.date}/` },
    },
    orderBy: { id: 'desc' },
    select: { slot: true },
  })
  return last ? toldIn(last.slot) : AT_FIRST
}

function slotOf(of: { meeting: string; today: string; from: QuorumState; to: QuorumState }): string {
  return `${of.meeting}/${of.today}/${of.from}/${of.to}`
}

function toldIn(slot: string): QuorumState {
  const to = slot.split('/').at(-1)
  return to === 'certain' || to === 'lost' ? to : AT_FIRST
}
