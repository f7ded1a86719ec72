import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { declareForm } from '../../src/interests/declare-form.ts'
import { earlierInterests } from '../../src/interests/earlier-interests.ts'
import { askedMark, nameOfItem } from '../../src/interests/meeting-items.ts'
import { effectOnItem, standingInterests } from '../../src/interests/standing-interests.ts'
import { interestsAsked } from '../../src/interests/unanswered-interests.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { declaring, NATURE } from './declaring.ts'

const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? undefined : outcome.refusal?.code

describeWithDatabase('notice of an interest', (database) => {
  const ahead = () => declaring(database())

  test('is kept with who, when and which way; its nature is sealed, and the audit holds type and position only', async () => {
    const { declare, member, notices, natures, audit, items } = await ahead()
    expect((await declare(member, { items: [2, 3] })).ok).toBe(true)
    expect(await notices()).toMatchObject([
      {
        itemId: items[1]?.id,
        type: 'dpi',
        holder: 'own',
        registration: 'registered',
        way: 'command',
        version: 1,
      },
      { itemId: items[2]?.id, type: 'dpi' },
    ])
    const sealed = await natures()
    expect(sealed).toHaveLength(2)
    expect(JSON.stringify(sealed)).not.toContain(NATURE)
    const entries = await audit()
    expect(entries).toMatchObject([
      {
        what: 'interests.notice-given',
        by: member.id,
        facts: { type: 'dpi', items: ['2', '3'], relayed: false },
      },
    ])
    expect(JSON.stringify(entries)).not.toContain('surgery')
  })

  test('of a sensitive one only the fact is kept, and the audit says only that a notice was given', async () => {
    const { declare, member, notices, natures, audit, messages } = await ahead()
    await declare(member, { items: [2], sensitive: true })
    expect(await notices()).toMatchObject([{ sensitive: true, type: 'dpi' }])
    expect(await natures()).toEqual([])
    const [entry] = await audit()
    expect(Object.keys(entry.facts).toSorted()).toEqual(['meeting', 'member', 'relayed', 'way'])
    expect(await messages()).toEqual([])
  })

  test('given twice is one; the last one stands', async () => {
    const { declare, member, notices, natures } = await ahead()
    await declare(member, { items: [2] })
    await declare(member, { items: [2], registration: 'pending', nature: 'A part of it is mine' })
    await declare(member, { items: [2], registration: 'pending', nature: '' })
    expect(await notices()).toMatchObject([{ registration: 'pending', version: 3 }])
    expect(await natures()).toHaveLength(1)
  })

  test('that becomes sensitive loses its nature at once', async () => {
    const { declare, change, member, notices, natures } = await ahead()
    await declare(member, { items: [2] })
    const [notice] = await notices()
    expect((await change(member, notice?.id ?? '', 1, { sensitive: true })).ok).toBe(true)
    expect(await natures()).toEqual([])
    expect(await notices()).toMatchObject([{ sensitive: true, version: 2 }])
  })

  test('is changed only as it was shown, and never into one that stands already', async () => {
    const { declare, change, member, notices } = await ahead()
    await declare(member, { items: [2] })
    await declare(member, { items: [2], type: 'ori' })
    const [dpi, ori] = await notices()
    expect(codeOf(await change(member, dpi?.id ?? '', 7))).toBe('notice-changed')
    expect(codeOf(await change(member, ori?.id ?? '', 1))).toBe('same-notice')
    expect(codeOf(await change(member, '019a0000-0000-7000-8000-000000000000', 1))).toBe('notice-gone')
  })

  test('withdrawn is gone with its nature, once', async () => {
    const { declare, withdraw, member, notices, natures, answers } = await ahead()
    await declare(member, { items: [2] })
    const [notice] = await notices()
    expect((await withdraw(member, notice?.id ?? '')).ok).toBe(true)
    expect(codeOf(await withdraw(member, notice?.id ?? ''))).toBe('notice-gone')
    expect(await natures()).toEqual([])
    expect(await answers()).toMatchObject([{ nothing: true }])
  })

  test('in an item that was taken off the agenda is not counted any more', async () => {
    const { declare, nothing, member, ground, house, meetingRow, idOf, id } = await ahead()
    await declare(member, { items: [2] })
    const asked = async () => interestsAsked(house, await meetingRow(), member.id)
    expect(await asked()).toMatchObject({ notices: 1 })
    await ground.prisma.agendaItem.update({
      where: { id: idOf(2), councilId: id },
      data: { withdrawnAt: new Date('2017-09-10') },
    })
    expect(await asked()).toMatchObject({ notices: 0, toAsk: [] })
    expect(await nothing(member)).toMatchObject({ value: { standing: 0 } })
  })

  test('of somebody else cannot be withdrawn or changed', async () => {
    const { declare, withdraw, change, member, anotherMember, notices } = await ahead()
    await declare(member, { items: [2] })
    const [notice] = await notices()
    expect(codeOf(await withdraw(anotherMember, notice?.id ?? ''))).toBe('notice-gone')
    expect(codeOf(await change(anotherMember, notice?.id ?? '', 1))).toBe('notice-gone')
    expect(codeOf(await withdraw(member, notice?.id ?? '', { by: anotherMember }))).toBe('not-a-clerk')
  })

  test.each([
    [{ items: [2], registration: undefined }, 'registration-missing'],
    [{ items: [2], nature: '' }, 'nature-missing'],
    [{ items: [], nature: 'x' }, 'no-item'],
    [{ items: [99] }, 'agenda-changed'],
    [{ items: [2], type: 'prejudicial' }, 'no-such-kind'],
    [{ items: [2], dispensationId: '019a0000-0000-7000-8000-000000000000' }, 'no-leave'],
    [{ items: [2], type: 'ori', registration: undefined }, undefined],
    [{ items: [2], type: 'arrears', nature: '', registration: undefined }, undefined],
  ] as const)('%o: %s', async (interest, code) => {
    const { declare, member, notices } = await ahead()
    expect(codeOf(await declare(member, interest))).toBe(code)
    expect(await notices()).toHaveLength(code === undefined ? 1 : 0)
  })

  test('is taken until the planned end; then only a clerk enters what was notified', async () => {
    const { declare, nothing, member, clerk, end, cancel } = await ahead()
    end()
    expect(codeOf(await declare(member, { items: [2] }))).toBe('meeting-over')
    expect(codeOf(await nothing(member))).toBe('meeting-over')
    expect((await declare(member, { items: [2] }, { by: clerk })).ok).toBe(true)
    await cancel()
    expect(codeOf(await nothing(member, { by: clerk }))).toBe('meeting-cancelled')
  })

  test('is taken of members, co-optees and substitutes of this committee, and relayed by its clerks alone', async () => {
    const { declare, coOptee, outsider, second, clerk, notices, substitutes } = await ahead()
    expect(codeOf(await declare(outsider))).toBe('not-a-member')
    expect(codeOf(await declare(second.member))).toBe('not-a-member')
    expect(codeOf(await declare(coOptee, {}, { by: second.clerk }))).toBe('not-a-clerk')
    expect((await declare(coOptee, {}, { by: clerk, note: 'by telephone' })).ok).toBe(true)
    expect((await declare(substitutes[0])).ok).toBe(true)
    expect(await notices()).toMatchObject([
      {
        personId: coOptee.id,
        givenById: clerk.id,
        way: 'relayed',
        relayedNote: 'by telephone',
        itemId: null,
      },
      { personId: substitutes[0].id },
    ])
  })

  test('carries what it answers to: another day or another agenda is refused', async () => {
    const { declare, nothing, member, items, addItem, meetingId } = await ahead()
    const mark = askedMark(items)
    expect((await nothing(member, { day: '2017-09-20', mark })).ok).toBe(true)
    expect(codeOf(await nothing(member, { day: '2017-09-27', mark }))).toBe('meeting-moved')
    await addItem(5, 'Urgent item', false, meetingId)
    expect(codeOf(await nothing(member, { day: '2017-09-20', mark }))).toBe('agenda-changed')
    expect(codeOf(await declare(member, { items: [2] }, { mark }))).toBe('agenda-changed')
  })
})

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

