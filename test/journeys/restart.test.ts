// The bot is stopped or killed, and started again on the same data folder.
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { migratedServerDatabase, serverMissing } from '../support/databases.ts'
import { temporaryFolder } from '../workspace/council.ts'
import { folderWithDatabase } from './support/folders.ts'
import { buttonsOf } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { type Living, lifeUntilDeath, type Spawned, spawned } from './support/spawned.ts'
import * as sample from './support/words.ts'

/** What an earlier life left behind is sorted, and what is tried again after a while is due. */
async function caughtUp(bot: Living): Promise<void> {
  await bot.world.idle()
  await bot.world.advance({ advance: 'PT10M' })
}

/** Every message of the typed meeting stands once, as it should be. */
async function allStandsOnce(bot: Living): Promise<void> {
  await caughtUp(bot)
  const clerk = bot.as(sample.clerk)
  await answerForTheList(bot)
  const cards = await clerk.messages(sample.channel)
  expect(cards.map((card) => card.text)).toEqual([expect.stringContaining('Wednesday 17 March 2027, 2 pm')])
  expect(await lists(bot)).toHaveLength(1)
  for (const member of sample.membersOnSlack)
    expect((await bot.as(member).messages()).map(buttonsOf)).toEqual([sample.atFirst])
}

async function lists(bot: Living) {
  return (await bot.as(sample.clerk).messages(sample.clerksChannel)).filter((it) =>
    it.text.includes(sample.clerksList),
  )
}

/** Notices about the card in trouble: in the clerks' channel. */
async function troubles(bot: Living) {
  return (await bot.as(sample.clerk).messages(sample.clerksChannel)).filter(
    (it) => it.text.includes('Reference') && it.text.includes('The pack card'),
  )
}

/** Notices about the clerks' list in trouble: to a clerk in person, since that channel is the trouble. */
async function troublesWithTheList(bot: Living, clerk: string = sample.clerk) {
  return (await bot.as(clerk).messages()).filter((it) => it.text.includes(LIST_IN_TROUBLE))
}

/** A kill may have met the clerks' list on the wire beside the card: then they are asked about it, too. */
async function answerForTheList(bot: Living): Promise<void> {
  const [asked] = await troublesWithTheList(bot)
  if (asked === undefined || (await lists(bot)).length > 0) return
  await bot.as(sample.clerk).click('Send again', { within: LIST_IN_TROUBLE })
}

const LIST_IN_TROUBLE = 'The list of answers'

describe('Killed at one point after another, each time started again', () => {
  let dataDir = ''
  beforeAll(async () => {
    dataDir = await folderWithDatabase()
  })

  test('before the card is claimed', async () => {
    await lifeUntilDeath({ dataDir, env: { TEST_CRASH_AT: 'before-claim:pack-card' } }, (bot) =>
      publishTyped(bot.as(sample.clerk)),
    )
  })

  test.each([
    'after-claim:pack-card',
    'after-record:pack-card',
    'before-claim:member',
    'after-claim:member',
    'after-accepted:member',
    'after-record:member',
  ])('%s', async (point) => {
    await lifeUntilDeath({ dataDir, env: { TEST_CRASH_AT: point } })
  })

  test('then everything stands once; and killed again while a member’s message is edited', async () => {
    await lifeUntilDeath({ dataDir, env: { TEST_CRASH_AT: 'during-edit:member' } }, async (bot) => {
      await allStandsOnce(bot)
      expect(await troubles(bot)).toEqual([])
      await bot.as('Jo Ward').click(sample.buttons.coming, { wait: false })
    })
  })

  test('and while the clerks’ list is edited', async () => {
    await lifeUntilDeath({ dataDir, env: { TEST_CRASH_AT: 'during-edit:clerks' } }, async (bot) => {
      await bot.as('Tom Fairlock').click(sample.buttons.coming, { wait: false })
    })
  })

  test('the edits are made all the same; and after Ctrl-C everything is still there', async () => {
    const bot = await spawned({ dataDir })
    await caughtUp(bot)
    expect((await bot.as('Jo Ward').messages()).map((it) => it.text)).toEqual([
      expect.stringContaining(sample.said.coming),
    ])
    const list = await bot.as(sample.clerk).sees(sample.clerksList, sample.clerksChannel)
    expect(list.text).toContain('• Councillor Jo Ward')
    const [tom] = await bot.as('Tom Fairlock').messages()
    expect(tom?.text.includes(sample.said.coming)).toBe(list.text.includes('• Councillor Tom Fairlock'))
    expect(await troubles(bot)).toEqual([])
    expect(await bot.stop()).toEqual({ code: 0, said: '' })

    const again = await spawned({ dataDir })
    await again.as('Jo Ward').click(sample.buttons.apologies, { within: sample.said.coming })
    await again.as('Jo Ward').submit()
    expect((await again.as('Jo Ward').messages()).map((it) => it.text)).toEqual([
      expect.stringContaining(sample.said.absent),
    ])
    expect(await again.as('Jo Ward').messages(sample.channel)).toHaveLength(1)
  })
})

