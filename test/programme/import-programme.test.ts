import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPaper } from '../../src/documents/read-paper.ts'
import type { PaperEntry } from '../../src/documents/record.ts'
import { programmeColumnsOf } from '../../src/minutes/programme-columns.ts'
import { PROGRAMME_FORMATS, printedProgramme, programmeFile } from '../../src/minutes/programme-paper.ts'
import { arrangeEntry } from '../../src/programme/arrange-entry.ts'
import { decideProposal } from '../../src/programme/decide-proposal.ts'
import { undoChange } from '../../src/programme/edit-entry.ts'
import { importProgramme, previewProgramme } from '../../src/programme/import-programme.ts'
import { rowsOfPaper } from '../../src/programme/programme-file.ts'
import { corpus, corpusMissing } from '../documents/corpus.ts'
import { embeddedDatabase, type TestDatabase, useDatabase } from '../support/databases.ts'
import { AGREED, DELEGATED, type ProgrammeStage, programme, UNSCHEDULED } from './programme-stage.ts'

const database = useDatabase(embeddedDatabase)
const desk = { read: readPaper }

const PAPER = `Work Programme 2017 - 2018

| Date of meeting | Agenda item | Prioritisation Score | Reason for consideration | Responsible Cabinet Member / Officer |
| --- | --- | --- | --- | --- |
| 20 September 2017 | Bus services in the north | 5 (High) | Member request | Cllr Ferncastle / Imogen Sallow |
| 20 September 2017 | Quarterly figures | - | Standing item | - |
| 11 October 2017 | Quarterly figures | - | Standing item | - |
| 13 December 2017 | Fracture clinics | 3 (Medium) | Waiting times | Bertram Quince |
| Items to be scheduled | | | | |
| | Homes for carers | 2 (Low) | Member request | - |
`
const fileOf = (text: string) => ({ name: 'programme.md', bytes: new TextEncoder().encode(text) })

async function importing(from: TestDatabase) {
  const it = await programme(from)
  const act = (text: string, by = it.clerk) => ({
    by: by.id,
    committeeId: it.committee.id,
    file: fileOf(text),
  })
  const preview = async (text: string) => {
    const shown = await previewProgramme(it.house, desk, act(text))
    if (!shown.ok) throw new Error(shown.refusal.code)
    return shown.value
  }
  return {
    ...it,
    act,
    preview,
    take: async (text: string) =>
      importProgramme(it.house, desk, { ...act(text), mark: (await preview(text)).mark }),
  }
}

/** "2017-09-20 Bus services in the north 5 (High)" */
async function kept(it: ProgrammeStage): Promise<string[]> {
  return (await it.all()).map(
    ({ meeting, printedDate, title, scoreText, standing }) =>
      `${meeting?.date ?? printedDate} ${title} ${scoreText} ${standing}`,
  )
}

