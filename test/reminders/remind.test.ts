import { expect, test, vi } from 'vitest'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { changeMeeting } from '../../src/meetings/change-meeting.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { chooseHowMany } from '../../src/reminders/choose-how-many.ts'
import { remind } from '../../src/reminders/remind.ts'
import { publishing } from '../publications/draft.ts'
import { inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { onSlack, reminding } from './reminding.ts'

// The meeting is on Wednesday 20 September 2017 at 10: 5 working days before is Wednesday the 13th, 2 are
// Monday the 18th.
// The first test on a busy machine waits for what all of them need.
vi.setConfig({ testTimeout: 60_000 })

describeWithDatabase('reminders of members', (database) => {
  const stage = async () => {
    const it = await reminding(database())
    return { ...it, meetingId: await it.meeting() }
  }

  test('come 5 and 2 working days before a meeting and on its morning, in office hours, once each', async () => {
    const it = await stage()
    const fresh: number[] = []
    for (const local of [
      '2017-09-12T16:59',
      '2017-09-13T08:59',
      '2017-09-13T09:00',
      '2017-09-13T09:01',
      '2017-09-16T10:00',
      '2017-09-18T09:00',
      '2017-09-19T09:00',
      '2017-09-20T09:00',
      '2017-09-20T10:00',
      '2017-09-21T09:00',
    ])
      fresh.push(await it.tickAt(local))
    // Ten of eleven are on Slack.
    expect(fresh).toEqual([0, 0, 10, 0, 0, 10, 0, 10, 0, 0])
    expect(await it.days(it.member.id)).toEqual(['2017-09-13', '2017-09-18', '2017-09-20'])
    expect(await it.messages()).toHaveLength(30)
    expect(await it.days(it.coOptee.id)).toEqual([])
    expect(await it.days(it.substitutes[0].id)).toEqual([])
  })

  test('ask with the answer in place, and say what was answered once it is', async () => {
    const it = await stage()
    await it.tickAt('2017-09-13T09:00')
    const asked = await it.said(it.member.id)
    expect(asked).toContain('*Wellbeing &amp; Care Scrutiny Committee, Wednesday 20 September 2017, 10 am*')
    expect(asked).toContain('[I’ll be there] [Send apologies]')
    expect(asked).toContain('[Fewer reminders]')
    await it.sendAll()
    await it.coming(it.member.id, it.meetingId)
    const message = (await it.messages()).find(({ subject }) => subject === it.member.id)
    // Its edit is on the way.
    expect([message?.state, message?.wanted]).toEqual(['pending', 2])
    expect(await it.said(it.member.id)).toContain('You will be there.')
    expect(await it.said(it.member.id)).not.toContain('[I’ll be there]')
  })

  test('go to nobody who has answered, between the tick and the sending too', async () => {
    const it = await stage()
    await it.coming(it.member.id, it.meetingId)
    await it.away(it.chair.id, it.meetingId)
    expect(await it.tickAt('2017-09-13T09:00')).toBe(8)
    expect([await it.days(it.member.id), await it.days(it.chair.id)]).toEqual([[], []])
    await it.away(it.anotherMember.id, it.meetingId)
    expect(await it.said(it.anotherMember.id)).toBe('dropped: answered')
  })

  test('nudge nobody about a meeting that is cancelled, before the sending too', async () => {
    const it = await stage()
    await it.tickAt('2017-09-13T09:00')
    await it.prisma.meeting.update({ where: { id: it.meetingId }, data: { state: 'cancelled' } })
    expect(await it.said(it.member.id)).toBe('dropped: answered')
    expect(await it.tickAt('2017-09-18T09:00')).toBe(0)
    await it.prisma.meeting.update({ where: { id: it.meetingId }, data: { state: 'postponed' } })
    expect(await it.tickAt('2017-09-19T09:00')).toBe(0)
  })

  test('begin anew for another day, but stay three in all', async () => {
    const it = await stage()
    await it.tickAt('2017-09-13T09:00')
    await it.tickAt('2017-09-18T09:00')
    await it.sendAll()
    const { version } = await it.prisma.meeting.findUniqueOrThrow({ where: { id: it.meetingId } })
    const changed = await changeMeeting(it.house, {
      by: it.clerk.id,
      meetingId: it.meetingId,
      version,
      change: { to: 'scheduled', date: '2017-10-04', startTime: '10:00', venue: '', reason: '' },
    })
    expect(changed.ok).toBe(true)
    // What stands asks about the new day.
    expect(await it.said(it.member.id)).toContain('Wednesday 4 October 2017')
    expect(await it.tickAt('2017-09-20T09:00')).toBe(0)
    expect(await it.tickAt('2017-09-27T09:00')).toBe(10)
    expect(await it.tickAt('2017-10-02T09:00')).toBe(0)
    expect(await it.days(it.member.id)).toEqual(['2017-09-13', '2017-09-18', '2017-09-27'])
  })

  test('never come on the day on which the papers are published', async () => {
    const it = await stage()
    it.goTo('2017-09-13T09:30')
    await publishPack(it.house, publishing(it))
    expect(await it.tickAt('2017-09-13T09:31')).toBe(0)
    expect(await it.tickAt('2017-09-14T09:00')).toBe(0)
    expect(await it.tickAt('2017-09-18T09:00')).toBe(10)
  })

  test('that were missed are caught up with once; what is over is skipped, with a line in the log', async () => {
    const it = await stage()
    expect(await it.tickAt('2017-09-15T11:11')).toBe(10)
    expect(await it.slots(it.member.id)).toEqual(['attendance 2017-09-20/5 sent'])
    const other = await stage()
    expect(await other.tickAt('2017-09-19T15:00')).toBe(10)
    expect((await other.slots(other.member.id)).sort()).toEqual([
      'attendance 2017-09-20/2 sent',
      'attendance 2017-09-20/5 skipped',
    ])
    expect(other.logged.filter(({ msg }) => String(msg).startsWith('reminders were skipped'))).toMatchObject([
      { skipped: [{ kind: 'attendance', subject: other.meetingId, slot: '2017-09-20/5', people: 10 }] },
    ])
  })

  test('leave members alone while one of their meetings sits', async () => {
    const it = await stage()
    // Its fifth working day is the day of the first.
    await it.meeting('2017-09-27')
    for (const { id } of onSlack(it)) await it.coming(id, it.meetingId)
    it.goTo('2017-09-20T08:30')
    expect(await it.tickAt('2017-09-20T10:30')).toBe(0)
    expect(await it.tickAt('2017-09-20T12:00')).toBe(10)
  })

  test('come in one message a day for all meetings together', async () => {
    const it = await stage()
    await it.meeting('2017-09-20', it.second.committee.id)
    await it.prisma.seatOccupancy.updateMany({
      where: { personId: it.second.member.id },
      data: { personId: it.member.id },
    })
    await it.tickAt('2017-09-13T09:00')
    expect(await it.days(it.member.id)).toEqual(['2017-09-13'])
    const said = await it.said(it.member.id)
    expect(said).toContain('Wellbeing &amp; Care Scrutiny Committee')
    expect(said).toContain('Places and Growth Scrutiny Committee')
    expect(said.match(/\[I’ll be there\]/g)).toHaveLength(2)
  })

  test('are fewer for whoever wants fewer: only the last; and the choice is undone as easily', async () => {
    const it = await stage()
    await it.tickAt('2017-09-13T09:00')
    await it.sendAll()
    for (let press = 0; press < 2; press += 1)
      await chooseHowMany(it.house, { by: it.member.id, fewer: true, day: '2017-09-13' })
    expect(await it.said(it.member.id)).toContain('[The usual reminders]')
    expect(await it.tickAt('2017-09-18T09:00')).toBe(9)
    expect(await it.tickAt('2017-09-20T09:00')).toBe(10)
    expect(await it.days(it.member.id)).toEqual(['2017-09-13', '2017-09-20'])
    await chooseHowMany(it.house, { by: it.member.id, fewer: false, day: '2017-09-20' })
    expect(await it.said(it.member.id)).toContain('[Fewer reminders]')
    const audited = await it.prisma.auditEntry.findMany({
      where: { councilId: it.id },
      orderBy: { id: 'asc' },
    })
    expect(audited.filter(({ canonical }) => canonical.includes('reminders.fewer'))).toHaveLength(2)
  })

  test('keep their hour when the clocks change', async () => {
    const it = await reminding(database())
    // The clocks went back on Sunday 29 October 2017: nine o'clock was 8:00 UTC on the Friday, 9:00 on the Monday.
    const autumn = await it.prisma.meeting.create({
      data: {
        councilId: it.id,
        committeeId: it.committee.id,
        date: columnOfDate('2017-10-31'),
        startTime: '10:00',
        startsAt: new Date('2017-10-31T10:00:00Z'),
        endsAt: new Date('2017-10-31T12:00:00Z'),
      },
    })
    const at = (instant: string) => {
      it.clock.advance({ milliseconds: Date.parse(instant) - it.clock.now().epochMilliseconds })
      return it.tick()
    }
    expect(await at('2017-10-24T07:59:00Z')).toBe(0)
    expect(await at('2017-10-24T08:00:00Z')).toBe(10)
    expect(await at('2017-10-27T08:00:00Z')).toBe(10)
    expect(await at('2017-10-31T08:30:00Z')).toBe(0)
    expect(await at('2017-10-31T09:00:00Z')).toBe(10)
    await it.prisma.meeting.delete({ where: { id: autumn.id } })
    // Forward on Sunday 25 March 2018.
    await it.meeting('2018-03-27')
    expect(await at('2018-03-20T08:59:00Z')).toBe(0)
    expect(await at('2018-03-20T09:00:00Z')).toBe(10)
    expect(await at('2018-03-23T09:00:00Z')).toBe(10)
    expect(await at('2018-03-27T07:59:00Z')).toBe(0)
    expect(await at('2018-03-27T08:00:00Z')).toBe(10)
  })

  test('follow what a clerk sets, and end where they are switched off', async () => {
    const it = await stage()
    const policy = { councilId: it.id, committeeId: it.committee.id, kind: 'members' }
    const by = { changedById: it.clerk.id, changedAt: new Date() }
    const { id } = await it.prisma.reminderPolicy.create({ data: { ...policy, ...by, days: [3] } })
    expect(await it.tickAt('2017-09-14T09:00')).toBe(0)
    expect(await it.tickAt('2017-09-15T09:00')).toBe(10)
    await it.prisma.reminderPolicy.update({ where: { id }, data: { days: [3, 1] } })
    await it.prisma.reminderPolicy.update({ where: { id }, data: { active: false } })
    expect(await it.tickAt('2017-09-19T09:00')).toBe(0)
  })

  test('of one council say nothing of another, nor use up its day', async () => {
    const it = await stage()
    const theirs = await inventCouncil(database())
    await theirs.meeting()
    expect(await it.tickAt('2017-09-13T09:00')).toBe(10)
    expect(await remind(theirs.house)).toBe(0)
    theirs.clock.advance({ hours: 24 * 7 })
    expect(await remind(theirs.house)).toBe(10)
    expect(await it.prisma.reminderBundle.count({ where: { councilId: it.id } })).toBe(10)
  })
})
