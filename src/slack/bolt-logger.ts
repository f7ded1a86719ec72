import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * Bolt's log lines into ours. Its debug lines are left out at every level: they hold whole payloads, and
 * so what people wrote in private.
 */
export function boltLogger(log: Logger): BoltLogger {
  const write =
    (level: 'debug' | 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error)
      const text = parts
        .filter((part) => part !== error)
        .map(String)
        .join(' ')
      log[level](error ? { err: error } : {}, text)
    }
  return {
    debug: () => undefined,
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}
