import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Json } from './json.ts'

export type EntryType = 'call' | 'delivery' | 'ack' | 'control' | 'fault' | 'socket'

export interface Entry extends Json {
  readonly seq: number
  /** The workspace's clock. */
  readonly at: string
  readonly type: EntryType
}

const kept = 20_000

/** Everything that passed between people, workspace and app, in order. */
export class Journal {
  readonly entries: Entry[] = []
  readonly #now: () => string
  readonly #file: WriteStream | undefined
  #seq = 0

  constructor(now: () => string, folder?: string) {
    this.#now = now
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    this.#file = createWriteStream(join(folder, 'journal.ndjson'), { flags: 'a' })
  }

  write(type: EntryType, what: Json): void {
    this.#seq += 1
    const entry: Entry = { seq: this.#seq, at: this.#now(), type, ...what }
    this.entries.push(entry)
    // Dropped in lots, because moving twenty thousand entries for each new one would be slow.
    if (this.entries.length > kept * 1.1) this.entries.splice(0, this.entries.length - kept)
    this.#file?.write(`${JSON.stringify(entry)}\n`)
  }

  close(): Promise<void> {
    const file = this.#file
    if (!file) return Promise.resolve()
    return new Promise((closed) => file.end(() => closed()))
  }
}
