// Through the page, as a clerk and a councillor do it: with the mouse, and with the keyboard alone.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../workspace/council.ts'
import { browsing, PHONE } from './support/browsing.ts'
import { chromiumMissing, photograph } from './support/chromium.ts'
import { samplePack } from './support/scrutineer.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'
import { buttons, labels, said } from './support/words.ts'

if (chromiumMissing !== undefined)
  test('the page is tried in Chromium', (context) => context.skip(chromiumMissing))

describe.skipIf(chromiumMissing !== undefined)('Through the page', () => {
  // With Slack's own limits, as `npm start` has them.
  const it = standing({ rateLimits: true })
  const { problems, pageOf } = browsing(it)

  async function type(page: Page, line: string): Promise<void> {
    await page.getByRole('textbox', { name: /^Message / }).fill(line)
    await page.keyboard.press('Enter')
  }

  test('a clerk chooses the PDF, corrects a field and publishes', async () => {
    const page = await pageOf(sample.clerk, sample.channel)
    await type(page, '/pack')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Publish a pack' }).waitFor()
    await photograph(page, '1-pack')
    const path = join(temporaryFolder(), 'agenda-pack.pdf')
    await writeFile(path, (await samplePack()).bytes)
    await dialog.locator('input[type=file]').setInputFiles(path)
    await dialog.getByText('agenda-pack.pdf').waitFor()
    await dialog.getByRole('button', { name: 'Read it' }).click()
    const venue = dialog.getByLabel(labels.venue)
    await venue.waitFor()
    await photograph(page, '2-check')
    expect(await venue.inputValue()).toBe('Wherry Room, Haverleigh Town Hall')
    await venue.fill('Staithe Room')
    await dialog.getByText('Members on the paper (11)').scrollIntoViewIfNeeded()
    await photograph(page, '3-check-below')
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await dialog.getByText('10 members get a direct message').waitFor()
    await photograph(page, '4-published')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.getByText('Staithe Room').waitFor()
    await it().world.idle()
    await photograph(page, '5-card')
    await page.close()
  })

  test('a councillor sends apologies by the button, and gets a receipt', async () => {
    const page = await pageOf('Jo Ward', 'Scrutineer')
    await photograph(page, '6-member')
    await page.getByRole('button', { name: buttons.apologies }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: labels.reason }).fill('A hospital appointment')
    await photograph(page, '7-apologies')
    await dialog.getByRole('button', { name: 'Send apologies' }).click()
    await dialog.getByText('Your apologies are recorded').waitFor()
    await photograph(page, '8-receipt')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByText(said.absent).waitFor()
    await photograph(page, '9-member-after')
    await page.close()
  })

  test('the clerks’ list shows it, without the reason', async () => {
    await it().world.idle()
    const page = await pageOf(sample.otherClerk, sample.clerksChannel)
    await page.getByText('Councillor Jo Ward').first().waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain('hospital')
    await photograph(page, '10-clerks')
    await page.close()
  })

  test('with the keyboard alone: /apologies, a choice, a reason, sent; focus comes back', async () => {
    const page = await pageOf('Tom Fairlock', 'Scrutineer')
    await page.getByRole('textbox', { name: /^Message / }).focus()
    await page.keyboard.type('/apol')
    await page.getByRole('option', { name: /apologies/ }).waitFor()
    await photograph(page, '11-completion')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Apologies' }).waitFor()
    await tabTo(page, 'radio')
    await page.keyboard.press('ArrowDown')
    expect(await dialog.getByRole('radio', { name: 'I will come late' }).isChecked()).toBe(true)
    await tabTo(page, 'textarea')
    await page.keyboard.type('Train')
    await photograph(page, '12-keyboard')
    await tabTo(page, 'submit')
    await page.keyboard.press('Enter')
    await dialog.getByText('you will come late').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('You will come late').waitFor()
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
    await page.close()
  })

  test('on a phone the member’s message and the form fit', async () => {
    const page = await pageOf('Elaine Hartwick', 'Scrutineer', PHONE)
    await photograph(page, '13-phone')
    await page.getByRole('button', { name: buttons.apologies }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: labels.reason }).waitFor()
    await photograph(page, '14-phone-form')
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(overflow)).toBe(0)
    await page.close()
  })

  test('the page itself met no error on the way', () => {
    expect(problems).toEqual([])
  })
})

/** Press Tab until a control of this type has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, type: string): Promise<void> {
  for (let presses = 0; presses < 15; presses += 1) {
    const here = await page.evaluate('document.activeElement?.type ?? document.activeElement?.tagName')
    if (here === type) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No ${type} can be reached with the Tab key`)
}
