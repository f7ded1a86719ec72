import { describe, expect, test } from 'vitest'
import { type EventBody, eventOf, isOwnEcho, openInbox } from '../../src/slack/inbox.ts'
import { type InventedCouncil, inventCouncil, inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'

const eventFrom = (council: { teamId: string }, eventId = 'Ev1'): EventBody => ({
  type: 'event_callback',
  team_id: council.teamId,
  event_id: eventId,
  event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '1.0' },
})

describeWithDatabase('an event from Slack', (database) => {
  async function arrived() {
    const council = await inventCouncil(database())
    await council.ground.prisma.inboxEvent.deleteMany()
    return { council, inbox: inboxOf(council), event: eventFrom(council), row: () => rowOf(council) }
  }
  /** Another process has an inbox of its own. */
  const inboxOf = ({ ground, houses }: InventedCouncil) =>
    openInbox({ prisma: ground.prisma, houses, log: silentLog })
  const rowOf = ({ ground, id }: InventedCouncil) =>
    ground.prisma.inboxEvent.findFirstOrThrow({ where: { councilId: id } })
  /** As if its process had ended so many seconds ago. */
  const age = ({ ground, id }: InventedCouncil, seconds: number) =>
    ground.prisma.inboxEvent.updateMany({
      where: { councilId: id, claimedAt: { not: null } },
      data: { claimedAt: new Date(Date.now() - seconds * 1000) },
    })

  test('is fresh once: Slack delivers it again after three seconds, and it is handled once', async () => {
    const { inbox, event, council } = await arrived()
    expect(await inbox.receive(event)).toEqual({ fresh: true })
    expect(await inbox.receive(event)).toEqual({ fresh: false })
    expect(await inboxOf(council).receive(event)).toEqual({ fresh: false })
    await inbox.finished(event)
    expect(await inbox.receive(event)).toEqual({ fresh: false })
  })

  test('that arrives many times at once is fresh for one', async () => {
    const { event, council } = await arrived()
    const all = await Promise.all(Array.from({ length: 10 }, () => inboxOf(council).receive(event)))
    expect(all.filter((it) => it.fresh)).toHaveLength(1)
  })

  test('keeps nothing of what the person wrote, and nothing at all once it is handled', async () => {
    const { inbox, event, row } = await arrived()
    await inbox.receive({
      ...event,
      event: { ...event.event, text: 'PRIVATE words', blocks: [{ text: 'PRIVATE words' }] },
    })
    const { body } = await row()
    expect(body).toMatchObject({ event_id: event.event_id })
    expect(JSON.stringify(body)).not.toContain('PRIVATE')
    await inbox.finished(event)
    expect((await row()).body).toEqual({})
  })

  test('that was handled is not claimed again, ever', async () => {
    const { inbox, event, council, row } = await arrived()
    await inbox.receive(event)
    await inbox.finished(event)
    await age(council, 3600)
    expect(await inbox.claimLeftBehind(false)).toEqual([])
    expect(await inbox.waiting()).toBe(0)
    expect((await row()).handledAt).not.toBeNull()
  })

  test('that is being handled is left alone, until its process must be gone', async () => {
    const { inbox, event, council } = await arrived()
    await inbox.receive(event)
    expect(await inboxOf(council).claimLeftBehind(false)).toEqual([])
    expect(await inbox.waiting()).toBe(1)
    await age(council, 61)
    expect(await inboxOf(council).claimLeftBehind(false)).toEqual([event])
    expect(await inboxOf(council).claimLeftBehind(false)).toEqual([])
  })

  test('that failed is claimed again at once, and handled then', async () => {
    const { inbox, event, row } = await arrived()
    await inbox.receive(event)
    expect(await inbox.failed(event, 'ABC2345')).toBe('tried-again')
    await inbox.finished(event)
    expect(await row()).toMatchObject({ handledAt: null, claimedAt: null, problem: 'ABC2345', attempts: 1 })
    expect(await inbox.claimLeftBehind(false)).toEqual([event])
    await inbox.finished(event)
    expect(await row()).toMatchObject({ problem: null, attempts: 2 })
    expect((await row()).handledAt).not.toBeNull()
  })

  test('that fails again and again is told to the person at the first and the last time, then left', async () => {
    const { inbox, event } = await arrived()
    await inbox.receive(event)
    const told = [await inbox.failed(event, 'R1')]
    for (
      let tries = await inbox.claimLeftBehind(false);
      tries.length > 0;
      tries = await inbox.claimLeftBehind(false)
    ) {
      told.push(await inbox.failed(event, 'R2'))
      await inbox.finished(event)
    }
    expect(told).toEqual([
      'tried-again',
      'tried-again-quietly',
      'tried-again-quietly',
      'tried-again-quietly',
      'given-up',
    ])
    expect(await inbox.waiting()).toBe(0)
  })

  test('is kept without what the person wrote, and once it is handled only that it was', async () => {
    const { inbox, event, row } = await arrived()
    await inbox.receive({ ...event, event: { ...event.event, text: 'my operation is on Tuesday' } })
    expect((await row()).body).toEqual(event)
    await inbox.finished(event)
    expect((await row()).body).toEqual({})
  })

  test('of a workspace that no council owns is handled, and not kept', async () => {
    const { inbox, council } = await arrived()
    const nobodys = eventFrom({ teamId: 'T0NOBODY' })
    for (const _ of [1, 2]) expect(await inbox.receive(nobodys)).toEqual({ fresh: true })
    expect(await inbox.failed(nobodys, 'ABC2345')).toBe('given-up')
    await inbox.finished(nobodys)
    expect(await council.ground.prisma.inboxEvent.count()).toBe(0)
  })

  test('is one council’s own, although another’s has the same number', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    expect(await inboxOf(ours).receive(eventFrom(ours))).toEqual({ fresh: true })
    expect(await inboxOf(theirs).receive(eventFrom(theirs))).toEqual({ fresh: true })
    await inboxOf(ours).finished(eventFrom(ours))
    expect((await rowOf(ours)).handledAt).not.toBeNull()
    expect((await rowOf(theirs)).handledAt).toBeNull()
  })
})

describe('what Slack sends', () => {
  test('is an event only with all that an event has', () => {
    const event = eventFrom({ teamId: 'T1' })
    expect(eventOf(event)).toEqual(event)
    for (const other of [undefined, 'text', { type: 'url_verification' }, { ...event, event_id: 1 }])
      expect(eventOf(other)).toBeUndefined()
  })

  test.each([
    ['a person’s message', { type: 'message', user: 'U1' }, false],
    ['a person’s message, said to be no bot’s', { type: 'message', user: 'U1', bot_id: null }, false],
    ['the bot’s message', { type: 'message', bot_id: 'B1' }, true],
    ['an edit of the bot’s message', { type: 'message', message: { bot_id: 'B1' } }, true],
    ['the deletion of the bot’s message', { type: 'message', previous_message: { bot_id: 'B1' } }, true],
  ])('%s is the bot’s own echo: %s', (_what, event, own) => {
    expect(isOwnEcho({ ...eventFrom({ teamId: 'T1' }), event })).toBe(own)
  })
})
