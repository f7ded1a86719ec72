import type { Temporal } from 'temporal-polyfill'
import type { IntendedMessage, Recipient } from '../database/intended-message.ts'
import { messageKinds } from '../meetings/messages.ts'

interface About {
  readonly committeeId: string
}

/** To the clerks, at most one a day: what of the asking needs a person. */
export function owedMessage(
  of: About & { readonly day: string; readonly recipient: Recipient },
): IntendedMessage {
  return {
    kind: messageKinds.trackerOwed,
    subject: of.committeeId,
    recipient: of.recipient,
    slot: of.day,
    committeeId: of.committeeId,
  }
}

/** To the clerks and the Chair; it says how it was decided once it is. */
export function wishMessage(
  of: About & { readonly wishId: string; readonly recipient: Recipient },
): IntendedMessage {
  return {
    kind: messageKinds.ownerWish,
    subject: of.wishId,
    recipient: of.recipient,
    committeeId: of.committeeId,
  }
}

/** To whoever asked for it, once. */
export function wishDecidedMessage(
  of: About & { readonly wishId: string; readonly personId: string },
): IntendedMessage {
  return {
    kind: messageKinds.ownerWishDecided,
    subject: of.wishId,
    recipient: { person: of.personId },
    committeeId: of.committeeId,
    once: true,
  }
}

/** To whoever owes something from now on: what they were given of one resolution on a day is one message. */
export function givenMessage(
  of: About & { readonly groupKey: string; readonly personId: string; readonly now: Temporal.Instant },
): IntendedMessage {
  return {
    kind: messageKinds.ownerGiven,
    subject: of.groupKey,
    recipient: { person: of.personId },
    slot: of.now.toString().slice(0, 'YYYY-MM-DD'.length),
    committeeId: of.committeeId,
  }
}

interface AboutAnswer extends About {
  readonly answerId: string
}

/** To the senior who clears it; it says how it went once they have. */
export function clearanceMessage(of: AboutAnswer & { readonly personId: string }): IntendedMessage {
  return {
    kind: messageKinds.answerClearance,
    subject: of.answerId,
    recipient: { person: of.personId },
    committeeId: of.committeeId,
  }
}

/** To whoever gave it: it was sent back. */
export function sentBackMessage(of: AboutAnswer & { readonly personId: string }): IntendedMessage {
  return { ...clearanceMessage(of), kind: messageKinds.answerBack, once: true }
}

/** One new line to the asker and to each member; in the clerks' channel with those whom it does not reach. */
export function answerMessage(of: AboutAnswer & { readonly recipient: Recipient }): IntendedMessage {
  return {
    kind: messageKinds.answer,
    subject: of.answerId,
    recipient: of.recipient,
    committeeId: of.committeeId,
  }
}

/** To whoever asked: how it stands, edited as it moves. */
export function myQuestionMessage(
  of: About & { readonly rowId: string; readonly personId: string },
): IntendedMessage {
  return {
    kind: messageKinds.myQuestion,
    subject: of.rowId,
    recipient: { person: of.personId },
    committeeId: of.committeeId,
  }
}
