// A meeting through the page, as its clerk runs it with the mouse: opened, an item agreed, a vote, a question, closed.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { controlWords } from '../../src/cards/control-words.en.ts'
import { businessWords } from '../../src/sitting/business-words.en.ts'
import { openingWords } from '../../src/sitting/opening-words.en.ts'
import { words as questions } from '../../src/sitting/question-words.en.ts'
import { stateWords } from '../../src/sitting/state-words.en.ts'
import { formWords } from '../../src/votes/form-words.en.ts'
import { words as votes } from '../../src/votes/words.en.ts'
import { browsing, PHONE } from './support/browsing.ts'
import { chromiumMissing, photograph } from './support/chromium.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

if (chromiumMissing !== undefined)
  test('the page is tried in Chromium', (context) => context.skip(chromiumMissing))

describe.skipIf(chromiumMissing !== undefined)('A meeting, through the page', () => {
  // With Slack's own limits, as `npm start` has them.
  const it = standing({ rateLimits: true })
  const { problems, pageOf } = browsing(it)
  beforeAll(async () => {
    await publishTyped(it().as(sample.clerk), {
      [sample.labels.items]: '1. Minutes\n2. Pharmacy services (pages 3-4)',
    })
    await it().as(sample.clerk).close()
    for (const name of ['Ruth Okafor', 'Tom Fairlock', 'Jo Ward', 'Imran Siddall'])
      await it().as(name).click(sample.buttons.coming)
    await it().world.advance({ set: '2027-03-17T14:01:00Z' })
  })

  /** In the conversation, not in a view on top of it; the control is the newest message. */
  const press = (page: Page, text: string) =>
    page.getByRole('main').getByRole('button', { name: text, exact: true }).last().click()
  /** Its label says that it is optional, too. */
  const number = (dialog: Locator, label: string) =>
    dialog.getByRole('textbox', { name: new RegExp(`^${label}`) })
  const says = (page: Page, text: string | RegExp) => page.getByRole('main').getByText(text).last().waitFor()

  test('the clerk opens it, and agrees the minutes in one tap; pressed twice it is agreed once', async () => {
    const page = await pageOf(sample.clerk, sample.clerksChannel)
    await press(page, openingWords.button)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: /Jo Ward/ }).waitFor()
    await photograph(page, 'meeting-1-open')
    await dialog.getByRole('button', { name: openingWords.submit, exact: true }).click()
    await dialog.getByText('is open').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await press(page, businessWords.next)
    await says(page, '1. Minutes')
    await page.getByRole('main').getByRole('button', { name: votes.control.agreed, exact: true }).dblclick()
    await says(page, /That the minutes be agreed/)
    await it().world.idle(60_000)
    await photograph(page, 'meeting-2-agreed')
    expect(await it().database.prisma.vote.count()).toBe(1)
    await page.close()
  })

  test('a vote by hands: a count that does not add up says what is missing, in the form', async () => {
    const page = await pageOf(sample.clerk, sample.clerksChannel)
    await press(page, businessWords.next)
    await says(page, '2. Pharmacy services')
    await press(page, votes.control.vote)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: formWords.text }).fill('That the pharmacy stay open.')
    await number(dialog, formWords.for).fill('3')
    await dialog.getByRole('button', { name: formWords.record, exact: true }).click()
    await dialog.getByText('4 can vote and are in the room, 3 are entered: 1 missing.').waitFor()
    await photograph(page, 'meeting-3-missing')
    await number(dialog, formWords.against).fill('1')
    await dialog.getByRole('button', { name: formWords.record, exact: true }).click()
    await dialog.getByText('3 for, 1 against, 0 abstained').waitFor()
    await dialog.getByRole('button', { name: formWords.close }).last().click()
    await says(page, /3 for, 1 against/)
    await photograph(page, 'meeting-4-vote')
    await page.close()
  })

  test('a councillor asks on a phone, and the Chair’s confirmation is one tap', async () => {
    const phone = await pageOf('Jo Ward', sample.channel, PHONE)
    const composer = phone.getByRole('textbox', { name: /^Message / })
    await composer.fill('/followup How many pharmacies have closed?')
    await phone.keyboard.press('Enter')
    await says(phone, /Recorded under/)
    await photograph(phone, 'meeting-5-question')
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await phone.evaluate(overflow)).toBe(0)
    await phone.close()
    const page = await pageOf(sample.clerk, sample.clerksChannel)
    await press(page, 'Read back (1)')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('How many pharmacies have closed?').waitFor()
    await dialog.getByRole('button', { name: questions.list.confirmAll }).click()
    await dialog.getByRole('button', { name: questions.list.confirmAll }).waitFor({ state: 'hidden' })
    await photograph(page, 'meeting-6-read-back')
    await dialog.getByRole('button', { name: questions.close }).last().click()
    await dialog.waitFor({ state: 'hidden' })
    await page.close()
  })

  test('it is closed behind More, and the control says so', async () => {
    const page = await pageOf(sample.clerk, sample.clerksChannel)
    await press(page, controlWords.more)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: stateWords.buttons.closed }).click()
    await dialog.getByRole('button', { name: stateWords.submits.closed, exact: true }).click()
    await says(page, /^Closed$|Closed at/)
    await it().world.idle(60_000)
    await photograph(page, 'meeting-7-closed')
    expect(await it().database.prisma.attendanceRecord.count({ where: { state: 'present' } })).toBe(4)
    expect(problems).toEqual([])
    await page.close()
  })
})
