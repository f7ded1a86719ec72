import { toDate } from '../calendar/civil.ts'
import { claimDue, countWaiting, nextDue } from './claim.ts'
import { confirmDoubtful, type Readings } from './confirm.ts'
import { openDatabaseWatch } from './database-watch.ts'
import type { DeliveryGround } from './ground.ts'
import { sortLeftBehind } from './left-behind.ts'
import type { HeldMessage } from './outgoing-message.ts'
import { openPace } from './pace.ts'
import { laneOf, send } from './send.ts'

export type { DeliveryGround, SendPoint } from './ground.ts'

/** From intended messages to Slack's answers (law 2). It runs from opening to closing. */
export interface Delivery {
  /** Something was just committed that shall be sent: do not wait for the next look. */
  wake(): void
  /** How many messages will move without anybody's doing: due now, on the wire, or being confirmed. */
  waiting(): Promise<number>
  /** Takes nothing more and finishes what is on the wire. Closing twice is the same as once. */
  close(): Promise<void>
}

/** A few at a time: Slack allows about one a second, so more would only wait in the SDK. */
const AT_ONCE = 8
/** For messages that fall due, or that another process wanted. */
const LOOK_EVERY_MS = 500
const SORT_EVERY_MS = 5_000
const CONFIRM_EVERY_MS = 1_000

export function openDelivery(ground: DeliveryGround): Delivery {
  const pace = openPace(ground.pace)
  const watch = openDatabaseWatch(ground.log)
  const conversations = new Map<string, string>()
  const readings: Readings = new Map()
  const sending = new Map<Promise<void>, string>()
  let sortedAt: number | undefined
  let confirmedAt = 0
  let wake = () => {}
  let woken = false
  let closing = false

  const sortAndConfirm = async () => {
    if (sortedAt === undefined || performance.now() - sortedAt >= SORT_EVERY_MS) {
      await sortLeftBehind(ground, new Set(sending.values()), ground.embedded && sortedAt === undefined)
      sortedAt = performance.now()
    }
    if (performance.now() - confirmedAt >= Math.min(CONFIRM_EVERY_MS, ground.confirmAfterMs ?? Infinity)) {
      await confirmDoubtful(ground, readings)
      confirmedAt = performance.now()
    }
  }

  const take = async () => {
    const free = AT_ONCE - sending.size
    if (free <= 0) return
    const now = toDate(ground.now())
    if (ground.atPoint) {
      const next = await nextDue(ground.prisma, now)
      if (next) await ground.atPoint('before-claim', next)
    }
    const closed = pace.closed()
    const limit = Math.min(free, closed.room)
    const taken = await claimDue(ground.prisma, { instance: ground.instance, now, limit, closed })
    for (const held of taken) start(held)
    // As many as were asked for: there may be more, for which nobody wakes us.
    if (taken.length === limit) woken = true
  }

  const start = (held: HeldMessage) => {
    pace.spend(laneOf(held))
    const work = send({ ground, pace, conversations, insist: (it) => watch.insist(it, () => closing) }, held)
      .catch((error: unknown) => watch.failed(error, held.id))
      .finally(() => {
        sending.delete(work)
        rouse()
      })
    sending.set(work, held.claimedBy)
  }

  const rouse = () => {
    woken = true
    wake()
  }

  const rest = async (ms: number) => {
    if (!woken && !closing)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    woken = false
  }

  const run = async () => {
    while (!closing) {
      try {
        await sortAndConfirm()
        await take()
        watch.well()
        await rest(Math.min(LOOK_EVERY_MS, Math.ceil(pace.opensIn() ?? LOOK_EVERY_MS)))
      } catch (error) {
        watch.failed(error)
        woken = false
        await rest(watch.backOffMs())
      }
    }
    await Promise.all(sending.keys())
  }

  const running = run()
  return {
    wake: rouse,
    waiting: async () => Math.max(sending.size, await countWaiting(ground.prisma, toDate(ground.now()))),
    close() {
      closing = true
      rouse()
      return running
    },
  }
}
