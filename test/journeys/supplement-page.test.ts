// A supplement through the page, as a clerk and a councillor see it.
import { beforeAll, describe, expect, test } from 'vitest'
import { words as supplement } from '../../src/publications/supplement-words.en.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { browsing } from './support/browsing.ts'
import { chromiumMissing, photograph } from './support/chromium.ts'
import { asField } from './support/person.ts'
import { samplePack } from './support/scrutineer.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

if (chromiumMissing !== undefined)
  test('the page is tried in Chromium', (context) => context.skip(chromiumMissing))

describe.skipIf(chromiumMissing !== undefined)('A supplement through the page', () => {
  const it = standing({ rateLimits: true })
  const { problems, pageOf } = browsing(it)
  beforeAll(async () => {
    const clerk = it().as(sample.clerk)
    await clerk.command('/pack', { channel: sample.channel })
    await clerk.submit({ [sample.labels.file]: asField(await samplePack()) })
    await clerk.submit()
    await clerk.close()
  })

  test('a clerk types it, is told of a page twice, corrects and publishes', async () => {
    const page = await pageOf(sample.clerk, sample.channel)
    await page.getByRole('textbox', { name: /^Message / }).fill('/pack')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: publication.start.submit }).click()
    await dialog.getByRole('button', { name: publication.review.addsToThem }).click()
    await dialog.getByRole('heading', { name: supplement.form.title }).waitFor()
    await dialog.getByRole('combobox', { name: supplement.form.meeting }).click()
    await dialog.getByRole('option', { name: /20 Jan/ }).click()
    const lines = dialog.getByLabel(supplement.form.lines(1, 1, true))
    await dialog.getByText('Notice:').waitFor()
    await lines.fill('8. Work programme, revised (page 7)\n9. Falls clinic (pages 9-12) [new]')
    await photograph(page, 'supplement-1-form')
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await dialog.getByText('belong to item 8').waitFor()
    await photograph(page, 'supplement-2-refused')
    await lines.fill('8. Work programme, revised (page 7) [replaces]\n9. Falls clinic (pages 9-12) [new]')
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await dialog.getByRole('heading', { name: supplement.receipt.title }).waitFor()
    await photograph(page, 'supplement-3-receipt')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await it().world.idle(60_000)
    await page.getByText('Falls clinic (supplement 1, pages 9–12)').waitFor()
    await photograph(page, 'supplement-4-card')
    await page.close()
  })

  test('a councillor reads the one new line', async () => {
    const page = await pageOf('Jo Ward', 'Scrutineer')
    await page.getByText('9. Falls clinic – new item, pages 9–12').waitFor()
    await page.getByText('8. Work Programme – replaces page 7').waitFor()
    await photograph(page, 'supplement-5-member')
    expect(problems).toEqual([])
    await page.close()
  })
})