describe('A card that may have been posted is a clerk’s decision', () => {
  test('it was posted: *It arrived*, and the card is kept', async () => {
    const dataDir = await folderWithDatabase()
    await lifeUntilDeath({ dataDir, env: { TEST_CRASH_AT: 'after-accepted:pack-card' } }, (bot) =>
      publishTyped(bot.as(sample.clerk)),
    )
    const again = await spawned({ dataDir })
    await caughtUp(again)
    const notices = await troubles(again)
    expect(notices).toHaveLength(1)
    expect(notices[0]?.text).toContain('The pack card in #health-scrutiny')
    expect(notices[0]?.text).toContain('may or may not have arrived')
    expect(notices.map(buttonsOf)).toEqual([['It arrived', 'Send again']])
    await again.as(sample.clerk).click('It arrived', { within: 'The pack card' })
    await again.as(sample.clerk).submit()
    expect((await troubles(again))[0]?.text).toContain('Marian Spekeworth saw that it had arrived')
    await allStandsOnce(again)
  })

  test('it was never posted: *Send again* posts it once', async () => {
    const again = await killedWithAPostOnTheWireTo(sample.channel)
    expect(await again.as(sample.clerk).messages(sample.channel)).toEqual([])
    expect(await troubles(again)).toHaveLength(1)
    await again.as(sample.otherClerk).click('Send again', { within: 'The pack card' })
    expect((await troubles(again))[0]?.text).toContain('Daniel Obinwa had it sent again')
    await allStandsOnce(again)
  })
})

test('the clerks’ list on the wire at a kill is told to each clerk in person; *Send again* posts it once', async () => {
  const bot = await killedWithAPostOnTheWireTo(sample.clerksChannel)
  expect(await lists(bot)).toEqual([])
  for (const clerk of [sample.clerk, sample.otherClerk])
    expect((await troublesWithTheList(bot, clerk)).map(buttonsOf)).toEqual([['It arrived', 'Send again']])
  await bot.as(sample.otherClerk).click('Send again', { within: LIST_IN_TROUBLE })
  expect((await troublesWithTheList(bot))[0]?.text).toContain('Daniel Obinwa had it sent again')
  await allStandsOnce(bot)
})

test('on PostgreSQL, too, a card on the wire at a kill is told to the clerks and not sent twice', async (context) => {
  if (serverMissing !== undefined) return context.skip(serverMissing)
  const { url, drop } = await migratedServerDatabase()
  const env = { DATABASE_URL: url, SEND_STALE_SECONDS: '1' }
  const dataDir = temporaryFolder()
  await lifeUntilDeath({ dataDir, env: { ...env, TEST_CRASH_AT: 'after-accepted:pack-card' } }, (bot) =>
    publishTyped(bot.as(sample.clerk)),
  )
  const again = await spawned({ dataDir, env })
  await allStandsOnce(again)
  expect(await troubles(again)).toHaveLength(1)
  await again.stop()
  await drop()
})

/** A meeting is published; the bot is killed while one post waits for Slack, and then started again. */
async function killedWithAPostOnTheWireTo(channelName: string): Promise<Spawned> {
  const bot = await spawned({ dataDir: await folderWithDatabase() })
  const channel = await idOf(bot, channelName)
  await bot.world.fault({ method: 'chat.postMessage', kind: 'latency', ms: 60_000, channel })
  await publishTyped(bot.as(sample.clerk), { wait: false })
  // Used up: the call is on its way to Slack.
  await vi.waitUntil(async () => (await waitingFaults(bot)) === 0, { timeout: 15_000, interval: 20 })
  await bot.killBot()
  const again = await spawned({ dataDir: bot.dataDir })
  await caughtUp(again)
  return again
}

async function idOf(bot: Spawned, channelName: string): Promise<string> {
  const { conversations } = await bot.as(sample.clerk).screen()
  return conversations.find((one) => one.name === channelName)?.id ?? ''
}

async function waitingFaults(bot: Spawned): Promise<number> {
  const { faults } = await bot.world.hand.ask('faults')
  return Array.isArray(faults) ? faults.length : -1
}
