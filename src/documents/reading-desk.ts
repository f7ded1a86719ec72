import type { Worker } from 'node:worker_threads'
import { LARGEST_FILE, type PaperFile, type ReadOutcome } from './paper.ts'
import { moduleBeside, sharedCopy, startThread } from './thread.ts'

/** Where the desk says what happened to its reading threads. */
export interface DeskLog {
  warn(facts: Record<string, unknown>, message: string): void
}

export interface ReadingDeskOptions {
  readonly log?: DeskLog
  /** How long one file may take once its reading has begun. */
  readonly timeoutMs?: number
  /** The largest file that is read. */
  readonly maxBytes?: number
  /** How many files are read side by side. */
  readonly readers?: number
  /** What the threads run; tests give one that hangs or dies. */
  readonly thread?: URL
}

/** Reads papers in threads of their own, so that nobody who is waiting for an acknowledgement waits for a file. */
export interface ReadingDesk {
  read(file: PaperFile): Promise<ReadOutcome>
  /** Files not yet read are answered with `closed`. */
  close(): Promise<void>
}

export interface ReadRequest {
  id: number
  name: string
  bytes: Uint8Array
  maxBytes: number
}

export interface ReadAnswer {
  id: number
  outcome: ReadOutcome
}

interface Job {
  id: number
  file: PaperFile
  answer: (outcome: ReadOutcome) => void
}

/** A thread and what it is doing. */
interface Reader {
  worker: Worker
  job: Job | undefined
  timer: NodeJS.Timeout | undefined
}

/** Two files at once keep a small machine's other work going. */
const USUAL_READERS = 2
/** A pack of a thousand pages needs less than half of this; a file that needs more is not read. */
const HEAP_MB = 400

const NOTHING = new Uint8Array()

const ownThread = moduleBeside(import.meta.url, 'reading-thread')

/** Open a desk. Its threads start with the first file, are used again, and do not keep the process alive. */
export function openReadingDesk(options: ReadingDeskOptions = {}): ReadingDesk {
  const {
    log,
    timeoutMs = 30_000,
    maxBytes = LARGEST_FILE,
    readers: most = USUAL_READERS,
    thread = ownThread,
  } = options
  const readers = new Set<Reader>()
  const waiting: Job[] = []
  let closed = false
  let lastId = 0

  function next(): void {
    const job = waiting[0]
    const reader = job && idleReader()
    if (!job || !reader) return
    waiting.shift()
    give(reader, job)
  }

  function idleReader(): Reader | undefined {
    for (const reader of readers) if (!reader.job) return reader
    return readers.size < most ? startReader() : undefined
  }

  function startReader(): Reader {
    const worker = startThread(thread, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      stdout: true,
      stderr: true,
    })
    const reader: Reader = { worker, job: undefined, timer: undefined }
    readers.add(reader)
    worker.on('message', ({ id, outcome }: ReadAnswer) => {
      if (reader.job?.id === id) finish(reader, outcome)
    })
    worker.on('error', (problem: Error) => lose(reader, { problem: problem.message }))
    worker.on('exit', (code) => lose(reader, { code }))
    worker.stderr.on('data', (said: Buffer) =>
      log?.warn({ said: String(said).trim() }, 'the reading thread said'),
    )
    worker.stdout.resume()
    return reader
  }

  function give(reader: Reader, job: Job): void {
    reader.job = job
    reader.worker.ref()
    reader.timer = setTimeout(() => tooSlow(reader, job), timeoutMs)
    // A copy goes over, so that the caller's bytes stay whole, and nobody here keeps a large file twice.
    const { name, bytes } = job.file
    job.file = { name, bytes: NOTHING }
    const request: ReadRequest = { id: job.id, name, bytes: sharedCopy(bytes), maxBytes }
    reader.worker.postMessage(request)
  }

  function finish(reader: Reader, outcome: ReadOutcome): void {
    const job = reader.job
    reader.job = undefined
    clearTimeout(reader.timer)
    if (readers.has(reader)) reader.worker.unref()
    job?.answer(outcome)
    next()
  }

  function tooSlow(reader: Reader, job: Job): void {
    log?.warn({ file: job.file.name, timeoutMs }, 'reading a paper took too long and was stopped')
    const seconds = Math.round(timeoutMs / 1000)
    dismiss(reader)
    finish(reader, { ok: false, error: { code: 'too-slow', file: job.file.name, seconds } })
  }

  /** A thread that ended by itself, with what it was reading. The next file gets a new one. */
  function lose(reader: Reader, facts: Record<string, unknown>): void {
    if (!readers.delete(reader)) return
    const file = reader.job?.file.name
    log?.warn({ ...facts, file }, 'a reading thread ended unexpectedly')
    if (file === undefined) next()
    else finish(reader, { ok: false, error: { code: 'damaged', file } })
  }

  function dismiss(reader: Reader): Promise<unknown> {
    readers.delete(reader)
    return reader.worker.terminate()
  }

  return {
    read(file) {
      const { name, bytes } = file
      if (closed) return Promise.resolve({ ok: false, error: { code: 'closed', file: name } })
      if (bytes.byteLength > maxBytes) {
        return Promise.resolve({
          ok: false,
          error: { code: 'too-large', file: name, bytes: bytes.byteLength, limit: maxBytes },
        })
      }
      lastId += 1
      const id = lastId
      return new Promise((answer) => {
        waiting.push({ id, file, answer })
        next()
      })
    },
    async close() {
      closed = true
      const unread = waiting.splice(0)
      const all = [...readers]
      await Promise.all(all.map(dismiss))
      for (const reader of all) if (reader.job) unread.push(reader.job)
      for (const reader of all) clearTimeout(reader.timer)
      for (const job of unread) job.answer({ ok: false, error: { code: 'closed', file: job.file.name } })
    },
  }
}