describeWithDatabase('who may see a notice', (database) => {
  const ahead = () => declaring(database())

  test('the clerks of the committee and the Monitoring Officer, natures included; that they looked is noted', async () => {
    const {
      declare,
      read,
      member,
      clerk,
      otherClerk,
      outsider,
      officer,
      audit,
      whip,
      nothing,
      anotherMember,
    } = await ahead()
    await declare(member, { items: [2] })
    await declare(member, { items: [3], sensitive: true })
    await whip(member, [1])
    await nothing(anotherMember)
    const monitoring = await officer(outsider)
    for (const reader of [clerk, otherClerk, monitoring]) {
      const outcome = await read(reader)
      expect(outcome).toMatchObject({
        ok: true,
        value: {
          interests: [
            {
              memberName: 'Councillor Priya Ravensworth',
              nature: NATURE,
              effect: { speaking: 'no', mayVote: false },
            },
            { sensitive: true, nature: undefined },
          ],
          whips: [{ nature: 'To support the motion', effect: { mayVote: true } }],
          nothing: ['Councillor Callum Stoneleigh'],
          isClerk: reader !== monitoring,
        },
      })
    }
    const reads = (await audit()).filter((entry) => entry.what === 'interests.read')
    expect(reads.map((entry) => entry.by)).toEqual([clerk.id, otherClerk.id, monitoring.id])
    expect(JSON.stringify(reads)).not.toContain('surgery')
  })

  test('nobody else: no other member, no clerk of another committee, no Chair', async () => {
    const { declare, read, member, anotherMember, chair, second, outsider } = await ahead()
    await declare(member, { items: [2] })
    for (const nobody of [member, anotherMember, chair, second.clerk, second.member, outsider])
      expect(codeOf(await read(nobody))).toBe('not-a-reader')
  })

  test('one council never sees another’s', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const [mine, other] = [await declaring(database(), ours), await declaring(database(), theirs)]
    await mine.declare(mine.member, { items: [2] })
    const [notice] = await mine.notices()
    expect(codeOf(await other.read(other.clerk, mine.meetingId))).toBe('meeting-gone')
    expect(codeOf(await other.nothing(other.member, { meetingId: mine.meetingId }))).toBe('meeting-gone')
    expect(codeOf(await other.withdraw(other.member, notice?.id ?? ''))).toBe('notice-gone')
    const { value } = { value: undefined, ...(await mine.dispense(mine.clerk)) }
    const dispensationId = value?.id
    expect(
      codeOf(
        await other.declare(other.member, { items: [2], ...(dispensationId ? { dispensationId } : {}) }),
      ),
    ).toBe('no-leave')
    expect(codeOf(await other.revoke(other.clerk, dispensationId ?? ''))).toBe('dispensation-gone')
  })

  test('a nature that opens no more hides nothing else', async () => {
    const { declare, read, member, clerk, ground, id, logged } = await ahead()
    await declare(member, { items: [2, 3] })
    const [first] = await ground.prisma.interestNature.findMany({ where: { councilId: id } })
    await ground.prisma.interestNature.update({
      where: { id: first?.id ?? '', councilId: id },
      data: { sealed: 'v1.AAAA.AAAAAAAAAAAAAAAAAAAAAA==.AAAA' },
    })
    const outcome = await read(clerk)
    const natures = outcome.ok ? outcome.value.interests.map((it) => [it.nature, it.isUnopened]) : []
    expect(natures).toContainEqual([undefined, true])
    expect(natures).toContainEqual([NATURE, false])
    expect(logged.some((line) => String(line['msg']).includes('a sealed nature does not open'))).toBe(true)
  })
})

