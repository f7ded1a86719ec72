import { type Logger, pino } from 'pino'

/** A log whose lines a test can read. */
export function recordingLog(into: Record<string, unknown>[]): Logger {
  return pino({ level: 'debug' }, { write: (line: string) => void into.push(JSON.parse(line)) })
}
