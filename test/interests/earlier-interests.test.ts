import { expect, test } from 'vitest'
import { declareForm } from '../../src/interests/declare-form.ts'
import { earlierInterests } from '../../src/interests/earlier-interests.ts'
import { standingInterests } from '../../src/interests/standing-interests.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { codeOf, declaring, NATURE } from './declaring.ts'

describeWithDatabase('an interest of before', (database) => {
  test('is offered again at the same committee or for an item called the same, once, unless it was withdrawn', async () => {
    const it = await declaring(database())
    const { council, declare, withdraw, notices, member, house, addItem, meetingRow } = it
    const next = await council.meeting('2017-11-15')
    const there = await addItem(1, 'Winter Pressures', false, next)
    await declare(member, { items: [2] })
    await declare(member, { items: [3], sensitive: true })
    await declare(member, { items: [1] })
    const [, , third] = await notices()
    await withdraw(member, third?.id ?? '')
    const meeting = await meetingRow(next)
    const { code, items } = await standingInterests(house, meeting)
    const offered = await earlierInterests(house, member.id, meeting, { code, items })
    expect(offered).toMatchObject([
      { type: 'dpi', sensitive: true, date: '2017-09-20', alike: [] },
      { type: 'dpi', sensitive: false, item: { title: 'Winter pressures' }, alike: [there.id] },
    ])
  })

  test('in a closed item is offered beside one in the whole meeting, and each closed item by itself', async () => {
    const { council, declare, member, house, addItem, meetingRow } = await declaring(database())
    const next = await council.meeting('2017-11-15')
    await addItem(1, 'Budget', false, next)
    await declare(member, { items: [4] })
    await declare(member)
    const meeting = await meetingRow(next)
    const { code, items } = await standingInterests(house, meeting)
    const offered = await earlierInterests(house, member.id, meeting, { code, items })
    expect(offered.map(({ item }) => item?.number)).toEqual([undefined, '4'])
  })

  test('at another committee is offered to the member, and shown to no clerk of this one', async () => {
    const { council, declare, member, house, addItem, ground, id } = await declaring(database())
    const elsewhere = await council.meeting('2017-11-15', council.second.committee.id)
    await addItem(1, 'Winter pressures', false, elsewhere)
    await declare(member, { items: [2] })
    const seat = await ground.prisma.seat.create({
      data: {
        councilId: id,
        committeeId: council.second.committee.id,
        position: 9,
        kind: 'member',
        voting: 'always',
      },
    })
    await ground.prisma.seatOccupancy.create({
      data: { councilId: id, seatId: seat.id, personId: member.id, since: new Date('2017-05-01') },
    })
    const of = { memberId: member.id, meetingId: elsewhere }
    expect((await declareForm(house, { ...of, way: 'command' }))?.earlier).toHaveLength(1)
    expect((await declareForm(house, { ...of, way: 'relayed', isRelayed: true }))?.earlier).toEqual([])
  })

  test('of somebody else lends its nature to nobody', async () => {
    const { declare, notices, member, anotherMember } = await declaring(database())
    await declare(member, { items: [2] })
    const [theirs] = await notices()
    const repeat = { items: [2], nature: '', repeatsId: theirs?.id ?? '' }
    expect(codeOf(await declare(anotherMember, repeat))).toBe('nature-missing')
  })

  test('is repeated with its nature, without being typed again', async () => {
    const { council, declare, notices, natures, member, ground, id, addItem, clerk, read } = await declaring(
      database(),
    )
    const next = await council.meeting('2017-11-15')
    await addItem(1, 'Winter pressures', false, next)
    await declare(member, { items: [2] })
    const [before] = await notices()
    const repeat = { nature: '', ...(before ? { repeatsId: before.id } : {}) }
    expect((await declare(member, repeat, { meetingId: next })).ok).toBe(true)
    expect(await natures()).toHaveLength(2)
    expect(
      await ground.prisma.interestNotice.count({ where: { councilId: id, repeatsId: before?.id ?? '' } }),
    ).toBe(1)
    expect(await read(clerk, next)).toMatchObject({ value: { interests: [{ nature: NATURE }] } })
  })
})
