import type { OutboxMessage } from '../database/generated/client.ts'
import type { Recipient } from '../database/intended-message.ts'

/** A stored message as a renderer sees it. */
export interface OutgoingMessage {
  readonly id: string
  readonly councilId: string
  readonly key: string
  readonly kind: string
  readonly subject: string
  readonly recipient: Recipient
  readonly slot: string
  readonly committeeId: string | undefined
}

/** A message that this process holds for sending, by the token `claimedBy`. */
export interface HeldMessage extends OutgoingMessage {
  /** The revision that is rendered now: what is wanted later makes it pending again. */
  readonly revision: number
  readonly attempts: number
  readonly harmless: boolean
  readonly claimedBy: string
  readonly dueAt: Date
  readonly sentAt: Date | undefined
  /** Where it stands in Slack already, so that sending means editing. */
  readonly standing: { readonly channel: string; readonly ts: string } | undefined
  /** It had trouble before, which its next sending settles. */
  readonly troubled: boolean
}

/** @throws on a recipient that `recipientText` never wrote. */
export function recipientOf(text: string): Recipient {
  const [what, ...rest] = text.split(':')
  const id = rest.join(':')
  if (id !== '' && what === 'channel') return { channel: id }
  if (id !== '' && what === 'person') return { person: id }
  throw new Error(`"${text}" is not a recipient`)
}

export function outgoingOf(row: OutboxMessage): OutgoingMessage {
  return {
    id: row.id,
    councilId: row.councilId,
    key: row.key,
    kind: row.kind,
    subject: row.subject,
    recipient: recipientOf(row.recipient),
    slot: row.slot,
    committeeId: row.committeeId ?? undefined,
  }
}

export function heldOf(row: OutboxMessage): HeldMessage {
  return {
    ...outgoingOf(row),
    revision: row.wanted,
    attempts: row.attempts,
    harmless: row.harmless,
    claimedBy: row.claimedBy ?? '',
    dueAt: row.dueAt,
    sentAt: row.sentAt ?? undefined,
    standing:
      row.slackChannel !== null && row.slackTs !== null
        ? { channel: row.slackChannel, ts: row.slackTs }
        : undefined,
    troubled: row.reference !== null,
  }
}
