import { z } from 'zod'
import { readDuration, readInstant } from '../clock.ts'
import { bodyOf, type ControlCall, ControlError } from './request.ts'

const move = z.union([
  z.object({ set: z.string() }),
  z.object({ advance: z.union([z.string(), z.number().nonnegative()]) }),
])

/** `POST /_local/clock`: move the time of workspace and bots together, forward; answers when every bot has ticked. */
export const moveClock: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, move)
  const before = parts.clock.iso()
  const moved =
    'set' in order
      ? parts.clock.moveTo(understood(() => readInstant(order.set)))
      : parts.clock.advance(understood(() => readDuration(order.advance)))
  if (!moved) throw new ControlError(400, `The clock only goes forward; it is ${before} now.`)
  const { offsetMs } = parts.clock
  const now = parts.clock.iso()
  parts.state.putFacts({ ...parts.state.facts, ...parts.facts, offsetMs })
  parts.changes.touch('all')
  await parts.bots.pushClock(offsetMs, now)
  parts.deliveries.retryDue()
  return { ok: true, now, offsetMs }
}

export const readClock: ControlCall = ({ parts }) => ({
  ok: true,
  now: parts.clock.iso(),
  offsetMs: parts.clock.offsetMs,
})

function understood<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new ControlError(
      400,
      `The time is not understood: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

const patience = z.object({ timeoutMs: z.number().positive().max(600_000).default(15_000) })
const glanceMs = 30

/** `POST /_local/idle`: answers when nothing is under way here or in a bot, seen twice in a row. */
export const waitForIdle: ControlCall = async ({ parts, request }) => {
  const { timeoutMs } = await bodyOf(request, patience)
  const until = Date.now() + timeoutMs
  let calm = 0
  let waiting = 0
  for (;;) {
    const bots = await parts.bots.idleness()
    const here = parts.deliveries.underWay + parts.calls.underWay
    waiting = bots.waiting + here
    calm = bots.idle && here === 0 ? calm + 1 : 0
    if (calm >= 2) return { ok: true, idle: true, waiting: 0 }
    if (Date.now() > until) return { ok: true, idle: false, waiting }
    await new Promise((passed) => setTimeout(passed, glanceMs))
  }
}
