import type { Temporal } from 'temporal-polyfill'
import type { IntendedMessage, Recipient } from '../database/intended-message.ts'

/**
 * The messages that stand in Slack about a meeting or a pack, by key. Use cases want or refresh them;
 * `cards/` renders them from the present state when they are sent.
 */
export const messageKinds = {
  /** One card a meeting in the committee's channel. */
  packCard: 'pack-card',
  /** The public PDF in the thread of the card, where the clerk asked for it. */
  packFile: 'pack-file',
  /** One direct message a meeting to each member, always showing the present state (law 12). */
  member: 'member',
  /** One list a meeting in the clerks' channel: who comes, who does not. */
  clerks: 'clerks',
  /** One message a meeting in the clerks' channel, by which they run it while it sits. */
  control: 'control',
  /** To each member who may vote, where standing orders let them press a button: the question, and how they voted. */
  ballot: 'ballot',
  /** In the committee's channel, where it wants results posted: how a vote ended; edited when it is corrected. */
  voteResult: 'vote-result',
  /** One new line for each change of a meeting, at once: an edit alone notifies nobody. */
  meetingChange: 'meeting-change',
  /** In the thread of the pack card: what a supplement changed, and when it is withdrawn. */
  supplement: 'supplement',
  /** The same as one new line to each member at once: an edit alone notifies nobody. */
  supplementLine: 'supplement-line',
  /** To each person entitled to a restricted paper: that it is there, and where they read it. */
  restricted: 'restricted',
  /** To the clerks: how long the papers of a meeting can still be published lawfully. */
  countdown: 'countdown',
  /** To the clerks at once: the quorum has become certain, likely or lost. */
  quorumChange: 'quorum-change',
  /** To the clerks, and in numbers to the Chair, before a meeting: how its quorum stands. */
  quorumForecast: 'quorum-forecast',
  /** To clerks alone: councillors who come near the end of six months without attending. */
  sixMonths: 'six-months',
  /** One direct message a meeting to each who owes something before its pack: what, and when. */
  reportDuties: 'report-duties',
  /** One new line about it: another day, another report, or that nothing is due. */
  reportLine: 'report-line',
  /** Everything that a person is reminded of on a day, in one message. */
  reminders: 'reminders',
  /** To the clerks: which reports of a meeting are asked for, and what is still missing. */
  reportList: 'report-list',
  /** To the clerks: that a report comes late, and why. */
  reportLate: 'report-late',
  /** How the reading of a pack went, to the clerk who gave it. */
  packReading: 'pack-reading',
  /** To whoever is asked to sit for an absent member: the question, and what became of it. */
  substitution: 'substitution',
  /** One new line about it: agreed, declined, or not needed any more. */
  substitutionLine: 'substitution-line',
  /** To a member and to the Monitoring Officers: that the 28 days after a disclosure run, and until when. */
  disclosureTold: 'disclosure-told',
  /** To the Chair and to those who presented: that the draft minutes can be read and commented on. */
  minutesDraft: 'minutes-draft',
  /** To each member: what the draft minutes say of their being there. */
  minutesCheck: 'minutes-check',
  /** To the clerks: what was said of the draft minutes. */
  minutesComments: 'minutes-comments',
  /** To the clerks: that something was proposed for the work programme, and what became of it. */
  proposal: 'programme-proposal',
  /** To the clerks, once: that nobody has decided on it in time. */
  proposalOverdue: 'programme-overdue',
  /** To whoever proposed it: how it was decided, and why. */
  proposalDecided: 'programme-decided',
  /** In the committee's channel: a decision that can be called in, how many have asked, and until when. */
  callIn: 'call-in',
  /** The same for the clerks, with who asked. */
  callInClerks: 'call-in-clerks',
  /** One new line to the clerks and the Chair: enough have asked, and by when the committee meets. */
  callInMade: 'call-in-made',
  /** To the clerks: what the tracker has taken over from a meeting, and what they have still to say of it. */
  tracked: 'tracked',
  /** To the clerks and the Chair: that an owner asks for more time, or that it is not theirs. */
  ownerWish: 'owner-wish',
  /** To that owner: how it was decided, and why. */
  ownerWishDecided: 'owner-wish-decided',
  /** To whoever was given something that another owed. */
  ownerGiven: 'owner-given',
  /** To the senior who clears an answer before anybody else has it. */
  answerClearance: 'answer-clearance',
  /** To whoever gave an answer: that it was sent back, and why. */
  answerBack: 'answer-back',
  /** One new line to the asker and each member: that something is answered. */
  answer: 'answer',
  /** To whoever asked: how their question stands, edited as it moves. */
  myQuestion: 'my-question',
  /** To the clerks, at most one a day: what of the asking needs a person. */
  trackerOwed: 'tracker-owed',
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

/** Shared once and never again: a file cannot be edited. */
export function packFile(of: Standing & { readonly channelId: string }): IntendedMessage {
  return { ...packCard(of), kind: messageKinds.packFile, once: true }
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

/** In the clerks' channel, or in the direct message of a clerk whose committee has none. */
export function controlMessage(of: Standing & { readonly recipient: Recipient }): IntendedMessage {
  return {
    kind: messageKinds.control,
    subject: of.meetingId,
    recipient: of.recipient,
    committeeId: of.committeeId,
  }
}

export function ballotMessage(of: {
  readonly voteId: string
  readonly committeeId: string
  readonly personId: string
}): IntendedMessage {
  return {
    kind: messageKinds.ballot,
    subject: of.voteId,
    recipient: { person: of.personId },
    committeeId: of.committeeId,
  }
}

/** @param of.number of the vote within the meeting: a correction keeps it */
export function voteResultMessage(
  of: Standing & { readonly channelId: string; readonly number: number },
): IntendedMessage {
  return {
    kind: messageKinds.voteResult,
    subject: of.meetingId,
    recipient: { channel: of.channelId },
    slot: String(of.number),
    committeeId: of.committeeId,
  }
}

/** So long before now, so that the line goes ahead of all the edits that follow from the same change. */
const AHEAD_OF_EDITS = { minutes: 1 }

/** @param number which change of the meeting it tells of */
export function meetingChangeLine(
  of: Standing & { readonly recipient: Recipient; readonly number: number; readonly now: Temporal.Instant },
): IntendedMessage {
  return {
    kind: messageKinds.meetingChange,
    subject: of.meetingId,
    recipient: of.recipient,
    slot: String(of.number),
    committeeId: of.committeeId,
    dueAt: of.now.subtract(AHEAD_OF_EDITS),
  }
}

/** What is told of a supplement: that it is published, or that it is withdrawn. */
export type SupplementTold = 'published' | 'withdrawn'

interface AboutSupplement extends Standing {
  /** Which publication of the meeting it is, counted from 1. */
  readonly number: number
  readonly told: SupplementTold
}

export function supplementReply(of: AboutSupplement & { readonly channelId: string }): IntendedMessage {
  return {
    kind: messageKinds.supplement,
    subject: of.meetingId,
    recipient: { channel: of.channelId },
    slot: supplementSlot(of),
    committeeId: of.committeeId,
  }
}

export function supplementLine(
  of: AboutSupplement & { readonly personId: string; readonly now: Temporal.Instant },
): IntendedMessage {
  return {
    kind: messageKinds.supplementLine,
    subject: of.meetingId,
    recipient: { person: of.personId },
    slot: supplementSlot(of),
    committeeId: of.committeeId,
    dueAt: of.now.subtract(AHEAD_OF_EDITS),
  }
}

export function supplementSlot({ number, told }: { number: number; told: SupplementTold }): string {
  return told === 'published' ? String(number) : `${number} ${told}`
}

/** What a message about a supplement was wanted for, from its slot. */
export function supplementOfSlot(slot: string): { readonly number: number; readonly told: SupplementTold } {
  const [number, told] = slot.split(' ')
  return { number: Number(number), told: told === 'withdrawn' ? 'withdrawn' : 'published' }
}

/** One message a paper and account: an account that became somebody else's keeps no link. */
export function restrictedMessage(of: {
  readonly paperId: string
  readonly committeeId: string
  readonly personId: string
  readonly slackUserId: string
  readonly dueAt?: Temporal.Instant
}): IntendedMessage {
  return {
    kind: messageKinds.restricted,
    subject: of.paperId,
    recipient: { person: of.personId },
    slot: of.slackUserId,
    committeeId: of.committeeId,
    ...(of.dueAt === undefined ? {} : { dueAt: of.dueAt }),
  }
}

interface AboutSubstitution {
  readonly substitutionId: string
  readonly committeeId: string
  readonly personId: string
}

export function substitutionMessage(of: AboutSubstitution): IntendedMessage {
  return {
    kind: messageKinds.substitution,
    subject: of.substitutionId,
    recipient: { person: of.personId },
    committeeId: of.committeeId,
  }
}

/** `ended`: the absent member comes, or somebody else was named; `moved`: the meeting is on another day. */
export type SubstitutionTold = 'accepted' | 'declined' | 'ended' | 'moved'

/** Each is told once of a substitution: what has ended does not begin again. */
export function substitutionLine(
  of: AboutSubstitution & { readonly told: SubstitutionTold; readonly now: Temporal.Instant },
): IntendedMessage {
  return {
    kind: messageKinds.substitutionLine,
    subject: of.substitutionId,
    recipient: { person: of.personId },
    slot: of.told,
    committeeId: of.committeeId,
    dueAt: of.now.subtract(AHEAD_OF_EDITS),
    once: true,
  }
}

/** @param slot the latest lawful day and the step: a meeting that moves is counted down anew */
export function countdownMessage(
  of: Standing & { readonly slot: string; readonly recipient: Recipient },
): IntendedMessage {
  return {
    kind: messageKinds.countdown,
    subject: of.meetingId,
    recipient: of.recipient,
    slot: of.slot,
    committeeId: of.committeeId,
    once: true,
  }
}

/** @param slot the day of the meeting, the day of the change, and from what to what */
export function quorumChangeLine(
  of: Standing & { readonly slot: string; readonly recipient: Recipient },
): IntendedMessage {
  return {
    kind: messageKinds.quorumChange,
    subject: of.meetingId,
    recipient: of.recipient,
    slot: of.slot,
    committeeId: of.committeeId,
    once: true,
  }
}

/** @param slot the day of the meeting and the step */
export function quorumForecastMessage(
  of: Standing & { readonly slot: string; readonly recipient: Recipient },
): IntendedMessage {
  return { ...quorumChangeLine(of), kind: messageKinds.quorumForecast }
}

/** @param of.day on which it is sent: all who are due on a day are in one */
export function sixMonthsMessage(of: {
  readonly councilId: string
  readonly committeeId: string
  readonly day: string
  readonly recipient: Recipient
}): IntendedMessage {
  return {
    kind: messageKinds.sixMonths,
    subject: of.councilId,
    recipient: of.recipient,
    slot: of.day,
    committeeId: of.committeeId,
    once: true,
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

/** One a disclosure and person; it says so when the Monitoring Officer was told. */
export function disclosureToldMessage(of: {
  readonly disclosureId: string
  readonly committeeId: string
  readonly personId: string
}): IntendedMessage {
  return {
    kind: messageKinds.disclosureTold,
    subject: of.disclosureId,
    recipient: { person: of.personId },
    committeeId: of.committeeId,
  }
}
