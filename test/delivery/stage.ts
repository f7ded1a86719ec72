import type { WebClient } from '@slack/web-api'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { expect, onTestFinished, vi } from 'vitest'
import type { OutboxMessage } from '../../src/database/generated/client.ts'
import { type House, openHouse } from '../../src/database/house.ts'
import type { IntendedMessage, Recipient } from '../../src/database/intended-message.ts'
import { SCRUTINEER } from '../../src/database/transact.ts'
import { type Delivery, type DeliveryGround, openDelivery } from '../../src/delivery/delivery.ts'
import type { Renderer } from '../../src/delivery/rendering.ts'
import { senderClient } from '../../src/delivery/sender-client.ts'
import type { TestDatabase } from '../support/databases.ts'
import { FakeSlack } from './fake-slack.ts'

export interface Cast {
  readonly committeeId: string
  readonly clerk: string
  readonly otherClerk: string
  readonly member: string
  readonly offline: string
  readonly channel: Recipient
  readonly clerksChannel: string
}

/** A council with a committee, and Slack as a fetch: what a test of sending stands on. */
export interface Stage {
  readonly slack: FakeSlack
  readonly house: House
  readonly cast: Cast
  readonly logged: { level: number; msg: string; reference?: string; code?: string }[]
  /** What a message says from now on, by subject. */
  readonly says: Map<string, string>
  readonly client: WebClient
  readonly ground: DeliveryGround
  want(message: Partial<IntendedMessage> & { subject: string }): Promise<string>
  refresh(subject: string): Promise<void>
  row(id: string): Promise<OutboxMessage>
  notices(): Promise<OutboxMessage[]>
  open(changes?: Partial<DeliveryGround>): Delivery
  /** Waits until the row is in this state. */
  until(id: string, state: OutboxMessage['state']): Promise<OutboxMessage>
}

let councils = 0
let movedMs = 0
export const clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + movedMs),
  advance: (ms: number) => {
    movedMs += ms
  },
}

const PLENTY = { workspacePerSecond: 10_000, burst: 10_000, channelPerSecond: 10_000, channelBurst: 10_000 }

export async function setStage(
  database: TestDatabase,
  options: { clerksChannel?: boolean; timeoutMs?: number } = {},
): Promise<Stage> {
  const { prisma } = database
  const slack = new FakeSlack()
  slack.now = () => Math.floor(clock.now().epochMilliseconds / 1000)
  const logged: Stage['logged'] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  // One database serves many tests: what the last one left behind is not this one's.
  await prisma.outboxMessage.deleteMany()
  councils += 1
  const councilId = newId()
  await prisma.council.create({
    data: { id: councilId, name: `Delivery ${councils} ${councilId}`, nation: 'england' },
  })
  const committeeId = newId()
  const clerksChannel = `CCLERKS${councils}`
  await prisma.committee.create({
    data: {
      id: committeeId,
      councilId,
      name: 'Health Scrutiny',
      channelId: `CPUBLIC${councils}`,
      clerksChannelId: options.clerksChannel === false ? null : clerksChannel,
    },
  })
  const person = async (name: string, slackUserId: string | null) => {
    const { id } = await prisma.person.create({ data: { councilId, name, slackUserId } })
    return id
  }
  const cast: Cast = {
    committeeId,
    clerk: await person('Ada Clerk', `UCLERK${councils}`),
    otherClerk: await person('Ben Clerk', `UCLERKB${councils}`),
    member: await person('Cleo Member', `UMEMBER${councils}`),
    offline: await person('Di Offline', null),
    channel: { channel: `CPUBLIC${councils}` },
    clerksChannel,
  }
  for (const personId of [cast.clerk, cast.otherClerk])
    await prisma.committeeRole.create({ data: { councilId, committeeId, personId, duty: 'clerk' } })

  const deliveries = new Set<Delivery>()
  const house = openHouse(
    {
      prisma,
      log,
      privateText: { seal: (text) => text, open: (text) => text, mac: (text) => text },
      now: clock.now,
      onMessages: () => {
        for (const one of deliveries) one.wake()
      },
    },
    { id: councilId, timeZone: 'Europe/London' },
  )
  const says = new Map<string, string>()
  const plainly: Renderer = async (_house, message) => {
    const text = says.get(message.subject) ?? 'a message'
    return text === 'drop' ? { drop: 'not-entitled' } : { post: { text, blocks: [] } }
  }
  const client = senderClient({
    token: 'xoxb-test',
    slackApiUrl: 'http://slack.test/api/',
    log,
    fetch: slack.fetch,
    timeoutMs: options.timeoutMs ?? 5_000,
  })
  const ground: DeliveryGround = {
    prisma,
    houseOf: async () => house,
    renderers: new Map(
      ['card', 'member', 'harmless', 'unsure', 'undelivered'].map((kind) => [kind, plainly]),
    ),
    clientOf: async () => client,
    now: clock.now,
    log,
    instance: 'test',
    pace: PLENTY,
    staleAfterMs: 60_000,
    embedded: false,
    confirmAfterMs: 0,
  }
  const stage: Stage = {
    slack,
    house,
    cast,
    logged,
    says,
    client,
    ground,
    async want(message) {
      const intended: IntendedMessage = { kind: 'card', recipient: cast.channel, committeeId, ...message }
      await house.transact(SCRUTINEER, (tx) => tx.show(intended))
      const row = await prisma.outboxMessage.findFirstOrThrow({
        where: { councilId, kind: intended.kind, subject: intended.subject },
        orderBy: { id: 'desc' },
      })
      return row.id
    },
    refresh: (subject) => house.transact(SCRUTINEER, (tx) => tx.refresh({ kind: 'card', subject })),
    row: (id) => prisma.outboxMessage.findUniqueOrThrow({ where: { id } }),
    notices: () =>
      prisma.outboxMessage.findMany({
        where: { councilId, kind: { in: ['unsure', 'undelivered'] } },
        orderBy: { id: 'asc' },
      }),
    open(changes = {}) {
      const delivery = openDelivery({ ...ground, ...changes })
      deliveries.add(delivery)
      onTestFinished(() => delivery.close())
      return delivery
    },
    until: (id, state) =>
      vi.waitFor(
        async () => {
          const row = await stage.row(id)
          expect(row.state).toBe(state)
          return row
        },
        { timeout: 10_000, interval: 10 },
      ),
  }
  return stage
}
