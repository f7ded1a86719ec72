import { expect, test } from 'vitest'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { showBegunOrOver } from '../../src/reminders/show-begun-or-over.ts'
import { publishing } from '../publications/draft.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { reminding } from './reminding.ts'

describeWithDatabase('Messages about a meeting that has begun or is over', (database) => {
  test('are made true once, with the reminders about it', async () => {
    const it = await reminding(database())
    await it.meeting()
    await publishPack(it.house, publishing(it))
    await it.tickAt('2017-09-13T09:00')
    await it.sendAll()
    const waiting = () => it.prisma.outboxMessage.count({ where: { councilId: it.id, state: 'pending' } })
    it.goTo('2017-09-20T08:59')
    expect([await showBegunOrOver(it.house), await waiting()]).toEqual([0, 0])
    it.goTo('2017-09-20T09:00')
    // The clerks' list alone: the meeting can be opened now.
    expect([await showBegunOrOver(it.house), await waiting()]).toEqual([1, 1])
    await it.sendAll()
    it.goTo('2017-09-20T09:59')
    expect([await showBegunOrOver(it.house), await waiting()]).toEqual([0, 0])
    it.goTo('2017-09-20T10:00')
    // The clerks' list alone: who came can be recorded now.
    expect([await showBegunOrOver(it.house), await waiting()]).toEqual([1, 1])
    await it.sendAll()
    it.goTo('2017-09-20T11:59')
    expect([await showBegunOrOver(it.house), await waiting()]).toEqual([0, 0])
    it.goTo('2017-09-20T12:00')
    // The list, and ten members with their message and one reminder each.
    expect([await showBegunOrOver(it.house), await waiting()]).toEqual([1, 21])
    expect(await it.said(it.member.id)).toContain('The meeting has begun')
    await it.sendAll()
    it.goTo('2017-09-20T12:01')
    expect([await showBegunOrOver(it.house), await waiting()]).toEqual([0, 0])
  }, 60_000)
})
