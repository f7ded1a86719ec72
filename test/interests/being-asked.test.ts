import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedMark, nameOfItem } from '../../src/interests/meeting-items.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { declaring } from './declaring.ts'

describeWithDatabase('being asked', (database) => {
  const ahead = () => declaring(database())

  test('"nothing to declare" is one answer for every item, and only a later item is asked about again', async () => {
    const { nothing, member, asked, addItem, answers, audit } = await ahead()
    expect(await asked(member)).toMatchObject({ isFirst: true, notices: 0 })
    expect((await asked(member)).toAsk).toHaveLength(4)
    await nothing(member)
    expect((await asked(member)).toAsk).toEqual([])
    expect(await answers()).toMatchObject([{ nothing: true, personId: member.id }])
    await addItem(5, 'Urgent item')
    const again = await asked(member)
    expect(again.isFirst).toBe(false)
    expect(again.toAsk.map(nameOfItem)).toEqual(['5. Urgent item'])
    await nothing(member)
    expect((await asked(member)).toAsk).toEqual([])
    expect((await audit()).map((entry) => entry.what)).toEqual([
      'interests.nothing-more',
      'interests.nothing-more',
    ])
  })

  test('a notice answers for the items that were asked; one withdrawn or changed does not answer for new ones', async () => {
    const { declare, withdraw, change, member, asked, addItem, notices } = await ahead()
    await declare(member, { items: [2, 3] })
    const [first, second] = await notices()
    await addItem(5, 'Urgent item')
    await withdraw(member, first?.id ?? '')
    await change(member, second?.id ?? '', 1, { type: 'ori' })
    expect((await asked(member)).toAsk.map(nameOfItem)).toEqual(['5. Urgent item'])
    expect(await asked(member)).toMatchObject({ notices: 1 })
  })

  test('a closed item is asked about by its lawful wording alone', async () => {
    const { member, asked } = await ahead()
    expect((await asked(member)).toAsk.map(nameOfItem).at(-1)).toBe(
      '4. An item that is not open to the public: information relating to the financial or business affairs of any particular person (paragraph 3)',
    )
  })

  test('who has not answered is known, without those who are away', async () => {
    const {
      nothing,
      declare,
      member,
      anotherMember,
      chair,
      members,
      unanswered,
      ground,
      id,
      meetingId,
      clock,
    } = await ahead()
    expect(await unanswered()).toHaveLength(11)
    await nothing(member)
    await declare(anotherMember, { items: [1] })
    const seat = await ground.prisma.seatOccupancy.findFirstOrThrow({
      where: { councilId: id, personId: chair.id },
    })
    await ground.prisma.apology.create({
      data: {
        councilId: id,
        meetingId,
        personId: chair.id,
        seatId: seat.seatId,
        kind: 'absent',
        way: 'command',
        tenderedById: chair.id,
        tenderedAt: new Date(clock.now().epochMilliseconds),
      },
    })
    const left = (await unanswered()).map((it) => it.person.id)
    expect(left).toHaveLength(8)
    for (const person of [member, anotherMember, chair]) expect(left).not.toContain(person.id)
    expect(left).toContain(members[1]?.id)
  })

  test('nobody is asked while there is no agenda, and the member’s message is made true when they answer', async () => {
    const { council, unanswered, ground, id, nothing, member, meetingId, messages } = await ahead()
    await ground.prisma.outboxMessage.create({
      data: {
        councilId: id,
        key: `member/${meetingId}/person:${member.id}/`,
        kind: 'member',
        subject: meetingId,
        recipient: `person:${member.id}`,
        state: 'sent',
        dueAt: new Date(),
      },
    })
    await nothing(member)
    expect(await messages()).toMatchObject([{ kind: 'member', wanted: 2, state: 'pending' }])
    await ground.prisma.agendaItem.updateMany({
      where: { councilId: id, meetingId },
      data: { withdrawnAt: new Date(council.clock.now().epochMilliseconds) },
    })
    expect(await unanswered()).toEqual([])
  })

  test('any order of answers leaves each notice once, and the answer true', async () => {
    const { declare, withdraw, nothing, whip, member, notices, whips, answers } = await ahead()
    const step = fc.oneof(
      fc.record({
        do: fc.constant('declare' as const),
        item: fc.constantFrom(1, 2),
        type: fc.constantFrom('dpi', 'ori'),
      }),
      fc.record({ do: fc.constant('withdraw' as const) }),
      fc.record({ do: fc.constant('nothing' as const) }),
      fc.record({ do: fc.constant('whip' as const), item: fc.constantFrom(1, 2) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const one of steps) {
          if (one.do === 'declare') await declare(member, { items: [one.item], type: one.type })
          if (one.do === 'nothing') await nothing(member)
          if (one.do === 'whip') await whip(member, [one.item])
          const standing = [...(await notices()), ...(await whips())].filter((it) => it.withdrawnAt === null)
          if (one.do === 'withdraw' && standing[0]) await withdraw(member, standing[0].id)
        }
        const standing = (await notices()).filter((it) => it.withdrawnAt === null)
        const keys = standing.map((it) => `${it.itemId} ${it.type} ${it.holder}`)
        expect(new Set(keys).size).toBe(keys.length)
        const whipped = (await whips()).filter((it) => it.withdrawnAt === null).map((it) => it.itemId)
        expect(new Set(whipped).size).toBe(whipped.length)
        const [answer] = await answers()
        if (answer) expect(answer.nothing).toBe(standing.length + whipped.length === 0)
      }),
      { numRuns: 12 },
    )
  })
})

describe('what a button about interests answers to', () => {
  test('does not depend on the order of the items, and tells fewer from more', () => {
    expect(askedMark([{ id: 'a' }, { id: 'b' }])).toBe(askedMark([{ id: 'b' }, { id: 'a' }]))
    expect(askedMark([{ id: 'a' }])).not.toBe(askedMark([{ id: 'a' }, { id: 'b' }]))
  })
})
