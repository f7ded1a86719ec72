import { Temporal } from 'temporal-polyfill'
import { afterEach, expect, test } from 'vitest'
import { calendarLink, feedLink, openingLink, readerOf } from '../../src/cards/public-links.ts'
import { countPress, openingsOf } from '../../src/cards/receipts-count.ts'
import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { changeMeeting } from '../../src/meetings/change-meeting.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { calendarRoute } from '../../src/web/calendar-route.ts'
import { feedRoute } from '../../src/web/feed-route.ts'
import { openingRoute } from '../../src/web/opening-route.ts'
import { openWebServer, type WebServer } from '../../src/web/server.ts'
import { publishing } from '../publications/draft.ts'
import { type InventedCouncil, inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'

const open: WebServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36'
const PAPERS = 'https://democracy.underfell.example/pack.pdf'

describeWithDatabase('The bot’s public routes', (database) => {
  async function stage({ counts = true, reachable = true } = {}) {
    const { ours: council, theirs } = await inventTwoCouncils(database())
    const { prisma, privateText } = council.ground
    await prisma.committee.updateMany({ where: { councilId: council.id }, data: { countsOpenings: counts } })
    const houses = {
      all: async () => [council.house, await council.houses.of(theirs.id)],
    }
    const server = await openWebServer({
      host: '127.0.0.1',
      port: 0,
      log: silentLog,
      routes: [
        openingRoute({ houses, privateText, log: silentLog }),
        feedRoute({ houses, privateText }),
        calendarRoute({ houses, privateText }),
      ],
    })
    open.push(server)
    if (reachable) Object.assign(council.ground, { publicUrl: () => server.url })
    const published = await publishPack(council.house, publishing(council))
    if (!published.ok) throw new Error('the pack was refused')
    const publication = await prisma.publication.findFirstOrThrow({ where: { councilId: council.id } })
    const { meetingId } = publication
    const count = () => prisma.packOpening.count({ where: { councilId: council.id } })
    const said = async (kind: string, to?: string) => {
      const row = await prisma.outboxMessage.findFirstOrThrow({
        where: { councilId: council.id, kind, ...(to === undefined ? {} : { recipient: `person:${to}` }) },
      })
      const rendering = await renderers.get(kind)?.(council.house, outgoingOf(row))
      if (!rendering || 'drop' in rendering) throw new Error(`dropped: ${rendering?.drop}`)
      const { text, blocks } = rendering.post
      expectShowable({ text, blocks: [...blocks] })
      return { blocks: JSON.stringify(blocks), read: readable({ blocks }), row }
    }
    const linkOf = async (person: { id: string }) =>
      openingLink(council.house, publication.id, person.id) ?? ''
    return { council, prisma, server, publicationId: publication.id, meetingId, count, said, linkOf }
  }

  const visit = (address: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(address, { redirect: 'manual', ...init, headers: { 'user-agent': BROWSER, ...init.headers } })

  test('lead a member to the papers at once, and count them once', async () => {
    const it = await stage()
    const { blocks } = await it.said('member', it.council.member.id)
    const link = await it.linkOf(it.council.member)
    expect(blocks).toContain(link)
    expect(blocks).not.toContain(PAPERS)
    for (const _ of [1, 2]) {
      const answer = await visit(link)
      expect([answer.status, answer.headers.get('location')]).toEqual([302, PAPERS])
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    }
    await visit(await it.linkOf(it.council.chair))
    expect(await it.count()).toBe(2)
    expect((await it.said('clerks')).read).toContain('Opened by *2* of 11')
    expect((await it.said('clerks')).row.wanted).toBeGreaterThan(1)
  })

  test('count each person once however many open at once', async () => {
    const it = await stage()
    const link = await it.linkOf(it.council.member)
    const answers = await Promise.all([1, 2, 3, 4].map(() => visit(link)))
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302, 302])
    expect(await it.count()).toBe(1)
  })

  test('keep nothing from which a person can be read', async () => {
    const it = await stage()
    const link = await it.linkOf(it.council.member)
    const audited = () => it.prisma.auditEntry.count({ where: { councilId: it.council.id } })
    const before = await audited()
    await visit(link)
    expect(await audited()).toBe(before)
    const rows = JSON.stringify(await it.prisma.packOpening.findMany({ where: { councilId: it.council.id } }))
    const { id, slackUserId } = it.council.member
    for (const secret of [id, id.replaceAll('-', ''), String(slackUserId)]) {
      expect(rows).not.toContain(secret)
      expect(link).not.toContain(secret)
    }
    const shortId = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
    expect(link).not.toContain(shortId)
    // Another publication stands for the same person by another hash.
    expect(readerOf(it.council.house, it.meetingId, id)).not.toBe(
      readerOf(it.council.house, it.publicationId, id),
    )
  })

  test.each([
    ['HEAD', { method: 'HEAD' }],
    [
      'Slack’s link expander',
      { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' } },
    ],
    ['Slack’s image proxy', { headers: { 'user-agent': 'Slack-ImgProxy (+https://api.slack.com/robots)' } }],
    ['a browser that fetches ahead', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
    ['a program', { headers: { 'user-agent': 'curl/8.5.0' } }],
  ])('lead on without counting: %s', async (_who, init) => {
    const it = await stage()
    const answer = await visit(await it.linkOf(it.council.member), init)
    expect(answer.status).toBe(302)
    expect(await it.count()).toBe(0)
  })

  test('count a press on the card that everybody sees, of members alone', async () => {
    const it = await stage()
    const { blocks } = await it.said('pack-card')
    expect(blocks).toContain(`"url":"${PAPERS}"`)
    await countPress(it.council.house, it.publicationId, it.council.member.id)
    await countPress(it.council.house, it.publicationId, it.council.outsider.id)
    await countPress(it.council.house, it.publicationId, it.council.clerk.id)
    expect(await it.count()).toBe(1)
    // Whoever opens by their own link afterwards is the same person.
    await visit(await it.linkOf(it.council.member))
    expect(await it.count()).toBe(1)
  })

  test.each([
    ['switched off', { counts: false, reachable: true }],
    ['without an address of the bot', { counts: true, reachable: false }],
  ])('%s: links lead straight, and nothing is recorded', async (_how, how) => {
    const it = await stage(how)
    const { blocks } = await it.said('member', it.council.member.id)
    expect(blocks).toContain(PAPERS)
    expect(blocks).not.toContain('/open/')
    await countPress(it.council.house, it.publicationId, it.council.member.id)
    if (!how.counts) await visit(await it.linkOf(it.council.member))
    expect(await it.count()).toBe(0)
    expect((await it.said('clerks')).read).not.toContain('Opened by')
    const meeting = await meetingAtHand(it.council.house, it.meetingId)
    expect(meeting && (await openingsOf(it.council.house, meeting))).toBeUndefined()
  })

  test('lead nowhere else: a changed, cut or foreign address opens nothing', async () => {
    const it = await stage()
    const link = await it.linkOf(it.council.member)
    const parts = link.split('.')
    const changed = [
      link.slice(0, -1),
      `${link}x`,
      [...parts.slice(0, -2), 'AAAAAAAAAAAAAAAAAAAAAA', parts.at(-1)].join('.'),
      `${it.server.url}/open/`,
      `${it.server.url}/open/x`,
      // A calendar's signature is none for papers.
      (calendarLink(it.council.house, it.meetingId) ?? '')
        .replace('/calendar/', '/open/')
        .replace('.ics', ''),
    ]
    for (const address of changed) {
      const answer = await visit(address)
      expect([address, answer.status, answer.headers.get('location')]).toEqual([address, 404, null])
    }
    expect((await visit(link, { method: 'POST' })).status).toBe(404)
  })

  test('say that papers were withdrawn', async () => {
    const it = await stage()
    await it.prisma.publication.update({ where: { id: it.publicationId }, data: { withdrawnAt: new Date() } })
    const answer = await visit(await it.linkOf(it.council.member))
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('withdrawn')
  })

  test('give the feed of a committee’s meetings, its own alone, and nothing to an address of another making', async () => {
    const it = await stage()
    const { house, committee, second } = it.council
    const other = await it.council.meeting('2017-10-18', second.committee.id)
    const link = feedLink(house, committee.id) ?? ''
    const answer = await visit(link)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const feed = await answer.text()
    expect(feed).toContain(`UID:${it.meetingId}@scrutineer`)
    expect(feed).not.toContain(other)
    expect((await visit(link, { method: 'HEAD' })).status).toBe(200)
    await it.prisma.meeting.update({
      where: { id: it.meetingId },
      data: { state: 'cancelled', version: { increment: 1 } },
    })
    const changed = await (await visit(link)).text()
    expect(changed).toContain('STATUS:CANCELLED')
    expect(changed).toContain('SEQUENCE:1')
    const ofMeeting = calendarLink(house, it.meetingId) ?? ''
    for (const address of [
      link.replace('.ics', 'x.ics'),
      link.replace('/calendar/committee/', '/calendar/'),
      ofMeeting.replace('/calendar/', '/calendar/committee/'),
    ])
      expect((await visit(address)).status).toBe(404)
  })

  test('give the calendar file, and a newer one when the meeting is changed or cancelled', async () => {
    const it = await stage()
    const { blocks } = await it.said('pack-card')
    const link = calendarLink(it.council.house, it.meetingId) ?? ''
    expect(blocks).toContain(link)
    const answer = await visit(link)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const first = await answer.text()
    expect(first).toContain('DTSTART;TZID=Europe/London:20170920T100000')
    expect(first).toContain('SEQUENCE:0')
    expect((await visit(link, { method: 'HEAD' })).status).toBe(200)
    expect((await visit(link.replace('.ics', 'x.ics'))).status).toBe(404)

    it.council.clock.advance(Temporal.Duration.from({ hours: 5, minutes: 5 }))
    const change = async (change: Parameters<typeof changeMeeting>[1]['change']) => {
      const { version } = await it.prisma.meeting.findUniqueOrThrow({ where: { id: it.meetingId } })
      const act = { by: it.council.clerk.id, meetingId: it.meetingId, version, change }
      expect((await changeMeeting(it.council.house, act)).ok).toBe(true)
    }
    await change({ to: 'scheduled', date: '2017-09-20', startTime: '14:00', venue: 'Room 9', reason: '' })
    const second = await (await visit(link)).text()
    expect(second).toContain('T140000')
    expect(second).toContain('LOCATION:Room 9')
    expect(second).toContain('SEQUENCE:1')
    expect((await it.said('pack-card')).read).toContain('Changed 14:05 on Wed 6 Sep: time, room')
    await change({ to: 'cancelled', reason: '' })
    expect(await (await visit(link)).text()).toMatch(/SEQUENCE:2[\s\S]*STATUS:CANCELLED/)
  })

  test('do not count for another council', async () => {
    const it = await stage()
    const { theirs } = await inventTwoCouncils(database())
    const foreign: Pick<InventedCouncil, 'house'> = theirs
    Object.assign(theirs.ground, { publicUrl: () => it.server.url })
    // Signed with another council's key: here nobody could have written it.
    expect(
      (await visit(openingLink(foreign.house, it.publicationId, it.council.member.id) ?? '')).status,
    ).toBe(404)
  })
})
