import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readPaper } from '../../src/documents/read-paper.ts'
import { messageKinds } from '../../src/meetings/messages.ts'
import { packageRoot } from '../../src/package-root.ts'
import { previewImport, takeImport } from '../../src/tracker/import-tracker.ts'
import { previewModal } from '../../src/tracker/import-views.ts'
import { importWords } from '../../src/tracker/import-words.en.ts'
import { figuresOfCommittee } from '../../src/tracker/load-figures.ts'
import { type ReadTracker, readTrackerFile } from '../../src/tracker/read-tracker.ts'
import { trackedRows } from '../../src/tracker/rows.ts'
import { undoImport } from '../../src/tracker/undo-import.ts'
import { succeeded } from '../minutes/minutes-stage.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'

const desk = { read: readPaper }
const seed = join(packageRoot(), '../shared/corpus/files/torbay-2017-04-03-jct-supplement.pdf')
const label = join(packageRoot(), '../shared/corpus/seeds/torbay-2017-04-03-jct-supplement.json')

const HEAD =
  'Reference,Minute,Date of meeting,Recommendation,Lead Officer,Cabinet Member,By when,Status,RAG,Progress,Success measures,Outcome Q1'
const sheet = (...rows: string[]) => [HEAD, ...rows].join('\r\n')
const FIRST = sheet(
  'SR 01,24,2016-09-20,That the toilets on the seafront be opened all year,Tobias Wraxall,Cllr Ward,Jan 2017 and ongoing,In progress,Amber,"Tender out, prices awaited",Open in winter,None opened',
  'SR 02,24,2016-09-20,That a strategy for benches be written,Head of Benches/Ines Penhaligon,,Summer 2016,COMPLETED,Green,,,',
  'SR 03,,,That officers report on gulls,,,Half Termly,COMPLETED FOR JANUARY 2017,,,,',
  ',,,SEAFRONT,,,,,,,,',
)
const SECOND = sheet(
  'SR 01,24,2016-09-20,That the toilets on the seafront be opened all year,Tobias Wraxall,Cllr Ward,March 2017,In progress,Green,Two are open,Open in winter,None opened',
  'SR 02,24,2016-09-20,That a strategy for benches be written,Head of Benches/Ines Penhaligon,,Summer 2016,COMPLETED,Green,,,',
  'SR 04,,,That bins be emptied,,,TBC,,,,,',
)

async function read(text: string, name = 'tracker.csv'): Promise<ReadTracker> {
  return succeeded(await readTrackerFile(desk, { name, bytes: new TextEncoder().encode(text) }))
}

function acts(it: InventedCouncil, read: ReadTracker) {
  return { by: it.clerk.id, committeeId: it.committee.id, read, kind: 'recommendation' as const }
}

const rowsOf = (it: InventedCouncil) => trackedRows(it.house, { committeeId: it.committee.id })

