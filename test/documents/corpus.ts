// The corpus of real papers with labels: reading it, and having its own scorer judge what was read. The
// text is the councils' and stays outside the repository.
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Paper } from '../../src/documents/paper.ts'
import { readPaper } from '../../src/documents/read-paper.ts'
import { readersLine } from '../../src/documents/record-line.ts'
import { paperErrorWords } from '../../src/documents/words.en.ts'
import { packageRoot } from '../../src/package-root.ts'

/** Beside the checkout, or beside a folder that it lies in. */
function nearestCorpus(from: string): string {
  const beside = join(from, '../shared/corpus')
  const above = dirname(from)
  return existsSync(beside) || above === from ? beside : nearestCorpus(above)
}

const beside = process.env['CORPUS'] ?? nearestCorpus(packageRoot())
// Its scorer does nothing when it is started through a link.
export const corpus = existsSync(beside) ? realpathSync(beside) : beside
export const corpusMissing = existsSync(corpus) ? undefined : 'No ../shared/corpus here'

/** What is scored together: the files of a folder, and the labels that judge them. */
export const groups = {
  real: { folder: 'real', files: /\.(?:txt|xml)$/, judge: ['--labels', 'real'] },
  rewritten: { folder: 'rewritten', files: /\.txt$/, judge: ['--labels', 'rewritten'] },
  seeds: { folder: 'seeds', files: /\.txt$/, judge: ['--labels', 'seeds'] },
  /** The same texts as PDF, Word and HTML. */
  files: {
    folder: 'files',
    files: /\.(?:pdf|docx|html)$/,
    judge: ['--labels', 'rewritten', '--labels', 'seeds', '--labels', 'files', '--stems-from', 'files'],
  },
  /** The PDF and HTML files that real texts came from. */
  originals: { folder: 'real', files: /\.(?:pdf|html)$/, judge: ['--labels', 'real', '--only-predicted'] },
} as const
export type Group = keyof typeof groups
export const groupNames = ['real', 'rewritten', 'seeds', 'files', 'originals'] as const satisfies Group[]

const row = z.object({
  n: z.number(),
  predicted: z.number(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
})
const scores = z.object({ fields: z.record(z.string(), row), macro: z.number() })
export type Scores = z.infer<typeof scores>

/** What the reader says of each file of a group; `chosen` by name. A file that cannot be read is told, and left out. */
export async function readGroup(
  group: Group,
  chosen: (name: string) => boolean = () => true,
): Promise<Map<string, Paper>> {
  const { folder, files } = groups[group]
  const papers = new Map<string, Paper>()
  for (const name of readdirSync(join(corpus, folder)).filter((one) => files.test(one) && chosen(one))) {
    const outcome = await readPaper({ name: basename(name), bytes: readFileSync(join(corpus, folder, name)) })
    if (outcome.ok) papers.set(name, outcome.paper)
    else console.error(paperErrorWords(outcome.error).what)
  }
  return papers
}

/** The scorer's judgement, as data. */
export function judged(group: Group, papers: ReadonlyMap<string, Paper>): Scores {
  return scores.parse(JSON.parse(scorer(group, papers, ['--json'])))
}

/** The scorer's judgement, for people: its table, its worst files, and what the reader said that is not there. */
export function judgement(group: Group, papers: ReadonlyMap<string, Paper>, more: readonly string[]): string {
  return scorer(group, papers, more)
}

function scorer(group: Group, papers: ReadonlyMap<string, Paper>, more: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  try {
    const predictions = join(folder, 'predictions.ndjson')
    writeFileSync(predictions, [...papers.values()].map((paper) => `${readersLine(paper)}\n`).join(''))
    const args = ['score.mjs', '--predictions', predictions, ...groups[group].judge, ...more]
    return execFileSync(process.execPath, args, {
      cwd: corpus,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
