import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { register } from '../../src/cards/trouble-listeners.ts'
import { troubleRenderers } from '../../src/cards/trouble-notice.ts'
import { type HouseGround, openHouse } from '../../src/database/house.ts'
import { openHouses } from '../../src/database/houses.ts'
import type { IntendedMessage } from '../../src/database/intended-message.ts'
import { SCRUTINEER } from '../../src/database/transact.ts'
import { type Delivery, openDelivery } from '../../src/delivery/delivery.ts'
import { outboxIdOf } from '../../src/delivery/mark.ts'
import type { Renderer } from '../../src/delivery/rendering.ts'
import { senderClient } from '../../src/delivery/sender-client.ts'
import { recogniseMessage } from '../../src/delivery/settle.ts'
import { openInbox } from '../../src/slack/inbox.ts'
import { embeddedDatabase } from '../support/databases.ts'
import { credentials, Hand, open as openWorkspace, seed, startApp, until } from '../workspace/council.ts'

const log = pino({ level: process.env['LOG'] ?? 'silent' })
const card: Renderer = async () => ({
  post: {
    text: 'The pack is out',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: 'The pack is out' } },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'press', text: { type: 'plain_text', text: 'Press me' } }],
      },
    ],
  },
})

/** The real sender and the real Bolt app on the local workspace. */
async function setUp() {
  const workspace = await openWorkspace({ rateLimits: false })
  const { prisma } = await embeddedDatabase()
  const councilId = newId()
  const committeeId = newId()
  await prisma.council.create({ data: { id: councilId, name: 'Sample council', nation: 'england' } })
  await prisma.slackWorkspace.create({
    data: { councilId, teamId: seed.team.id, teamName: seed.team.name },
  })
  await prisma.committee.create({
    data: {
      id: committeeId,
      councilId,
      name: 'Scrutiny Committee',
      channelId: 'C0SCRUTINY',
      clerksChannelId: 'C0CLERKS',
    },
  })
  const people = new Map<string, string>()
  for (const { id, realName } of seed.people) {
    const person = await prisma.person.create({ data: { councilId, name: realName, slackUserId: id } })
    people.set(id, person.id)
  }
  const clerk = people.get('U0CLERK') ?? ''
  await prisma.committeeRole.create({ data: { councilId, committeeId, personId: clerk, duty: 'clerk' } })

  let delivery: Delivery | undefined
  const ground: HouseGround = {
    prisma,
    log,
    privateText: { seal: (text) => text, open: (text) => text, mac: (text) => text },
    now: () => Temporal.Now.instant(),
    onMessages: () => delivery?.wake(),
  }
  const houses = openHouses(ground)
  const house = openHouse(ground, { id: councilId, timeZone: 'Europe/London' })
  const slackApiUrl = `${workspace.url}/api/`
  const client = senderClient({ token: credentials.botToken, slackApiUrl, log })
  delivery = openDelivery({
    prisma,
    houseOf: (id) => houses.of(id),
    renderers: new Map([['pack-card', card], ['member', card], ...troubleRenderers]),
    clientOf: async () => client,
    now: ground.now,
    log,
    instance: 'test',
    pace: { workspacePerSecond: 1_000, burst: 1_000, channelPerSecond: 1_000, channelBurst: 1_000 },
    staleAfterMs: 60_000,
    embedded: true,
    confirmAfterMs: 0,
  })
  const inbox = openInbox({ prisma, houses, log })
  const slack = await startApp(workspace, 'socket', (app) =>
    register(app, {
      houses,
      inbox,
      log,
      async onPressed({ visitor, blockIds, channel, ts }) {
        for (const blockId of blockIds) {
          const outboxId = outboxIdOf(blockId)
          if (outboxId) await recogniseMessage(visitor.house, { outboxId, channel, ts })
        }
      },
    }),
  )
  onTestFinished(async () => {
    await slack.stop()
    await delivery?.close()
    await workspace.close()
  })
  const hand = new Hand(workspace.url)
  const want = async (message: Partial<IntendedMessage> = {}) => {
    const intended: IntendedMessage = {
      kind: 'pack-card',
      subject: newId(),
      recipient: { channel: 'C0SCRUTINY' },
      committeeId,
      ...message,
    }
    await house.transact(SCRUTINEER, (tx) => tx.show(intended))
    const where = { councilId, subject: intended.subject, kind: intended.kind }
    return { row: () => prisma.outboxMessage.findFirstOrThrow({ where }) }
  }
  const notice = () =>
    until(async () =>
      (await hand.messages('U0CLERK', 'clerks')).find((one) => one.text.includes('Reference')),
    )
  return { hand, people, want, notice }
}

test('a card whose answer was lost: the clerk looks, presses *It arrived* with its link, and the notice says so', async () => {
  const { hand, want, notice } = await setUp()
  await hand.ask('faults', { method: 'chat.postMessage', kind: 'reset-after' })
  const { row } = await want()
  expect((await notice()).text).toContain('may or may not have arrived')
  const { slackChannel } = await row()
  const [posted] = await hand.messages('U0CLERK', 'scrutiny')
  await hand.ask('click', { as: 'U0CLERK', text: 'It arrived', within: 'clerks' })
  await until(async () => (await hand.screen('U0CLERK')).modal !== undefined)
  await hand.ask('submit', { as: 'U0CLERK', fields: { 'Link to the message (optional)': 'no link' } })
  await until(async () =>
    JSON.stringify((await hand.screen('U0CLERK')).modal).includes('That is no link to a Slack message'),
  )
  const link = `https://sample.slack.com/archives/${slackChannel}/p${posted?.ts.replace('.', '')}`
  await hand.ask('submit', { as: 'U0CLERK', fields: { 'Link to the message (optional)': link } })
  await until(async () => (await notice()).text.includes('Alex Clerk saw that it had arrived'))
  expect(await row()).toMatchObject({ state: 'sent', slackTs: posted?.ts })
  expect(await hand.messages('U0CLERK', 'scrutiny')).toHaveLength(1)
})

test('a card that never arrived: *Send again* posts it, once', async () => {
  const { hand, want, notice } = await setUp()
  await hand.ask('faults', { method: 'chat.postMessage', kind: 'reset-before' })
  const { row } = await want()
  await notice()
  await hand.ask('click', { as: 'U0CLERK', text: 'Send again', within: 'clerks' })
  await until(async () => (await row()).state === 'sent')
  await until(async () => (await notice()).text.includes('Alex Clerk had it sent again'))
  expect(await hand.messages('U0CLERK', 'scrutiny')).toHaveLength(1)
})

test('a direct message whose answer was lost is found in the conversation', async () => {
  const { hand, people, want } = await setUp()
  await hand.ask('faults', { method: 'chat.postMessage', kind: 'reset-after' })
  const { row } = await want({ kind: 'member', recipient: { person: people.get('U0WARD') ?? '' } })
  await until(async () => (await row()).state === 'sent')
  expect(await hand.messages('U0WARD')).toHaveLength(1)
  expect(await hand.messages('U0CLERK', 'clerks')).toEqual([])
})

test('a channel that the app is not in: the clerk is told how to let it in', async () => {
  const { want, notice } = await setUp()
  const { row } = await want({ recipient: { channel: 'C0GENERAL' } })
  expect((await notice()).text).toContain('/invite @Scrutineer')
  expect((await row()).problem).toBe('not_in_channel')
})
