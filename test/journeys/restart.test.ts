// The bot is stopped or killed, and started again on the same data folder.
import { cp } from 'node:fs/promises'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { emptyServerDatabase, serverMissing } from '../support/databases.ts'
import { temporaryFolder } from '../workspace/council.ts'
import { buttonsOf } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { type Spawned, spawned } from './support/spawned.ts'
import * as sample from './support/words.ts'

/** A data folder after a first start: making the database takes longer than everything else here. */
let template = ''
beforeAll(async () => {
  const first = await spawned()
  template = first.dataDir
  await first.stop()
})

async function start(env: Readonly<Record<string, string>> = {}): Promise<Spawned> {
  const dataDir = temporaryFolder()
  await cp(template, dataDir, { recursive: true })
  return spawned({ dataDir, env })
}

const points = ['before-claim', 'after-claim', 'after-accepted', 'after-record'] as const

/** The process kills itself as soon as that point is reached. */
async function publishUntilDeath(bot: Spawned): Promise<void> {
  // Its form is never answered: the workspace ends with the launcher.
  await publishTyped(bot.as(sample.clerk), { wait: false }).catch(() => undefined)
  expect((await bot.died()).said).toContain('The bot has ended (SIGKILL)')
}

/** What an earlier life left behind is sorted, and what is tried again after a while is due. */
async function caughtUp(bot: Spawned): Promise<void> {
  await bot.world.idle()
  await bot.world.advance({ advance: 'PT10M' })
}

/** Every message of the typed meeting stands once, as it should be. */
async function allStandsOnce(bot: Spawned): Promise<void> {
  await caughtUp(bot)
  const clerk = bot.as(sample.clerk)
  const cards = await clerk.messages(sample.channel)
  expect(cards.map((card) => card.text)).toEqual([expect.stringContaining('Wednesday 17 March 2027, 2 pm')])
  const lists = (await clerk.messages(sample.clerksChannel)).filter((it) =>
    it.text.includes(sample.clerksList),
  )
  expect(lists).toHaveLength(1)
  for (const member of sample.membersOnSlack)
    expect((await bot.as(member).messages()).map(buttonsOf)).toEqual([
      [sample.buttons.coming, sample.buttons.apologies],
    ])
}

async function troubles(bot: Spawned) {
  return (await bot.as(sample.clerk).messages(sample.clerksChannel)).filter((it) =>
    it.text.includes('Reference'),
  )
}

test('stopped with Ctrl-C and started again, everything is still there and nothing is posted twice', async () => {
  const first = await start()
  await publishTyped(first.as(sample.clerk))
  await first.as('Jo Ward').click(sample.buttons.apologies, { within: 'Will you be there' })
  await first.as('Jo Ward').submit({ [sample.labels.reason]: 'away' })
  expect(await first.stop()).toEqual({ code: 0, said: '' })

  const again = await spawned({ dataDir: first.dataDir })
  await again.world.idle()
  const jo = again.as('Jo Ward')
  expect(await jo.messages()).toHaveLength(1)
  expect(await jo.messages(sample.channel)).toHaveLength(1)
  await jo.click(sample.buttons.withdraw, { within: 'You have sent apologies' })
  await allStandsOnce(again)
})

describe('Killed while it sends to a person, started again: nothing lost, nothing twice', () => {
  test.each(points)('%s', async (point) => {
    const first = await start({ TEST_CRASH_AT: `${point}:member` })
    await publishUntilDeath(first)
    const again = await spawned({ dataDir: first.dataDir })
    await allStandsOnce(again)
    expect(await troubles(again)).toEqual([])
  })
})

describe('Killed while it posts the card, started again: nothing lost, nothing twice', () => {
  test.each(['before-claim', 'after-claim', 'after-record'] as const)('%s', async (point) => {
    const first = await start({ TEST_CRASH_AT: `${point}:pack-card` })
    await publishUntilDeath(first)
    const again = await spawned({ dataDir: first.dataDir })
    await allStandsOnce(again)
    expect(await troubles(again)).toEqual([])
  })
})

