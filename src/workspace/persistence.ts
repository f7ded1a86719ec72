import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { parseJson } from './json.ts'

/** One stored thing: its kind, its id, and what it is now (`null` when it is gone). */
export type Change = readonly [kind: string, id: string, now: unknown]

/**
 * The log of changes, one line each. It is written before the workspace answers, so a `kill -9` of
 * this process loses nothing that somebody was told; a line cut short by the kill is skipped.
 */
export interface ChangeLog {
  readonly past: readonly Change[]
  append(change: Change): void
  close(): void
}

export const noLog: ChangeLog = { past: [], append: () => undefined, close: () => undefined }

export function openLog(folder: string): ChangeLog {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'state.ndjson')
  const past = existsSync(path) ? latest(readFileSync(path, 'utf8')) : []
  // Rewritten at each start, so that the log grows with what there is and not with what happened.
  writeFileSync(`${path}.new`, past.map((change) => `${JSON.stringify(change)}\n`).join(''))
  renameSync(`${path}.new`, path)
  const file = openSync(path, 'a')
  return {
    past,
    append: (change) => void writeSync(file, `${JSON.stringify(change)}\n`),
    close: () => closeSync(file),
  }
}

function latest(log: string): Change[] {
  const now = new Map<string, Change>()
  for (const line of log.split('\n')) {
    const change = parseJson(line)
    if (!Array.isArray(change)) continue
    const [kind, id, value] = change
    if (typeof kind !== 'string' || typeof id !== 'string') continue
    const key = `${kind} ${id}`
    if (value === null) now.delete(key)
    else now.set(key, [kind, id, value])
  }
  return [...now.values()]
}