describe('a work programme that is taken over from a paper', () => {
  test('is shown first, and changes nothing until it is taken over', async () => {
    const it = await importing(database())
    const { plan } = await it.preview(PAPER)
    expect(plan.differences.map(({ code, row }) => `${code} ${row.title}`)).toEqual([
      'new Bus services in the north',
      'new Quarterly figures',
      'new Quarterly figures',
      'new Fracture clinics',
      'new Homes for carers',
    ])
    expect(await it.all()).toEqual([])
  })

  test('is down for the meetings of its days, stands as printed where there is none, and comes once', async () => {
    const it = await importing(database())
    expect(await it.take(PAPER)).toMatchObject({ ok: true })
    const standing = [
      '2017-09-20 Bus services in the north 5 (High) scheduled',
      '2017-09-20 Quarterly figures - scheduled',
      '2017-10-11 Quarterly figures - scheduled',
      '2017-12-13 Fracture clinics 3 (Medium) scheduled',
      ' Homes for carers 2 (Low) toSchedule',
    ]
    expect(await kept(it)).toEqual(standing)
    expect((await it.preview(PAPER)).plan).toMatchObject({ differences: [], unchanged: 5 })
    expect(await it.take(PAPER)).toMatchObject({ ok: true })
    expect(await kept(it)).toEqual(standing)
    // A printed day finds its meeting as soon as there is one.
    const december = await it.council.meeting('2017-12-13')
    expect((await it.entry('Fracture clinics')).meeting?.id).toBe(december)
    expect((await it.preview(PAPER)).plan.differences).toEqual([])
  })

  test('is followed when a later paper moves, scores or words something otherwise, and what it leaves out stays', async () => {
    const it = await importing(database())
    await it.take(PAPER)
    const later = PAPER.replace('13 December 2017 | Fracture', '11 October 2017 | Fracture')
      .replace('2 (Low)', '4 (Medium)')
      .replace(/^.*Bus services.*\n/m, '')
    const { plan } = await it.preview(later)
    expect(plan.differences).toMatchObject([
      { code: 'changed', row: { title: 'Fracture clinics' }, facts: ['date'], from: '2017-12-13' },
      { code: 'changed', row: { title: 'Homes for carers' }, facts: ['scoreText'] },
    ])
    expect(plan.notInPaper.map(({ title }) => title)).toEqual(['Bus services in the north'])
    await it.take(later)
    expect(await kept(it)).toContain('2017-10-11 Fracture clinics 3 (Medium) scheduled')
    expect(await kept(it)).toContain('2017-09-20 Bus services in the north 5 (High) scheduled')
  })

  test('is not taken over where the programme was changed since it was shown', async () => {
    const it = await importing(database())
    await it.take(PAPER)
    const later = PAPER.replace('2 (Low)', '4 (Medium)')
    const { mark } = await it.preview(later)
    await arrangeEntry(it.house, {
      ...(await it.of(it.clerk, 'Homes for carers')),
      place: { to: 'meeting', meetingId: it.laterId },
      authority: AGREED,
    })
    const outcome = await importProgramme(it.house, desk, { ...it.act(later), mark })
    expect(outcome).toMatchObject({ refusal: { code: 'plan-changed' } })
  })

  test('leaves what the paper does not say as it is kept: no column, no score lost, and a review stays one', async () => {
    const it = await importing(database())
    await it.take(PAPER)
    await it.add({ title: 'Care homes', kind: 'review', reason: 'Closures', scores: { public: 1 } })
    const bare = `Work Programme 2017 - 2018

| Date of meeting | Agenda item | Reason for consideration |
| --- | --- | --- |
| 20 September 2017 | Bus services in the north | Member request |
| 11 October 2017 | Care homes | |
`
    const { plan } = await it.preview(bare)
    expect(plan.differences).toMatchObject([
      { code: 'changed', row: { title: 'Care homes' }, facts: ['date'] },
    ])
    await it.take(bare)
    expect(await it.entry('Care homes')).toMatchObject({
      kind: 'review',
      reason: 'Closures',
      scoreText: '1 (Low)',
      lead: 'Director of Public Health',
    })
  })

  test('accepts a proposal that the paper has on the programme, and its proposer is told', async () => {
    const it = await importing(database())
    await it.propose(it.member, { title: 'Homes for carers', reason: 'Member request', lead: '-' })
    const { plan } = await it.preview(PAPER)
    expect(plan.differences.at(-1)).toMatchObject({ code: 'changed', row: { title: 'Homes for carers' } })
    await it.take(PAPER)
    expect(await it.entry('Homes for carers')).toMatchObject({ state: 'agreed', overdue: false })
    expect((await it.messages('programme-decided')).join()).toContain('was accepted. To be scheduled')
    expect((await it.preview(PAPER)).plan.differences).toEqual([])
  })

  test('is refused from everybody but a clerk, and where it holds no programme', async () => {
    const it = await importing(database())
    for (const who of [it.chair, it.second.clerk]) {
      const shown = await previewProgramme(it.house, desk, it.act(PAPER, who))
      expect(shown).toMatchObject({ refusal: { code: 'not-a-clerk' } })
      const taken = await importProgramme(it.house, desk, { ...it.act(PAPER, who), mark: '' })
      expect(taken).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    }
    const letter = await previewProgramme(it.house, desk, it.act('Dear members,\n\nsee you soon.\n'))
    expect(letter).toMatchObject({ refusal: { code: 'no-programme' } })
  })
})

