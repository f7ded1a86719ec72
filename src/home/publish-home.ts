import { setTimeout as pause } from 'node:timers/promises'
import type { HomeView } from '@slack/types'
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { PrismaClient } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Houses } from '../database/houses.ts'
import { platformError } from '../slack/platform-error.ts'
import type { Visitor } from '../slack/visitor.ts'
import {
  givenUp,
  type HomePages,
  type HomeTab,
  isAnyTab,
  markStale,
  openTab,
  published,
  staleTabs,
  tabOfPerson,
  turnTab,
} from './home-tabs.ts'

/** Keeps every Home that somebody has open true. */
export interface Homes {
  /** Somebody opens theirs: shown at once. */
  opened(visitor: Visitor): Promise<void>
  /** Another page of one of its lists. */
  turned(visitor: Visitor, list: string, page: number): Promise<void>
  /** They did something: what they see may not be true any more. Never fails, and nobody waits for it. */
  touched(visitor: Visitor): void
  /** Something was told to somebody: look at who waits. */
  wake(): void
  /** Time has passed, or another replica was busy. */
  tick(): Promise<void>
  /** How many wait or are being shown in this process. */
  busy(): number
  close(): Promise<void>
}

export interface HomesGround {
  readonly prisma: PrismaClient
  readonly houses: Houses
  readonly log: Logger
  /** The background client: a storm of these must not delay an answer to somebody. */
  clientOf(councilId: string): Promise<WebClient>
  render(house: House, personId: string, pages: HomePages): Promise<HomeView>
}

/** What comes within it is shown together. */
const DEBOUNCE_MS = 400
/** So many at once after a quiet time, then one a second: views.publish is of Tier 4, a hundred a minute. */
const BURST = 20
const GAP_MS = 1_000
/** After that many in one turn others get theirs first. */
const TURN = 20

export function openHomes(ground: HomesGround): Homes {
  const { prisma, houses, log } = ground
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let closed = false
  let marking = 0
  // While nobody has opened theirs there is nothing to look for.
  let isAnyOpen = false
  let tokens = BURST
  let filledAt = performance.now()
  const closing = new AbortController()

  async function ownPace(): Promise<void> {
    const now = performance.now()
    tokens = Math.min(BURST, tokens + (now - filledAt) / GAP_MS)
    filledAt = now
    tokens -= 1
    if (tokens < 0) await pause(-tokens * GAP_MS, undefined, { signal: closing.signal })
  }

  function schedule(): void {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      if (running) again = true
      else run()
    }, DEBOUNCE_MS)
  }

  function run(): void {
    running = bringUp()
      .catch((error: unknown) => {
        if (!closed)
          log.warn({ err: error }, 'the Homes could not be brought up to date; tried again in a minute')
      })
      .finally(() => {
        running = undefined
        if (again) {
          again = false
          schedule()
        }
      })
  }

  /** Each once in a turn: one that cannot be shown waits for the next tick, and keeps no other waiting. */
  async function bringUp(): Promise<void> {
    const tried: string[] = []
    for (;;) {
      const tabs = await staleTabs(prisma, TURN, tried)
      if (tabs.length === 0) return
      for (const tab of tabs) {
        if (closed) return
        tried.push(tab.id)
        const house = await houses.of(tab.councilId)
        await ownPace()
        const shown = await show(house, tab).catch((error: unknown) => notShown(house, tab, error))
        if (shown === 'limited') return
      }
    }
  }

  async function notShown(house: House, tab: HomeTab, error: unknown): Promise<'limited' | undefined> {
    const code = platformError(error)
    house.log.warn({ err: error, person: tab.personId, code }, 'a Home could not be shown')
    if (error instanceof WebAPIRateLimitedError) {
      // All of them rest, for as long as Slack says.
      tokens = -error.retryAfter * (1_000 / GAP_MS)
      filledAt = performance.now()
      schedule()
      return 'limited'
    }
    // What Slack refuses it refuses again; anything else is tried at the next tick.
    if (code !== undefined && code !== 'hash_conflict') await givenUp(house, tab)
    return undefined
  }

  /** Render from the present state and publish, unless a newer one is there: then read all of it again. */
  async function show(house: House, tab: HomeTab): Promise<void> {
    const person = await house.db.person.findFirst({
      where: { councilId: house.councilId, id: tab.personId },
      select: { slackUserId: true },
    })
    if (!person?.slackUserId) return givenUp(house, tab)
    const client = await ground.clientOf(house.councilId)
    let now: HomeTab = tab
    for (const withHash of [true, true, false]) {
      const view = await ground.render(house, now.personId, now.pages)
      try {
        const answer = await client.views.publish({
          user_id: person.slackUserId,
          view,
          ...(withHash && now.hash !== '' ? { hash: now.hash } : {}),
        })
        return await published(house, now, answer.view?.hash ?? '')
      } catch (error) {
        if (platformError(error) !== 'hash_conflict') throw error
        // Another replica was quicker. The last try says no hash: nothing is newer than what was just read.
        now = (await tabOfPerson(house, now.personId)) ?? now
      }
    }
  }

  return {
    async opened(visitor) {
      isAnyOpen = true
      const tab = await openTab(visitor.house, visitor.personId)
      await show(visitor.house, tab)
    },
    async turned(visitor, list, page) {
      await turnTab(visitor.house, visitor.personId, list, page)
      const tab = await tabOfPerson(visitor.house, visitor.personId)
      if (tab) await show(visitor.house, tab)
    },
    touched(visitor) {
      if (!isAnyOpen) return
      marking += 1
      markStale(visitor.house, visitor.personId)
        .then((isOpen) => isOpen && schedule())
        .catch((error: unknown) => log.warn({ err: error }, 'a Home could not be marked'))
        .finally(() => {
          marking -= 1
        })
    },
    wake() {
      if (isAnyOpen) schedule()
    },
    async tick() {
      isAnyOpen = await isAnyTab(prisma)
      if (isAnyOpen) schedule()
    },
    busy: () => marking + (timer || running ? 1 : 0),
    async close() {
      closed = true
      clearTimeout(timer)
      timer = undefined
      closing.abort()
      await running
    },
  }
}
