import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { officesOf } from '../../src/meetings/duty-rows.ts'
import { draftMinutes } from '../../src/minutes/draft-minutes.ts'
import { dayAfter, draftStepAtHand } from '../../src/reminders/draft-rules.ts'
import { reminderKinds } from '../../src/reminders/kinds.ts'
import { remind } from '../../src/reminders/remind.ts'
import { itemTaken } from '../sitting/item-stage.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { bundleSaid } from './reminding.ts'

const kinds = reminderKinds.filter(({ id }) => id === 'drafts')

// The meeting is on Wednesday 20 September 2017: five working days after it is Wednesday the 27th, ten are
// Wednesday 4 October.
describeWithDatabase('while the minutes of a meeting that is over are not drafted', (database) => {
  const stage = async () => {
    const it = await itemTaken(database())
    const goTo = (local: string) => {
      const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
      it.clock.advance(it.clock.now().until(at))
      return remind(it.house, kinds)
    }
    const slots = async () => {
      const rows = await it.prisma.reminderSlot.findMany({
        where: { councilId: it.id, kind: 'drafts', personId: it.clerk.id },
        orderBy: { at: 'asc' },
      })
      return rows.map(({ slot, outcome }) => `${slot} ${outcome}`).sort()
    }
    return { ...it, goTo, slots }
  }

  test('its clerks are reminded five and ten working days after it, once each, in office hours', async () => {
    const it = await stage()
    await it.change('closed')
    const clerks = await it.prisma.committeeRole.count({
      where: {
        councilId: it.id,
        committeeId: it.committee.id,
        duty: 'clerk',
        person: { slackUserId: { not: null } },
      },
    })
    const fresh: number[] = []
    for (const local of [
      '2017-09-26T16:59',
      '2017-09-27T08:59',
      '2017-09-27T09:00',
      '2017-09-27T09:01',
      '2017-10-03T12:00',
      '2017-10-04T09:00',
      '2017-10-05T09:00',
      '2017-12-06T09:00',
    ])
      fresh.push(await it.goTo(local))
    expect(fresh).toEqual([0, 0, clerks, 0, 0, clerks, 0, 0])
    expect(clerks).toBeGreaterThan(0)
    expect(await it.slots()).toEqual(['2017-09-20/10 sent', '2017-09-20/5 sent'])
  })

  test('one that was missed is caught up with once, and the earlier one skipped', async () => {
    const it = await stage()
    await it.change('closed')
    expect(await it.goTo('2017-10-06T10:00')).toBeGreaterThan(0)
    expect(await it.slots()).toEqual(['2017-09-20/10 sent', '2017-09-20/5 skipped'])
  })

  test('nobody is, while it sits or once it is reopened, drafted, or switched off', async () => {
    const it = await stage()
    expect(await it.goTo('2017-09-27T09:00')).toBe(0)
    const drafted = await stage()
    await drafted.change('closed')
    await draftMinutes(drafted.house, { by: drafted.clerk.id, meetingId: drafted.meetingId })
    expect(await drafted.goTo('2017-09-27T09:00')).toBe(0)
    const again = await stage()
    await again.change('closed')
    again.clock.advance({ minutes: 1 })
    await again.change('reopened')
    expect(await again.goTo('2017-09-27T09:00')).toBe(0)
    const off = await stage()
    await off.change('closed')
    await off.prisma.reminderPolicy.create({
      data: {
        councilId: off.id,
        committeeId: off.committee.id,
        kind: 'drafts',
        active: false,
        days: [10, 5],
        changedById: off.clerk.id,
        changedAt: new Date(),
      },
    })
    expect(await off.goTo('2017-09-27T09:00')).toBe(0)
  })

  test('the message opens the minutes in place, and says so once they are drafted', async () => {
    const it = await stage()
    await it.change('closed')
    await it.goTo('2017-09-27T09:00')
    const said = (personId: string) => bundleSaid(it, personId)
    expect(await said(it.clerk.id)).toContain('no draft of its minutes yet')
    expect(await said(it.clerk.id)).toContain('[Open the minutes]')
    await it.prisma.outboxMessage.updateMany({
      where: { councilId: it.id, kind: 'reminders' },
      data: { state: 'sent', sentAt: new Date(), slackChannel: 'D1', slackTs: '1.0' },
    })
    await draftMinutes(it.house, { by: it.clerk.id, meetingId: it.meetingId })
    expect(await said(it.clerk.id)).toContain('The minutes of this meeting are drafted.')
    const edited = await it.prisma.outboxMessage.findFirst({
      where: { councilId: it.id, kind: 'reminders', recipient: `person:${it.clerk.id}` },
    })
    expect([edited?.state, edited?.wanted]).toEqual(['pending', 2])
  })

  test('the days leave out weekends and holidays, and say which', async () => {
    const it = await stage()
    const offices = await officesOf(it.house)
    const ended = Temporal.PlainDate.from('2017-12-20')
    const { day, leftOut, covered } = dayAfter(ended, 5, offices)
    // Christmas Day and Boxing Day were a Monday and a Tuesday.
    expect([day.toString(), covered]).toEqual(['2017-12-29', true])
    expect(leftOut.map(({ date }) => date.toString())).toEqual([
      '2017-12-23',
      '2017-12-24',
      '2017-12-25',
      '2017-12-26',
    ])
    const step = (today: string) =>
      draftStepAtHand(ended, [10, 5], { today: Temporal.PlainDate.from(today), offices })
    expect(step('2017-12-28')).toBeUndefined()
    expect(step('2017-12-29')).toEqual({ lead: 5, passed: [], isLast: false })
    expect(step('2018-01-31')).toEqual({ lead: 10, passed: [5], isLast: true })
  })
})
