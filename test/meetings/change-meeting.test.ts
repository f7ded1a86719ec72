import { describe, expect, test } from 'vitest'
import { sayComing } from '../../src/apologies/say-coming.ts'
import { tenderApologies } from '../../src/apologies/tender-apologies.ts'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { publishing } from '../publications/draft.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { changing } from './changing.ts'

describeWithDatabase('changing a meeting', (database) => {
  const stage = () => changing(database())

  test('records what was, what is and why, and by whom and when', async () => {
    const { change, move, changes, meeting, audit, clerk, clock } = await stage()
    clock.advance({ minutes: 5 })
    const outcome = await change({ ...move, reason: 'The heating has failed' })
    expect(outcome).toMatchObject({
      ok: true,
      value: { change: { number: 1, kinds: ['moved', 'time', 'room'] } },
    })
    expect(await changes()).toMatchObject([
      {
        number: 1,
        before: { state: 'scheduled', date: '2017-09-20', startTime: '10:00', venue: 'Committee Room 2' },
        after: { state: 'scheduled', date: '2017-09-27', startTime: '14:00', venue: 'Committee Room 3' },
        reason: 'The heating has failed',
        byId: clerk.id,
      },
    ])
    expect(await meeting()).toMatchObject({ date: '2017-09-27', startTime: '14:00', version: 2 })
    // 2 pm British Summer Time, for two hours as before.
    expect(String((await meeting())?.startsAt)).toBe('2017-09-27T13:00:00Z')
    expect(String((await meeting())?.endsAt)).toBe('2017-09-27T15:00:00Z')
    const [entry] = await audit()
    expect(entry).toMatchObject({
      what: 'meeting.changed',
      by: clerk.id,
      facts: { number: 1, reasonGiven: true },
    })
    expect(JSON.stringify(entry)).not.toContain('heating')
  })

  test('gives each member with Slack and the channel one new line, at once, ahead of all edits', async () => {
    const { change, lines, committee, members, coOptee, clock, ground, id } = await stage()
    // 3 am: what a person must notice does not wait for working hours.
    clock.advance({ hours: 18 })
    const outcome = await change({ to: 'cancelled' })
    expect(outcome).toMatchObject({ ok: true, value: { told: 10, withoutSlack: [{ id: coOptee.id }] } })
    const told = await lines()
    expect(told.map((line) => line.recipient).sort()).toEqual(
      [
        `channel:${committee.channelId}`,
        ...members.filter((it) => it.slackUserId).map((it) => `person:${it.id}`),
      ].sort(),
    )
    for (const line of told) {
      expect(line).toMatchObject({ slot: '1', wanted: 1, state: 'pending', committeeId: committee.id })
      expect(line.dueAt.getTime()).toBeLessThan(clock.now().epochMilliseconds)
    }
    expect(await ground.prisma.outboxMessage.count({ where: { councilId: id, kind: 'clerks' } })).toBe(1)
  })

  test('makes everything true again that stands about it: card, list, messages and earlier lines', async () => {
    const { change, council, house, ground, id } = await stage()
    expect((await publishPack(house, publishing(council))).ok).toBe(true)
    const sent = { state: 'sent', shown: 1 } as const
    await ground.prisma.outboxMessage.updateMany({ where: { councilId: id }, data: sent })
    await change({ to: 'cancelled' })
    await ground.prisma.outboxMessage.updateMany({
      where: { councilId: id, kind: 'meeting-change' },
      data: sent,
    })
    await change({ to: 'postponed' })
    const wanted = await ground.prisma.outboxMessage.groupBy({
      by: ['kind', 'slot', 'wanted'],
      where: { councilId: id, state: 'pending' },
      _count: true,
      orderBy: [{ kind: 'asc' }, { slot: 'asc' }],
    })
    expect(wanted.map((it) => [it.kind, it.slot, it.wanted, it._count])).toEqual([
      ['clerks', '', 3, 1],
      ['meeting-change', '1', 2, 11],
      ['meeting-change', '2', 1, 11],
      ['member', '', 3, 10],
      ['pack-card', '', 3, 1],
    ])
  })

  describe('asks everybody afresh', () => {
    test('for another day: what was said and why no longer counts', async () => {
      const { change, move, tender, coming, member, anotherMember, answerOf, reasons, clock } = await stage()
      await tender(member, { reason: 'a hospital appointment' })
      await coming(anotherMember)
      await change(move)
      expect(await answerOf(member)).toMatchObject({ state: 'unanswered', at: undefined, hasReason: false })
      expect(await answerOf(anotherMember)).toMatchObject({ state: 'unanswered' })
      expect(await reasons()).toEqual([])
      // At the very same instant by the clock: it was asked for before it was given.
      await coming(member)
      expect(await answerOf(member)).toMatchObject({ state: 'coming' })
      clock.advance({ minutes: 1 })
      await tender(anotherMember, { kind: 'late' })
      expect(await answerOf(anotherMember)).toMatchObject({ state: 'late' })
    })

    test('and an answer to the old day, given from a form or button of before, is not taken for the new one', async () => {
      const { change, move, member, house, meetingId, answerOf } = await stage()
      await change(move)
      const act = { meetingId, memberId: member.id, by: member.id, way: 'button' as const }
      const moved = {
        ok: false,
        refusal: { code: 'meeting-moved', meeting: expect.stringContaining('27 September') },
      }
      expect(await sayComing(house, { ...act, day: '2017-09-20' })).toMatchObject(moved)
      const absent = { ...act, kind: 'absent' as const, reason: 'a hospital appointment' }
      expect(await tenderApologies(house, { ...absent, day: '2017-09-20' })).toMatchObject(moved)
      expect(await answerOf(member)).toMatchObject({ state: 'unanswered', hasReason: false })
      expect((await sayComing(house, { ...act, day: '2017-09-27' })).ok).toBe(true)
    })

    test('also where a process with a fast clock has recorded an answer “later”', async () => {
      const { change, tender, member, answerOf, ground, id } = await stage()
      await tender(member)
      const ahead = new Date('2017-09-06T08:00:30Z')
      await ground.prisma.apology.updateMany({ where: { councilId: id }, data: { tenderedAt: ahead } })
      await change({ to: 'postponed' })
      await change({ to: 'scheduled', date: '2017-09-27', startTime: '10:00', venue: 'x' })
      expect(await answerOf(member)).toMatchObject({ state: 'unanswered' })
      await tender(member)
      expect(await answerOf(member)).toMatchObject({ state: 'absent' })
    })

    test('and nobody can answer while there is no day', async () => {
      const { change, tender, coming, member, clerk } = await stage()
      await change({ to: 'postponed' })
      const refusal = { ok: false, refusal: { code: 'meeting-postponed' } }
      expect(await tender(member)).toMatchObject(refusal)
      expect(await coming(member, { by: clerk })).toMatchObject(refusal)
    })

    test('and old apologies can neither be withdrawn nor come back with the day', async () => {
      const { change, tender, withdraw, member, answerOf } = await stage()
      await tender(member)
      await change({ to: 'postponed' })
      await change({ to: 'scheduled', date: '2017-09-20', startTime: '10:00', venue: 'Committee Room 2' })
      expect(await withdraw(member)).toMatchObject({ refusal: { code: 'nothing-to-withdraw' } })
      expect(await answerOf(member)).toMatchObject({ state: 'unanswered' })
    })

    test('but not for another time or room, nor when a cancellation is taken back', async () => {
      const { change, restore, tender, member, anotherMember, coming, answerOf, reasons } = await stage()
      await tender(member, { reason: 'a hospital appointment' })
      await coming(anotherMember)
      await change({ ...restore, startTime: '11:00', venue: 'Committee Room 3' })
      await change({ to: 'cancelled' })
      await change(restore)
      expect(await answerOf(member)).toMatchObject({ state: 'absent', hasReason: true })
      expect(await answerOf(anotherMember)).toMatchObject({ state: 'coming' })
      expect(await reasons()).toHaveLength(1)
    })
  })

  describe('is refused', () => {
    test('from anybody but a clerk of that committee', async () => {
      const { change, member, chair, outsider, second, changes, wanted } = await stage()
      for (const by of [member, chair, outsider, second.clerk, second.member])
        expect(await change({ to: 'cancelled' }, { by })).toMatchObject({
          ok: false,
          refusal: { code: 'not-a-clerk' },
        })
      expect(await changes()).toEqual([])
      expect(await wanted()).toBe(0)
    })

    test('for a meeting of another council, which is not there', async () => {
      const { ours, theirs } = await inventTwoCouncils(database())
      const here = await changing(database(), ours)
      const there = await changing(database(), theirs)
      const outcome = await here.change({ to: 'cancelled' }, { meetingId: there.meetingId })
      expect(outcome).toMatchObject({ refusal: { code: 'meeting-gone' } })
      expect(await there.changes()).toEqual([])
    })

    test('for what was changed while the clerk looked, with the meeting as it is', async () => {
      const { change, restore, otherClerk, wanted } = await stage()
      await change({ ...restore, venue: 'Committee Room 3' })
      const before = await wanted()
      expect(await change({ to: 'cancelled' }, { by: otherClerk, version: 1 })).toMatchObject({
        refusal: { code: 'changed-meanwhile', meeting: { venue: 'Committee Room 3' } },
      })
      expect(await wanted()).toBe(before)
    })

    test('on a second press: nobody is told twice, and the clerk hears who did it', async () => {
      const { change, clerk, otherClerk, lines, changes } = await stage()
      await change({ to: 'cancelled' })
      for (const by of [clerk, otherClerk])
        expect(await change({ to: 'cancelled' }, { by, version: 1 })).toMatchObject({
          refusal: { code: 'already-so', lastChange: { byId: clerk.id } },
        })
      expect(await lines()).toHaveLength(11)
      expect(await changes()).toHaveLength(1)
    })

    test('for the day of another meeting of the committee, not of another committee', async () => {
      const { change, move, council, second } = await stage()
      await council.meeting('2017-09-27', second.committee.id)
      const other = await council.meeting('2017-10-04')
      expect((await change(move)).ok).toBe(true)
      expect(await change({ ...move, date: '2017-10-04' })).toMatchObject({
        refusal: { code: 'another-meeting', other: { id: other } },
      })
    })

    test('for a meeting that is over', async () => {
      const { change, restore, end } = await stage()
      end()
      for (const wanted of [{ to: 'cancelled' }, { ...restore, venue: 'Room 9' }] as const)
        expect(await change(wanted)).toMatchObject({ refusal: { code: 'meeting-over' } })
    })
  })

  test('a meeting is quietly corrected only while nobody has been told of it', async () => {
    const { change, restore, move, lines, tender, member, changes, audit } = await stage()
    expect(await change({ ...restore, startTime: '11:00', quietly: true })).toMatchObject({
      ok: true,
      value: { quietly: true, told: 0 },
    })
    expect(await lines()).toEqual([])
    expect((await audit())[0]).toMatchObject({ facts: { quietly: true } })
    await tender(member)
    expect(await change({ ...move, quietly: true })).toMatchObject({ value: { quietly: false, told: 10 } })
    expect(await lines()).toHaveLength(11)
    expect((await changes()).map((it) => it.number)).toEqual([1, 2])
  })

  test('tells whoever sits on the old day or on the new one, and substitutes who have answered', async () => {
    const { change, move, council, house, coming, member, anotherMember, substitutes, lines, ground, id } =
      await stage()
    const { seatOccupancy } = ground.prisma
    const of = (personId: string) => ({ councilId: id, personId })
    // One leaves between the two days, another comes.
    await seatOccupancy.updateMany({ where: of(member.id), data: { until: columnOfDate('2017-09-24') } })
    await seatOccupancy.updateMany({
      where: of(anotherMember.id),
      data: { since: columnOfDate('2017-09-25') },
    })
    expect((await publishPack(house, publishing(council))).ok).toBe(true)
    await coming(substitutes[0])
    expect(await change(move, { version: 2 })).toMatchObject({ value: { told: 11 } })
    const recipients = (await lines()).map((line) => line.recipient)
    for (const person of [member, anotherMember, substitutes[0]])
      expect(recipients).toContain(`person:${person.id}`)
    expect(recipients).not.toContain(`person:${substitutes[1].id}`)
    const own = { councilId: id, kind: 'member', recipient: `person:${anotherMember.id}` }
    expect(await ground.prisma.outboxMessage.count({ where: own })).toBe(1)
  })

  test('what later rooms do about it happens with it, or not at all', async () => {
    const { change, changes, lines } = await stage()
    const seen: string[] = []
    await change({ to: 'postponed' }, { follow: [async (_tx, it) => void seen.push(it.meeting.state)] })
    expect(seen).toEqual(['postponed'])
    const broken = async () => {
      throw new Error('the roof leaks')
    }
    await expect(change({ to: 'cancelled' }, { follow: [broken] })).rejects.toThrow('the roof leaks')
    expect(await changes()).toHaveLength(1)
    expect(await lines()).toHaveLength(11)
  })

  test('any number of changes leaves an audit trail that holds', async () => {
    const { change, restore, ground, id, changes } = await stage()
    for (const wanted of [
      { to: 'cancelled' },
      { to: 'postponed' },
      restore,
      { to: 'cancelled' },
      restore,
    ] as const)
      expect((await change(wanted)).ok).toBe(true)
    expect((await changes()).map((it) => it.kinds)).toEqual([
      ['cancelled'],
      ['postponed'],
      ['restored'],
      ['cancelled'],
      ['restored'],
    ])
    expect((await verifyAudit(ground.prisma, id)).every((it) => it.broken === undefined)).toBe(true)
  })
})
