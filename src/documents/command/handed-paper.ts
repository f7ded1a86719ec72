import { readFile, stat } from 'node:fs/promises'
import { collectBytes } from '../../collect-bytes.ts'
import type { FetchLimits } from '../fetching/fetcher.ts'
import { LARGEST_FILE, type PaperError, type PaperFile } from '../paper.ts'
import { type PaperErrorWords, paperErrorWords, standardInput } from '../words.en.ts'

/** What a command was given to read, ready for reading, or why not in words. */
export type Handed =
  | { readonly ok: true; readonly file: PaperFile; readonly address?: string }
  | { readonly ok: false; readonly told: PaperErrorWords }

/** Stands for the standard input among the names of files. */
export const STANDARD_INPUT = '-'

export function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name)
}

export async function fromAddress(address: string, limits: FetchLimits): Promise<Handed> {
  // Loaded when it is wanted: reading files starts faster without it.
  const { fetchPaper } = await import('../fetching/fetch-paper.ts')
  const fetched = await fetchPaper(address, 'record', limits)
  if (fetched.ok) {
    const { name, bytes, address: at } = fetched.value
    return { ok: true, file: { name, bytes }, address: at }
  }
  const { fetchRefusalWords } = await import('../fetching/words.en.ts')
  return { ok: false, told: fetchRefusalWords(address, fetched.refusal) }
}

export async function fromStandardInput(input: AsyncIterable<Uint8Array>): Promise<Handed> {
  const bytes = await collectBytes(input, LARGEST_FILE)
  if (bytes) return { ok: true, file: { name: standardInput, bytes } }
  return refuse({ code: 'too-large', file: standardInput, bytes: LARGEST_FILE + 1, limit: LARGEST_FILE })
}

export async function fromFile(path: string): Promise<Handed> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) return refuse({ code: 'not-a-file', file: path })
    // A device or a pipe may never end.
    if (!facts.isFile())
      return refuse({ code: 'unopenable', file: path, reason: 'it is not an ordinary file' })
    if (facts.size > LARGEST_FILE)
      return refuse({ code: 'too-large', file: path, bytes: facts.size, limit: LARGEST_FILE })
    return { ok: true, file: { name: path, bytes: await readFile(path) } }
  } catch (problem) {
    if (isMissing(problem)) return refuse({ code: 'not-found', file: path })
    const reason = problem instanceof Error ? problem.message : String(problem)
    return refuse({ code: 'unopenable', file: path, reason })
  }
}

function refuse(error: PaperError): Handed {
  return { ok: false, told: paperErrorWords(error) }
}

function isMissing(problem: unknown): boolean {
  return (
    problem instanceof Error && 'code' in problem && (problem.code === 'ENOENT' || problem.code === 'ENOTDIR')
  )
}
