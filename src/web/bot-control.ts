import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { type Route, readJson, sendJson, WebRefusal } from './routes.ts'

/*
 * How the local workspace and the command line steer a running bot. From this machine only.
 */

const clockMove = z.object({ offsetMs: z.number(), now: z.string() })
const commandOrder = z.object({
  args: z.array(z.string()).min(1),
  files: z.record(z.string(), z.base64()).default({}),
})

export type ClockMove = z.infer<typeof clockMove>

/** What a command printed, and how it ended. */
export const commandAnswer = z.object({ code: z.int(), out: z.string(), err: z.string() })
export type CommandAnswer = z.infer<typeof commandAnswer>

/** A command may bring an import file along; nothing larger is ever sent here. */
const MOST_COMMAND_BYTES = 2 * 1024 * 1024
const MOST_CLOCK_BYTES = 1024

/** What the local workspace asks of the bot; never offered with real Slack. */
export interface WorkspaceSide {
  /** Move the clock and work off what has become due; answered when that is done. */
  onClock(move: ClockMove): Promise<void>
  /** Whether nothing is in flight, and how many due messages wait. */
  idle(): Promise<{ idle: boolean; waiting: number }>
}

export interface CommandSide {
  /** From the lock file of the data folder: only its reader may command. */
  readonly token: string
  run(args: readonly string[], files: ReadonlyMap<string, Uint8Array>): Promise<CommandAnswer>
}

export function workspaceRoutes(side: WorkspaceSide): Route[] {
  return [
    {
      method: 'POST',
      path: '/_bot/clock',
      loopbackOnly: true,
      async answer(request, response) {
        const move = checked(clockMove, await readJson(request, MOST_CLOCK_BYTES))
        await side.onClock(move)
        sendJson(response, 200, { ok: true })
      },
    },
    {
      method: 'GET',
      path: '/_bot/idle',
      loopbackOnly: true,
      async answer(_request, response) {
        sendJson(response, 200, await side.idle())
      },
    },
  ]
}

export function commandRoute(side: CommandSide): Route {
  return {
    method: 'POST',
    path: '/_bot/command',
    loopbackOnly: true,
    async answer(request, response) {
      if (!bears(request, side.token)) throw new WebRefusal(401, 'The token in the lock file is needed here.')
      const { args, files } = checked(commandOrder, await readJson(request, MOST_COMMAND_BYTES))
      const read = Object.entries(files).map(([name, content]): [string, Uint8Array] => {
        return [name, Buffer.from(content, 'base64')]
      })
      sendJson(response, 200, await side.run(args, new Map(read)))
    },
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new WebRefusal(400, `The body is not as expected: ${z.prettifyError(parsed.error)}`)
}

function bears(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
