import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000
/** An answer that cannot be recorded for so long is given up: the message then counts as left behind. */
const MOST_TRIES = 60
/** While the process ends, nobody waits longer. */
const MOST_TRIES_CLOSING = 3

/** A database that is away is said once, waited for, and never ends the process. */
export interface DatabaseWatch {
  well(): void
  failed(error: unknown, messageId?: string): void
  /** How long to leave the database alone; longer each time. */
  backOffMs(): number
  /** Does the work until it succeeds. @throws its last error when it never does */
  insist(work: () => Promise<void>, closing: () => boolean): Promise<void>
}

export function openDatabaseWatch(log: Logger): DatabaseWatch {
  let failures = 0
  const waitAfter = (count: number) => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, count - 1))
  const watch: DatabaseWatch = {
    well() {
      if (failures > 0) log.info({ failures }, 'messages are sent again')
      failures = 0
    },
    failed(error, messageId) {
      failures += 1
      const facts = { err: error, ...(messageId === undefined ? {} : { message: messageId }) }
      if (failures === 1) log.error(facts, 'messages wait: the database does not answer as it should')
      else log.debug(facts, 'messages still wait')
    },
    backOffMs: () => waitAfter(failures),
    async insist(work, closing) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await work()
        } catch (error) {
          if (tries >= (closing() ? MOST_TRIES_CLOSING : MOST_TRIES)) throw error
          watch.failed(error)
          await pause(waitAfter(tries))
        }
      }
    },
  }
  return watch
}
