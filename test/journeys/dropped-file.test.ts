// A file is dropped on the bot, which acknowledges it and is killed before it has dealt with it.
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { migratedServerDatabase, serverMissing } from '../support/databases.ts'
import { temporaryFolder } from '../workspace/council.ts'
import { folderWithDatabase } from './support/folders.ts'
import { buttonsOf } from './support/person.ts'
import { samplePack } from './support/scrutineer.ts'
import { type Spawned, spawned } from './support/spawned.ts'
import * as sample from './support/words.ts'
import { buttons } from './support/words.ts'

const soon = { timeout: 20_000, interval: 20 }

test('killed while the file is fetched: read after the next start, and said once', async () => {
  const first = await spawned({ dataDir: await folderWithDatabase() })
  await first.world.fault({ method: 'files.info', kind: 'latency', ms: 60_000 })
  await first.as(sample.clerk).upload(await samplePack(), { wait: false })
  await vi.waitUntil(async () => {
    const { faults } = await first.world.hand.ask('faults')
    return Array.isArray(faults) && faults.length === 0
  }, soon)
  await first.killBot()
  const again = await spawned({ dataDir: first.dataDir })
  await readOnce(again)
})

test('killed between acknowledging and handling, on PostgreSQL: handled once after the next start', async (context) => {
  if (serverMissing !== undefined) return context.skip(serverMissing)
  const { url, drop } = await migratedServerDatabase()
  const env = { DATABASE_URL: url }
  const first = await spawned({ dataDir: temporaryFolder(), env })
  const database = new Client({ connectionString: url })
  await database.connect()
  // Handling begins with a new pack, which nobody can write while this holds.
  await database.query('BEGIN')
  await database.query('LOCK TABLE "Pack" IN ACCESS EXCLUSIVE MODE')
  await first.as(sample.clerk).upload(await samplePack(), { wait: false })
  const acknowledged = async () =>
    (await first.world.journal({ type: 'ack' })).some(
      (ack) => ack['acknowledged'] === true && String(ack['name']).startsWith('message'),
    )
  await vi.waitUntil(acknowledged, soon)
  await first.killBot()
  await database.query('ROLLBACK')
  const { rows } = await database.query('SELECT 1 FROM "InboxEvent" WHERE "handledAt" IS NULL')
  expect(rows).toHaveLength(1)
  // Another replica may still be at it for a minute.
  await database.query(`UPDATE "InboxEvent" SET "claimedAt" = now() - interval '5 minutes'`)
  const again = await spawned({ dataDir: first.dataDir, env })
  await readOnce(again)
  expect((await database.query('SELECT 1 FROM "Pack"')).rows).toHaveLength(1)
  await database.end()
  await again.stop()
  await drop()
})

test('Ctrl-C ends it even while the database does not answer', async (context) => {
  if (serverMissing !== undefined) return context.skip(serverMissing)
  const { url, drop } = await migratedServerDatabase()
  const bot = await spawned({ dataDir: temporaryFolder(), env: { DATABASE_URL: url } })
  const database = new Client({ connectionString: url })
  await database.connect()
  await database.query('BEGIN')
  await database.query('LOCK TABLE "Pack" IN ACCESS EXCLUSIVE MODE')
  await bot.as(sample.clerk).upload(await samplePack(), { wait: false })
  expect((await bot.stop()).code).toBe(0)
  await database.end()
  await drop()
})

/** The clerk has one message about the pack, and goes on from there. */
async function readOnce(bot: Spawned): Promise<void> {
  const clerk = bot.as(sample.clerk)
  await vi.waitUntil(async () => {
    await bot.world.idle()
    return (await clerk.messages()).some((one) => one.text.includes('I have read'))
  }, soon)
  const said = (await clerk.messages()).filter((one) => one.isBot)
  expect(said.map(buttonsOf)).toEqual([[buttons.check, 'Discard']])
  await clerk.click(buttons.check)
  await clerk.submit()
  expect((await clerk.modal()).title).toBe('Published')
  expect(await clerk.messages(sample.channel)).toHaveLength(1)
}
