import { toInstant } from '../calendar/civil.ts'
import { stamp } from '../calendar/words.en.ts'
import { displayName, personById } from '../committees/people.ts'
import type { OutboxMessage, OutboxTrouble } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import { recipientOf } from '../delivery/outgoing-message.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { type TroubleModel, troubleNotice } from './trouble-view.ts'
import { type Addressee, type NamedMessage, type Settled, words } from './trouble-words.en.ts'

/**
 * The clerks' notice about a message in trouble, true at the moment of sending. It names the message and
 * whom it was for, never what it says.
 */
export const renderTrouble: Renderer = async (house, notice) => {
  const { councilId } = house
  const at = { messageId: notice.subject, councilId, reference: notice.slot }
  const trouble = await house.db.outboxTrouble.findFirst({ where: at })
  const row = await house.db.outboxMessage.findFirst({ where: { id: notice.subject, councilId } })
  if (!trouble || !row) return { drop: 'no-such-trouble' }
  const model = await troubleModel(house, trouble, row)
  if (model.settled && !(await stands(house, notice.id))) return { drop: 'settled' }
  return { post: troubleNotice(model, words) }
}

/** Kinds whose subject is a meeting. */
const ABOUT_MEETINGS: readonly string[] = [
  messageKinds.packCard,
  messageKinds.packFile,
  messageKinds.member,
  messageKinds.clerks,
  messageKinds.meetingChange,
  messageKinds.supplement,
  messageKinds.supplementLine,
]

/** For the map of renderers. */
export const troubleRenderers: readonly (readonly [string, Renderer])[] = [
  ['unsure', renderTrouble],
  ['undelivered', renderTrouble],
]

/** A trouble as its notice says it, wherever that is shown. */
export async function troubleModel(
  house: House,
  trouble: OutboxTrouble,
  row: OutboxMessage,
): Promise<TroubleModel> {
  return {
    messageId: row.id,
    reference: trouble.reference,
    kind: trouble.kind,
    code: trouble.problem,
    message: await nameOf(house, row),
    at: stamp(toInstant(trouble.arisenAt), house.timeZone),
    settled: await settledOf(house, trouble),
  }
}

async function nameOf(house: House, row: OutboxMessage): Promise<NamedMessage> {
  const meeting = ABOUT_MEETINGS.includes(row.kind) ? await meetingAtHand(house, row.subject) : undefined
  return {
    kind: row.kind,
    to: await addresseeOf(house, row),
    about: meeting ? meetingWords.meeting(meeting) : undefined,
  }
}

async function addresseeOf(house: House, row: OutboxMessage): Promise<Addressee> {
  const recipient = recipientOf(row.recipient)
  if ('channel' in recipient) return { channelId: recipient.channel }
  const person = await personById(house, recipient.person)
  return { name: person ? displayName(person) : recipient.person }
}

async function settledOf(house: House, trouble: OutboxTrouble): Promise<Settled | undefined> {
  if (!trouble.settledAt || !trouble.settledHow) return undefined
  const by = trouble.settledById === null ? undefined : await personById(house, trouble.settledById)
  return {
    how: trouble.settledHow,
    by: by ? displayName(by) : undefined,
    at: stamp(toInstant(trouble.settledAt), house.timeZone),
  }
}

async function stands(house: House, noticeId: string): Promise<boolean> {
  const where = { id: noticeId, councilId: house.councilId, slackTs: { not: null } }
  return (await house.db.outboxMessage.count({ where })) > 0
}
