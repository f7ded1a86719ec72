// Whatever file a clerk gives, there is a clear message and a way to publish all the same.
import { expect, test } from 'vitest'
import { agendaPdf, agendaText, type BadPaper, badPapers, textFile } from './support/papers.ts'
import { asField, buttonsOf } from './support/person.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'
import { labels, typedMeeting } from './support/words.ts'

const it = standing({ env: { MAX_PACK_MEGABYTES: '1' } })
const clerk = () => it().as(sample.clerk)

async function give(file: Parameters<typeof asField>[0]): Promise<void> {
  await clerk().command('/pack', { channel: sample.channel })
  await clerk().submit({ [labels.file]: asField(file) })
}

async function nothingIsPosted(): Promise<void> {
  expect(await clerk().messages(sample.channel)).toEqual([])
  expect(await it().database.prisma.publication.count()).toBe(0)
}

test.each(badPapers)(
  '$what gets a clear message and an empty form, and nothing of it is stored',
  async (bad: BadPaper) => {
    await give(await bad.file())
    const form = await clerk().modal()
    expect(form.title).toBe('Check and publish')
    expect(form.text).toContain('I could not read this pack')
    expect(form.text).toMatch(bad.says)
    expect(form.text).toContain('You can publish all the same')
    expect((await clerk().field(labels.items)).value).toBeUndefined()
    const pack = await it().database.prisma.pack.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(pack).toMatchObject({ state: 'unreadable', reading: null, fileSha256: null })
    await clerk().close()
    await nothingIsPosted()
  },
)

test('a file over the limit is not even fetched', async () => {
  await clerk().upload({ name: 'large.pdf', bytes: new Uint8Array(2 * 1024 * 1024) })
  const said = await clerk().sees('I could not read the pack large.pdf')
  expect(said.text).toContain('2 MB; Scrutineer reads up to 1 MB')
  expect(buttonsOf(said)).toEqual([sample.buttons.typeIt, 'Discard'])
  expect(await it().world.journal({ method: 'files.download' })).toHaveLength(badPapers.length)
  await clerk().click('Discard', { within: 'large.pdf' })
  expect((await clerk().sees('large.pdf')).text).toContain('was discarded')
})

test('both a file and an address are one too many', async () => {
  await clerk().command('/pack', { channel: sample.channel })
  await clerk().submit({
    [labels.file]: asField(textFile(agendaText())),
    [labels.address]: 'https://democracy.haverleigh.example/pack.pdf',
  })
  expect((await clerk().errors())[labels.address]).toContain('Choose a file or give an address, not both')
  await clerk().close()
})

test('an address that is none is said at its field, one that does not answer in the form', async () => {
  await clerk().command('/pack', { channel: sample.channel })
  await clerk().submit({ [labels.address]: 'ftp://democracy.example/pack.pdf' })
  expect(Object.values(await clerk().errors())).toHaveLength(1)
  await clerk().submit({ [labels.address]: 'http://127.0.0.1:9/pack.pdf' })
  expect((await clerk().modal()).text).toContain(
    '127.0.0.1 could not be reached. Check the address, or save the file with a browser and give that.',
  )
  expect((await clerk().field(labels.publicAddress)).value).toBe('http://127.0.0.1:9/pack.pdf')
  await clerk().close()
  await nothingIsPosted()
})

test('a file with marks of exempt matter is published only when the clerk answers for it', async () => {
  const below = [
    'NOT FOR PUBLICATION',
    'Exempt under paragraph 3 of Part I of Schedule 12A of the Local Government Act 1972',
  ]
  await give(await agendaPdf({ below }))
  const form = await clerk().modal()
  expect(form.text).toMatch(/This file shows \d+ marks? of exempt or confidential matter/)
  expect(form.text).toContain('NOT FOR PUBLICATION')
  await clerk().submit()
  expect((await clerk().errors())[labels.publicCopy]).toContain('Please confirm that this is the public copy')
  await nothingIsPosted()
  await clerk().submit({ [labels.publicCopy]: ['I have checked: this is the public copy'] })
  expect((await clerk().modal()).title).toBe('Published')
  await clerk().close()
  const pack = await it().database.prisma.pack.findFirstOrThrow({ where: { state: 'published' } })
  expect(pack.publicCopyById).not.toBeNull()
})

test('a scan is published with what the clerk types and the public address of the pack', async () => {
  await give(
    (await (badPapers.find(({ what }) => what.includes('scan')) ?? badPapers[0])?.file()) ?? textFile(''),
  )
  const address = 'https://democracy.haverleigh.example/pack.pdf?id=7&copy=public'
  await clerk().submit({ ...typedMeeting, [labels.publicAddress]: address })
  expect((await clerk().modal()).title).toBe('Published')
  await clerk().close()
  const card = await clerk().sees('Wednesday 17 March 2027', sample.channel)
  const open = card.controls.find((control) => control.text === 'Open the papers')
  expect(open?.url).toBe(address)
})

test('several mistakes in the form are said at their fields, and nothing is lost', async () => {
  await clerk().command('/pack', { channel: sample.channel })
  await clerk().submit()
  await clerk().submit({
    ...typedMeeting,
    [labels.date]: '2026-03-17',
    [labels.items]: '1. Apologies (pages 9-3)\n2.',
  })
  expect((await clerk().errors())[labels.items]).toContain('Line 1: pages 9-3 run backwards')
  await clerk().submit({ [labels.items]: '1. Apologies' })
  expect((await clerk().errors())[labels.date]).toContain('would be over already. Is the year right?')
  await clerk().submit({ [labels.date]: '2027-05-12' })
  expect((await clerk().modal()).title).toBe('Published')
  await clerk().close()
})
