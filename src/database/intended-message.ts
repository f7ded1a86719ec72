import type { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import type { Prisma } from './generated/client.ts'

/** To whom a message goes: a Slack channel, or a person of the council in their direct message. */
export type Recipient = { readonly channel: string } | { readonly person: string }

/**
 * A message that shall stand in Slack. Its words are not stored: it is rendered from the present state,
 * and entitlement checked, when it is sent (law 2).
 */
export interface IntendedMessage {
  readonly kind: string
  /** What it is about: the id of a meeting, a pack or another message. */
  readonly subject: string
  readonly recipient: Recipient
  /** Tells apart several messages of one kind about one thing to one recipient. */
  readonly slot?: string
  /** Whose clerks hear of trouble with it. */
  readonly committeeId?: string
  /** Doubt about it is settled by sending again. */
  readonly harmless?: boolean
  /** Wanted for good the first time: wanting it again changes nothing, so that a tick can want it every minute. */
  readonly once?: boolean
  /** Not before this instant; at once when absent. */
  readonly dueAt?: Temporal.Instant
}

export function recipientText(recipient: Recipient): string {
  return 'channel' in recipient ? `channel:${recipient.channel}` : `person:${recipient.person}`
}

/** One message has one key, and a key one message: this is what makes an intent exactly-once. */
export function messageKey(message: IntendedMessage): string {
  return [message.kind, message.subject, recipientText(message.recipient), message.slot ?? ''].join('/')
}

/**
 * Want this message to be in Slack and true: posted when it never was, edited when it was. Settled by
 * the unique key inside the statement, since catching a unique-key error would spoil the transaction.
 *
 * An ambiguous message waits for its answer first; a failed or dropped one gets a new chance.
 *
 * @returns whether anything was wanted that was not before: never for a second `once`
 */
export async function wantMessage(
  db: Prisma.TransactionClient,
  councilId: string,
  message: IntendedMessage,
  now: Temporal.Instant,
): Promise<boolean> {
  const dueAt = new Date((message.dueAt ?? now).epochMilliseconds)
  const count = await db.$executeRaw`
    INSERT INTO "OutboxMessage"
      ("id", "councilId", "key", "kind", "subject", "recipient", "slot", "committeeId", "dueAt", "harmless")
    VALUES (${newId()}::uuid, ${councilId}::uuid, ${messageKey(message)}, ${message.kind}, ${message.subject},
      ${recipientText(message.recipient)}, ${message.slot ?? ''}, ${message.committeeId ?? null}::uuid, ${dueAt},
      ${message.harmless ?? false})
    ON CONFLICT ("councilId", "key") DO UPDATE SET
      "wanted" = "OutboxMessage"."wanted" + 1,
      "dueAt" = CASE WHEN "OutboxMessage"."state" IN ('sent', 'failed', 'dropped')
        THEN EXCLUDED."dueAt" ELSE "OutboxMessage"."dueAt" END,
      "attempts" = CASE WHEN "OutboxMessage"."state" IN ('sent', 'failed', 'dropped')
        THEN 0 ELSE "OutboxMessage"."attempts" END,
      "state" = CASE WHEN "OutboxMessage"."state" IN ('sent', 'failed', 'dropped')
        THEN 'pending'::"OutboxState" ELSE "OutboxMessage"."state" END
      WHERE ${!(message.once ?? false)}`
  return count > 0
}

/** Make every message of a kind about a subject true again where one stands; none is newly posted. */
export async function refreshMessages(
  db: Prisma.TransactionClient,
  councilId: string,
  which: {
    readonly kind: string
    readonly subject: string
    readonly recipient?: Recipient
    readonly slot?: string
  },
  now: Temporal.Instant,
): Promise<void> {
  const dueAt = new Date(now.epochMilliseconds)
  const recipient = which.recipient ? recipientText(which.recipient) : null
  const slot = which.slot ?? null
  await db.$executeRaw`
    UPDATE "OutboxMessage" SET
      "wanted" = "wanted" + 1,
      "dueAt" = CASE WHEN "state" = 'sent' THEN ${dueAt} ELSE "dueAt" END,
      "attempts" = CASE WHEN "state" = 'sent' THEN 0 ELSE "attempts" END,
      "state" = CASE WHEN "state" = 'sent' THEN 'pending'::"OutboxState" ELSE "state" END
    WHERE "councilId" = ${councilId}::uuid AND "kind" = ${which.kind} AND "subject" = ${which.subject}
      AND (${recipient}::text IS NULL OR "recipient" = ${recipient})
      AND (${slot}::text IS NULL OR "slot" = ${slot})
      AND "state" NOT IN ('failed', 'dropped')`
}

/** The same for these messages, by key, in one statement however many they are. */
export async function refreshKeys(
  db: Prisma.TransactionClient,
  councilId: string,
  keys: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const dueAt = new Date(now.epochMilliseconds)
  await db.$executeRaw`
    UPDATE "OutboxMessage" SET
      "wanted" = "wanted" + 1,
      "dueAt" = CASE WHEN "state" = 'sent' THEN ${dueAt} ELSE "dueAt" END,
      "attempts" = CASE WHEN "state" = 'sent' THEN 0 ELSE "attempts" END,
      "state" = CASE WHEN "state" = 'sent' THEN 'pending'::"OutboxState" ELSE "state" END
    WHERE "councilId" = ${councilId}::uuid AND "key" = ANY(${[...keys]}::text[])
      AND "state" NOT IN ('failed', 'dropped')`
}