describe('the printed programme', () => {
  test('says what was varied between meetings, by whom and under which delegation', async () => {
    const it = await importing(database())
    await it.set({ variedBy: 'the clerk in consultation with the Chair' })
    await it.add({}, UNSCHEDULED, { kind: 'delegated', why: 'The trust asked for it' })
    const printed = await printedProgramme(it.house, it.committee.id)
    expect(printed?.varied).toEqual([
      {
        on: '2017-09-06',
        title: 'Winter pressures',
        by: 'Ms Ines Penhaligon',
        why: 'The trust asked for it',
      },
    ])
    const html = printed && (await programmeFile(printed, programmeColumnsOf('plymouth'), 'html'))
    const text = new TextDecoder().decode(html?.bytes)
    expect(text).toContain('Varied between meetings under delegation')
    expect(text).toContain('The committee’s delegation: the clerk in consultation with the Chair')
  })

  test('says nothing of a proposal that was declined under the delegation, or decided and taken back', async () => {
    const it = await importing(database())
    await it.set({ variedBy: 'the clerk in consultation with the Chair' })
    const decide = async (title: string, isAccepted: boolean) =>
      decideProposal(it.house, {
        ...(await it.of(it.clerk, title)),
        accepted: isAccepted,
        reason: 'Not now',
        authority: DELEGATED,
        place: UNSCHEDULED,
      })
    for (const title of ['Declined', 'Undone', 'Accepted']) await it.propose(it.member, { title })
    await decide('Declined', false)
    await decide('Undone', true)
    await undoChange(it.house, await it.of(it.clerk, 'Undone'))
    await decide('Accepted', true)
    const printed = await printedProgramme(it.house, it.committee.id)
    expect(printed?.varied.map(({ title }) => title)).toEqual(['Accepted'])
  })

  test('holds no proposal, no formula in its CSV, and no markup of anybody in its page', async () => {
    const it = await importing(database())
    await it.propose(it.member, { title: 'Only proposed' })
    await it.add({
      title: '=HYPERLINK("x")',
      reason: '<script>alert(1)</script>',
      outcomeWanted: 'Fewer falls',
    })
    const printed = await printedProgramme(it.house, it.committee.id)
    if (!printed) throw new Error('nothing is printed')
    const [csv, html] = await Promise.all(
      (['csv', 'html'] as const).map(async (format) =>
        new TextDecoder().decode(
          (await programmeFile(printed, programmeColumnsOf('maidstone'), format)).bytes,
        ),
      ),
    )
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).toContain(
      'Meeting Date,Agenda Items,Details and desired outcome,Report Author / Possible Witnesses',
    )
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('Desired outcome: Fewer falls')
    for (const text of [csv, html]) expect(text).not.toContain('Only proposed')
  })

  test.each(PROGRAMME_FORMATS.filter((format) => format !== 'csv'))(
    'as %s is read back as the rows that were taken over',
    async (format) => {
      const it = await importing(database())
      await it.take(PAPER)
      const printed = await printedProgramme(it.house, it.committee.id)
      if (!printed) throw new Error('nothing is printed')
      const file = await programmeFile(printed, programmeColumnsOf('plymouth'), format)
      const shown = await previewProgramme(it.house, desk, {
        by: it.clerk.id,
        committeeId: it.committee.id,
        file,
      })
      expect(shown).toMatchObject({ ok: true, value: { plan: { differences: [], unchanged: 5 } } })
    },
  )
})

const SEED = join(corpus, 'seeds/plymouth-2017-09-20-agenda-pack.txt')
const absent = corpusMissing === undefined ? '' : ` (left out: ${corpusMissing})`

describe.skipIf(corpusMissing !== undefined)(`the founding work programme of 2017${absent}`, () => {
  test('comes with all its rows, sections and scores, once, and prints them again in its own columns', async () => {
    const it = await programme(database())
    for (const date of ['2017-08-09', '2017-12-13', '2018-02-14', '2018-04-11'])
      await it.council.meeting(date)
    const file = { name: 'pack.txt', bytes: new Uint8Array(await readFile(SEED)) }
    const act = { by: it.clerk.id, committeeId: it.committee.id, file }
    const shown = await previewProgramme(it.house, desk, act)
    if (!shown.ok) throw new Error(shown.refusal.code)
    expect(shown.value.plan).toMatchObject({ unchanged: 0, unreadable: 0, notInPaper: [] })
    expect(shown.value.plan.differences).toHaveLength(20)
    expect(await importProgramme(it.house, desk, { ...act, mark: shown.value.mark })).toMatchObject({
      ok: true,
    })
    const again = await previewProgramme(it.house, desk, act)
    expect(again).toMatchObject({ value: { plan: { differences: [], unchanged: 20 } } })

    const standing = (await it.all()).map((one) => `${one.standing} ${one.kind}`)
    const many = (wanted: string) => standing.filter((one) => one === wanted).length
    expect(many('taken item')).toBe(4)
    expect(many('scheduled item')).toBe(13)
    expect(many('toSchedule item')).toBe(2)
    expect(many('toSchedule review')).toBe(1)

    const printed = await printedProgramme(it.house, it.committee.id)
    if (!printed) throw new Error('nothing is printed')
    const paper = await programmeFile(printed, programmeColumnsOf('plymouth'), 'docx')
    const read = await readPaper({ name: paper.name, bytes: paper.bytes })
    const [ours, theirs] = [read, await readPaper(file)].map((one) =>
      one.ok ? (rowsOfPaper(one.paper.documents) ?? []).map(comparable) : [],
    )
    expect(ours).toEqual(theirs)
  }, 60_000)
})

function comparable({ title, meetingDate, section, score, reason, owner }: PaperEntry) {
  return { title, meetingDate, section, score, reason, owner }
}
