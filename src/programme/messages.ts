import type { IntendedMessage, Recipient } from '../database/intended-message.ts'
import { messageKinds } from '../meetings/messages.ts'

interface About {
  readonly committeeId: string
}

/** To the clerks: a proposal, kept true until it is decided and afterwards. */
export function proposalMessage(
  of: About & { readonly entryId: string; readonly recipient: Recipient },
): IntendedMessage {
  return {
    kind: messageKinds.proposal,
    subject: of.entryId,
    recipient: of.recipient,
    committeeId: of.committeeId,
  }
}

/** To the clerks, once: that its last day is over. */
export function proposalOverdue(
  of: About & { readonly entryId: string; readonly recipient: Recipient; readonly slot: string },
): IntendedMessage {
  return { ...proposalMessage(of), kind: messageKinds.proposalOverdue, slot: of.slot, once: true }
}

/** To the proposer: one message, which a later decision edits. */
export function decidedMessage(
  of: About & { readonly entryId: string; readonly personId: string },
): IntendedMessage {
  return {
    kind: messageKinds.proposalDecided,
    subject: of.entryId,
    recipient: { person: of.personId },
    committeeId: of.committeeId,
  }
}

/** In the committee's channel. */
export function callInCard(
  of: About & { readonly callInId: string; readonly channelId: string },
): IntendedMessage {
  return {
    kind: messageKinds.callIn,
    subject: of.callInId,
    recipient: { channel: of.channelId },
    committeeId: of.committeeId,
  }
}

export function callInForClerks(
  of: About & { readonly callInId: string; readonly recipient: Recipient },
): IntendedMessage {
  return { ...callInMade(of), kind: messageKinds.callInClerks, once: false }
}

/** One new line: an edit alone notifies nobody. */
export function callInMade(
  of: About & { readonly callInId: string; readonly recipient: Recipient },
): IntendedMessage {
  return {
    kind: messageKinds.callInMade,
    subject: of.callInId,
    recipient: of.recipient,
    committeeId: of.committeeId,
    once: true,
  }
}
