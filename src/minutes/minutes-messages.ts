import type { IntendedMessage } from '../database/intended-message.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'

interface About {
  readonly meetingId: string
  readonly committeeId: string
}

/** To the Chair and to those who presented something: that the draft can be read, and commented on. */
export function draftMessage(of: About & { readonly personId: string }): IntendedMessage {
  return {
    kind: messageKinds.minutesDraft,
    subject: of.meetingId,
    recipient: { person: of.personId },
    committeeId: of.committeeId,
  }
}

/** To each member: what the minutes say of their being there. */
export function checkMessage(of: About & { readonly personId: string }): IntendedMessage {
  return { ...draftMessage(of), kind: messageKinds.minutesCheck }
}

/** In the clerks' channel: what was said of the draft. */
export function commentsMessage(of: About & { readonly channelId: string }): IntendedMessage {
  return {
    kind: messageKinds.minutesComments,
    subject: of.meetingId,
    recipient: { channel: of.channelId },
    committeeId: of.committeeId,
  }
}

/** Make everything true again that was said of the minutes of a meeting. */
export async function refreshMinutes(tx: Tx, meetingId: string): Promise<void> {
  for (const kind of [messageKinds.minutesDraft, messageKinds.minutesCheck, messageKinds.minutesComments])
    await tx.refresh({ kind, subject: meetingId })
}
