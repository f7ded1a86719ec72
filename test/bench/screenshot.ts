// `npm run screenshot`: the README's picture, made by publishing the sample pack and looking at its card.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { z } from 'zod'
import { ask, idle } from './committee.ts'
import { end, startBot, startWorkspace } from './processes.ts'

const CLERK = 'marian.spekeworth@haverleigh.example'
const COUNCILLOR = 'Jo Ward'

const folder = await mkdtemp(join(tmpdir(), 'scrutineer-screenshot-'))
const ground = await startWorkspace(folder, { CLOCK: '2027-01-12T09:30' })
const bot = await startBot('dist/main.js', ground)
try {
  const contentBase64 = (await readFile('src/sample/agenda-pack.pdf')).toString('base64')
  await ask(ground, 'upload', { as: CLERK, channel: 'Scrutineer', name: 'agenda-pack.pdf', contentBase64 })
  await idle(ground)
  await ask(ground, 'click', { as: CLERK, text: 'Check and publish' })
  await idle(ground)
  await ask(ground, 'submit', { as: CLERK })
  await idle(ground)
  await photograph()
} finally {
  await end(bot.process)
  await end(ground.process)
  await rm(folder, { recursive: true, force: true })
}

async function photograph(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const person = await idOf('people', 'realName', COUNCILLOR)
  const channel = await idOf('channels', 'name', 'health-scrutiny')
  await page.goto(`${ground.url}/#as=${person}&in=${channel}`)
  await page.getByRole('button', { name: 'Send apologies' }).waitFor()
  await page.screenshot({ path: 'docs/images/page.png' })
  await browser.close()
}

async function idOf(list: 'people' | 'channels', key: string, name: string): Promise<string> {
  const answer: unknown = await (await fetch(`${ground.url}/_local/${list}`)).json()
  const all = z.record(z.string(), z.unknown()).parse(answer)[list]
  const found = z
    .array(z.looseObject({ id: z.string() }))
    .parse(all)
    .find((one) => one[key] === name)
  if (!found) throw new Error(`There is no ${name} in the local workspace.`)
  return found.id
}
