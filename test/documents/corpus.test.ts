import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { corpus, corpusMissing, groupNames, groups, judged, readGroup } from './corpus.ts'
import { fallen, floorFile, readFloor } from './corpus-floor.ts'

const absent = corpusMissing === undefined ? '' : ` (left out: ${corpusMissing})`

describe.skipIf(corpusMissing !== undefined)(`the corpus${absent}`, () => {
  test.each(groupNames)(
    'of %s, nothing is read worse than before',
    async (group) => {
      const floor = readFloor(readFileSync(floorFile, 'utf8'))
      expect(fallen(floor, group, judged(group, await readGroup(group)))).toEqual([])
    },
    120_000,
  )

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

const labelFile = z.object({ documents: z.array(z.record(z.string(), z.unknown())) })

function labelOf(stem: string): Record<string, unknown>[] {
  const file = join(corpus, 'seeds', `${stem}.json`)
  return existsSync(file) ? labelFile.parse(JSON.parse(readFileSync(file, 'utf8'))).documents : []
}
