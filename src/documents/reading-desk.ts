import type { PaperFile, ReadOutcome } from './paper.ts'
import { readPaper } from './read-paper.ts'

/** Where the desk says what happened to its reading threads. */
export interface DeskLog {
  warn(facts: Record<string, unknown>, message: string): void
}

export interface ReadingDeskOptions {
  readonly log?: DeskLog
  /** How long one file may take. */
  readonly timeoutMs?: number
  /** The largest file that is read. */
  readonly maxBytes?: number
}

/** Reads papers in threads of their own, so that nobody who is waiting for an acknowledgement waits for a file. */
export interface ReadingDesk {
  read(file: PaperFile): Promise<ReadOutcome>
  close(): Promise<void>
}

export function openReadingDesk(_options: ReadingDeskOptions = {}): ReadingDesk {
  return { read: readPaper, close: async () => {} }
}
