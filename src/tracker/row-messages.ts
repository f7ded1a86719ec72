import type { IntendedMessage, Recipient } from '../database/intended-message.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { refreshOwed } from './tell-owed.ts'
import type { TrackedRow } from './types.ts'

/** To the clerks, one a meeting: what the tracker has taken over from it, and what they have still to say. */
export function trackedMessage(of: {
  readonly meetingId: string
  readonly committeeId: string
  readonly recipient: Recipient
}): IntendedMessage {
  return {
    kind: messageKinds.tracked,
    subject: of.meetingId,
    recipient: of.recipient,
    committeeId: of.committeeId,
  }
}

/** Make true again what stands in Slack about a row. Every use case that changes one ends with this. */
export async function refreshRow(
  tx: Tx,
  { id, groupKey, meetingId }: Pick<TrackedRow, 'id' | 'groupKey' | 'meetingId'>,
): Promise<void> {
  await refreshOwed(tx, { id, groupKey })
  if (meetingId === undefined) return
  await tx.refresh({ kind: messageKinds.tracked, subject: meetingId })
}
