import { toDate } from '../calendar/civil.ts'
import type { PrismaClient } from '../database/generated/client.ts'
import { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { done, refused } from '../outcome.ts'
import type { HeldMessage } from './outgoing-message.ts'
import { backoffMs, MOST_TRIES } from './retry.ts'
import { homesNotTrueAnyMore } from './stale-homes.ts'
import { isNotice, recordTrouble, settleTroubles } from './trouble.ts'

/** What was learnt is recorded only while the message is still held by this claim: see `HeldMessage.claimedBy`. */
export function isHeld(held: HeldMessage): Prisma.Sql {
  return Prisma.sql`"id" = ${held.id}::uuid AND "councilId" = ${held.councilId}::uuid
    AND "state" = 'sending' AND "claimedBy" = ${held.claimedBy}`
}

/**
 * It stands in Slack as rendered. What was wanted meanwhile makes it pending again: edits merge. An
 * answer that comes after another replica thought this one dead still settles the doubt.
 *
 * @returns whether it was recorded; if not, somebody decided otherwise meanwhile
 */
export async function recordSent(
  house: House,
  held: HeldMessage,
  place: { readonly channel: string; readonly ts: string },
): Promise<boolean> {
  const now = toDate(house.now())
  const sent = Prisma.sql`
    "state" = CASE WHEN "wanted" > ${held.revision} THEN 'pending'::"OutboxState" ELSE 'sent'::"OutboxState" END,
    "dueAt" = CASE WHEN "wanted" > ${held.revision} THEN ${now} ELSE "dueAt" END,
    "shown" = ${held.revision}, "attempts" = 0, "slackChannel" = ${place.channel}, "slackTs" = ${place.ts},
    "sentAt" = COALESCE("sentAt", ${now}), "problem" = NULL, "reference" = NULL,
    "claimedAt" = NULL, "claimedBy" = NULL`
  if (!held.troubled) {
    const count = await house.db.$executeRaw`
      WITH "home" AS (${homesNotTrueAnyMore(held)})
      UPDATE "OutboxMessage" SET ${sent} WHERE ${isHeld(held)}`
    if (count > 0) return true
  }
  const outcome = await house.transact(SCRUTINEER, async (tx) => {
    const count = await tx.db.$executeRaw`
      UPDATE "OutboxMessage" SET ${sent}
      WHERE "id" = ${held.id}::uuid AND "councilId" = ${held.councilId}::uuid
        AND "state" IN ('sending', 'ambiguous') AND "claimedBy" = ${held.claimedBy}`
    if (count === 0) return refused({ code: 'not-held' })
    await settleTroubles(tx, held.id, { how: 'sentSince' })
    await tx.db.$executeRaw(homesNotTrueAnyMore(held))
    return done(undefined)
  })
  return outcome.ok
}

/** Nobody shall get it any more; where it stands already it stays as it is. */
export async function recordDropped(house: House, held: HeldMessage, code: string): Promise<void> {
  const now = toDate(house.now())
  await house.transact(SCRUTINEER, async (tx) => {
    const count = await tx.db.$executeRaw`
      UPDATE "OutboxMessage" SET
        "state" = CASE WHEN "wanted" > ${held.revision}
          THEN 'pending'::"OutboxState" ELSE 'dropped'::"OutboxState" END,
        "dueAt" = CASE WHEN "wanted" > ${held.revision} THEN ${now} ELSE "dueAt" END,
        "problem" = ${code}, "reference" = NULL, "attempts" = 0, "claimedAt" = NULL, "claimedBy" = NULL
      WHERE ${isHeld(held)}`
    if (count > 0 && held.troubled) await settleTroubles(tx, held.id, { how: 'dropped' })
  })
}

/** Slack limits: the same message again at that time, as if it had not been tried. */
export async function recordLimited(db: PrismaClient, held: HeldMessage, until: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE "OutboxMessage" SET "state" = 'pending', "dueAt" = ${until}, "claimedAt" = NULL, "claimedBy" = NULL
    WHERE ${isHeld(held)}`
}

export interface Setback {
  readonly code: string
  readonly reference: string
}

/**
 * Surely without effect: again after a while, or to a person when that was tried often enough. A notice
 * to the clerks is tried for as long as it takes, since after an outage nothing else tells them.
 */
export async function recordSetback(house: House, held: HeldMessage, setback: Setback): Promise<void> {
  const tries = held.attempts + 1
  if (tries >= MOST_TRIES && !isNotice(held))
    return recordTrouble(house, held, { ...setback, kind: 'undelivered' })
  const dueAt = toDate(house.now().add({ milliseconds: backoffMs(tries) }))
  await house.db.$executeRaw`
    UPDATE "OutboxMessage" SET "state" = 'pending', "attempts" = ${tries}, "dueAt" = ${dueAt},
      "problem" = ${setback.code}, "claimedAt" = NULL, "claimedBy" = NULL
    WHERE ${isHeld(held)}`
}

/**
 * A direct message that may have been sent: it is looked for in the conversation before anybody is
 * asked. The claim stays on the row, as the start of the search and for an answer that comes late.
 */
export async function recordToBeConfirmed(house: House, held: HeldMessage, setback: Setback): Promise<void> {
  await house.db.$executeRaw`
    UPDATE "OutboxMessage" SET "state" = 'ambiguous', "problem" = ${setback.code}, "reference" = ${setback.reference}
    WHERE ${isHeld(held)}`
}
