import { type CouncilPerson, membersOn } from '../committees/people.ts'
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
  const people = await concerned(tx, meeting)
  const withSlack = people.filter(({ person }) => person.slackUserId !== undefined)
  for (const { person } of withSlack)
    await tx.show(supplementLine({ ...about, ...of, personId: person.id, now: tx.now }))
  await bringMembersUpToDate(tx, about, withSlack)
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
  people: Awaited<ReturnType<typeof concerned>>,
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
  for (const { person, isSubstitute } of people)
    if (!isSubstitute && !have.has(recipientText({ person: person.id })))
      await tx.show(memberMessage({ ...about, personId: person.id }))
}

/** The members, and named substitutes who have answered: they may be there. */
async function concerned(tx: Tx, meeting: MeetingAtHand) {
  const { councilId, db } = tx
  const members = await membersOn(db, councilId, meeting.committeeId, meeting.date, { substitutes: true })
  const where = { councilId, meetingId: meeting.id }
  const answers = [
    ...(await db.apology.findMany({ where, select: { personId: true } })),
    ...(await db.attendance.findMany({ where, select: { personId: true } })),
  ]
  const answered = new Set(answers.map((row) => row.personId))
  return members
    .filter((member) => member.kind !== 'substitute' || answered.has(member.person.id))
    .map((member) => ({ person: member.person, isSubstitute: member.kind === 'substitute' }))
}
