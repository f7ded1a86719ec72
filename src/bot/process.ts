// The bot as a process: signals, its ready message, and an end that says why.
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { SendPoint } from '../delivery/delivery.ts'
import { openLog } from '../log.ts'
import { newReference } from '../slack/trouble.ts'
import { startBot } from './bot.ts'

/** Longer than a message on the wire is waited for (delivery/sender-client.ts). */
const ENDING_MS = 15_000

/** Run the bot in this process until it is told to end. Prints why when it cannot start. */
export async function runBot(config: Config): Promise<void> {
  const log = openLog(config.log)
  // A rejection that nobody awaited (Socket Mode 3.1.0 has one, slack.md D2.7) is a defect to be mended,
  // and no reason to leave everybody without the bot: what it was doing is in the database.
  process.on('unhandledRejection', (error) => {
    log.error({ err: error, reference: newReference() }, 'a failure that nothing waited for')
  })
  for (const note of config.notes) log.warn(note)
  try {
    const bot = await startBot(config, log, { atPoint: crashPoint(config.crashAt) })
    let ending = false
    const end = async (code: number) => {
      if (ending) return
      ending = true
      // A database that never answers would keep it for ever; what is cut off is sorted at the next start.
      await Promise.race([bot.close(), pause(ENDING_MS)])
      process.exit(code)
    }
    process.once('SIGTERM', () => void end(0))
    // A terminal tells the whole group of Ctrl-C; beside the workspace the launcher says who ends when.
    process.on('SIGINT', () => process.connected || void end(0))
    // The launcher is gone: without it nobody would ever stop this process.
    process.once('disconnect', () => void end(0))
    bot.lost?.addEventListener('abort', () => {
      log.fatal('another process has taken over the data folder; this one ends')
      void end(1)
    })
    log.info({ url: bot.url }, 'Scrutineer is running')
    process.send?.({ bot: bot.url })
  } catch (error) {
    process.stderr.write(`Scrutineer cannot start: ${explained(error)}\n`)
    log.debug({ err: error }, 'the start failed')
    process.exit(1)
  }
}

/** What happened and, where a part of the bot knows it, what to do about it. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const mend: unknown = Reflect.get(error, 'mend')
  return typeof mend === 'string' ? `${error.message}\n${mend}` : error.message
}

/** Tests kill the process at a named point around a send: `after-accepted` or `after-accepted:pack-card`. */
function crashPoint(crashAt: string | undefined) {
  const [wanted, kind] = crashAt?.split(':') ?? []
  return (point: SendPoint, message: { readonly kind: string }) => {
    if (point === wanted && (kind === undefined || kind === message.kind))
      process.kill(process.pid, 'SIGKILL')
  }
}
