import { describe, expect, test } from 'vitest'
import { planMeeting } from '../../src/meetings/plan-meeting.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import type { PackFields } from '../../src/publications/types.ts'
import { fieldsOf, publishing } from '../publications/draft.ts'
import { inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { changing } from './changing.ts'

describeWithDatabase('papers for a meeting that was changed', (database) => {
  async function stage() {
    const it = await changing(database())
    const publish = (fields: Partial<PackFields>) =>
      publishPack(it.house, publishing(it.council, { fields: fieldsOf(it.council, fields) }))
    const meetings = () =>
      it.ground.prisma.meeting.findMany({ where: { councilId: it.id }, orderBy: { startsAt: 'asc' } })
    return { ...it, publish, meetings }
  }

  test('find the meeting on the day to which it was moved', async () => {
    const { change, move, publish, meetingId, meetings } = await stage()
    await change(move)
    expect(await publish({ date: '2017-09-27', startTime: '14:00' })).toMatchObject({
      ok: true,
      value: { meetingId },
    })
    expect(await meetings()).toHaveLength(1)
  })

  test('give the postponed meeting its new day, and everybody is told', async () => {
    const { change, publish, meetingId, meeting, meetings, changes, lines } = await stage()
    await change({ to: 'postponed' })
    const outcome = await publish({ date: '2017-10-04', startTime: '14:00', convenedOn: '2017-09-06' })
    expect(outcome).toMatchObject({ ok: true, value: { meetingId } })
    expect(await meetings()).toHaveLength(1)
    expect(await meeting()).toMatchObject({
      state: 'scheduled',
      date: '2017-10-04',
      startTime: '14:00',
      convenedOn: '2017-09-06',
    })
    expect((await changes()).map((it) => it.kinds)).toEqual([['postponed'], ['moved', 'time']])
    expect((await lines()).filter((line) => line.slot === '2')).toHaveLength(11)
  })

  test('for a day on which another meeting stands leave the postponed one alone', async () => {
    const { change, publish, council, meetingId, meeting } = await stage()
    const other = await council.meeting('2017-10-04')
    await change({ to: 'postponed' })
    expect(await publish({ date: '2017-10-04' })).toMatchObject({ ok: true, value: { meetingId: other } })
    expect(meetingId).not.toBe(other)
    expect(await meeting()).toMatchObject({ state: 'postponed' })
  })

  test('that print another time or place than members were told of are a change to them', async () => {
    const { change, move, publish, meeting, changes, lines } = await stage()
    await change(move)
    const { date } = move
    expect((await publish({ date, startTime: '15:00', venue: 'The Committee Room 3, Town Hall' })).ok).toBe(
      true,
    )
    expect((await changes()).map((it) => it.kinds)).toEqual([
      ['moved', 'time', 'room'],
      ['time', 'room'],
    ])
    expect((await lines()).filter((line) => line.slot === '2')).toHaveLength(11)
    expect(await meeting()).toMatchObject({ startTime: '15:00', venue: 'The Committee Room 3, Town Hall' })
  })

  test('that print the same place at more length, or come before anybody was told, correct it in silence', async () => {
    const { change, move, publish, meeting, lines } = await stage()
    await change(move)
    const { date, startTime } = move
    await publish({ date, startTime, venue: 'committee room 3 (Town Hall)' })
    expect(await lines()).toHaveLength(11)
    expect(await meeting()).toMatchObject({ venue: 'committee room 3 (Town Hall)' })
    const unknown = await stage()
    await unknown.publish({ startTime: '15:00', venue: 'Elsewhere' })
    expect(await unknown.lines()).toEqual([])
    expect(await unknown.meeting()).toMatchObject({ startTime: '15:00', venue: 'Elsewhere' })
  })

  describe('wait for a person’s word, and nothing is made,', () => {
    test('where they print the day that was given up', async () => {
      const { change, move, publish, meetings } = await stage()
      await change({ to: 'postponed' })
      expect(await publish({})).toMatchObject({
        refusal: { code: 'meeting-postponed', meeting: 'Wednesday 20 September 2017, 10 am' },
      })
      await change(move)
      expect(await publish({})).toMatchObject({
        refusal: { code: 'meeting-moved', to: 'Wednesday 27 September 2017, 2 pm' },
      })
      expect(await meetings()).toHaveLength(1)
    })

    test('where the meeting is cancelled; once it is restored they are its papers', async () => {
      const { change, restore, publish, meetingId } = await stage()
      await change({ to: 'cancelled' })
      expect(await publish({})).toMatchObject({ refusal: { code: 'meeting-cancelled' } })
      await change(restore)
      expect(await publish({})).toMatchObject({ ok: true, value: { meetingId } })
    })

    test('where two meetings are postponed, or one whose papers are out', async () => {
      const { change, publish, council } = await stage()
      const second = await council.meeting('2017-09-13')
      await change({ to: 'postponed' })
      await change({ to: 'postponed' }, { meetingId: second, version: 1 })
      expect(await publish({ date: '2017-10-04' })).toMatchObject({
        refusal: { code: 'meeting-postponed', meeting: 'Wednesday 13 September 2017, 10 am' },
      })
      const other = await stage()
      await other.publish({})
      await other.change({ to: 'postponed' })
      expect(await other.publish({ date: '2017-10-04' })).toMatchObject({
        refusal: { code: 'meeting-postponed' },
      })
    })

    test('and a meeting that was scheduled first is found', async () => {
      const { change, publish, house, clerk, committee, meetings } = await stage()
      await change({ to: 'postponed' })
      const planned = await planMeeting(house, {
        by: clerk.id,
        committeeId: committee.id,
        date: '2017-10-04',
        startTime: '10:00',
        venue: '',
      })
      const meetingId = planned.ok ? planned.value.meeting.id : ''
      expect(await publish({ date: '2017-10-04' })).toMatchObject({ ok: true, value: { meetingId } })
      expect(await meetings()).toHaveLength(2)
    })
  })
})

describeWithDatabase('scheduling a meeting', (database) => {
  const facts = { date: '2017-10-04', startTime: '10:00', venue: 'Committee Room 2' }

  test('makes it before its papers are there, and tells nobody', async () => {
    const { house, ground, id, clerk, committee } = await inventCouncil(database())
    const act = { by: clerk.id, committeeId: committee.id, ...facts }
    const outcome = await planMeeting(house, act)
    expect(outcome).toMatchObject({
      ok: true,
      value: { meeting: { ...facts, state: 'scheduled', committeeName: committee.name } },
    })
    expect(String(outcome.ok && outcome.value.meeting.endsAt)).toBe('2017-10-04T11:00:00Z')
    expect(await ground.prisma.outboxMessage.count({ where: { councilId: id } })).toBe(0)
    // Twice is the same as once.
    expect(await planMeeting(house, act)).toMatchObject({
      value: { meeting: { id: outcome.ok && outcome.value.meeting.id } },
    })
    expect(await ground.prisma.auditEntry.count({ where: { councilId: id } })).toBe(1)
  })

  test('is refused for a past day, on the day of another, and from anybody but its clerks', async () => {
    const council = await inventCouncil(database())
    const { house, clerk, committee, member, second } = council
    const plan = (changes: Partial<Parameters<typeof planMeeting>[1]>) =>
      planMeeting(house, { by: clerk.id, committeeId: committee.id, ...facts, ...changes })
    expect(await plan({ date: '2016-10-04' })).toMatchObject({ refusal: { code: 'past-day' } })
    await council.meeting('2017-10-04')
    for (const changes of [{ startTime: '14:00' }, { venue: 'Elsewhere' }])
      expect(await plan(changes)).toMatchObject({ refusal: { code: 'another-meeting' } })
    for (const by of [member.id, second.clerk.id])
      expect(await plan({ by })).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    expect(await plan({ committeeId: second.committee.id })).toMatchObject({
      refusal: { code: 'not-a-clerk', committee: second.committee.name },
    })
  })
})
