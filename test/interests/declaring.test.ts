import { expect, test } from 'vitest'
import { askedMark } from '../../src/interests/meeting-items.ts'
import { effectOnItem, standingInterests } from '../../src/interests/standing-interests.ts'
import { interestsAsked } from '../../src/interests/unanswered-interests.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { codeOf, declaring, NATURE } from './declaring.ts'

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