describeWithDatabase('a council’s own tracker is taken over', (database) => {
  test('with its owners, times, colours and progress, and what it calls complete is proposed and not closed', async () => {
    const it = await inventCouncil(database())
    const taken = succeeded(await takeImport(it.house, acts(it, await read(FIRST))))
    expect(taken.leftOut).toEqual([{ text: 'SEAFRONT', isClosed: false, why: 'heading' }])
    expect(taken.unknownOwners).toEqual(['Head of Benches'])
    const [toilets, benches, gulls, ...more] = await rowsOf(it)
    expect(more).toEqual([])
    expect(toilets).toMatchObject({
      reference: 'R1/17',
      backReference: 'SR 01',
      minute: '24',
      metOn: '2016-09-20',
      executiveMember: 'Cllr Ward',
      successMeasure: 'Open in winter',
      due: { kind: 'date', on: '2017-01-31', recurs: true },
      dueText: 'Jan 2017 and ongoing',
      rag: 'amber',
      status: 'In progress',
      state: 'open',
      owners: [{ person: { id: it.otherClerk.id } }],
    })
    expect(benches).toMatchObject({
      due: { kind: 'range', from: '2016-06-01', on: '2016-08-31' },
      state: 'proposed',
      status: 'COMPLETED',
      groupKey: toilets?.groupKey,
    })
    expect(benches?.owners.map(({ name, person }) => person?.id ?? name)).toEqual([
      'Head of Benches',
      it.clerk.id,
    ])
    expect(gulls).toMatchObject({
      state: 'open',
      status: 'COMPLETED FOR JANUARY 2017',
      due: { kind: 'recurrence' },
    })
    const updates = await it.house.db.trackerUpdate.findMany({
      where: { councilId: it.id },
      orderBy: { id: 'asc' },
    })
    expect(updates.map(({ kind, quarter, text, rag }) => [kind, quarter, text, rag])).toEqual([
      ['progress', '', 'Tender out, prices awaited', 'amber'],
      ['outcome', 'Q1', 'None opened', 'amber'],
    ])
  })

  test('once: the same file again changes nothing, a later edition shows its differences first and takes those alone', async () => {
    const it = await inventCouncil(database())
    const { house } = it
    const first = acts(it, await read(FIRST))
    succeeded(await takeImport(house, first))
    expect(await takeImport(house, first)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-take' } })
    const before = await rowsOf(it)

    const second = acts(it, await read(SECOND))
    const { plan } = succeeded(await previewImport(house, second))
    expect(plan.created.map(({ reference }) => reference)).toEqual(['SR 04'])
    expect(plan.changed.map(({ fields, notes }) => [fields.map(({ field }) => field), notes.length])).toEqual(
      [[['dueText', 'rag'], 1]],
    )
    expect(plan.unchanged.map(({ backReference }) => backReference)).toEqual(['SR 02'])
    expect(plan.gone.map(({ backReference }) => backReference)).toEqual(['SR 03'])
    expect(await rowsOf(it)).toEqual(before)

    const { importId } = succeeded(await takeImport(house, second))
    const after = await rowsOf(it)
    expect(after.map(({ reference, dueText, rag, state }) => [reference, dueText, rag, state])).toEqual([
      ['R1/17', 'March 2017', 'green', 'open'],
      ['R2/17', 'Summer 2016', 'green', 'proposed'],
      ['R3/17', 'Half Termly', undefined, 'open'],
      ['R4/17', 'TBC', undefined, 'open'],
    ])

    it.clock.advance({ hours: 1 })
    succeeded(await undoImport(house, { by: it.clerk.id, importId }))
    const undone = await rowsOf(it)
    expect(undone.map(({ dueText, rag, state, due }) => [dueText, rag, state, due])).toEqual([
      ...before.map(({ dueText, rag, state, due }) => [dueText, rag, state, due]),
      ['TBC', undefined, 'withdrawn', { kind: 'none' }],
    ])
    // Given once more after it was taken back, it is there once and not twice.
    it.clock.advance({ hours: 1 })
    succeeded(await takeImport(house, second))
    expect((await rowsOf(it)).map(({ reference, state }) => [reference, state])).toEqual(
      after.map(({ reference, state }) => [reference, state]),
    )
  })

  test('but never over what somebody has worked on here, and then it is not taken back as a whole', async () => {
    const it = await inventCouncil(database())
    const { house } = it
    const { importId } = succeeded(await takeImport(house, acts(it, await read(FIRST))))
    const [toilets] = await rowsOf(it)
    it.clock.advance({ hours: 1 })
    await house.db.trackerUpdate.create({
      data: {
        councilId: it.id,
        rowId: toilets?.id ?? '',
        kind: 'progress',
        text: 'Keys cut',
        on: new Date('2017-09-06'),
        at: new Date(house.now().epochMilliseconds),
        byId: it.outsider.id,
      },
    })
    const { plan } = succeeded(await previewImport(house, acts(it, await read(SECOND))))
    expect(plan.held.map(({ reference }) => reference)).toEqual(['R1/17'])
    expect(plan.changed).toEqual([])
    expect(await undoImport(house, { by: it.clerk.id, importId })).toEqual({
      ok: false,
      refusal: { code: 'touched', references: ['R1/17'] },
    })
  })

  test('by a clerk of the committee, and nobody else previews, takes or takes back', async () => {
    const it = await inventCouncil(database())
    const { house } = it
    const act = acts(it, await read(FIRST))
    const { importId } = succeeded(await takeImport(house, act))
    for (const { id: by } of [it.member, it.chair, it.outsider, it.second.clerk])
      for (const outcome of [
        await previewImport(house, { ...act, by }),
        await takeImport(house, { ...act, by }),
        await undoImport(house, { by, importId }),
      ])
        expect(outcome).toEqual({ ok: false, refusal: { code: 'not-a-clerk' } })
    const other = await inventCouncil(database())
    expect(await undoImport(other.house, { by: other.clerk.id, importId })).toEqual({
      ok: false,
      refusal: { code: 'import-gone' },
    })
  })

  test('never from a sheet that says it is not for the public, and of a row that says so itself shows no words', async () => {
    const name = 'tracker.csv'
    const refusal = await readTrackerFile(desk, {
      name,
      bytes: new TextEncoder().encode(`NOT FOR PUBLICATION,,\r\n${FIRST}`),
    })
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'restricted' } })
    expect(refusal.ok ? '' : importWords.refusal(refusal.refusal)).toContain('delete it there too')

    const it = await inventCouncil(database())
    const heads = 'Reference,Recommendation,Lead Officer,Status,Exempt'
    const rows = ['SR 01,Settle the claim of Grimsdale,Ines,Open,Yes', ',The heading of Grimsdale,,,Yes']
    const preview = succeeded(
      await previewImport(it.house, acts(it, await read([heads, ...rows].join('\r\n')))),
    )
    expect(preview.leftOut).toHaveLength(1)
    expect(preview.rows).toHaveLength(1)
    const view = previewModal({ fileName: name, preview, metadata: '' })
    expect(JSON.stringify(view)).not.toContain('Grimsdale')
  })

  test('and a row that a later edition closes to the public is closed, until that is taken back', async () => {
    const it = await inventCouncil(database())
    const heads = 'Reference,Recommendation,Lead Officer,Status,Exempt'
    const edition = async (exempt: string) =>
      acts(it, await read([heads, `SR 01,Settle the claim,Ines,Open,${exempt}`].join('\r\n')))
    succeeded(await takeImport(it.house, await edition('No')))
    const { importId } = succeeded(await takeImport(it.house, await edition('Yes')))
    expect((await rowsOf(it)).map(({ isClosed }) => isClosed)).toEqual([true])
    it.clock.advance({ hours: 1 })
    succeeded(await undoImport(it.house, { by: it.clerk.id, importId }))
    expect((await rowsOf(it)).map(({ isClosed }) => isClosed)).toEqual([false])
    expect(await undoImport(it.house, { by: it.clerk.id, importId })).toMatchObject({
      ok: false,
      refusal: { code: 'already-undone' },
    })
  })

  test('and what its owners were told of it is made true again when it changes or is taken back', async () => {
    const it = await inventCouncil(database())
    succeeded(await takeImport(it.house, acts(it, await read(FIRST))))
    const [row] = await rowsOf(it)
    const message = { kind: messageKinds.ownerGiven, subject: row?.groupKey ?? '' }
    await it.house.transact(it.clerk.id, async (tx) => {
      await tx.show({ ...message, recipient: { person: it.otherClerk.id } })
    })
    const revisions = async () =>
      (await it.house.db.outboxMessage.findMany({ where: { councilId: it.id, kind: message.kind } })).map(
        ({ wanted: revision }) => revision,
      )
    const [before = 0] = await revisions()
    it.clock.advance({ hours: 1 })
    const { importId } = succeeded(await takeImport(it.house, acts(it, await read(SECOND))))
    const [changed = 0] = await revisions()
    expect(changed).toBeGreaterThan(before)
    it.clock.advance({ hours: 1 })
    succeeded(await undoImport(it.house, { by: it.clerk.id, importId }))
    expect((await revisions())[0]).toBeGreaterThan(changed)
  })

  test('and what it calls complete counts as answered, on no day that the paper names', async () => {
    const it = await inventCouncil(database())
    succeeded(await takeImport(it.house, acts(it, await read(FIRST.replaceAll('2016-09-20', '2017-06-20')))))
    const figures = await figuresOfCommittee(
      it.house,
      it.committee.id,
      { from: '2017-05-01', until: '2018-04-30' },
      'Nobody',
    )
    expect(figures).toMatchObject({ made: 3, answered: 1, medianDays: undefined })
  })

  test('leaves out what the clerk leaves out', async () => {
    const it = await inventCouncil(database())
    const act = acts(it, await read(FIRST))
    const { rows } = succeeded(await previewImport(it.house, act))
    succeeded(await takeImport(it.house, { ...act, except: rows.slice(1).map(({ key }) => key) }))
    expect((await rowsOf(it)).map(({ backReference }) => backReference)).toEqual(['SR 01'])
  })

  test.skipIf(!existsSync(seed))(
    'of the 2017 improvement plan with the owners, times and colours of its label (F26)',
    async () => {
      const it = await inventCouncil(database())
      const plan = succeeded(await readTrackerFile(desk, { name: 'plan.pdf', bytes: readFileSync(seed) }))
      succeeded(await takeImport(it.house, { ...acts(it, plan), kind: 'action' }))
      const rows = await rowsOf(it)
      const wanted = labelled()
      expect(wanted.length).toBeGreaterThan(20)
      const missing = wanted.filter(
        (entry) =>
          !rows.some(
            (row) =>
              plainly(row.text) === plainly(entry.text) &&
              (entry.owner === undefined || row.owners.map(({ name }) => name).join('/') === entry.owner) &&
              (entry.due === undefined || row.dueText === entry.due) &&
              (entry.status === undefined || row.status === entry.status) &&
              (entry.rag === undefined || row.rag === entry.rag.toLowerCase()),
          ),
      )
      expect(missing).toEqual([])
      const dueOf = (printed: string) => rows.find(({ dueText }) => dueText === printed)?.due
      expect(dueOf('Jan 2017 and ongoing')).toEqual({ kind: 'date', on: '2017-01-31', recurs: true })
      expect(dueOf('Sum mer 2016')).toEqual({ kind: 'range', from: '2016-06-01', on: '2016-08-31' })
      expect(rows.every(({ state }) => state === 'open' || state === 'proposed')).toBe(true)
    },
    30_000,
  )
})

const LABEL = z.object({
  documents: z.array(
    z.object({
      entries: z
        .array(
          z.object({
            title: z.string().nullish(),
            recommendation: z.string().nullish(),
            owner: z.string().nullish(),
            due: z.string().nullish(),
            status: z.string().nullish(),
            rag: z.string().nullish(),
            optional: z.boolean().nullish(),
          }),
        )
        .optional(),
    }),
  ),
})

function labelled() {
  return LABEL.parse(JSON.parse(readFileSync(label, 'utf8')))
    .documents.flatMap(({ entries = [] }) => entries)
    .filter(({ optional }) => optional !== true)
    .map(({ title, recommendation, owner, due, status, rag }) => ({
      text: recommendation ?? title ?? '',
      owner: owner ?? undefined,
      due: due ?? undefined,
      status: status ?? undefined,
      rag: rag ?? undefined,
    }))
}

function plainly(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
