import type { Logger } from 'pino'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { PrismaClient } from '../database/generated/client.ts'
import type { Houses } from '../database/houses.ts'

const eventBody = z.looseObject({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  event: z.looseObject({ type: z.string() }),
})
export type EventBody = z.infer<typeof eventBody>

/** After so many tries an event is left for a person to find in the log. */
const MAX_ATTEMPTS = 5
/** A claim older than this belongs to a process that is gone. Real seconds. */
const CLAIM_SECONDS = 60
/** Slack delivers an event again for an hour at most; a few days leave room for its troubles. */
const KEPT_DAYS = 7

/**
 * Events are acknowledged by Bolt before they are handled, so that one that fails is never delivered
 * again (slack.md D2.5). They are stored first, once per `event_id`, and handled again after a crash.
 */
export interface Inbox {
  /** `fresh` when this delivery is the first; a workspace that no council owns keeps nothing. */
  receive(body: EventBody): Promise<{ readonly fresh: boolean }>
  /** The event is done with, unless a listener said that it failed. */
  finished(body: EventBody): Promise<void>
  /** It was not handled: it is claimed again later, a few times. Says what the person should be told. */
  failed(body: EventBody, reference: string): Promise<'tried-again' | 'tried-again-quietly' | 'given-up'>
  /**
   * Events left unhandled by a process that is gone, claimed for this one.
   *
   * @param all no other process can be handling any
   */
  claimLeftBehind(all: boolean): Promise<readonly EventBody[]>
  /** How many events wait to be handled. */
  waiting(): Promise<number>
}

/** The event in a request body, or `undefined` for anything else that Slack sends. */
export function eventOf(body: unknown): EventBody | undefined {
  const parsed = eventBody.safeParse(body)
  return parsed.success ? parsed.data : undefined
}

const byABot = z.looseObject({ bot_id: z.string() })

/** Slack tells the bot of its own messages and edits too; nobody waits for an answer to those. */
export function isOwnEcho({ event }: EventBody): boolean {
  const parts = [event, event['message'], event['previous_message']]
  return parts.some((part) => byABot.safeParse(part).success)
}

const kept = z.object({
  type: z.string(),
  team_id: z.string(),
  event_id: z.string(),
  event: z.object({
    type: z.string(),
    subtype: z.string().optional(),
    user: z.string().optional(),
    channel: z.string().optional(),
    channel_type: z.string().optional(),
    ts: z.string().optional(),
    files: z.array(z.object({ id: z.string(), name: z.string().nullish() })).optional(),
  }),
})

/** Of an event only what handling it needs: what people write to the bot may be private, and is not kept. */
function whatIsKept(body: EventBody): z.infer<typeof kept> {
  return kept.parse(body)
}

export function openInbox(ground: { prisma: PrismaClient; houses: Houses; log: Logger }): Inbox {
  const { prisma, houses } = ground
  const failedHere = new Set<string>()

  async function whereOf(body: EventBody) {
    const house = await houses.ofTeam(body.team_id)
    return house ? { councilId: house.councilId, eventId: body.event_id } : undefined
  }

  return {
    async receive(body) {
      const where = await whereOf(body)
      // Nobody's workspace yet: nothing to keep, the listener answers that it is not set up.
      if (!where) return { fresh: true }
      const stored = await prisma.$executeRaw`
        INSERT INTO "InboxEvent" ("id", "councilId", "eventId", "body", "claimedAt", "attempts")
        VALUES (${newId()}::uuid, ${where.councilId}::uuid, ${where.eventId}, ${JSON.stringify(whatIsKept(body))}::jsonb, now(), 1)
        ON CONFLICT ("councilId", "eventId") DO NOTHING`
      return { fresh: stored === 1 }
    },

    async finished(body) {
      if (failedHere.delete(body.event_id)) return
      const where = await whereOf(body)
      if (where)
        await prisma.inboxEvent.updateMany({
          where,
          data: { handledAt: new Date(), problem: null, body: {} },
        })
    },

    async failed(body, reference) {
      // Kept here first: the database itself may be what failed, and the claim then simply grows old.
      failedHere.add(body.event_id)
      try {
        const where = await whereOf(body)
        if (!where) return 'given-up'
        const row = await prisma.inboxEvent.update({
          where: { councilId_eventId: where },
          data: { claimedAt: null, problem: reference },
        })
        if (row.attempts >= MAX_ATTEMPTS) return 'given-up'
        return row.attempts === 1 ? 'tried-again' : 'tried-again-quietly'
      } catch (error) {
        ground.log.warn({ err: error, reference }, 'the failure of an event could not be noted')
        return 'tried-again'
      }
    },

    async claimLeftBehind(all) {
      await prisma.$executeRaw`
        DELETE FROM "InboxEvent" WHERE "handledAt" < now() - make_interval(days => ${KEPT_DAYS})`
      const rows = await prisma.$queryRaw<{ body: unknown }[]>`
        UPDATE "InboxEvent" SET "claimedAt" = now(), "attempts" = "attempts" + 1
        WHERE "id" IN (
          SELECT "id" FROM "InboxEvent"
          WHERE "handledAt" IS NULL AND "attempts" < ${MAX_ATTEMPTS}
            AND (${all} OR "claimedAt" IS NULL OR "claimedAt" < now() - make_interval(secs => ${CLAIM_SECONDS}))
          ORDER BY "receivedAt" LIMIT 100 FOR UPDATE SKIP LOCKED)
        RETURNING "body"`
      return rows.flatMap((row) => eventOf(row.body) ?? [])
    },

    async waiting() {
      return prisma.inboxEvent.count({ where: { handledAt: null, attempts: { lt: MAX_ATTEMPTS } } })
    },
  }
}
