import { expect, test } from 'vitest'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { meetingAtHand, meetingsAhead, planned } from '../../src/meetings/meeting.ts'
import { scheduleMeeting } from '../../src/meetings/schedule-meeting.ts'
import { type InventedCouncil, inventCouncil, inventTwoCouncils, MEETING_DAY } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'

const LONDON = 'Europe/London'

describeWithDatabase('meetings', (database) => {
  const invented = () => inventCouncil(database())
  const facts = { startTime: '10:00', venue: 'Room 2', timeZone: LONDON, plannedMinutes: 120 }
  const schedule = async (council: InventedCouncil, changes: { date?: string; startTime?: string } = {}) => {
    const outcome = await council.house.transact(council.clerk.id, (tx) =>
      scheduleMeeting(tx, { committeeId: council.committee.id, date: MEETING_DAY, ...facts, ...changes }),
    )
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value
  }
  const aheadOf = async ({ house, clock }: InventedCouncil, personId: string) =>
    (await meetingsAhead(house, personId, clock.now(), LONDON)).map((it) => `${it.date} ${it.committeeName}`)

  test('a committee meets once a day: a second time corrects the first, and both are in the audit', async () => {
    const council = await invented()
    const first = await schedule(council)
    expect(await schedule(council, { startTime: '14:00' })).toEqual(first)
    expect(await schedule(council, { date: '2017-10-18' })).not.toEqual(first)
    const meeting = await meetingAtHand(council.house, first.id)
    expect(meeting).toMatchObject({ startTime: '14:00', version: 2, date: MEETING_DAY, venue: 'Room 2' })
    expect(meeting?.startsAt.toString()).toBe('2017-09-20T13:00:00Z')
    const entries = await council.ground.prisma.auditEntry.findMany({
      where: { councilId: council.id },
      orderBy: { id: 'asc' },
    })
    expect(entries.map((entry) => JSON.parse(entry.canonical).what)).toEqual([
      'meeting.scheduled',
      'meeting.corrected',
      'meeting.scheduled',
    ])
  })

  test('ahead of a member are those of their committees, soonest first, until they are over', async () => {
    const council = await invented()
    await council.meeting('2017-10-18')
    await council.meeting(MEETING_DAY)
    await council.meeting('2017-09-21', council.second.committee.id)
    const own = council.committee.name
    const both = [`${MEETING_DAY} ${own}`, `2017-10-18 ${own}`]
    expect(await aheadOf(council, council.member.id)).toEqual(both)
    expect(await aheadOf(council, council.substitutes[0].id)).toEqual(both)
    expect(await aheadOf(council, council.clerk.id)).toEqual([])
    council.clock.advance({ hours: 24 * 14 + 2, minutes: 59 })
    expect(await aheadOf(council, council.member.id)).toEqual(both)
    council.clock.advance({ minutes: 1 })
    expect(await aheadOf(council, council.member.id)).toEqual([`2017-10-18 ${own}`])
  })

  test('ahead of a member are not those that are cancelled', async () => {
    const council = await invented()
    const id = await council.meeting()
    await council.ground.prisma.meeting.update({
      where: { id, councilId: council.id },
      data: { state: 'cancelled' },
    })
    expect(await aheadOf(council, council.member.id)).toEqual([])
    expect(await meetingAtHand(council.house, id)).toMatchObject({ state: 'cancelled' })
  })

  test('are no longer ahead of somebody whose seat has ended, and not yet of their successor', async () => {
    const council = await invented()
    await council.meeting()
    await council.ground.prisma.seatOccupancy.updateMany({
      where: { councilId: council.id, personId: council.member.id },
      data: { until: columnOfDate('2017-09-06') },
    })
    expect(await aheadOf(council, council.member.id)).toHaveLength(1)
    council.clock.advance({ hours: 24 })
    expect(await aheadOf(council, council.member.id)).toEqual([])
  })

  test('of one council are not there for another', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const id = await theirs.meeting()
    expect(await meetingAtHand(ours.house, id)).toBeUndefined()
    expect(await aheadOf(ours, theirs.member.id)).toEqual([])
  })
})

test('a meeting across the end of summer time lasts as long as it was planned', () => {
  const { startsAt, endsAt } = planned({ ...facts(), date: '2026-10-25', startTime: '00:30' })
  expect(startsAt.toString()).toBe('2026-10-24T23:30:00Z')
  expect(endsAt.toString()).toBe('2026-10-25T01:30:00Z')
})

function facts() {
  return { timeZone: LONDON, plannedMinutes: 120 }
}