describeWithDatabase('dispensations', (database) => {
  const ahead = () => declaring(database())

  test('are recorded by clerks and the Monitoring Officer, and by nobody else', async () => {
    const { dispense, clerk, second, outsider, member, officer, audit } = await ahead()
    expect(codeOf(await dispense(member))).toBe('not-an-officer')
    expect(codeOf(await dispense(outsider))).toBe('not-an-officer')
    for (const by of [clerk, second.clerk, await officer(outsider)])
      expect((await dispense(by)).ok).toBe(true)
    expect((await audit()).map((entry) => entry.what)).toEqual(Array(3).fill('dispensation.recorded'))
    expect(JSON.stringify(await audit())).not.toContain('Setting the budget')
  })

  test('of more than four years are refused', async () => {
    const { dispense, clerk } = await ahead()
    expect(await dispense(clerk, { until: '2021-09-01' })).toMatchObject({
      refusal: { code: 'too-long', latest: '2021-08-31', source: 'Localism Act 2011 s33(3)' },
    })
  })

  test('let whoever relies on them take part, their own or a general one', async () => {
    const { dispense, declare, clerk, member, anotherMember, house, meetingRow, idOf } = await ahead()
    const own = await dispense(clerk, { personId: member.id, mayVote: false })
    const general = await dispense(clerk)
    if (!own.ok || !general.ok) throw new Error('not recorded')
    expect((await declare(member, { items: [2], dispensationId: own.value.id })).ok).toBe(true)
    expect(codeOf(await declare(anotherMember, { items: [2], dispensationId: own.value.id }))).toBe(
      'no-leave',
    )
    expect((await declare(anotherMember, { items: [2], dispensationId: general.value.id })).ok).toBe(true)
    const standing = await standingInterests(house, await meetingRow())
    expect(effectOnItem(standing, member.id, idOf(2))).toMatchObject({ speaking: 'yes', mayVote: false })
    expect(effectOnItem(standing, anotherMember.id, idOf(2))).toMatchObject({
      mayVote: true,
      mustLeave: false,
    })
    expect(effectOnItem(standing, member.id, idOf(3))).toMatchObject({ speaking: 'yes', mayVote: true })
  })

  test('count by the meeting’s day: one that runs out before, or is revoked, lifts nothing', async () => {
    const { dispense, revoke, declare, clerk, member, house, meetingRow, idOf } = await ahead()
    const short = await dispense(clerk, { until: '2017-09-19' })
    if (!short.ok) throw new Error('not recorded')
    expect(codeOf(await declare(member, { items: [2], dispensationId: short.value.id }))).toBe('no-leave')
    const long = await dispense(clerk, { until: '2017-09-20' })
    if (!long.ok) throw new Error('not recorded')
    await declare(member, { items: [2], dispensationId: long.value.id })
    const effect = async (date = '2017-09-20') => {
      const standing = await standingInterests(house, { ...(await meetingRow()), date })
      return effectOnItem(standing, member.id, idOf(2))
    }
    expect(await effect()).toMatchObject({ speaking: 'yes' })
    // Moved by a week, the meeting is beyond it.
    expect(await effect('2017-09-27')).toMatchObject({ speaking: 'no', mayVote: false, mustLeave: true })
    expect((await revoke(clerk, long.value.id)).ok).toBe(true)
    expect(codeOf(await revoke(clerk, long.value.id))).toBe('dispensation-gone')
    expect(await effect()).toMatchObject({ speaking: 'no', mayVote: false })
  })
})

