// A council's own tracker, given by its clerk, compared, taken over, printed, counted and taken back.
import { describe, expect, test } from 'vitest'
import { trackerFormWords as printing } from '../../src/minutes/tracker-form-words.en.ts'
import { importWords as say } from '../../src/tracker/import-words.en.ts'
import { firstGround } from './support/matrix.ts'
import { asField } from './support/person.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

const FILE = [
  'Ref,Recommendation,Lead officer,By when,Status,RAG,Progress',
  'SR 01,That the benches on the seafront be mended,Head of Benches,End Feb 2017,COMPLETED,Green,',
  'SR 02,That gulls be counted,Head of Gulls,Half Termly,,Amber,Two counted',
  'SR 03,SEAFRONT,,,Heading,,',
].join('\r\n')

describe.each(firstGround)('A tracker of before over $transport, $database database', (ground) => {
  const it = standing(ground)
  const clerk = () => it().as(sample.clerk)
  const view = async () => (await clerk().modal()).text
  const files = async () => JSON.stringify(await clerk().messages())
  const closeAll = async () => {
    while (await clerk().openModal()) await clerk().close()
  }

  test('is compared first, and taken over without what the clerk leaves out', async () => {
    await clerk().command('/tracker import')
    await clerk().submit({
      [say.form.file]: asField({ name: 'tracker.csv', bytes: new TextEncoder().encode(FILE) }),
    })
    await expect.poll(view, { timeout: 20_000 }).toContain('3 new')
    expect(await view()).toContain('“End Feb 2017”: Tuesday 28 February 2017')
    expect(await it().database.prisma.trackerRow.count()).toBe(0)
    const heading = (await clerk().field(say.preview.except)).options?.find(({ text }) =>
      text.includes('SR 03'),
    )
    await clerk().submit({ [say.preview.except]: heading ? [heading.text] : [] })
    await expect.poll(view, { timeout: 20_000 }).toContain('2 rows taken over')
    expect(await view()).toContain('Head of Benches; Head of Gulls')
    await closeAll()
  })

  test('is printed in the council’s columns, and its numbers come as a chart', async () => {
    await clerk().command('/tracker paper')
    await clerk().submit({})
    await closeAll()
    await expect.poll(files, { timeout: 30_000 }).toContain('-tracker-')
    expect(await files()).toContain('.docx')
    await clerk().command('/tracker figures')
    expect(await view()).toContain('Recommendations, questions and actions made')
    await clerk().click(printing.figures.chart)
    await closeAll()
    await expect.poll(files, { timeout: 30_000 }).toContain('.png')
  })

  test('is taken back while nobody has worked on it', async () => {
    await clerk().command('/tracker import')
    await clerk().click(say.form.undo)
    expect(await view()).toContain('The import is taken back: 2 rows withdrawn, 0 as before.')
    await closeAll()
    const rows = await it().database.prisma.trackerRow.findMany({ select: { state: true } })
    expect(rows.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  })
})
