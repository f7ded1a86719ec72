import { availableParallelism, totalmem } from 'node:os'
import { basename } from 'node:path'
import type { FetchLimits } from '../fetching/fetcher.ts'
import type { Paper } from '../paper.ts'
import { openReadingDesk, type ReadingDesk } from '../reading-desk.ts'
import { readersLine } from '../record-line.ts'
import { type PaperErrorWords, paperErrorWords, readUsage, standardInput } from '../words.en.ts'
import {
  fromAddress,
  fromFile,
  fromStandardInput,
  type Handed,
  isAddress,
  STANDARD_INPUT,
} from './handed-paper.ts'
import { inOrder, openPlaces } from './in-order.ts'
import type { Output } from './output.ts'
import { printable } from './printable.ts'
import { openProgress } from './progress.ts'
import { type ReadArguments, understood } from './read-arguments.ts'

export interface ReadGround {
  readonly out: Output
  readonly err: Output
  /** Read for a file that is called "-". */
  readonly input: AsyncIterable<Uint8Array>
  /** How far addresses are followed; asked for only when one is given. */
  fetchLimits(): Promise<SettledLimits>
}

export type SettledLimits =
  | { readonly ok: true; readonly limits: FetchLimits }
  /** The settings are wrong: how, in words. */
  | { readonly ok: false; readonly said: string }

/**
 * `read [--json] [--explain] FILE|ADDRESS…`: print what each paper says, in the order given. What cannot
 * be read is told on `err` and the others are still read.
 *
 * @returns the exit code: 0, 1 when something could not be read, 2 when the command was not understood
 */
export async function readCommand(args: readonly string[], ground: ReadGround): Promise<number> {
  const { out, err } = ground
  const wanted = understood(args)
  if (!wanted.ok) {
    const where = wanted.askedForHelp ? out : err
    where.write(`${wanted.why}${readUsage}\n`)
    return wanted.askedForHelp ? 0 : 2
  }
  const settled = wanted.names.some(isAddress) ? await ground.fetchLimits() : undefined
  if (settled?.ok === false) {
    err.write(`${settled.said}\n`)
    return 2
  }
  const readers = readersFor(thisMachine())
  const desk = openReadingDesk({ readers })
  const inPlace = openPlaces(readers)
  const progress = openProgress(err, wanted.names.length)
  const leaving = new AbortController()
  const limits = settled && { ...settled.limits, signal: leaving.signal }
  const readOne = (name: string, place: number) =>
    inPlace(async () => {
      progress.begin(place, name)
      const answer = await answerFor(desk, await handed(name, ground.input, limits))
      progress.end(place)
      return answer
    })

  let failed = false
  let between = ''
  try {
    for await (const answer of inOrder(wanted.names, readers * KEPT_FOR_EACH, readOne)) {
      progress.clear()
      if (out.isClosed) break
      if (answer.ok) {
        out.write(`${between}${await printed(answer, wanted, out)}\n`)
        between = wanted.json ? '' : '\n'
      } else {
        failed = true
        err.write(`${printable(`${answer.told.what} ${answer.told.tryThis}`)}\n`)
      }
    }
  } finally {
    leaving.abort()
    progress.close()
    await desk.close()
  }
  return failed ? 1 : 0
}

/** What a slow paper may have waiting behind it, for each reader: what papers say is small, their bytes are gone. */
const KEPT_FOR_EACH = 4
/** A reading thread with the largest file in it. */
const MEMORY_FOR_EACH = 1024 * 1024 * 1024

interface Machine {
  readonly cores: number
  /** In bytes. */
  readonly memory: number
}

/** What a container allows, where there is one. */
function thisMachine(): Machine {
  const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY
  return { cores: availableParallelism(), memory: Math.min(totalmem(), allowed) }
}

/** How many papers are read at once: as many as there are cores, in half the memory of the machine. */
export function readersFor({ cores, memory }: Machine): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / 2 / MEMORY_FOR_EACH)))
}

function handed(
  name: string,
  input: AsyncIterable<Uint8Array>,
  limits: FetchLimits | undefined,
): Promise<Handed> {
  if (name === STANDARD_INPUT) return fromStandardInput(input)
  return limits && isAddress(name) ? fromAddress(name, limits) : fromFile(name)
}

type Answer =
  | { readonly ok: true; readonly paper: Paper; readonly address: string | undefined }
  | { readonly ok: false; readonly told: PaperErrorWords }

async function answerFor(desk: ReadingDesk, given: Handed): Promise<Answer> {
  if (!given.ok) return given
  const outcome = await desk.read(given.file)
  return outcome.ok
    ? { ok: true, paper: outcome.paper, address: given.address }
    : { ok: false, told: paperErrorWords(outcome.error) }
}

async function printed(
  { paper, address }: Extract<Answer, { ok: true }>,
  { json, explain }: ReadArguments,
  out: Output,
): Promise<string> {
  if (json) {
    const file = paper.file === standardInput ? STANDARD_INPUT : basename(paper.file)
    return readersLine({ ...paper, file }, { explain, address })
  }
  // Loaded when it is wanted: words for people need the calendar.
  const { summary } = await import('./summary.ts')
  return summary(paper, { explain, address, width: out.columns })
}
