import { v7 as newId } from 'uuid'
import type { OutboxMessage, PrismaClient } from '../database/generated/client.ts'
import { type HeldMessage, heldOf } from './outgoing-message.ts'
import { type Lane, laneText } from './pace.ts'

/** So many due messages are looked at for one claim; a channel with more than that waits its own turn. */
const LOOK_AHEAD = 500

export interface Claim {
  readonly instance: string
  /** By the movable clock, like the column it is compared with. */
  readonly now: Date
  readonly limit: number
  readonly closed: { readonly councils: readonly string[]; readonly lanes: readonly Lane[] }
}

/**
 * Take due messages for sending: at most one to each recipient, and none to a recipient that any replica
 * is sending to, so that messages to one channel keep their order and its limit. A statement of its own,
 * so that of many replicas each row is taken by one.
 */
export async function claimDue(db: PrismaClient, claim: Claim): Promise<HeldMessage[]> {
  const token = `${claim.instance}/${newId()}`
  const lanes = claim.closed.lanes.map(laneText)
  const rows = await db.$queryRaw<OutboxMessage[]>`
    WITH "due" AS (
      SELECT DISTINCT ON ("councilId", "recipient") "id", "dueAt"
      FROM (
        SELECT "id", "councilId", "recipient", "dueAt" FROM "OutboxMessage"
        WHERE "state" = 'pending' AND "dueAt" <= ${claim.now}
          AND "councilId"::text <> ALL(${claim.closed.councils}::text[])
          AND ("councilId"::text || ' ' || "recipient") <> ALL(${lanes}::text[])
          AND ("councilId", "recipient") NOT IN
            (SELECT "councilId", "recipient" FROM "OutboxMessage" WHERE "state" = 'sending')
        ORDER BY "dueAt", "id" LIMIT ${LOOK_AHEAD}
      ) AS "first"
      ORDER BY "councilId", "recipient", "dueAt", "id"
    ), "mine" AS (
      SELECT "o"."id" FROM "OutboxMessage" AS "o" JOIN "due" ON "due"."id" = "o"."id"
      WHERE "o"."state" = 'pending'
      ORDER BY "due"."dueAt", "o"."id" LIMIT ${claim.limit}
      FOR UPDATE OF "o" SKIP LOCKED
    )
    UPDATE "OutboxMessage" AS "o" SET
      "state" = 'sending', "claimedAt" = now(), "claimedBy" = ${token},
      "slackChannel" = CASE WHEN "slackTs" IS NULL AND "sentAt" IS NULL THEN NULL ELSE "slackChannel" END
    FROM "mine" WHERE "o"."id" = "mine"."id"
    RETURNING "o".*`
  return rows.map(heldOf)
}

/**
 * Say in the record that this message goes on the wire now, and to which channel. From here on a crash
 * leaves doubt; before, it surely was not sent, which a row without a channel shows.
 *
 * @returns whether the message is still ours to send
 */
export async function aboutToPost(db: PrismaClient, held: HeldMessage, channel: string): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE "OutboxMessage" SET "slackChannel" = ${channel}, "shown" = ${held.revision}, "claimedAt" = now()
    WHERE "id" = ${held.id}::uuid AND "councilId" = ${held.councilId}::uuid
      AND "state" = 'sending' AND "claimedBy" = ${held.claimedBy}`
  return count > 0
}

/** The message that the next claim would take first, for tests that stop just before it. */
export async function nextDue(db: PrismaClient, now: Date): Promise<HeldMessage | undefined> {
  const row = await db.outboxMessage.findFirst({
    where: { state: 'pending', dueAt: { lte: now } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  })
  return row ? heldOf(row) : undefined
}

/** What is due, on the wire, or being confirmed by reading: what will move without anybody's doing. */
export async function countWaiting(db: PrismaClient, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ waiting: number }[]>`
    SELECT (
      (SELECT count(*) FROM "OutboxMessage"
        WHERE ("state" = 'pending' AND "dueAt" <= ${now}) OR "state" = 'sending')
      + (SELECT count(*) FROM "OutboxMessage" AS "o"
        WHERE "o"."state" = 'ambiguous' AND "o"."recipient" LIKE 'person:%' AND "o"."sentAt" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "OutboxTrouble" AS "t" WHERE "t"."councilId" = "o"."councilId"
            AND "t"."messageId" = "o"."id" AND "t"."reference" = "o"."reference"))
    )::int AS "waiting"`
  return row?.waiting ?? 0
}
