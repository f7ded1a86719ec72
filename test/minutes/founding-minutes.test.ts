import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { readPaper } from '../../src/documents/read-paper.ts'
import type { DocumentRecord } from '../../src/documents/record.ts'
import { draftMinutes } from '../../src/minutes/draft-minutes.ts'
import { htmlOf } from '../../src/minutes/html.ts'
import { minutesOf } from '../../src/minutes/minutes-of.ts'
import { closedMinutes, openMinutes } from '../../src/minutes/minutes-paper.ts'
import type { Paper } from '../../src/minutes/paper-parts.ts'
import { minutesStyles } from '../../src/minutes/styles.ts'
import { wordOf } from '../../src/minutes/word.ts'
import { packageRoot } from '../../src/package-root.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { enterFoundingMeeting, foundingText } from './founding-meeting.ts'

const corpus = join(packageRoot(), '../shared/corpus/seeds')
const missing = existsSync(corpus) ? '' : ` (skipped: the founding papers are not at ${corpus})`

/** Without case, space and signs, as corpus/SCHEMA.md compares. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const wordsOf = (paper: Paper) =>
  paper.parts.map((part) => {
    if (part.code === 'image' || part.code === 'table') return ''
    return part.code === 'entry' ? `${part.label} ${part.text}` : part.text
  })

describeWithDatabase(`the minutes of the founding meeting${missing}`, (database) => {
  async function drafted() {
    const it = await enterFoundingMeeting(database())
    const first = Number(it.paper.items[0]?.number)
    const act = { by: it.clerk.id, meetingId: it.meetingId, firstNumber: first }
    const outcome = await draftMinutes(it.house, act)
    const model = await minutesOf(it.house, it.meetingId)
    if (!outcome.ok || !model) throw new Error('there is no draft')
    return { ...it, model, receipt: outcome.value }
  }

  async function readBack(name: string, bytes: Uint8Array): Promise<DocumentRecord> {
    const outcome = await readPaper({ name, bytes })
    const [document, ...more] = outcome.ok ? outcome.paper.documents : []
    if (!document) throw new Error('nothing was read')
    expect(more).toEqual([])
    return document
  }

  test.skipIf(missing !== '')(
    'hold every fact of the paper, read back from our own Word document and page',
    async () => {
      const { model, paper, receipt, prisma, id } = await drafted()
      const { label } = paper
      expect([receipt.first, receipt.last]).toEqual([19, 29])
      const open = openMinutes(model, minutesStyles.plymouth)
      expect(closedMinutes(model, minutesStyles.plymouth)).toBeUndefined()
      for (const [name, bytes] of [
        ['draft.docx', await wordOf(open)],
        ['draft.html', htmlOf(open)],
      ] as const) {
        const read = await readBack(name, bytes)
        for (const key of [
          'kind',
          'committee',
          'date',
          'time',
          'ended',
          'draft',
          'chair',
          'viceChair',
        ] as const)
          expect([key, read[key]]).toEqual([key, label[key]])
        expect(read.present).toEqual(paper.present)
        expect(read.apologies).toEqual(paper.apologies)
        expect(read.inAttendance).toEqual(paper.inAttendance)
        expect(read.declarations).toEqual([])
        expect(read.items?.map(({ number, title }) => ({ number, title }))).toEqual(paper.items)
        expect(read.questions).toEqual(paper.questions)
        const resolutions = paper.resolutions.filter((one) => one['optional'] !== true || one.item !== '19')
        expect(read.resolutions?.map(({ item }) => item)).toEqual(resolutions.map(({ item }) => item))
        for (const [at, { text, clauses }] of resolutions.entries()) {
          const found = read.resolutions?.[at]
          expect(found?.clauses?.map((one) => one.label)).toEqual(clauses?.map((one) => one.label))
          // "This is based on –" is in the document; the reader takes a sentence of that kind for a remark.
          const based = / this is based on/
          const bare = (said: string) =>
            plain(said)
              .replace(/^i (?=that)/, '1 ')
              .replace(based, '')
          expect(bare(found?.text ?? '')).toBe(bare(text))
        }
        expect(read.votes).toHaveLength(1)
        expect(read.votes?.[0]).toMatchObject({ item: '25', mode: 'unanimous', result: 'carried' })
        for (const count of ['for', 'against', 'abstain', 'noVote', 'casting'] as const)
          expect(read.votes?.[0]?.[count]).toBeUndefined()
      }
      const stored = await prisma.vote.findMany({ where: { councilId: id } })
      expect(
        stored.map(({ countFor, countAgainst, isUnanimous }) => [countFor, countAgainst, isUnanimous]),
      ).toEqual([[null, null, true]])
    },
  )

  test.skipIf(missing !== '')('print every paragraph of the paper', async () => {
    const { model } = await drafted()
    const open = openMinutes(model, minutesStyles.plymouth)
    const printed = plain([...(open.under ?? []), ...wordsOf(open)].join(' '))
    // What the paper itself prints in more than one way, or by mistake, the style prints in one.
    const inTheStyle = (line: string) =>
      plain(line)
        .replace(/^i that/, '1 that')
        .replace(/^the key areas/, 'key areas')
        .replace('future meeting the panel', 'future meeting the committee')
        .replace(/^wednesday 9 august 2017present$/, 'wednesday 9 august 2017 present')
        // Two lists, each with its own "and".
        .replace(/^(also in attendance .* england south) and (?=hong tan)/, '$1 ')
    const absent = foundingText()
      .map(inTheStyle)
      .filter((line) => !printed.includes(line))
    expect(absent).toEqual([])
  })

  test.skipIf(missing !== '')(
    'are as whole in the other style, and the record’s trail verifies',
    async () => {
      const { model, paper, prisma, id } = await drafted()
      const read = await readBack('draft.docx', await wordOf(openMinutes(model, minutesStyles.resolved)))
      expect(read.present?.toSorted()).toEqual(paper.present.toSorted())
      expect(read.questions).toEqual(paper.questions)
      expect(read.ended).toBe('17:10')
      expect(read.resolutions?.map(({ item }) => item)).toEqual(['22', '23', '24', '25', '26', '27', '28'])
      expect((await verifyAudit(prisma, id)).every(({ broken }) => broken === undefined)).toBe(true)
    },
  )
})
