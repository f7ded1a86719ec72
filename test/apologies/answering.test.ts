import { describe, expect, test } from 'vitest'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { meetingAhead } from './answering.ts'

describeWithDatabase('apologies', (database) => {
  const ahead = () => meetingAhead(database())

  test('are recorded with who, when and by which way', async () => {
    const { tender, member, answerOf, clock, audit, committee } = await ahead()
    clock.advance({ minutes: 7 })
    expect(await tender(member, { way: 'button' })).toMatchObject({
      ok: true,
      value: { kind: 'absent', reasonGiven: false, meeting: { committeeId: committee.id } },
    })
    const answer = await answerOf(member)
    expect(answer).toMatchObject({ state: 'absent', way: 'button', relayedBy: undefined, hasReason: false })
    expect(answer?.at?.toString()).toBe('2017-09-06T08:07:00Z')
    expect((await audit()).map((entry) => JSON.parse(entry.canonical))).toMatchObject([
      { what: 'apologies.tendered', by: member.id, facts: { kind: 'absent', relayed: false } },
    ])
  })

  test('sent twice count once; the last ones stand', async () => {
    const { tender, member, apologies, answerOf } = await ahead()
    await tender(member)
    await tender(member, { kind: 'late' })
    await tender(member, { kind: 'late' })
    expect(await apologies()).toHaveLength(1)
    expect(await answerOf(member)).toMatchObject({ state: 'late' })
  })

  test('withdrawn are no longer there, and can be sent again', async () => {
    const { tender, withdraw, member, answerOf, apologies } = await ahead()
    await tender(member)
    expect((await withdraw(member)).ok).toBe(true)
    expect(await answerOf(member)).toMatchObject({ state: 'unanswered', at: undefined })
    await tender(member, { kind: 'leavingEarly' })
    expect(await answerOf(member)).toMatchObject({ state: 'leavingEarly' })
    expect(await apologies()).toMatchObject([{ withdrawnAt: null, withdrawnById: null, version: 3 }])
  })

  test('that are not there cannot be withdrawn, nor twice', async () => {
    const { tender, withdraw, member, audit } = await ahead()
    const nothing = { ok: false, refusal: { code: 'nothing-to-withdraw' } }
    expect(await withdraw(member)).toMatchObject(nothing)
    await tender(member)
    await withdraw(member)
    expect(await withdraw(member)).toMatchObject(nothing)
    expect(await audit()).toHaveLength(2)
  })

  test('for absence end with "I’ll be there", and those for coming late do not', async () => {
    const { tender, coming, member, anotherMember, answerOf } = await ahead()
    await tender(member)
    expect(await coming(member)).toMatchObject({ ok: true, value: { withdrew: true } })
    expect(await answerOf(member)).toMatchObject({ state: 'coming' })
    await tender(anotherMember, { kind: 'late' })
    expect(await coming(anotherMember)).toMatchObject({ ok: true, value: { withdrew: false } })
    expect(await answerOf(anotherMember)).toMatchObject({ state: 'late' })
  })

  test('for absence end an earlier "I’ll be there", also when they are withdrawn', async () => {
    const { tender, coming, withdraw, member, answerOf } = await ahead()
    await coming(member)
    await tender(member)
    await withdraw(member)
    expect(await answerOf(member)).toMatchObject({ state: 'unanswered' })
  })

  test('are taken until the planned end; then only the clerk corrects', async () => {
    const { tender, withdraw, coming, member, clerk, end, answerOf } = await ahead()
    end()
    const over = { ok: false, refusal: { code: 'meeting-over' } }
    expect(await tender(member)).toMatchObject(over)
    expect(await coming(member)).toMatchObject(over)
    expect((await tender(member, { by: clerk })).ok).toBe(true)
    expect(await withdraw(member)).toMatchObject(over)
    expect(await answerOf(member)).toMatchObject({ state: 'absent', relayedBy: clerk.name })
  })

  test('are not needed for a cancelled meeting, by nobody', async () => {
    const { tender, coming, withdraw, member, clerk, cancel, audit } = await ahead()
    await cancel()
    for (const by of [undefined, clerk])
      for (const answer of [tender, coming, withdraw])
        expect(await answer(member, by ? { by } : {})).toMatchObject({
          refusal: { code: 'meeting-cancelled' },
        })
    expect(await audit()).toEqual([])
  })

  describe('relayed by the clerk', () => {
    test('say by whom and how, for a member without Slack too', async () => {
      const { tender, coOptee, otherClerk, answerOf, audit } = await ahead()
      await tender(coOptee, { by: otherClerk, relayedNote: 'by telephone' })
      expect(await answerOf(coOptee)).toMatchObject({
        way: 'relayed',
        relayedBy: otherClerk.name,
        relayedNote: 'by telephone',
      })
      expect(JSON.parse((await audit())[0]?.canonical ?? '')).toMatchObject({
        by: otherClerk.id,
        facts: { member: coOptee.id, relayed: true },
      })
    })

    test('give way to the member’s own', async () => {
      const { tender, member, clerk, answerOf } = await ahead()
      await tender(member, { by: clerk, relayedNote: 'by telephone' })
      await tender(member, { kind: 'late' })
      expect(await answerOf(member)).toMatchObject({
        state: 'late',
        way: 'command',
        relayedBy: undefined,
        relayedNote: '',
      })
    })

    test('are refused from anybody else: a colleague, another committee’s clerk, the outsider', async () => {
      const { tender, coming, withdraw, member, anotherMember, second, outsider, audit } = await ahead()
      for (const by of [anotherMember, second.clerk, second.member, outsider])
        for (const answer of [tender, coming, withdraw])
          expect(await answer(member, { by })).toEqual({ ok: false, refusal: { code: 'not-a-clerk' } })
      expect(await audit()).toEqual([])
    })
  })

  test('are for members: not for the outsider, the clerk, or another committee’s member', async () => {
    const { tender, coming, outsider, clerk, second, audit } = await ahead()
    for (const person of [outsider, clerk, second.member]) {
      expect(await tender(person)).toMatchObject({ refusal: { code: 'not-a-member' } })
      expect(await tender(person, { by: clerk })).toMatchObject({ refusal: { code: 'not-a-member' } })
      expect(await coming(person)).toMatchObject({ refusal: { code: 'not-a-member' } })
    }
    expect(await audit()).toEqual([])
  })

  test('of a substitute are listed once they were sent', async () => {
    const { tender, substitutes, answers } = await ahead()
    expect((await answers()).map((it) => it.kind)).not.toContain('substitute')
    await tender(substitutes[0])
    expect((await answers()).filter((it) => it.kind === 'substitute')).toMatchObject([{ state: 'absent' }])
  })

  test('for another council’s meeting are for one that is not there', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const { meetingId, audit } = await meetingAhead(database(), theirs)
    const {
      tender,
      coming,
      withdraw,
      audit: ownAudit,
    } = await meetingAhead(database(), {
      ...ours,
      meeting: async () => meetingId,
    })
    for (const answer of [tender, coming, withdraw])
      for (const by of [ours.clerk, theirs.clerk])
        expect(await answer(theirs.member, { by })).toEqual({ ok: false, refusal: { code: 'meeting-gone' } })
    expect([...(await audit()), ...(await ownAudit())]).toEqual([])
  })

  test('make the clerks’ list true at once, and the member’s message where it stands', async () => {
    const { tender, member, messages, committee, ground, id, meetingId } = await ahead()
    await tender(member)
    expect(await messages()).toMatchObject([
      { kind: 'clerks', recipient: `channel:${committee.clerksChannelId}`, wanted: 1 },
    ])
    const own = { councilId: id, kind: 'member', subject: meetingId, recipient: `person:${member.id}` }
    await ground.prisma.outboxMessage.create({
      data: { ...own, key: 'own', state: 'sent', shown: 1, dueAt: new Date(0) },
    })
    await tender(member, { kind: 'late' })
    const [list, message] = await messages()
    expect(list).toMatchObject({ kind: 'clerks', wanted: 2 })
    expect(message).toMatchObject({ kind: 'member', wanted: 2, state: 'pending' })
  })
})
