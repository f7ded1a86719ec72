import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { PaperError, ReadOutcome } from './paper.ts'
import { LARGEST_FILE } from './read-paper.ts'
import { openReadingDesk, type ReadingDesk } from './reading-desk.ts'
import { readersLine, summary } from './record-line.ts'
import { paperErrorWords, readUsage, unknownOption } from './words.en.ts'

/** Where the command writes: `process.stdout` and `process.stderr`, or a test's own. */
export interface Output {
  write(text: string): unknown
}

/** How many files are in hand at once: what the desk reads side by side. */
const IN_HAND = 2

/**
 * `read [--json] FILE…`: print what each paper says, in the order given. A file that cannot be read is
 * told on `err` and the others are still read.
 *
 * @returns the exit code: 0, 1 when a file could not be read, 2 when the command was not understood
 */
export async function readCommand(args: readonly string[], out: Output, err: Output): Promise<number> {
  const wanted = understood(args)
  if (!wanted.ok) {
    err.write(`${wanted.why}${readUsage}\n`)
    return 2
  }
  const desk = openReadingDesk()
  let failed = false
  try {
    const inHand: Promise<ReadOutcome>[] = []
    for (const [index] of wanted.files.entries()) {
      while (inHand.length < Math.min(index + IN_HAND, wanted.files.length)) {
        inHand.push(readFrom(desk, wanted.files[inHand.length] ?? ''))
      }
      const outcome = await inHand[index]
      // What is printed need not be kept.
      delete inHand[index]
      if (outcome?.ok)
        out.write(
          `${wanted.json ? readersLine({ ...outcome.paper, file: basename(outcome.paper.file) }) : summary(outcome.paper)}\n`,
        )
      else if (outcome) {
        failed = true
        const { what, tryThis } = paperErrorWords(outcome.error)
        err.write(`${what} ${tryThis}\n`)
      }
    }
  } finally {
    await desk.close()
  }
  return failed ? 1 : 0
}

type Understood = { ok: true; json: boolean; files: string[] } | { ok: false; why: string }

function understood(args: readonly string[]): Understood {
  const { tokens } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const files: string[] = []
  let json = false
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value)
    else if (token.kind === 'option' && token.name === 'json') json = true
    else if (token.kind === 'option') return { ok: false, why: `${unknownOption(token.rawName)}\n\n` }
  }
  return files.length === 0 ? { ok: false, why: '' } : { ok: true, json, files }
}

async function readFrom(desk: ReadingDesk, path: string): Promise<ReadOutcome> {
  const refuse = (error: PaperError): ReadOutcome => ({ ok: false, error })
  try {
    const { size, isFolder, isFile } = await kindOf(path)
    if (isFolder) return refuse({ code: 'not-a-file', file: path })
    if (!isFile) return refuse({ code: 'unopenable', file: path, reason: 'it is not an ordinary file' })
    if (size > LARGEST_FILE)
      return refuse({ code: 'too-large', file: path, bytes: size, limit: LARGEST_FILE })
    return await desk.read({ name: path, bytes: await readFile(path) })
  } catch (problem) {
    if (isMissing(problem)) return refuse({ code: 'not-found', file: path })
    return refuse({
      code: 'unopenable',
      file: path,
      reason: problem instanceof Error ? problem.message : String(problem),
    })
  }
}

async function kindOf(path: string): Promise<{ size: number; isFolder: boolean; isFile: boolean }> {
  const facts = await stat(path)
  return { size: facts.size, isFolder: facts.isDirectory(), isFile: facts.isFile() }
}

function isMissing(problem: unknown): boolean {
  return (
    problem instanceof Error && 'code' in problem && (problem.code === 'ENOENT' || problem.code === 'ENOTDIR')
  )
}
