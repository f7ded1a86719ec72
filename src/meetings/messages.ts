import type { IntendedMessage } from '../database/intended-message.ts'

/**
 * The messages that stand in Slack about a meeting or a pack, by key. Use cases want or refresh them;
 * `cards/` renders them from the present state when they are sent.
 */
export const messageKinds = {
  /** One card a meeting in the committee's channel. */
  packCard: 'pack-card',
  /** One direct message a meeting to each member, always showing the present state (law 12). */
  member: 'member',
  /** One list a meeting in the clerks' channel: who comes, who does not. */
  clerks: 'clerks',
  /** How the reading of a pack went, to the clerk who gave it. */
  packReading: 'pack-reading',
  /** An answer to somebody who wrote to the bot. */
  hello: 'hello',
} as const

interface Standing {
  readonly meetingId: string
  readonly committeeId: string
}

export function packCard(of: Standing & { readonly channelId: string }): IntendedMessage {
  return {
    kind: messageKinds.packCard,
    subject: of.meetingId,
    recipient: { channel: of.channelId },
    committeeId: of.committeeId,
  }
}

export function memberMessage(of: Standing & { readonly personId: string }): IntendedMessage {
  return {
    kind: messageKinds.member,
    subject: of.meetingId,
    recipient: { person: of.personId },
    committeeId: of.committeeId,
  }
}

export function clerksList(of: Standing & { readonly channelId: string }): IntendedMessage {
  return {
    kind: messageKinds.clerks,
    subject: of.meetingId,
    recipient: { channel: of.channelId },
    committeeId: of.committeeId,
  }
}

/** @param slot tells apart several messages about one pack, which was given more than once */
export function packReadingMessage(of: {
  readonly packId: string
  readonly clerkId: string
  readonly slot?: string
}): IntendedMessage {
  return {
    kind: messageKinds.packReading,
    subject: of.packId,
    recipient: { person: of.clerkId },
    ...(of.slot === undefined ? {} : { slot: of.slot }),
  }
}

/**
 * @param eventId the event answered: an event that is handled twice is answered once
 * @param slot which answer it is; what the bot can do, when absent
 */
export function helloMessage(of: {
  readonly eventId: string
  readonly personId: string
  readonly slot?: string
}): IntendedMessage {
  return {
    kind: messageKinds.hello,
    subject: of.eventId,
    recipient: { person: of.personId },
    harmless: true,
    ...(of.slot === undefined ? {} : { slot: of.slot }),
  }
}
