import type { CouncilPerson } from '../committees/people.ts'
import { recipientText } from '../database/intended-message.ts'
import type { Tx } from '../database/transact.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import {
  clerksList,
  memberMessage,
  messageKinds,
  packCard,
  type SupplementTold,
  supplementLine,
  supplementReply,
} from '../meetings/messages.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'
import { hasOwnMessage, type ToldOfMeeting, whoIsTold } from '../meetings/who-is-told.ts'

export interface SupplementAudience {
  /** How many people get the line in their direct message. */
  readonly told: number
  readonly withoutSlack: readonly CouncilPerson[]
}

/**
 * Everybody hears of a supplement or of its withdrawal: the card and each member's one message are brought up
 * to date, the card's thread says what changed, and each member gets one new line.
 */
export async function tellOfSupplement(
  tx: Tx,
  meeting: MeetingAtHand,
  of: { readonly number: number; readonly told: SupplementTold },
): Promise<SupplementAudience> {
  const about = { meetingId: meeting.id, committeeId: meeting.committeeId }
  const people = await whoIsTold(tx, meeting, meeting.date)
  const withSlack = people.filter(({ person }) => person.slackUserId !== undefined)
  for (const { person } of withSlack)
    await tx.show(supplementLine({ ...about, ...of, personId: person.id, now: tx.now }))
  await bringMembersUpToDate(tx, about, withSlack)
  await refreshReminders(tx, { subject: meeting.id })
  // The card goes first: the reply stands in its thread.
  if (meeting.channelId) {
    await tx.show(packCard({ ...about, channelId: meeting.channelId }))
    await tx.show(supplementReply({ ...about, ...of, channelId: meeting.channelId }))
  }
  if (meeting.clerksChannelId) await tx.show(clerksList({ ...about, channelId: meeting.clerksChannelId }))
  return {
    told: withSlack.length,
    withoutSlack: people.flatMap(({ person }) => (person.slackUserId === undefined ? [person] : [])),
  }
}

/**
 * Nearly everybody has their one message already: these are made true together, since Slack waits three
 * seconds for an answer and eighty statements are many. Whoever has none, or lost it, gets it now.
 */
async function bringMembersUpToDate(
  tx: Tx,
  about: { readonly meetingId: string; readonly committeeId: string },
  people: readonly ToldOfMeeting[],
): Promise<void> {
  const { member: kind } = messageKinds
  const standing = await tx.db.outboxMessage.findMany({
    where: {
      councilId: tx.councilId,
      kind,
      subject: about.meetingId,
      state: { notIn: ['failed', 'dropped'] },
    },
    select: { recipient: true },
  })
  const have = new Set(standing.map(({ recipient }) => recipient))
  await tx.refresh({ kind, subject: about.meetingId })
  for (const told of people)
    if (hasOwnMessage(told) && !have.has(recipientText({ person: told.person.id })))
      await tx.show(memberMessage({ ...about, personId: told.person.id }))
}
