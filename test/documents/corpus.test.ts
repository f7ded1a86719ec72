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
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Paper } from '../../src/documents/paper.ts'
import { readPaper } from '../../src/documents/read-paper.ts'
import { readersLine } from '../../src/documents/record-line.ts'
import { mustRead } from './papers.ts'

/** Real papers with labels. Their text is the councils' and stays outside the repository. */
const beside = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
// Its scorer does nothing when it is started through a link.
const corpus = existsSync(beside) ? realpathSync(beside) : beside
const absent = existsSync(corpus) ? '' : ' (left out: ../shared/corpus is not here)'

const row = z.object({ precision: z.number().nullable(), recall: z.number(), f1: z.number() })
const scores = z.object({ fields: z.record(z.string(), row) })
type Score = z.output<typeof row>

/** What the agenda's reader must not fall below. A row that is not here belongs to the next issue. */
const HEADING = ['council', 'committee', 'date', 'time', 'venue', 'chair', 'viceChair', 'members'] as const

describe.skipIf(absent !== '')(`the corpus${absent}`, () => {
  const papers = new Map<string, Paper>()
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  beforeAll(async () => {
    for (const part of ['seeds', 'real', 'rewritten', 'files']) {
      for (const name of readdirSync(join(corpus, part)).filter((one) => /\.(?:txt|pdf)$/.test(one))) {
        const bytes = readFileSync(join(corpus, part, name))
        papers.set(`${part}/${name}`, mustRead(await readPaper({ name: basename(name), bytes })))
      }
    }
  }, 60_000)

  function score(labels: string, chosen: (paper: string) => boolean): Record<string, Score> {
    const file = join(folder, 'predictions.ndjson')
    writeFileSync(
      file,
      [...papers]
        .filter(([name]) => chosen(name))
        .map(([, paper]) => `${readersLine(paper)}\n`)
        .join(''),
    )
    const args = [
      join(corpus, 'score.mjs'),
      '--predictions',
      file,
      '--labels',
      join(corpus, labels),
      '--only-predicted',
      '--json',
    ]
    return scores.parse(
      JSON.parse(
        execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      ),
    ).fields
  }

  test.each(['txt', 'pdf'])(
    'the heading, the items and the pages of the agenda pack are right, from %s',
    (format) => {
      const [name] = [...papers.keys()].filter((one) => /agenda-pack/.test(one) && one.endsWith(format))
      const label = labelOf(basename(name ?? '', `.${format}`))
      const paper = papers.get(name ?? '')
      expect(paper?.documents.map((one) => one.kind)).toEqual(label.map((one) => one['kind']))
      const { where: _, clerk: __, ...agenda } = paper?.documents[0] ?? { where: {} }
      const { resolutions: ___, votes: ____, ...wanted } = label[0] ?? {}
      expect(agenda).toEqual(wanted)
    },
  )

  test.each(['seeds', 'real', 'rewritten'])(
    'of %s, nothing is said about a heading or an item that the paper does not say',
    (part) => {
      const fields = score(part, (name) => name.startsWith(part))
      for (const field of [...HEADING, 'items.number', 'items.title', 'items.pages', 'documents']) {
        expect([field, fields[field]?.precision ?? 1]).toEqual([field, 1])
      }
    },
  )

  test('every agenda and supplement as text is read whole', () => {
    const fields = (part: string): Record<string, Score> =>
      score(part, (name) => name.startsWith(part) && /-(?:agenda|supplement)\.txt$/.test(name))
    for (const part of ['real', 'rewritten']) {
      const read = fields(part)
      for (const field of [...HEADING, 'items.number', 'items.title', 'items.pages', 'items.exempt']) {
        if (read[field]) expect([part, field, read[field].f1]).toEqual([part, field, 1])
      }
    }
  })
})

const labelFile = z.object({ documents: z.array(z.record(z.string(), z.unknown())) })

function labelOf(stem: string): Record<string, unknown>[] {
  return labelFile.parse(JSON.parse(readFileSync(join(corpus, 'seeds', `${stem}.json`), 'utf8'))).documents
}
