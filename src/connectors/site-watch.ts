import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import { civilDate, toDate } from '../calendar/civil.ts'
import type { PrismaClient } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Houses } from '../database/houses.ts'
import type { PackDesk } from '../publications/pack-desk.ts'
import { answerMemory } from './answer-memory.ts'
import { askSite } from './ask-site.ts'
import { type ClaimedWatch, claimLooks, releaseLook } from './claim-looks.ts'
import { giveLeftBehind } from './left-behind.ts'
import { noteFailure } from './note-failure.ts'
import { publishByItself } from './publish-by-itself.ts'
import { recordLook } from './record-look.ts'
import { nextLook } from './rules.ts'
import { openSiteClient, type SiteLimits } from './site-client.ts'
import type { LookProblem } from './types.ts'

/** Different sites are looked at side by side; each of them by itself. */
const SITES_AT_ONCE = 4
const CLOSE_WITHIN_MS = 5_000

export interface SiteWatchGround {
  readonly prisma: PrismaClient
  readonly houses: Houses
  readonly desk: PackDesk
  readonly limits: Omit<SiteLimits, 'signal'>
  readonly log: Logger
  now(): Temporal.Instant
  /** From 0 to 1: so that not every site is asked in the same minute. */
  chance?(): number
}

/** Looks at the sites of watched committees when they are due, which the database knows. */
export interface SiteWatch {
  /** Look at what is due now, beside everything else. */
  wake(): void
  /** How many looks are under way. */
  busy(): number
  /** Ends the looks; what was not done is due again at the next start. */
  close(): Promise<void>
}

export function openSiteWatch(ground: SiteWatchGround): SiteWatch {
  const { prisma, houses, log, chance = Math.random } = ground
  const memory = answerMemory()
  const ending = new AbortController()
  const running = new Set<Promise<void>>()

  async function look(watch: ClaimedWatch): Promise<void> {
    const house = await houses.of(watch.councilId)
    const next = (failures: number, problem?: LookProblem) =>
      nextLook(ground.now(), {
        timeZone: house.timeZone,
        failures,
        retryAfterMs: problem?.retryAfterMs,
        chance: chance(),
      })
    try {
      const asked = await ask(house, watch)
      if (ending.signal.aborted) return await releaseLook(prisma, watch)
      if (!asked.ok)
        return await noteFailure(house, watch, asked.refusal, (count) => next(count, asked.refusal))
      await recordLook(house, watch, asked.value, next(0))
    } catch (error) {
      await noteFailure(house, watch, { code: 'fault' }, next, error)
      return
    }
    await beside(watch, () => giveLeftBehind(house, watch, ground.desk))
    await beside(watch, () => publishByItself(house, watch, ground.desk))
  }

  /** What comes after a look is done again after the next one. */
  async function beside(watch: ClaimedWatch, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.error({ err: error, watched: watch.id }, 'papers found on a site wait for the next look')
    }
  }

  async function ask(house: House, watch: ClaimedWatch) {
    const known = await house.db.seenMeeting.findMany({
      where: { councilId: house.councilId, watchedId: watch.id },
      select: { siteMeetingId: true },
    })
    await using client = openSiteClient({ ...ground.limits, signal: ending.signal }, memory)
    const today = civilDate(ground.now(), house.timeZone).toString()
    return await askSite(client, watch, today, new Set(known.map((it) => it.siteMeetingId)))
  }

  /** Until nothing is due: another committee of a site may be when the one before it is done. */
  async function lookUntilDone(): Promise<void> {
    while (!ending.signal.aborted) {
      const [watch] = await claimLooks(prisma, toDate(ground.now()), 1)
      if (!watch) return
      await look(watch).catch((error: unknown) =>
        log.error({ err: error, watched: watch.id }, 'a look could not be recorded; its claim grows old'),
      )
    }
  }

  return {
    wake() {
      // A slow site keeps one of them, and none of the others waiting.
      while (running.size < SITES_AT_ONCE && !ending.signal.aborted) {
        const run = lookUntilDone()
          .catch((error: unknown) => {
            if (!ending.signal.aborted) log.error({ err: error }, 'watched sites wait for the next minute')
          })
          .finally(() => running.delete(run))
        running.add(run)
      }
    },
    busy: () => running.size,
    async close() {
      ending.abort()
      await Promise.race([Promise.allSettled(running), pause(CLOSE_WITHIN_MS)])
    },
  }
}
