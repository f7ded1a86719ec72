import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './chromium.ts'
import type { Scrutineer } from './scrutineer.ts'

export const PHONE = { width: 375, height: 740 }

/** One browser for all tests of this `describe`, opened before them, with what went wrong in its pages. */
export function browsing(it: () => Scrutineer) {
  let browser: BrowserContext | undefined
  const problems: string[] = []
  beforeAll(async () => {
    browser = await openBrowser()
    browser.setDefaultTimeout(20_000)
    browser.on('weberror', (error) => problems.push(error.error().message))
    browser.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
  })
  afterAll(() => browser?.close())
  return {
    problems,
    /** This person in this conversation. */
    async pageOf(name: string, conversation: string, size?: typeof PHONE): Promise<Page> {
      if (!browser) throw new Error('The browser is opened in beforeAll: ask for a page inside a test.')
      const { person, conversations } = await it().as(name).screen()
      const place = conversations.find((one) => one.name === conversation)
      const page = await browser.newPage()
      if (size) await page.setViewportSize(size)
      await page.goto(`${it().workspace.url}/#as=${person.id}&in=${place?.id}`)
      await page.getByRole('textbox', { name: /^Message / }).waitFor()
      return page
    },
  }
}
