import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { recipientText } from '../database/intended-message.ts'
import { newReference } from '../slack/trouble.ts'
import { type Attempt, attempt, type Conversations } from './attempt.ts'
import type { DeliveryGround } from './ground.ts'
import type { HeldMessage } from './outgoing-message.ts'
import type { Lane, Pace } from './pace.ts'
import { recordDropped, recordLimited, recordSent, recordSetback, recordToBeConfirmed } from './record.ts'
import { recordTrouble } from './trouble.ts'

export interface Sender {
  readonly ground: DeliveryGround
  readonly pace: Pace
  readonly conversations: Conversations
  /** Does the work, and again while the database is away. */
  insist(work: () => Promise<void>): Promise<void>
}

/** Try one message that this process holds, and record what came of it. */
export async function send(sender: Sender, held: HeldMessage): Promise<void> {
  const { ground } = sender
  const house = await ground.houseOf(held.councilId)
  await ground.atPoint?.('after-claim', held)
  const outcome = await attempt(ground, house, held, sender.conversations)
  if ('sent' in outcome) await ground.atPoint?.('after-accepted', held)
  await sender.insist(() => record(sender, house, held, outcome))
  if ('sent' in outcome) await ground.atPoint?.('after-record', held)
  if ('sent' in outcome) ground.onSent?.()
}

async function record(sender: Sender, house: House, held: HeldMessage, outcome: Attempt): Promise<void> {
  const log = house.log.child({ message: held.id, kind: held.kind })
  if ('lost' in outcome) {
    log.warn('another process took this message for left behind: it is not sent from here')
  } else if ('sent' in outcome) {
    const recorded = await recordSent(house, held, outcome.sent)
    if (!recorded) log.warn({ ...outcome.sent }, 'an answer came too late to be recorded')
  } else if ('dropped' in outcome) {
    log.info({ code: outcome.dropped, stands: held.standing !== undefined }, 'a message is not sent any more')
    await recordDropped(house, held, outcome.dropped)
  } else await recordFailure(sender, house, held, outcome)
}

async function recordFailure(
  sender: Sender,
  house: House,
  held: HeldMessage,
  outcome: Extract<Attempt, { failed: unknown }>,
): Promise<void> {
  const { failed, error } = outcome
  const setback = { code: failed.code, reference: newReference() }
  const log = house.log.child({ message: held.id, kind: held.kind, ...setback, err: error })
  switch (failed.verdict) {
    case 'limited':
      log.debug({ retryAfterMs: failed.retryAfterMs }, 'Slack limits this channel')
      sender.pace.limited(laneOf(held), failed.retryAfterMs)
      return recordLimited(house.db, held, toDate(house.now().add({ milliseconds: failed.retryAfterMs })))
    case 'not-sent':
      log.warn('a message was not sent and is tried again')
      return recordSetback(house, held, setback)
    case 'refused':
      log.error('a message was refused')
      return recordTrouble(house, held, { ...setback, kind: 'undelivered' })
    case 'in-doubt':
      log.error('a message may have been sent')
      if (held.harmless) return recordSetback(house, held, setback)
      if ('person' in held.recipient && !held.sentAt) return recordToBeConfirmed(house, held, setback)
      return recordTrouble(house, held, { ...setback, kind: 'unsure' })
  }
}

export function laneOf(held: HeldMessage): Lane {
  return { councilId: held.councilId, recipient: recipientText(held.recipient) }
}
