import { describe, expect, test, vi } from 'vitest'
import { stopWatching } from '../../src/connectors/watch-committee.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { meetingOf, modernGov } from './modern-gov-site.ts'
import { lookingAt, NEXT, watch, watching } from './watching.ts'

const page = (address: string, id = NEXT.id) => `${address}ieListDocuments.aspx?CId=144&MId=${id}&Ver=4`

describeWithDatabase('a watched committee', (database) => {
  const started = (...args: Parameters<typeof watching> extends [unknown, ...infer Rest] ? Rest : never) =>
    watching(database(), ...args)

  test('a meeting that is not here yet is proposed once, however often it is seen', async () => {
    const { tick, later, proposals, messages, council } = await started()
    await tick()
    expect(await proposals()).toEqual(['meeting meeting: open'])
    for (const _ of [1, 2, 3]) await later()
    expect(await proposals()).toEqual(['meeting meeting: open'])
    expect(await messages('site-proposals')).toMatchObject([
      { recipient: `channel:${council.committee.clerksChannelId}`, committeeId: council.committee.id },
    ])
    expect(await messages('site-news')).toEqual([])
  })

  test('a meeting that is here already is known by its day, and nothing is asked', async () => {
    const { tick, proposals, council } = await started()
    const meetingId = await council.meeting()
    await tick()
    expect(await proposals()).toEqual([])
    expect(
      await council.ground.prisma.seenMeeting.findMany({ where: { councilId: council.id } }),
    ).toMatchObject([{ siteMeetingId: NEXT.id, meetingId, venue: 'Tide Room, Civic Offices' }])
  })

  test('a pack is proposed instead of its meeting, and what comes after it is a supplement', async () => {
    const { site, tick, later, proposals, messages } = await started()
    const [meeting] = site.meetings
    if (!meeting) throw new Error('no meeting')
    meeting.hasAgenda = true
    meeting.papers.push({ id: 60860, title: "Chair's report", item: '5' })
    meeting.ofWhole.push({ id: 2586, title: 'Public questions' })
    await tick()
    expect(await proposals()).toEqual([`pack ${page(site.address)}: open`])
    meeting.papers.push({ id: 60909, title: 'Budget report', item: '6' })
    meeting.ofWhole.push({ id: 2587, title: 'Supplementary agenda 1' })
    await later()
    expect((await proposals()).slice(1).toSorted()).toEqual([
      'supplement b2587: open',
      'supplement s60909: open',
    ])
    expect(await messages('site-proposals')).toHaveLength(1)
  })

  test('restricted papers are only counted: by their mark, their item, their reason or their title', async () => {
    const { site, tick, proposals, council, watchedId } = await started([
      meetingOf({
        ...NEXT,
        hasAgenda: true,
        papers: [
          { id: 1, title: 'Public report', item: '1' },
          { id: 2, title: 'Secret one', isRestricted: true },
          { id: 3, title: 'Secret two', isItemRestricted: true },
          { id: 4, title: 'Secret three', reason: '3' },
          { id: 5, title: 'Exempt appendix to secret four' },
        ],
      }),
    ])
    await tick()
    site.meetings[0]?.papers.push({ id: 6, title: 'Secret five', isRestricted: true })
    council.clock.advance({ minutes: 15 })
    await tick()
    expect(await proposals()).toHaveLength(1)
    const where = { councilId: council.id }
    const stored = await council.ground.prisma.seenMeeting.findMany({ where: { ...where, watchedId } })
    expect(stored).toMatchObject([{ restricted: 5 }])
    const everything = JSON.stringify([
      stored,
      await council.ground.prisma.siteProposal.findMany({ where }),
      await council.ground.prisma.outboxMessage.findMany({ where }),
      await council.ground.prisma.auditEntry.findMany({ where }),
      council.logged,
    ])
    expect(everything).toContain('Public report')
    expect(everything).not.toMatch(/secret/i)
  })

  test('a cancellation of a meeting that is here is proposed once, and of one that is not, nothing', async () => {
    const { site, council, tick, later, proposals } = await started([
      meetingOf(NEXT),
      meetingOf({ id: 5000, date: '18/10/2017', status: 'Cancelled' }),
    ])
    await council.meeting()
    await tick()
    expect(await proposals()).toEqual([])
    for (const meeting of site.meetings) meeting.status = 'CANCELLED - see website'
    await later()
    await later()
    expect(await proposals()).toEqual(['cancelled cancelled: open'])
    // Taken back before anybody has decided.
    for (const meeting of site.meetings) meeting.status = 'Confirmed'
    await later()
    expect((await proposals())[0]).toBe('cancelled cancelled: dismissed')
  })

  test('cancelled, on after all and cancelled once more is asked about once more; a clerk’s answer holds', async () => {
    const { site, council, tick, later, proposals } = await started()
    await council.meeting()
    await tick()
    const [meeting] = site.meetings
    if (!meeting) throw new Error('no meeting')
    for (const status of ['Cancelled', 'Confirmed', 'Cancelled']) {
      meeting.status = status
      await later()
    }
    expect(await proposals()).toEqual(['cancelled cancelled: open'])
    await council.ground.prisma.siteProposal.updateMany({
      where: { councilId: council.id },
      data: { state: 'dismissed', byId: council.clerk.id },
    })
    for (const status of ['Confirmed', 'Cancelled']) {
      meeting.status = status
      await later()
    }
    expect(await proposals()).toEqual(['cancelled cancelled: dismissed'])
  })

  test('a paper that becomes restricted, or is taken off the site, is forgotten and asked about no more', async () => {
    const { site, council, tick, later, proposals } = await started([meetingOf({ ...NEXT, hasAgenda: true })])
    await tick()
    const [meeting] = site.meetings
    if (!meeting) throw new Error('no meeting')
    meeting.papers.push({ id: 1, title: 'Land at Quay Street', item: '5' })
    meeting.ofWhole.push({ id: 2, title: 'Supplementary agenda' })
    await later()
    meeting.papers = [{ id: 1, title: 'Land at Quay Street', item: '5', isRestricted: true }]
    meeting.ofWhole = []
    await later()
    expect((await proposals()).slice(1).toSorted()).toEqual([
      'supplement b2: dismissed',
      'supplement s1: dismissed',
    ])
    const seen = await council.ground.prisma.seenMeeting.findMany({ where: { councilId: council.id } })
    expect(seen).toMatchObject([{ restricted: 1 }])
    expect(JSON.stringify(seen)).not.toContain('Quay Street')
    // A page that does not come this time takes nothing away.
    meeting.ofWhole.push({ id: 2, title: 'Supplementary agenda' })
    await later()
    site.mood.pages = 'failed'
    await later()
    expect(await proposals()).toContainEqual('supplement b2: open')
  })

  test('watched again after a stop, what nobody has answered is asked again', async () => {
    const { site, council, tick, later, proposals } = await started([meetingOf({ ...NEXT, hasAgenda: true })])
    await tick()
    await stopWatching(council.house, { by: 'operator', committeeId: council.committee.id })
    expect(await proposals()).toEqual([`pack ${page(site.address)}: dismissed`])
    await watch(council, site)
    await later()
    expect(await proposals()).toEqual([`pack ${page(site.address)}: open`])
  })

  test('a meeting that is cancelled here, and on again there, is asked about', async () => {
    const { site, council, tick, later, proposals } = await started([
      meetingOf({ ...NEXT, status: 'Cancelled' }),
    ])
    const id = await council.meeting()
    await council.ground.prisma.meeting.update({
      where: { id, councilId: council.id },
      data: { state: 'cancelled' },
    })
    await tick()
    expect(await proposals()).toEqual([])
    for (const meeting of site.meetings) meeting.status = 'Confirmed; Reinstated'
    await later()
    expect(await proposals()).toEqual(['restored 2017-09-20 10:00: open'])
  })

  test('another day, time or room is proposed, each once; what is done without the button is closed', async () => {
    const { site, council, tick, later, proposals } = await started()
    const id = await council.meeting()
    await tick()
    const [meeting] = site.meetings
    if (!meeting) throw new Error('no meeting')
    Object.assign(meeting, {
      date: '21/09/2017',
      time: '2 pm',
      venue: 'Staithe Room',
      status: 'Confirmed; Rescheduled from 20 September 2017',
    })
    await later()
    await later()
    expect(await proposals()).toEqual(['moved to 2017-09-21 14:00: open', 'moved in Staithe Room: open'])
    await council.ground.prisma.meeting.update({
      where: { id, councilId: council.id },
      data: {
        date: new Date('2017-09-21T00:00:00Z'),
        startTime: '14:00',
        startsAt: new Date('2017-09-21T13:00:00Z'),
        endsAt: new Date('2017-09-21T15:00:00Z'),
      },
    })
    await later()
    expect(await proposals()).toEqual(['moved to 2017-09-21 14:00: taken', 'moved in Staithe Room: open'])
  })

  test('more about a meeting that was asked about comes as one new line, too', async () => {
    const { site, council, tick, later, messages } = await started()
    await tick()
    await council.ground.prisma.outboxMessage.updateMany({
      where: { councilId: council.id },
      data: { state: 'sent', sentAt: new Date(), slackTs: '1.0', shown: 1 },
    })
    for (const meeting of site.meetings) meeting.hasAgenda = true
    await later()
    await later()
    expect(await messages('site-proposals')).toMatchObject([{ wanted: 2, state: 'pending' }])
    expect(await messages('site-news')).toHaveLength(1)
  })

  test('what is asked about a meeting falls away when the meeting is over', async () => {
    const { later, tick, proposals } = await started()
    await tick()
    await later({ hours: 24 * 15 })
    expect(await proposals()).toEqual(['meeting meeting: dismissed'])
  })

  test('without a clerks’ channel each clerk is asked in person', async () => {
    const { council, tick, messages } = await started()
    await council.ground.prisma.committee.update({
      where: { id: council.committee.id, councilId: council.id },
      data: { clerksChannelId: null },
    })
    await tick()
    expect((await messages('site-proposals')).map((it) => it.recipient).toSorted()).toEqual(
      [council.clerk, council.otherClerk].map((it) => `person:${it.id}`).toSorted(),
    )
  })

  describe('survives', () => {
    test('a service that ignores the days that it is asked for and answers with 5,000 rows', async () => {
      const { site, tick, proposals } = await started()
      site.mood.ignoresDays = true
      await tick()
      expect(await proposals()).toEqual(['meeting meeting: open'])
      expect(site.asked[0]).toBe(
        '/mgWebService.asmx/GetMeetings?lCommitteeId=144&sFromDate=06%2F09%2F2017&sToDate=15%2F03%2F2018',
      )
      expect(site.asked.filter((it) => it.includes('GetMeeting?'))).toHaveLength(1)
    })

    test.each(['error-page', 'failed', 'refused', 'missing'] as const)(
      'a service that is switched off (%s): the pages that people read say the same',
      async (service) => {
        const { site, council, tick, later, proposals, messages } = await started()
        site.mood.service = service
        await tick()
        expect(await proposals()).toEqual(['meeting meeting: open'])
        const [meeting] = site.meetings
        if (!meeting) throw new Error('no meeting')
        meeting.hasAgenda = true
        meeting.papers.push({ id: 1, title: 'Report', item: '5' })
        await later()
        meeting.papers.push({ id: 2, title: 'Late report', item: '6' })
        await later()
        // The service comes back: its papers are those of the page.
        site.mood.service = 'on'
        await later()
        expect(await proposals()).toEqual([
          'meeting meeting: open',
          `pack ${page(site.address)}: open`,
          'supplement s2: open',
        ])
        expect(await messages('site-trouble')).toEqual([])
        const where = { councilId: council.id }
        const [seen] = await council.ground.prisma.seenMeeting.findMany({ where })
        expect(seen).toMatchObject({ venue: 'Tide Room, Civic Offices', time: '10.00 am' })
      },
    )

    test('titles that are escaped twice, links by http and links that lead elsewhere', async () => {
      const { site, tick, later, council } = await started([meetingOf({ ...NEXT, hasAgenda: true })])
      await tick()
      site.meetings[0]?.papers.push(
        { id: 1, title: "Chair's & Vice Chair's report", item: '5' },
        { id: 2, title: 'Elsewhere', url: 'https://evil.example/report.pdf' },
        { id: 3, title: 'By its other name', url: 'https://underfell.example/mgConvert2PDF.aspx?ID=3' },
      )
      await later()
      const [seen] = await council.ground.prisma.seenMeeting.findMany({ where: { councilId: council.id } })
      expect(seen?.papers).toMatchObject([
        { key: 'agenda' },
        {
          key: 's1',
          title: "Chair's & Vice Chair's report",
          address: `${site.address}mgConvert2PDF.aspx?ID=1`,
        },
        { key: 's3', address: `${site.address}mgConvert2PDF.aspx?ID=3` },
      ])
    })
  })

  describe('when its site cannot be looked at', () => {
    test('a shield is told once, with a reference that is in the log; nothing when it works again', async () => {
      const { site, council, tick, later, watched, messages } = await started()
      Object.assign(site.mood, { service: 'refused', pages: 'refused' })
      await tick()
      const { reference } = await watched()
      expect(await watched()).toMatchObject({ failures: 1, problem: 'refuses-programs 403' })
      expect(await messages('site-trouble')).toMatchObject([{ slot: reference, state: 'pending' }])
      expect(council.logged).toContainEqual(expect.objectContaining({ reference, level: 40 }))
      for (const _ of [1, 2, 3]) await later({ hours: 7 })
      expect(await watched()).toMatchObject({ failures: 4, reference })
      expect(await messages('site-trouble')).toHaveLength(1)
      Object.assign(site.mood, { service: 'on', pages: 'on' })
      await later({ hours: 7 })
      expect(await watched()).toMatchObject({ failures: 0, problem: null, reference: null })
      expect(await messages('site-trouble')).toHaveLength(1)
    })

    test('what passes by itself is told only when it has not passed', async () => {
      const { site, later, tick, watched, messages } = await started()
      site.mood.service = 'failed'
      site.mood.pages = 'failed'
      await tick()
      await later({ minutes: 40 })
      expect(await watched()).toMatchObject({ failures: 2, problem: 'site-failed 500' })
      expect(await messages('site-trouble')).toEqual([])
      await later({ hours: 2 })
      expect(await messages('site-trouble')).toHaveLength(1)
    })

    test('it is asked more and more seldom, and never sooner than it asks', async () => {
      const { site, council, tick, watched } = await started()
      site.mood.service = 'failed'
      site.mood.pages = 'busy'
      site.mood.retryAfter = '7200'
      await tick()
      const { nextLookAt } = await watched()
      expect(nextLookAt).toEqual(new Date(council.clock.now().add({ hours: 2 }).epochMilliseconds))
    })
  })

  describe('politely:', () => {
    test('not again before its time, by the name of who asks, one request after the other', async () => {
      const { site, tick, later } = await started([
        meetingOf(NEXT),
        meetingOf({ id: 5000, date: '27/09/2017' }),
      ])
      await tick()
      const after = site.asked.length
      await tick()
      await later({ minutes: 14 })
      expect(site.asked).toHaveLength(after)
      await later({ minutes: 1 })
      expect(site.asked.length).toBeGreaterThan(after)
      expect(site.mostAtOnce()).toBe(1)
      for (const request of site.requests)
        expect(request.headers['user-agent']).toMatch(/^Scrutineer \(.*democracy@underfell\.example\)$/)
    })

    test('what has not changed is not sent again, where the site can tell', async () => {
      const { site, tick, later, proposals } = await started()
      site.mood.tags = true
      await tick()
      await later()
      expect(site.requests.at(-1)?.headers['if-none-match']).toBeDefined()
      for (const meeting of site.meetings) meeting.status = 'Cancelled'
      await later()
      expect(await proposals()).toEqual(['meeting meeting: dismissed'])
    })
  })

  describe('of two replicas', () => {
    test('one looks', async () => {
      const { site, council, looks } = await started()
      const replicas = [looks, ...[1, 2, 3].map(() => lookingAt(council).looks)]
      for (const one of replicas) one.wake()
      await vi.waitUntil(() => replicas.every((one) => one.busy() === 0), { timeout: 15_000, interval: 5 })
      expect(site.asked.filter((it) => it.includes('GetMeetings?'))).toHaveLength(1)
    })

    test('none looks at a site at which the other is, though for another committee', async () => {
      const { site, council, looks, proposals } = await started()
      const second = { committeeAddress: `${site.address}ieListMeetings.aspx?CommitteeId=145` }
      await watch(council, second, { committee: (it) => it.second.committee.id })
      const other = lookingAt(council).looks
      for (const one of [looks, other, looks]) one.wake()
      await vi.waitUntil(() => looks.busy() + other.busy() === 0, { timeout: 15_000, interval: 5 })
      expect(site.mostAtOnce()).toBe(1)
      expect(await proposals()).toEqual(['meeting meeting: open'])
    })

    test('one that is gone is waited for, and then replaced', async () => {
      const { council, site, tick, watchedId } = await started()
      const hold = (ago: string) =>
        council.ground.prisma.$executeRawUnsafe(
          `UPDATE "WatchedCommittee" SET "claimedAt" = now() - interval '${ago}' WHERE "id" = '${watchedId}'`,
        )
      await hold('5 minutes')
      await tick()
      expect(site.asked).toEqual([])
      await hold('16 minutes')
      await tick()
      expect(site.asked).not.toEqual([])
    })

    test('one that ends while a site is silent leaves the look to the next', async () => {
      const { council, site, looks, watched, proposals } = await started()
      let letGo = () => {}
      site.mood.wait = new Promise<void>((resolve) => {
        letGo = resolve
      })
      looks.wake()
      await vi.waitUntil(() => site.asked.length > 0, { timeout: 15_000, interval: 5 })
      await looks.close()
      letGo()
      site.mood.wait = undefined
      expect(await watched()).toMatchObject({ claimedAt: null, failures: 0 })
      await lookingAt(council).tick()
      expect(await proposals()).toEqual(['meeting meeting: open'])
    })
  })

  test('one council’s site says nothing to another council', async () => {
    const site = await modernGov([meetingOf(NEXT)])
    const { council: ours } = await started([])
    const theirs = await started([])
    await watch(ours, site)
    await lookingAt(ours).tick()
    expect(await theirs.proposals()).toEqual([])
    expect(await theirs.messages('site-proposals')).toEqual([])
  })
})
