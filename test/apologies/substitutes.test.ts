import { describe, expect, test } from 'vitest'
import { answersOf } from '../../src/apologies/answers.ts'
import { followSeats } from '../../src/apologies/follow-seats.ts'
import { forecastOf } from '../../src/apologies/quorum-forecast.ts'
import { standingSubstitutions } from '../../src/meetings/substitutions.ts'
import { whoIsTold } from '../../src/meetings/who-is-told.ts'
import { transactionsOf } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { substituting } from './substituting.ts'

describeWithDatabase('a substitute', (database) => {
  const stage = () => substituting(database())

  test('is named for an absence, asked, and sits once they have agreed; the member stays in the apologies', async () => {
    const it = await stage()
    const [substitute] = it.substitutes
    expect(await it.name(it.member, substitute)).toMatchObject({ refusal: { code: 'not-absent' } })
    await it.tender(it.member)
    expect(await it.name(it.member, substitute)).toMatchObject({
      value: { named: { state: 'asked', substitute: { id: substitute.id } } },
    })
    const meeting = (await it.meeting()) ?? expect.fail('no meeting')
    expect((await whoIsTold(it.house, meeting, meeting.date)).map(({ as }) => as)).not.toContain('substitute')
    expect((await it.accept(it.member)).ok).toBe(true)
    expect(await whoIsTold(it.house, meeting, meeting.date)).toContainEqual(
      expect.objectContaining({ as: 'substitute', person: expect.objectContaining({ id: substitute.id }) }),
    )
    const answer = (await answersOf(it.house, meeting)).find(({ person }) => person.id === it.member.id)
    expect(answer).toMatchObject({ state: 'absent', substitution: { state: 'accepted' } })
    expect(await it.told()).toEqual([`${it.member.id} accepted`])
    expect((await it.audit()).map(({ what }) => what)).toEqual([
      'apologies.tendered',
      'substitution.asked',
      'substitution.accepted',
    ])
  })

  test('named or agreed twice is so once, and another named ends the one before', async () => {
    const it = await stage()
    const [one, other] = it.substitutes
    await it.tender(it.member)
    await it.name(it.member, one)
    await it.accept(it.member)
    await it.accept(it.member)
    await it.name(it.member, one)
    expect(await it.standing()).toMatchObject([{ state: 'accepted', substituteId: one.id }])
    await it.name(it.member, other)
    expect(await it.all()).toMatchObject([
      { state: 'withdrawn', standing: null },
      { state: 'asked', standing: true, substituteId: other.id },
    ])
    expect(await it.told()).toEqual([`${it.member.id} accepted`, `${one.id} ended`])
  })

  test('who says no makes room for somebody else, and whoever named them hears of it', async () => {
    const it = await stage()
    const [one, other] = it.substitutes
    await it.tender(it.member)
    await it.name(it.member, one, { by: it.clerk })
    await it.decline(it.member)
    expect(new Set(await it.told())).toEqual(new Set([`${it.member.id} declined`, `${it.clerk.id} declined`]))
    expect(await it.accept(it.member, { by: one })).toMatchObject({ refusal: { code: 'substitution-ended' } })
    expect((await it.name(it.member, other)).ok).toBe(true)
  })

  test('is let go when the member comes after all, whichever way, and both are told once', async () => {
    for (const comes of ['withdraw', 'coming', 'late'] as const) {
      const it = await stage()
      const [substitute] = it.substitutes
      await it.tender(it.member)
      await it.name(it.member, substitute)
      if (comes === 'late') await it.tender(it.member, { kind: 'late' })
      else await it[comes](it.member)
      expect(await it.standing()).toEqual([])
      expect(new Set(await it.told())).toEqual(new Set([`${substitute.id} ended`, `${it.member.id} ended`]))
    }
  })

  test('is not needed for another day than the one they were asked for', async () => {
    const it = await stage()
    await it.tender(it.member)
    await it.name(it.member, it.substitutes[0])
    await it.change(it.move)
    expect(await it.standing()).toEqual([])
    expect(await it.told()).toEqual([`${it.substitutes[0].id} moved`])
    expect(await it.name(it.member, it.substitutes[0])).toMatchObject({ refusal: { code: 'not-absent' } })
  })

  test('of whoever held the seat before counts for nobody in the quorum', async () => {
    const it = await stage()
    await it.tender(it.member)
    await it.name(it.member, it.substitutes[0])
    await it.accept(it.member)
    const meeting = (await it.meeting()) ?? expect.fail('no meeting')
    expect(await forecastOf(it.house, meeting)).toMatchObject({ coming: 1, away: 0 })
    const of = { councilId: it.id, personId: it.member.id }
    const { seatId } = await it.ground.prisma.seatOccupancy.findFirstOrThrow({ where: of })
    await it.ground.prisma.seatOccupancy.updateMany({ where: of, data: { until: new Date('2017-09-10') } })
    await it.ground.prisma.seatOccupancy.create({
      data: { councilId: it.id, seatId, personId: it.outsider.id, since: new Date('2017-09-11') },
    })
    await it.tender(it.outsider, { by: it.clerk })
    expect(await forecastOf(it.house, meeting)).toMatchObject({ coming: 0, away: 1 })
  })

  test('sits for one member only', async () => {
    const it = await stage()
    const [substitute] = it.substitutes
    await it.tender(it.member)
    await it.tender(it.anotherMember)
    await it.name(it.member, substitute)
    expect(await it.name(it.anotherMember, substitute)).toMatchObject({
      refusal: { code: 'not-in-pool', why: 'taken' },
    })
  })

  test('with apologies of their own is none, and one who sends them sits no more', async () => {
    const it = await stage()
    const [one, other] = it.substitutes
    await it.tender(it.member)
    await it.tender(one)
    expect(await it.name(it.member, one)).toMatchObject({ refusal: { code: 'not-in-pool', why: 'away' } })
    await it.name(it.member, other)
    await it.accept(it.member)
    await it.tender(other)
    expect(await it.standing()).toEqual([])
    expect(await it.told()).toContain(`${it.member.id} declined`)
  })

  describe('by the committee’s rules', () => {
    test('is one of the named ones, or any member of the group, and never of the executive', async () => {
      const it = await stage()
      await it.rule({ substitutePool: 'group' })
      const blue = await it.group('Blue', [it.member, it.second.member])
      await it.tender(it.member)
      expect(await it.name(it.member, it.substitutes[0])).toMatchObject({
        refusal: { why: 'other-group' },
      })
      expect(await it.name(it.member, it.anotherMember)).toMatchObject({ refusal: { why: 'sits-here' } })
      expect(await it.name(it.member, it.outsider)).toMatchObject({ refusal: { why: 'not-a-councillor' } })
      expect((await it.name(it.member, it.second.member)).ok).toBe(true)
      await it.duty(it.second.member, 'executive')
      expect(await it.accept(it.member)).toMatchObject({ refusal: { why: 'executive' } })
      await it.rule({ substitutePool: null })
      await it.takeBack(it.member)
      expect(await it.name(it.member, it.second.member)).toMatchObject({
        refusal: { code: 'no-substitutes' },
      })
      expect(blue).not.toBe('')
    })

    test('is named until the cut-off; a clerk still enters notice that came in time', async () => {
      const it = await stage()
      await it.rule({ substituteDays: 1, substituteTime: '12:00' })
      await it.tender(it.member)
      // Wednesday 20 September: midday on the Tuesday is eleven by UTC.
      it.clock.advance({ hours: 24 * 13 + 3 })
      expect(await it.name(it.member, it.substitutes[0])).toMatchObject({
        refusal: { code: 'too-late', until: expect.objectContaining({}) },
      })
      expect((await it.name(it.member, it.substitutes[0], { by: it.clerk })).ok).toBe(true)
    })

    test('is named so often in a municipal year', async () => {
      const it = await stage()
      await it.rule({ substitutesPerYear: 1 })
      const earlier = await it.council.meeting('2017-07-12')
      await it.tender(it.member)
      const [one, other] = it.substitutes
      await it.name(it.member, one)
      const [row] = await it.all()
      await it.ground.prisma.substitution.create({
        data: {
          councilId: it.id,
          meetingId: earlier,
          seatId: row?.seatId ?? '',
          absentId: it.member.id,
          substituteId: one.id,
          state: 'accepted',
          namedById: it.member.id,
          namedAt: new Date('2017-07-01T00:00:00Z'),
        },
      })
      expect(await it.name(it.member, other)).toMatchObject({ refusal: { code: 'year-full', most: 1 } })
    })
  })

  test('is named by the member, the clerk and the whip of the group, and by nobody else', async () => {
    const it = await stage()
    const blue = await it.group('Blue', [it.member, ...it.substitutes])
    const red = await it.group('Red', [it.anotherMember])
    await it.duty(it.outsider, 'groupWhip', blue)
    await it.duty(it.second.member, 'groupWhip', red)
    await it.tender(it.member)
    for (const by of [it.second.member, it.anotherMember, it.second.clerk])
      expect(await it.name(it.member, it.substitutes[0], { by })).toMatchObject({
        refusal: { code: 'not-yours-to-name' },
      })
    for (const by of [it.outsider, it.clerk, it.member]) {
      expect((await it.name(it.member, it.substitutes[0], { by })).ok).toBe(true)
      expect((await it.takeBack(it.member, { by })).ok).toBe(true)
    }
  })

  test('answers themselves, or by the clerk whom they told; nobody else does', async () => {
    const it = await stage()
    await it.tender(it.member)
    await it.name(it.member, it.substitutes[0])
    for (const by of [it.member, it.substitutes[1], it.second.clerk])
      expect(await it.accept(it.member, { by })).toMatchObject({ refusal: { code: 'not-yours-to-answer' } })
    await it.accept(it.member, { by: it.clerk })
    const meeting = (await it.meeting()) ?? expect.fail('no meeting')
    expect(await standingSubstitutions(it.house, meeting, 'accepted')).toMatchObject([
      { answeredById: it.clerk.id },
    ])
  })

  test('who joins the executive after agreeing is stood down by the import that says so, once, and told', async () => {
    const it = await stage()
    const [one, other] = it.substitutes
    await it.tender(it.member)
    await it.name(it.member, one)
    await it.accept(it.member)
    await it.tender(it.anotherMember)
    await it.name(it.anotherMember, other)
    await it.accept(it.anotherMember)
    await it.duty(one, 'executive')
    const byOperator = transactionsOf(it)
    await byOperator(followSeats)
    await byOperator(followSeats)
    expect(await it.standing()).toMatchObject([{ absentId: it.anotherMember.id }])
    expect((await it.all())[0]).toMatchObject({ state: 'withdrawn', endedById: null })
    expect((await it.told()).filter((line) => line.endsWith('ended'))).toEqual([
      `${one.id} ended`,
      `${it.member.id} ended`,
    ])
  })

  test('the forecast follows a change of seats at once', async () => {
    const it = await stage()
    await it.rule({ quorum: 10 })
    for (const person of it.members.slice(2, 5))
      await it.ground.prisma.seatOccupancy.updateMany({
        where: { councilId: it.id, personId: person.id },
        data: { until: new Date('2017-09-10') },
      })
    await transactionsOf(it)(followSeats)
    expect((await it.audit()).map(({ what }) => what)).toEqual(['quorum.changed'])
  })
})
