// The public PDF itself under the card: only where the clerk ticks it, once, and never a file that shows more.
import { describe, expect, test } from 'vitest'
import { words as trouble } from '../../src/cards/trouble-words.en.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { firstGround } from './support/matrix.ts'
import { agendaPdf } from './support/papers.ts'
import { asField, type TestFile } from './support/person.ts'
import { samplePack } from './support/scrutineer.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'
import { labels } from './support/words.ts'

const { review } = publication
const ticked = { [review.shareFile]: [review.shareFileTick] }

describe.each(firstGround)('The PDF under the card over $transport, $database database', (ground) => {
  const it = standing({ ...ground, clock: '2027-01-05T09:30:00Z' })
  const clerk = () => it().as(sample.clerk)
  const jo = () => it().as('Jo Ward')

  async function give(file: TestFile): Promise<void> {
    await clerk().command('/pack', { channel: sample.channel })
    await clerk().submit({ [labels.file]: asField(file) })
  }

  async function published(fields: Record<string, unknown>): Promise<void> {
    await clerk().submit(fields)
    expect(await clerk().errors()).toEqual({})
    await clerk().close()
  }

  const repliesUnder = async (said: string) => (await jo().sees(said, sample.channel)).replies

  test('without the tick nothing is uploaded', async () => {
    // A machine at its limit takes long over the first request.
    await clerk().command('/pack help')
    await give(await samplePack())
    expect((await clerk().field(review.shareFile)).value ?? []).toEqual([])
    await published({ [labels.date]: '2027-02-17' })
    expect(await repliesUnder('17 February 2027')).toEqual([])
    expect(await it().world.journal({ method: 'files.getUploadURLExternal' })).toEqual([])
  })

  test('with it the file stands under the card, by a name that says what the card says', async () => {
    await it().world.fault({ method: 'files.getUploadURLExternal', kind: '503' })
    await give(await samplePack())
    await clerk().submit({ ...ticked, [labels.date]: '2027-01-20' })
    expect((await clerk().modal()).text).toContain('The PDF goes under it, as a reply.')
    await clerk().close()
    // What Slack did not take is tried again.
    await it().world.advance({ advance: 'PT1M' })
    const [reply, ...more] = await repliesUnder('20 January 2027')
    expect(more).toEqual([])
    expect(reply?.files.map(({ name }) => name)).toEqual([`${sample.committee} 2027-01-20.pdf`])
    await clerk().click('Change the meeting', { within: '20 January 2027' })
    await clerk().submit({ Place: 'Staithe Room' })
    await clerk().close()
    expect((await jo().sees('Staithe Room', sample.channel)).replies).toEqual([])
    expect(await repliesUnder('Open to inspection')).toHaveLength(1)
  })

  test('whose answer was lost is not shared twice: a clerk looks', async () => {
    await it().world.fault({ method: 'files.completeUploadExternal', kind: 'reset-after' })
    await give(await samplePack())
    await published({ ...ticked, [labels.date]: '2027-03-17' })
    const notice = await clerk().sees('may or may not have arrived', sample.clerksChannel)
    expect(notice.text).toContain('The PDF under the pack card')
    expect(await repliesUnder('17 March 2027')).toHaveLength(1)
    await clerk().click(trouble.arrived, { within: 'may or may not have arrived' })
    if (await clerk().openModal()) await clerk().submit()
    await it().world.advance({ advance: 'PT1H' })
    expect(await repliesUnder('17 March 2027')).toHaveLength(1)
    const where = { kind: 'pack-file', state: 'sent' } as const
    expect(await it().database.prisma.outboxMessage.count({ where })).toBe(2)
  })

  test('is refused for an agenda with a closed item, and can be left out', async () => {
    await give(await samplePack())
    const items = String((await clerk().field(labels.items)).value)
    const fields = { [labels.date]: '2027-04-21', [labels.items]: `${items}\n9. [closed 3]` }
    await clerk().submit({ ...fields, ...ticked })
    expect(await clerk().errors()).toEqual({ [review.shareFile]: review.fileNotPublic })
    await published({ ...fields, [review.shareFile]: [] })
    expect(await repliesUnder('21 April 2027')).toEqual([])
  })

  test('is not offered for a file that shows marks of exempt matter', async () => {
    const items = ['Apologies', 'NOT FOR PUBLICATION Exempt by virtue of paragraph 3 of Schedule 12A: Lease']
    await give(await agendaPdf({ items }))
    const { fields } = await clerk().modal()
    expect(fields.map(({ label }) => label)).toContain(review.publicCopy)
    expect(fields.map(({ label }) => label)).not.toContain(review.shareFile)
    await clerk().close()
  })
})
