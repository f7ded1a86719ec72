import type { WebClient } from '@slack/web-api'
import { toDate } from '../calendar/civil.ts'
import type { OutboxMessage } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import { verdictOf } from './answers.ts'
import type { DeliveryGround } from './ground.ts'
import { outboxIdOf } from './mark.ts'
import { type HeldMessage, heldOf } from './outgoing-message.ts'
import { backoffMs, MOST_TRIES } from './retry.ts'
import { recordTrouble } from './trouble.ts'

const CONFIRM_AFTER_MS = 3_000
/** What Slack did not answer within the time-out it may still be working on: the search starts later. */
const SLOW_FACTOR = 10
/** Slack's clock and ours differ; a message cannot have been posted before it was due. */
const CLOCKS_DIFFER_S = 300
const PAGE = 100
/** Beyond so many pages the search ends without an answer, and a person decides. */
const MOST_PAGES = 10
/** Reading fails for a moment too; after so many times a person decides. */
const MOST_READINGS = 6

/** What reading the conversation said: where the message stands, that it does not, or that it cannot be told. */
export type Finding =
  | { readonly ts: string }
  | 'absent'
  | { readonly untold: string; readonly again: boolean }

/** Readings that failed for a moment, by message; lost with the process, which only means to read again. */
export type Readings = Map<string, { readonly tries: number; readonly notBefore: number }>

/**
 * Look for the direct messages in doubt: what is found is recorded as sent, what is surely absent is sent
 * again, and for the rest a person is asked. Channels are never read: the bot has no scope for it.
 */
export async function confirmDoubtful(ground: DeliveryGround, readings: Readings): Promise<void> {
  const seconds = (ground.confirmAfterMs ?? CONFIRM_AFTER_MS) / 1000
  const rows = await ground.prisma.$queryRaw<OutboxMessage[]>`
    SELECT * FROM "OutboxMessage" AS "o"
    WHERE "state" = 'ambiguous' AND "recipient" LIKE 'person:%' AND "sentAt" IS NULL
      AND "claimedAt" <= now() - make_interval(secs => ${seconds}::double precision
        * CASE WHEN "problem" = 'timed-out' THEN ${SLOW_FACTOR}::int ELSE 1 END)
      AND NOT EXISTS (SELECT 1 FROM "OutboxTrouble" AS "t" WHERE "t"."councilId" = "o"."councilId"
        AND "t"."messageId" = "o"."id" AND "t"."reference" = "o"."reference")
    ORDER BY "claimedAt" LIMIT 20`
  for (const row of rows) {
    if ((readings.get(row.id)?.notBefore ?? 0) > performance.now()) continue
    await confirmOne(ground, readings, row)
  }
}

async function confirmOne(ground: DeliveryGround, readings: Readings, row: OutboxMessage): Promise<void> {
  const held = heldOf(row)
  const house = await ground.houseOf(held.councilId)
  const log = house.log.child({ message: held.id, kind: held.kind, reference: row.reference })
  const finding = await findingOf(ground, row)
  if (typeof finding === 'object' && 'untold' in finding) {
    const tries = (readings.get(row.id)?.tries ?? 0) + 1
    log.warn({ code: finding.untold, tries }, 'a direct message could not be looked for')
    if (finding.again && tries < MOST_READINGS) {
      readings.set(row.id, { tries, notBefore: performance.now() + backoffMs(tries) })
      return
    }
    readings.delete(row.id)
    const trouble = { kind: 'unsure', code: row.problem ?? '', reference: row.reference ?? '' } as const
    return recordTrouble(house, held, trouble, 'ambiguous')
  }
  readings.delete(row.id)
  if (finding === 'absent') {
    log.info('a direct message in doubt is not there: it is sent again')
    return recordAbsent(house, held, row)
  }
  log.info({ ts: finding.ts }, 'a direct message in doubt was found')
  await recordFound(house, held, finding.ts)
}

async function findingOf(ground: DeliveryGround, row: OutboxMessage): Promise<Finding> {
  if (row.slackChannel === null) return 'absent'
  try {
    const client = await ground.clientOf(row.councilId)
    return await lookFor(client, row.id, row.slackChannel, row.dueAt)
  } catch (error) {
    const verdict = verdictOf(error)
    return { untold: verdict.code, again: verdict.verdict !== 'refused' }
  }
}

/** @throws what the client throws when it cannot read */
async function lookFor(client: WebClient, messageId: string, channel: string, since: Date): Promise<Finding> {
  const oldest = `${Math.floor(since.getTime() / 1000) - CLOCKS_DIFFER_S}.000000`
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.conversations.history({
      channel,
      oldest,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (answer.messages === undefined) return { untold: 'unreadable-answer', again: true }
    const found = answer.messages.find((message) =>
      message.blocks?.some((block) => outboxIdOf(block.block_id) === messageId),
    )
    if (found?.ts !== undefined) return { ts: found.ts }
    cursor = answer.response_metadata?.next_cursor
    if (!cursor) return answer.has_more ? { untold: 'no-cursor', again: false } : 'absent'
  }
  return { untold: 'too-long-ago', again: false }
}

async function recordFound(house: House, held: HeldMessage, ts: string): Promise<void> {
  const now = toDate(house.now())
  await house.db.$executeRaw`
    UPDATE "OutboxMessage" SET
      "state" = CASE WHEN "wanted" > "shown" THEN 'pending'::"OutboxState" ELSE 'sent'::"OutboxState" END,
      "dueAt" = CASE WHEN "wanted" > "shown" THEN ${now} ELSE "dueAt" END,
      "slackTs" = ${ts}, "sentAt" = ${now}, "attempts" = 0, "problem" = NULL, "reference" = NULL,
      "claimedAt" = NULL, "claimedBy" = NULL
    WHERE "id" = ${held.id}::uuid AND "councilId" = ${held.councilId}::uuid
      AND "state" = 'ambiguous' AND "claimedBy" = ${held.claimedBy}`
}

async function recordAbsent(house: House, held: HeldMessage, row: OutboxMessage): Promise<void> {
  const tries = held.attempts + 1
  if (tries >= MOST_TRIES) {
    const trouble = { kind: 'undelivered', code: row.problem ?? '', reference: row.reference ?? '' } as const
    return recordTrouble(house, held, trouble, 'ambiguous')
  }
  const dueAt = toDate(house.now().add({ milliseconds: tries > 1 ? backoffMs(tries) : 0 }))
  await house.db.$executeRaw`
    UPDATE "OutboxMessage" SET "state" = 'pending', "attempts" = ${tries}, "dueAt" = ${dueAt},
      "problem" = NULL, "reference" = NULL, "claimedAt" = NULL, "claimedBy" = NULL
    WHERE "id" = ${held.id}::uuid AND "councilId" = ${held.councilId}::uuid
      AND "state" = 'ambiguous' AND "claimedBy" = ${held.claimedBy}`
}