describe('Killed while it edits, started again: the edit is made', () => {
  test.each(['member', 'clerks'])('the message of kind %s', async (kind) => {
    const first = await start({ TEST_CRASH_AT: `during-edit:${kind}` })
    await publishTyped(first.as(sample.clerk))
    await first
      .as('Jo Ward')
      .click(sample.buttons.coming, { wait: false })
      .catch(() => undefined)
    await first.died()
    const again = await spawned({ dataDir: first.dataDir })
    await caughtUp(again)
    expect((await again.as('Jo Ward').messages()).map((it) => it.text)).toEqual([
      expect.stringContaining('You will be there'),
    ])
    const list = await again.as(sample.clerk).sees(sample.clerksList, sample.clerksChannel)
    expect(list.text).toContain('• Councillor Jo Ward')
    expect(await troubles(again)).toEqual([])
  })
})

describe('A card that may have been posted is a clerk’s decision', () => {
  test('it was posted: *It arrived* with its link, and the card is kept', async () => {
    const first = await start({ TEST_CRASH_AT: 'after-accepted:pack-card' })
    await publishUntilDeath(first)
    const again = await spawned({ dataDir: first.dataDir })
    const clerk = again.as(sample.clerk)
    await again.world.idle()
    const notices = await troubles(again)
    expect(notices).toHaveLength(1)
    expect(notices[0]?.text).toContain('The pack card in #health-scrutiny')
    expect(notices[0]?.text).toContain('may or may not have arrived')
    expect(buttonsOf(notices[0] ?? { controls: [] })).toEqual(['It arrived', 'Send again'])
    await clerk.click('It arrived', { within: 'Reference' })
    await clerk.submit()
    expect((await troubles(again))[0]?.text).toContain('Marian Spekeworth saw that it had arrived')
    await allStandsOnce(again)
  })

  test('it was never posted: *Send again* posts it once', async () => {
    const first = await start()
    await first.world.fault({
      method: 'chat.postMessage',
      kind: 'latency',
      ms: 60_000,
      channel: await idOf(first),
    })
    await publishTyped(first.as(sample.clerk), { wait: false })
    await vi.waitUntil(async () => (await waitingFaults(first)) === 0, { timeout: 15_000, interval: 20 })
    await first.killBot()
    const again = await spawned({ dataDir: first.dataDir })
    await again.world.idle()
    expect(await again.as(sample.clerk).messages(sample.channel)).toEqual([])
    expect(await troubles(again)).toHaveLength(1)
    await again.as(sample.otherClerk).click('Send again', { within: 'Reference' })
    expect((await troubles(again))[0]?.text).toContain('Daniel Obinwa had it sent again')
    await allStandsOnce(again)
  })
})

test.runIf(serverMissing === undefined)(
  'on PostgreSQL, too, what was on the wire at a kill is found or told, and never sent twice',
  async () => {
    const { url, drop } = await emptyServerDatabase()
    const env = { DATABASE_URL: url, SEND_STALE_SECONDS: '1' }
    const first = await start({ ...env, TEST_CRASH_AT: 'after-accepted:pack-card' })
    await publishUntilDeath(first)
    const again = await spawned({ dataDir: first.dataDir, env })
    await allStandsOnce(again)
    expect(await troubles(again)).toHaveLength(1)
    await again.stop()
    await drop()
  },
)

async function idOf(bot: Spawned): Promise<string> {
  const { conversations } = await bot.as(sample.clerk).screen()
  return conversations.find((one) => one.name === sample.channel)?.id ?? ''
}

async function waitingFaults(bot: Spawned): Promise<number> {
  const { faults } = await bot.world.hand.ask('faults')
  return Array.isArray(faults) ? faults.length : -1
}
