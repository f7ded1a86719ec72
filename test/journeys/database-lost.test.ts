// The database server goes away while the bot runs, and comes back.
import { describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { emptyServerDatabase, serverMissing } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'
import { gateBefore } from './support/gate.ts'
import { publishTyped } from './support/publish-typed.ts'
import { type Scrutineer, scrutineer } from './support/scrutineer.ts'
import * as sample from './support/words.ts'
import { buttons, labels, said } from './support/words.ts'

const AWAY = /cannot reach its records at the moment, so nothing was changed\. Please try again/

describe('While the database is away', () => {
  test('people are told to try again, nothing is half done, and all goes on when it is back', async (context) => {
    if (serverMissing !== undefined) return context.skip(serverMissing)
    const { url, drop } = await emptyServerDatabase()
    const gate = await gateBefore(url)
    const it = await scrutineer({ env: { DATABASE_URL: gate.url }, ownDatabase: true })
    try {
      await whileAway(it, gate)
    } finally {
      await it.stop()
      await gate.shut()
    }
    const database = await openDatabase({ kind: 'server', url }, silentLog)
    const [council] = await database.prisma.council.findMany()
    const chains = await verifyAudit(database.prisma, council?.id ?? '')
    expect(chains.filter(({ broken }) => broken)).toEqual([])
    await database.close()
    await drop()
  })
})

async function whileAway(it: Scrutineer, gate: Awaited<ReturnType<typeof gateBefore>>): Promise<void> {
  const [clerk, jo, tom] = [it.as(sample.clerk), it.as('Jo Ward'), it.as('Tom Fairlock')]
  await publishTyped(clerk)
  await clerk.close()
  await jo.click(buttons.apologies, { within: said.ask })
  await clerk.command('/pack')
  await clerk.submit()

  await gate.shut()
  const onceTold = { timeout: 20_000, interval: 50 }
  await tom.command('/apologies', { wait: false })
  await vi.waitUntil(async () => AWAY.test(await tom.told()), onceTold)
  await tom.click(buttons.coming, { within: said.ask, wait: false })
  await jo.submit({ [labels.reason]: 'a cold' }, { wait: false })
  await vi.waitUntil(async () => AWAY.test((await jo.modal()).text), onceTold)
  await clerk.submit({ ...sample.typedMeeting, [labels.date]: '2027-05-12' }, { wait: false })
  await vi.waitUntil(async () => AWAY.test((await clerk.modal()).text), onceTold)

  await gate.open()
  await it.world.idle()
  const list = await clerk.sees(sample.clerksList, sample.clerksChannel)
  expect(list.text).toContain('No answer yet: 11')
  expect((await clerk.messages(sample.channel)).filter((card) => !card.ephemeral)).toHaveLength(1)
  expect(await jo.messages()).toHaveLength(1)

  await jo.close()
  await jo.click(buttons.apologies, { within: said.ask })
  await jo.submit()
  await jo.sees(said.absent)
  await clerk.close()
  await publishTyped(clerk, { [labels.date]: '2027-05-12' })
  expect(await clerk.messages(sample.channel)).toHaveLength(2)
}
