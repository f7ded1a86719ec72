import type { House } from '../database/house.ts'
import { recipientText } from '../database/intended-message.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import { messageKinds } from '../meetings/messages.ts'

/** Where the card of the meeting that a message is about stands in its channel. */
export async function cardAt(house: House, message: OutgoingMessage): Promise<string | undefined> {
  const card = await house.db.outboxMessage.findFirst({
    where: {
      councilId: house.councilId,
      kind: messageKinds.packCard,
      subject: message.subject,
      recipient: recipientText(message.recipient),
      slackTs: { not: null },
    },
    select: { slackTs: true },
  })
  return card?.slackTs ?? undefined
}
