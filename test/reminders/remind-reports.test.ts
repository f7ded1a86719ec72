import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { answerDuty } from '../../src/meetings/duty-answer.ts'
import { askForReport } from '../../src/meetings/report-ask.ts'
import { reviseReport } from '../../src/meetings/report-revise.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { reminderKinds } from '../../src/reminders/kinds.ts'
import { remind } from '../../src/reminders/remind.ts'
import { asking, BUS } from '../meetings/asking.ts'
import { publishing } from '../publications/draft.ts'
import { describeWithDatabase } from '../support/databases.ts'

// The invented council begins on Wednesday 6 September 2017; the meeting is on Wednesday the 20th.
const reports = reminderKinds.filter(({ id }) => id === 'reports')

describeWithDatabase('reminders of reports', (database) => {
  async function stage() {
    const it = await asking(database())
    const goTo = async (local: string) => {
      const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
      it.council.clock.advance(it.council.clock.now().until(at))
      return remind(it.house, reports)
    }
    return { ...it, goTo }
  }
  const days = async (it: Awaited<ReturnType<typeof stage>>) =>
    (await it.wanted('reminders')).map(({ to, slot }) => [to, slot])

  test('come in working hours only, one a day, three a meeting, and end', async () => {
    const it = await stage()
    await it.ask()
    const fresh: number[] = []
    for (const local of [
      '2017-09-06T10:00',
      '2017-09-07T08:59',
      '2017-09-07T09:00',
      '2017-09-07T09:01',
      '2017-09-07T16:59',
      '2017-09-08T17:00',
      '2017-09-09T10:00',
      '2017-09-11T09:00',
      '2017-09-12T09:00',
      '2017-09-19T09:00',
    ])
      fresh.push(await it.goTo(local))
    // Asked on the 6th for that day, both steps call once more on the 7th; then nothing is left to say.
    expect(fresh).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    expect(await days(it)).toEqual([[it.author.id, '2017-09-07']])
  })

  test('gather what is due for several meetings, each with its answer in place', async () => {
    const it = await stage()
    await it.ask()
    const second = await it.council.meeting('2017-09-21', it.council.second.committee.id)
    await askForReport(it.house, {
      by: it.council.second.clerk.id,
      meetingId: second,
      title: 'Winter plan',
      owners: { draft: it.author.id, final: it.author.id },
    })
    expect(await it.goTo('2017-09-07T09:00')).toBe(1)
    const said = await it.said('reminders', it.author.id)
    expect(said).toContain('For Wellbeing &amp; Care Scrutiny Committee, Wednesday 20 September 2017')
    expect(said).toContain('For Places and Growth Scrutiny Committee, Thursday 21 September 2017')
    expect(said.match(/\[Late because…\]/g)).toHaveLength(2)
  })

  test('never mention what is answered, and say so once they are sent', async () => {
    const it = await stage()
    await it.ask({ clearer: it.director })
    const draft = await it.duty('draft')
    const final = await it.duty('final')
    await answerDuty(it.house, { by: it.author.id, dutyId: draft.id, answer: { kind: 'done' } })
    const late = { kind: 'late' as const, reason: 'Figures', expectedOn: '2017-09-12' }
    await answerDuty(it.house, { by: it.author.id, dutyId: final.id, answer: late })
    // The director's clearance is due on Friday the 8th.
    expect(await it.goTo('2017-09-07T10:00')).toBe(1)
    expect(await days(it)).toEqual([[it.director.id, '2017-09-07']])
    await it.sendAll()
    const { id: dutyId } = await it.duty('clearance')
    await answerDuty(it.house, { by: it.director.id, dutyId, answer: { kind: 'done' } })
    expect(await it.said('reminders', it.director.id)).toContain('What was due here is answered')
    expect(await it.goTo('2017-09-11T10:00')).toBe(0)
  })

  test('answered between the tick and the sending, are not sent; nor out of hours', async () => {
    const it = await stage()
    await it.ask()
    await it.goTo('2017-09-07T16:59')
    expect(await it.said('reminders', it.author.id)).toContain('what is due from you')
    await it.goTo('2017-09-07T17:05')
    expect(await it.said('reminders', it.author.id)).toBe('dropped: out-of-hours')
    for (const step of ['draft', 'final']) {
      const { id: dutyId } = await it.duty(step)
      await answerDuty(it.house, { by: it.author.id, dutyId, answer: { kind: 'done' } })
    }
    expect(await it.said('reminders', it.author.id)).toBe('dropped: answered')
  })

  test('keep away on a holiday that was added, and on a closure', async () => {
    const it = await stage()
    await it.ask()
    await it.council.ground.prisma.addedDay.createMany({
      data: [
        { councilId: it.council.id, date: columnOfDate('2017-09-07'), name: 'Mourning', kind: 'holiday' },
        { councilId: it.council.id, date: columnOfDate('2017-09-08'), name: 'Staff day', kind: 'closure' },
      ],
    })
    expect(await it.goTo('2017-09-07T10:00')).toBe(0)
    expect(await it.goTo('2017-09-08T10:00')).toBe(0)
    expect(await it.goTo('2017-09-11T10:00')).toBe(1)
  })

  test('end for reports with publishing, not for the Chair’s briefing', async () => {
    const it = await stage()
    await it.ask()
    await askForReport(it.house, {
      by: it.clerk.id,
      meetingId: it.meetingId,
      title: '',
      owners: { briefing: it.director.id },
    })
    await publishPack(it.house, publishing(it.council))
    expect(await it.goTo('2017-09-07T10:00')).toBe(0)
    // 3 working days before the meeting is Friday the 15th.
    expect(await it.goTo('2017-09-14T10:00')).toBe(1)
    expect(await it.said('reminders', it.director.id)).toContain('Chair’s briefing: due Fri 15 Sep')
  })

  test('follow the day that a clerk sets, and the person who is asked instead', async () => {
    const it = await stage()
    await it.ask()
    await reviseReport(it.house, {
      by: it.clerk.id,
      meetingId: it.meetingId,
      title: BUS,
      revision: {
        owners: { draft: it.director.id, final: it.director.id },
        days: { draft: '2017-09-12', final: '2017-09-14' },
        done: {},
        dropped: false,
      },
    })
    expect(await it.goTo('2017-09-08T10:00')).toBe(0)
    expect(await it.goTo('2017-09-11T10:00')).toBe(1)
    expect(await days(it)).toEqual([[it.director.id, '2017-09-11']])
  })

  test('stay silent about a meeting that is cancelled, and come once when two processes tick at once', async () => {
    const it = await stage()
    await it.ask()
    await it.goTo('2017-09-07T08:00')
    it.council.clock.advance(Temporal.Duration.from({ hours: 2 }))
    const { prisma } = it.council.ground
    await prisma.meeting.update({ where: { id: it.meetingId }, data: { state: 'cancelled' } })
    expect(await remind(it.house, reports)).toBe(0)
    await prisma.meeting.update({ where: { id: it.meetingId }, data: { state: 'scheduled' } })
    const both = await Promise.all([remind(it.house, reports), remind(it.house, reports)])
    expect(both[0] + both[1]).toBe(1)
    expect(await days(it)).toHaveLength(1)
  })
})
