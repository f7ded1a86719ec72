import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  corpus,
  corpusMissing,
  type Group,
  groupNames,
  groups,
  judged,
  readGroup,
  type Scores,
} from './corpus.ts'
import { fallen, floorFile, readFloor } from './corpus-floor.ts'

const absent = corpusMissing === undefined ? '' : ` (left out: ${corpusMissing})`

describe.skipIf(corpusMissing !== undefined)(`the corpus${absent}`, () => {
  test.each(groupNames)(
    'of %s, nothing is read worse than before',
    async (group) => {
      const floor = readFloor(readFileSync(floorFile, 'utf8'))
      expect(fallen(floor, group, await scoresOf(group))).toEqual([])
    },
    120_000,
  )

  test.each(['real', 'rewritten'] as const)(
    'of %s, nine fields in ten are right, and of what is said of votes, resolutions and interests hardly any is wrong',
    async (group) => {
      const { macro, fields } = await scoresOf(group)
      expect(macro).toBeGreaterThanOrEqual(0.9)
      for (const field of MAY_NOT_BE_WRONG)
        expect(fields[field]?.precision, field).toBeGreaterThanOrEqual(0.97)
    },
    120_000,
  )

  test('the heading, the items and the pages of the seeds are all right', async () => {
    const { fields } = await scoresOf('seeds')
    for (const field of HEADING_AND_ITEMS) expect(fields[field]?.f1, field).toBe(1)
  }, 120_000)

  test.each(['seeds', 'files'] as const)(
    'the heading, the items and the pages of the agenda pack in %s are right',
    async (group) => {
      const papers = await readGroup(group, (name) => name.includes('agenda-pack'))
      expect(papers.size).toBe(1)
      for (const [name, paper] of papers) {
        const label = labelOf(basename(name).replace(groups[group].files, ''))
        expect(paper.documents.map((one) => one.kind)).toEqual(label.map((one) => one['kind']))
        const { where: _, doubts: __, clerk: ___, ...agenda } = paper.documents[0] ?? { where: {} }
        const { resolutions: ____, votes: _____, ...wanted } = label[0] ?? {}
        expect(agenda).toEqual(wanted)
      }
    },
  )
})

/** A wrong vote, resolution or declaration is worse than a missing one. */
const MAY_NOT_BE_WRONG = ['votes', 'resolutions', 'declarations']
const HEADING_AND_ITEMS = [
  'documents',
  'council',
  'committee',
  'date',
  'time',
  'ended',
  'venue',
  'title',
  'chair',
  'viceChair',
  'members',
  'items.number',
  'items.title',
  'items.pages',
]

const known = new Map<Group, Promise<Scores>>()

/** The scorer's judgement of a group, which is read once. */
function scoresOf(group: Group): Promise<Scores> {
  const scores = known.get(group) ?? readGroup(group).then((papers) => judged(group, papers))
  known.set(group, scores)
  return scores
}

const labelFile = z.object({ documents: z.array(z.record(z.string(), z.unknown())) })

function labelOf(stem: string): Record<string, unknown>[] {
  const file = join(corpus, 'seeds', `${stem}.json`)
  return existsSync(file) ? labelFile.parse(JSON.parse(readFileSync(file, 'utf8'))).documents : []
}
