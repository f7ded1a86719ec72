import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { changeMeeting } from '../../src/meetings/change-meeting.ts'
import type { WantedMeeting } from '../../src/meetings/change-rules.ts'
import { answerDuty } from '../../src/meetings/duty-answer.ts'
import { reviseReport } from '../../src/meetings/report-revise.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { publishing } from '../publications/draft.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { asking, BUS } from './asking.ts'

// The invented council begins on Wednesday 6 September 2017, 9 am; the meeting is on the 20th.
describeWithDatabase('Reports before a pack', (database) => {
  const revision = { owners: {}, days: {}, done: {}, dropped: false }
  type Stage = Awaited<ReturnType<typeof asking>>

  async function change(it: Stage, change: WantedMeeting) {
    const { version } = await it.council.ground.prisma.meeting.findUniqueOrThrow({
      where: { id: it.meetingId },
    })
    const outcome = await changeMeeting(it.house, {
      by: it.clerk.id,
      meetingId: it.meetingId,
      version,
      change: { ...change, reason: '' },
    })
    expect(outcome.ok).toBe(true)
  }
  const on = (date: string) =>
    ({ to: 'scheduled', date, startTime: '10:00', venue: 'Committee Room 2' }) as const

  describe('asking', () => {
    test('gives each step its day by the lead times; one that is over already is due at once', async () => {
      const it = await asking(database())
      expect((await it.ask({ clearer: it.director })).ok).toBe(true)
      // 15 and 10 working days before are the 30th of August and the 6th of September.
      expect(await it.owed()).toEqual([
        'draft Imogen Sallow 2017-09-06',
        'final Imogen Sallow 2017-09-06',
        'clearance Bertram Quince 2017-09-08',
      ])
    })

    test('is one message to each person, five minutes later, however many reports there are', async () => {
      const it = await asking(database())
      await it.ask({ clearer: it.director })
      await it.ask({ title: 'Winter plan', clearer: it.author })
      expect(await it.wanted('report-duties')).toEqual([
        expect.objectContaining({ to: it.author.id, dueAt: '2017-09-06T08:05:00.000Z' }),
        expect.objectContaining({ to: it.director.id }),
      ])
      expect(await it.wanted('report-line')).toEqual([])
      const said = await it.said('report-duties', it.author.id)
      expect(said).toContain(
        '*What you are asked for before the meeting on Wednesday 20 September 2017, 10 am*',
      )
      expect(said).toContain('*Winter plan*\n:white_large_square: Draft: due Wed 6 Sep')
      expect(said).toContain('Final text: due Wed 6 Sep: 10 working days before the meeting')
      expect(said).toContain('[Draft: done] [Late because…]')
      expect(said).not.toContain('Bertram')
      expect(await it.said('report-duties', it.director.id)).not.toContain('Winter plan')
    })

    test('for more, after somebody was asked, is one new line a day', async () => {
      const it = await asking(database())
      await it.ask()
      await it.sendAll()
      await it.ask({ title: 'Winter plan' })
      await it.ask({ title: 'Budget monitoring' })
      expect(await it.wanted('report-line')).toEqual([
        expect.objectContaining({ to: it.author.id, slot: 'day 2017-09-06' }),
      ])
      expect(await it.said('report-line', it.author.id)).toContain('Budget monitoring')
    })

    test('for the same report twice is refused, and by anybody but its clerks', async () => {
      const it = await asking(database())
      await it.ask()
      expect(await it.ask({ title: 'bus services in the  North' })).toMatchObject({
        refusal: { code: 'asked-already' },
      })
      expect(await it.ask({ title: 'Other', by: it.council.second.clerk })).toMatchObject({
        refusal: { code: 'not-a-clerk' },
      })
      expect(await it.owed()).toHaveLength(2)
    })

    test('two clerks at once for one report ask once', async () => {
      const it = await asking(database())
      const outcomes = await Promise.all([it.ask(), it.ask({ by: it.council.otherClerk })])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await it.owed()).toHaveLength(2)
    })

    test('nobody without Slack gets a message, and no title reaches the audit trail', async () => {
      const it = await asking(database())
      await it.ask({ author: it.withoutSlack })
      expect(await it.wanted('report-duties')).toEqual([])
      expect(await it.wanted('report-list')).toHaveLength(1)
      const audited = await it.audited()
      expect(audited.filter((entry) => entry.includes('report.asked'))).toHaveLength(2)
      expect(audited.join()).not.toContain('Bus services')
    })
  })

  describe('answering', () => {
    test('*Done* is done, once, and the next step is asked for', async () => {
      const it = await asking(database())
      await it.ask()
      await it.sendAll()
      const { id: dutyId } = await it.duty('draft')
      for (const _ of [1, 2])
        expect(
          await answerDuty(it.house, { by: it.author.id, dutyId, answer: { kind: 'done' } }),
        ).toMatchObject({
          ok: true,
        })
      expect((await it.owed())[0]).toBe('draft Imogen Sallow 2017-09-06 done')
      const said = await it.said('report-duties', it.author.id)
      expect(said).toContain(':white_check_mark: Draft: done at 09:00 on Wed 6 Sep')
      expect(said).toContain('[Final text: done]')
      expect((await it.audited()).filter((entry) => entry.includes('report.done'))).toHaveLength(1)
      expect(await it.said('report-list', it.council.committee.clerksChannelId)).toContain('*1 of 1* lacks')
    })

    test('*Late because…* tells the clerks in one line why and when, and nobody else', async () => {
      const it = await asking(database())
      await it.ask()
      const { id: dutyId } = await it.duty('draft')
      const late = (expectedOn: string, by = it.author.id) =>
        answerDuty(it.house, {
          by,
          dutyId,
          answer: { kind: 'late', reason: 'Figures <!channel>', expectedOn },
        })
      expect(await late('2017-09-05')).toMatchObject({ refusal: { code: 'past-day' } })
      expect(await late('2017-09-21')).toMatchObject({ refusal: { code: 'after-meeting' } })
      expect(await late('2017-09-11', it.director.id)).toMatchObject({
        refusal: { code: 'asked-of-another', name: 'Imogen Sallow' },
      })
      expect((await late('2017-09-11')).ok).toBe(true)
      const channel = it.council.committee.clerksChannelId
      expect(await it.said('report-late', channel)).toContain(
        'Imogen Sallow expects it by Monday 11 September 2017 (due Wed 6 Sep): Figures &lt;!channel&gt;',
      )
      expect((await it.wanted('report-late')).map(({ to }) => to)).toEqual([`channel:${channel}`])
      expect((await it.audited()).join()).not.toContain('Figures')
      // There after all: the line says so.
      await it.sendAll()
      await answerDuty(it.house, { by: it.author.id, dutyId, answer: { kind: 'done' } })
      expect(await it.said('report-late', channel)).toContain('It was late, and is there')
    })

    test('what is not needed any more, and what somebody else owes now, cannot be answered', async () => {
      const it = await asking(database())
      await it.ask()
      const { id: dutyId } = await it.duty('draft')
      const act = { by: it.clerk.id, meetingId: it.meetingId, title: BUS }
      await reviseReport(it.house, { ...act, revision: { ...revision, dropped: true } })
      expect(
        await answerDuty(it.house, { by: it.author.id, dutyId, answer: { kind: 'done' } }),
      ).toMatchObject({ refusal: { code: 'not-needed' } })
      expect(await it.said('report-duties', it.author.id)).toBe('dropped: not-needed')
      await it.sendAll()
      expect(await it.said('report-duties', it.author.id)).toContain('Nothing is asked of you any more')
      // Asked for anew, it is a new question.
      expect((await it.ask({ author: it.director })).ok).toBe(true)
      expect(await it.owed()).toEqual(['draft Bertram Quince 2017-09-06', 'final Bertram Quince 2017-09-06'])
    })
  })

  describe('revising', () => {
    test('hands on to another person, who is asked; the one before is told in one line', async () => {
      const it = await asking(database())
      await it.ask()
      await it.sendAll()
      const outcome = await reviseReport(it.house, {
        by: it.clerk.id,
        meetingId: it.meetingId,
        title: BUS,
        revision: { ...revision, owners: { draft: it.director.id, final: it.director.id } },
      })
      expect(outcome.ok).toBe(true)
      expect((await it.wanted('report-duties')).map(({ to }) => to)).toEqual([it.author.id, it.director.id])
      expect((await it.wanted('report-line')).map(({ to }) => to)).toEqual([it.author.id])
    })

    test('sets a day by hand, not one after the meeting, and says what it would be', async () => {
      const it = await asking(database())
      await it.ask()
      const revise = (final: string) =>
        reviseReport(it.house, {
          by: it.clerk.id,
          meetingId: it.meetingId,
          title: BUS,
          revision: { ...revision, days: { final } },
        })
      expect(await revise('2017-09-21')).toMatchObject({
        refusal: { code: 'day-after-meeting', step: 'final' },
      })
      expect((await revise('2017-09-13')).ok).toBe(true)
      expect(await it.said('report-duties', it.author.id)).toContain(
        'Final text: due Wed 13 Sep, set by the clerk; Wed 6 Sep would be 10 working days before the meeting',
      )
    })

    test('marks done on somebody’s behalf, and that is shown', async () => {
      const it = await asking(database())
      await it.ask({ author: it.withoutSlack })
      const act = { by: it.clerk.id, meetingId: it.meetingId, title: BUS }
      await reviseReport(it.house, { ...act, revision: { ...revision, done: { draft: true } } })
      const channel = it.council.committee.clerksChannelId
      expect(await it.said('report-list', channel)).toContain(
        'Draft: Petra Nightingale (not on Slack), done at 09:00 on Wed 6 Sep, entered by Ms Ines Penhaligon',
      )
      expect((await it.audited()).join()).toContain('"relayed":true')
      await reviseReport(it.house, { ...act, revision: { ...revision, done: { draft: false } } })
      expect((await it.owed())[0]).toBe('draft Petra Nightingale 2017-09-06')
    })
  })

  describe('when the meeting changes', () => {
    test('the days move with it, one set by hand keeps its distance, and each is told once', async () => {
      const it = await asking(database())
      await it.ask({ clearer: it.director })
      await reviseReport(it.house, {
        by: it.clerk.id,
        meetingId: it.meetingId,
        title: BUS,
        revision: { ...revision, days: { final: '2017-09-18' }, done: { draft: true } },
      })
      await it.sendAll()
      await change(it, on('2017-10-18'))
      expect(await it.owed()).toEqual([
        'draft Imogen Sallow 2017-09-06 done',
        'final Imogen Sallow 2017-10-16',
        'clearance Bertram Quince 2017-10-06',
      ])
      expect((await it.wanted('report-line')).map(({ to, slot }) => [to, slot])).toEqual([
        [it.author.id, 'change 1'],
        [it.director.id, 'change 1'],
      ])
      expect(await it.said('report-line', it.director.id)).toMatch(
        /The meeting is now on Wednesday 18 October 2017[\s\S]*Clearance: due Fri 6 Oct/,
      )
    })

    test('cancelled or postponed, nothing is due; restored, it is again', async () => {
      const it = await asking(database())
      await it.ask()
      await it.sendAll()
      await change(it, { to: 'cancelled' })
      expect(await it.said('report-line', it.author.id, 'change 1')).toContain('nothing is due from you')
      expect(await it.said('report-duties', it.author.id)).not.toContain('[')
      expect(await it.ask({ title: 'Other' })).toMatchObject({ refusal: { code: 'not-ahead' } })
      const { id: dutyId } = await it.duty('draft')
      expect(
        await answerDuty(it.house, { by: it.author.id, dutyId, answer: { kind: 'done' } }),
      ).toMatchObject({ refusal: { code: 'not-ahead' } })
      await it.sendAll()
      await change(it, on('2017-09-20'))
      expect(await it.said('report-line', it.author.id, 'change 2')).toContain('takes place after all')
      expect(await it.said('report-duties', it.author.id)).toContain('[Draft: done]')
    })

    test('another room tells nobody anything', async () => {
      const it = await asking(database())
      await it.ask()
      await it.sendAll()
      await change(it, { ...on('2017-09-20'), venue: 'Council Chamber' })
      expect(await it.wanted('report-line')).toEqual([])
    })

    test('an answer that it comes late is asked for afresh when it is in time now', async () => {
      const it = await asking(database())
      await it.ask()
      const { id: dutyId } = await it.duty('draft')
      const answer = { kind: 'late' as const, reason: 'Figures', expectedOn: '2017-09-11' }
      await answerDuty(it.house, { by: it.author.id, dutyId, answer })
      await change(it, on('2017-10-18'))
      expect((await it.owed())[0]).toBe('draft Imogen Sallow 2017-09-27')
    })
  })

  test('the clerks’ list says who owes what, and that the papers are out', async () => {
    const it = await asking(database())
    await it.ask({ clearer: it.director })
    const channel = it.council.committee.clerksChannelId
    it.council.clock.advance(Temporal.Duration.from({ hours: 24 * 3 }))
    expect(await it.said('report-list', channel)).toContain(
      ':warning: Draft: Imogen Sallow, was due Wed 6 Sep; Wed 30 Aug would be 15 working days before the meeting',
    )
    await publishPack(it.house, publishing(it.council))
    expect(await it.said('report-list', channel)).toContain('nobody is reminded of reports any more')
  })
})
