// Through the page: the public PDF under the card by a tick, and papers that are out corrected.
import { beforeAll, describe, expect, test } from 'vitest'
import { correctionWords } from '../../src/publications/correction-words.en.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { browsing } from './support/browsing.ts'
import { chromiumMissing, photograph } from './support/chromium.ts'
import { asField } from './support/person.ts'
import { samplePack } from './support/scrutineer.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

if (chromiumMissing !== undefined)
  test('the page is tried in Chromium', (context) => context.skip(chromiumMissing))

describe.skipIf(chromiumMissing !== undefined)('Papers that are out, through the page', () => {
  const it = standing({ rateLimits: true })
  const { problems, pageOf } = browsing(it)
  beforeAll(async () => {
    const clerk = it().as(sample.clerk)
    await clerk.command('/pack', { channel: sample.channel })
    await clerk.submit({ [sample.labels.file]: asField(await samplePack()) })
    await clerk.submit({ [publication.review.shareFile]: [publication.review.shareFileTick] })
    await clerk.close()
    await it().world.idle(60_000)
  })

  test('the PDF that the clerk ticked stands under the card, for a councillor to open', async () => {
    const page = await pageOf('Jo Ward', sample.channel)
    await page
      .getByText(/1 repl/)
      .first()
      .click()
    await page.getByText(/\.pdf/).first().waitFor()
    await photograph(page, 'correct-1-file')
    await page.close()
  })

  test('a clerk corrects a title, and the card says when and what', async () => {
    const page = await pageOf(sample.clerk, sample.clerksChannel)
    await page.getByRole('button', { name: correctionWords.button }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: correctionWords.title }).waitFor()
    await photograph(page, 'correct-2-form')
    const items = dialog.getByRole('textbox').first()
    await items.fill((await items.inputValue()).replace('Work Programme', 'Work Programme 2027'))
    await dialog.getByRole('button', { name: correctionWords.submit, exact: true }).click()
    await dialog.getByText('Corrected').first().waitFor()
    await photograph(page, 'correct-3-receipt')
    await page.close()
    await it().world.idle(60_000)
    const card = await pageOf('Jo Ward', sample.channel)
    await card.getByText('Work Programme 2027').waitFor()
    await card.getByText(/^Corrected /).waitFor()
    await photograph(card, 'correct-4-card')
    expect(problems).toEqual([])
    await card.close()
  })
})
