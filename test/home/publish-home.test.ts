import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import { expect, test } from 'vitest'
import { openDelivery } from '../../src/delivery/delivery.ts'
import { openTab, staleTabs } from '../../src/home/home-tabs.ts'
import { type Homes, openHomes } from '../../src/home/publish-home.ts'
import { home, section } from '../../src/slack/blocks.ts'
import type { Visitor } from '../../src/slack/visitor.ts'
import { type InventedPerson, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'

interface Published {
  readonly user_id: string
  readonly hash?: string
  readonly view: unknown
}

describeWithDatabase('the Home that somebody has open', (database) => {
  /** Slack's side is a list; `answers` says what it answers to the next ones. */
  async function stage() {
    const council = await inventCouncil(database())
    const shown: Published[] = []
    const answers: (() => unknown)[] = []
    let state = 'as it is'
    const publish = async (sent: Published) => {
      const answer = answers.shift()
      if (answer) answer()
      shown.push(sent)
      return { ok: true, view: { hash: `h${shown.length}` } }
    }
    // Only this one method is called of it.
    const client: WebClient = Object.assign(Object.create(null), { views: { publish } })
    const opened: Homes[] = []
    const replica = () => {
      const homes = openHomes({
        prisma: council.ground.prisma,
        houses: council.houses,
        log: silentLog,
        clientOf: async () => client,
        render: async (_house, personId, pages) =>
          home([section(`${personId} ${state} ${pages['list'] ?? 0}`)]),
      })
      opened.push(homes)
      return homes
    }
    const visitor = (person: InventedPerson): Visitor => ({
      house: council.house,
      personId: person.id,
      slackUserId: person.slackUserId ?? '',
      language: 'en',
    })
    return {
      ...council,
      shown,
      answers,
      replica,
      visitor,
      becomes: (next: string) => {
        state = next
      },
      last: () => JSON.stringify(shown.at(-1)?.view),
      close: () => Promise.all(opened.map((homes) => homes.close())),
    }
  }

  const settled = (homes: Homes) => expect.poll(() => homes.busy(), { timeout: 10_000 }).toBe(0)
  const conflict = () => {
    throw Object.assign(new Error('hash_conflict'), {
      code: 'slack_webapi_platform_error',
      data: { error: 'hash_conflict' },
    })
  }

  test('is shown once for many acts, as it is after the last of them', async () => {
    const it = await stage()
    const homes = it.replica()
    await homes.opened(it.visitor(it.member))
    it.becomes('changed')
    for (let time = 0; time < 20; time += 1) homes.touched(it.visitor(it.member))
    await settled(homes)
    expect(it.shown.length).toBe(2)
    expect(it.last()).toContain('changed')
    expect(it.shown[1]).toMatchObject({ user_id: it.member.slackUserId, hash: 'h1' })
    await it.close()
  })

  test('of somebody who has never opened it is never made', async () => {
    const it = await stage()
    const homes = it.replica()
    await homes.opened(it.visitor(it.member))
    homes.touched(it.visitor(it.chair))
    await settled(homes)
    expect(it.shown.length).toBe(1)
    await it.close()
  })

  test('is read again when another was quicker, and nothing older takes its place', async () => {
    const it = await stage()
    const homes = it.replica()
    await homes.opened(it.visitor(it.member))
    it.answers.push(conflict, conflict)
    it.becomes('newer')
    homes.touched(it.visitor(it.member))
    await settled(homes)
    expect(it.last()).toContain('newer')
    expect(it.shown.at(-1)?.hash).toBeUndefined()
    expect(await staleTabs(it.ground.prisma, 10, [])).toEqual([])
    await it.close()
  })

  test('that was not true any more when the process ended is brought up to date by the next', async () => {
    const it = await stage()
    await openTab(it.house, it.member.id)
    it.becomes('after the restart')
    const next = it.replica()
    await next.tick()
    await settled(next)
    expect(it.last()).toContain('after the restart')
    await it.close()
  })

  test('is brought up to date when its person, or the clerks of the channel, are told something', async () => {
    const it = await stage()
    const homes = it.replica()
    for (const person of [it.member, it.clerk, it.second.clerk]) await homes.opened(it.visitor(person))
    const post = async () => ({ ok: true, ts: '1.0', channel: 'D1' })
    const sending = openDelivery({
      prisma: it.ground.prisma,
      houseOf: it.houses.of,
      renderers: new Map([['test', async () => ({ post: { text: 'Hello', blocks: [] } })]]),
      clientOf: async () =>
        Object.assign(Object.create(null), {
          chat: { postMessage: post, update: post },
          conversations: { open: async () => ({ ok: true, channel: { id: 'D1' } }) },
        }),
      now: () => it.house.now(),
      log: silentLog,
      instance: 'test',
      pace: { workspacePerSecond: 100, burst: 100, channelPerSecond: 100 },
      staleAfterMs: 60_000,
      embedded: false,
      onSent: homes.wake,
    })
    it.becomes('told')
    await it.house.transact(it.clerk.id, async (tx) => {
      await tx.show({ kind: 'test', subject: 's', recipient: { person: it.member.id } })
      await tx.show({ kind: 'test', subject: 's', recipient: { channel: it.committee.clerksChannelId } })
    })
    sending.wake()
    await expect
      .poll(() => it.shown.slice(3).map((one) => one.user_id), { timeout: 10_000 })
      .toEqual(expect.arrayContaining([it.member.slackUserId, it.clerk.slackUserId]))
    await settled(homes)
    expect(it.shown.slice(3).map((one) => one.user_id)).not.toContain(it.second.clerk.slackUserId)
    await sending.close()
    await it.close()
  })

  test('rests with all others for as long as Slack says, and is shown then', async () => {
    const it = await stage()
    const homes = it.replica()
    await homes.opened(it.visitor(it.member))
    it.answers.push(() => {
      throw new WebAPIRateLimitedError(1)
    })
    it.becomes('rested')
    homes.touched(it.visitor(it.member))
    await settled(homes)
    expect(it.last()).toContain('rested')
    await it.close()
  })

  test('keeps the page that was turned to', async () => {
    const it = await stage()
    const homes = it.replica()
    await homes.opened(it.visitor(it.member))
    await homes.turned(it.visitor(it.member), 'list', 3)
    expect(it.last()).toContain('as it is 3')
    await homes.opened(it.visitor(it.member))
    expect(it.last()).toContain('as it is 3')
    await it.close()
  })
})