describeWithDatabase('a party whip', (database) => {
  const ahead = () => declaring(database())

  test('is declared for items or the meeting; the last one on an item stands', async () => {
    const { whip, member, whips, audit } = await ahead()
    await whip(member, [2, 3])
    await whip(member, [2], 'To vote against')
    expect((await whips()).map((it) => it.nature).toSorted()).toEqual([
      'To support the motion',
      'To vote against',
    ])
    expect((await audit())[0]).toMatchObject({ what: 'whip.notice-given', facts: { items: ['2', '3'] } })
  })

  test('bars the vote in Wales, and is not asked about in Scotland unless that is set', async () => {
    const { whip, member, nation, house, meetingRow, idOf, ground, id } = await ahead()
    await nation('wales')
    await whip(member, [2])
    const standing = await standingInterests(house, await meetingRow())
    expect(effectOnItem(standing, member.id, idOf(2))).toMatchObject({ speaking: 'yes', mayVote: false })
    await nation('scotland')
    expect(codeOf(await whip(member, [3]))).toBe('no-whip')
    await ground.prisma.council.update({ where: { id }, data: { asksForWhip: true } })
    expect((await whip(member, [3])).ok).toBe(true)
  })
})

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

describe('what a button about interests answers to', () => {
  test('does not depend on the order of the items, and tells fewer from more', () => {
    expect(askedMark([{ id: 'a' }, { id: 'b' }])).toBe(askedMark([{ id: 'b' }, { id: 'a' }]))
    expect(askedMark([{ id: 'a' }])).not.toBe(askedMark([{ id: 'a' }, { id: 'b' }]))
  })
})
