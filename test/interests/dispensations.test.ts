import { expect, test } from 'vitest'
import { effectOnItem, standingInterests } from '../../src/interests/standing-interests.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { codeOf, declaring } from './declaring.ts'

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
