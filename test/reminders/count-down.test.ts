import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { countDown } from '../../src/reminders/count-down.ts'
import { publishing } from '../publications/draft.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'

// The invented council begins on Wednesday 6 September 2017; the meeting is on the 20th, so that Tuesday
// the 12th is the latest lawful day.
describeWithDatabase('the countdown to lawful publication', (database) => {
  const rows = ({ ground, id }: InventedCouncil) =>
    ground.prisma.outboxMessage.findMany({
      where: { councilId: id, kind: 'countdown' },
      orderBy: { createdAt: 'asc' },
    })

  async function goTo(council: InventedCouncil, local: string): Promise<number> {
    const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
    council.clock.advance(council.clock.now().until(at))
    return countDown(council.house)
  }

  async function said({ house }: InventedCouncil, row: Awaited<ReturnType<typeof rows>>[number]) {
    const rendering = await renderers.get('countdown')?.(house, outgoingOf(row))
    if (!rendering || 'drop' in rendering) return `dropped: ${rendering?.drop}`
    expectShowable(rendering.post)
    return readable({ blocks: rendering.post.blocks })
  }

  test('tells the clerks’ channel each step once, however often it ticks', async () => {
    const council = await inventCouncil(database())
    await council.meeting()
    const fresh: number[] = []
    for (const local of [
      '2017-09-06T10:00',
      '2017-09-06T10:01',
      '2017-09-07T08:59',
      '2017-09-07T09:00',
      '2017-09-08T09:00',
      '2017-09-11T09:00',
      '2017-09-12T09:00',
      '2017-09-12T17:00',
      '2017-09-13T09:00',
    ])
      fresh.push(await goTo(council, local))
    // The first step was due a week before the council began: it is told late, but told.
    expect(fresh).toEqual([1, 0, 0, 1, 0, 1, 1, 0, 0])
    expect((await rows(council)).map((row) => [row.recipient, row.slot])).toEqual(
      ['10', '3', '1', '0'].map((step) => [
        `channel:${council.committee.clerksChannelId}`,
        `2017-09-12/${step}`,
      ]),
    )
  })

  test('says how many working days are left, and how that is counted', async () => {
    const council = await inventCouncil(database())
    await council.meeting()
    await goTo(council, '2017-09-07T09:00')
    const [row] = await rows(council)
    if (!row) throw new Error('nothing was told')
    expect(await said(council, row)).toContain('*3 working days are left:*')
    expect(await said(council, row)).toContain(
      'it leaves Wed 13 Sep, Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep',
    )
    await goTo(council, '2017-09-12T09:00')
    expect(await said(council, row)).toContain('*Today is the last day*')
    await goTo(council, '2017-09-14T09:00')
    expect(await said(council, row)).toContain('the latest lawful day was Tuesday 12 September 2017')
  })

  test('ends with publishing, and what was said then says so', async () => {
    const council = await inventCouncil(database())
    await council.meeting()
    await goTo(council, '2017-09-07T09:00')
    const { ok } = await publishPack(council.house, publishing(council))
    expect(ok).toBe(true)
    expect(await goTo(council, '2017-09-11T09:00')).toBe(0)
    const [row, ...more] = await rows(council)
    expect([row?.wanted, more]).toEqual([2, []])
    expect(row && (await said(council, row))).toContain(':white_check_mark: The papers are published')
  })

  test('starts anew for another day, and stays silent about a meeting that is cancelled', async () => {
    const council = await inventCouncil(database())
    const moved = await council.meeting()
    await goTo(council, '2017-09-07T09:00')
    const { prisma } = council.ground
    await prisma.meeting.update({
      where: { id: moved },
      data: { date: new Date('2017-09-21'), startsAt: new Date('2017-09-21T09:00:00Z') },
    })
    expect(await goTo(council, '2017-09-08T09:00')).toBe(1)
    expect((await rows(council)).map((row) => row.slot)).toEqual(['2017-09-12/3', '2017-09-13/3'])
    await prisma.meeting.update({ where: { id: moved }, data: { state: 'cancelled' } })
    expect(await goTo(council, '2017-09-13T09:00')).toBe(0)
    const [row] = await rows(council)
    expect(row && (await said(council, row))).toContain('No papers are needed now')
  })

  test('reaches each clerk in person where the committee has no clerks’ channel', async () => {
    const council = await inventCouncil(database())
    await council.meeting()
    await council.ground.prisma.committee.update({
      where: { id: council.committee.id },
      data: { clerksChannelId: null },
    })
    await goTo(council, '2017-09-07T09:00')
    expect((await rows(council)).map((row) => row.recipient).sort()).toEqual(
      [council.clerk, council.otherClerk].map((clerk) => `person:${clerk.id}`).sort(),
    )
  })

  test('is told once when two processes tick at once', async () => {
    const council = await inventCouncil(database())
    await council.meeting()
    await Promise.all([countDown(council.house), countDown(council.house)])
    expect(await rows(council)).toHaveLength(1)
  })
})
