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

/**
 * For the reading of papers: without the names of files and what is quoted from them. Which paper it was stands with
 * the pack; a name may be the title of an exempt one.
 */
export function withoutFileNames(log: Logger) {
  return {
    warn: ({ file: _file, said: _said, ...facts }: Record<string, unknown>, message: string) =>
      log.warn(facts, message),
  }
}
