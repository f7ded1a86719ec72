import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/** Never in a log line, wherever it comes from: tokens, keys, and what people wrote in private. */
const SECRETS = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'reason', 'sealed', 'key']

export function openLog(settings: Config['log']): Logger {
  return pino({
    level: settings.level,
    base: null,
    redact: { paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`)], censor: '[hidden]' },
    // The SDK keeps the request in its errors, with the token in its headers.
    serializers: { err: safeError },
    ...(settings.format === 'pretty'
      ? { transport: { target: 'pino-pretty', options: { colorize: true, ignore: 'pid,hostname' } } }
      : {}),
  })
}

function safeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const code: unknown = Reflect.get(error, 'code')
  const data: unknown = Reflect.get(error, 'data')
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(data === undefined ? {} : { slack: Reflect.get(Object(data), 'error') }),
    stack: error.stack,
    ...(error.cause instanceof Error && depth < 3 ? { cause: safeError(error.cause, depth + 1) } : {}),
  }
}
