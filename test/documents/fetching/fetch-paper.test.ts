import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  type FetchedPaper,
  fetchPaper,
  nameOfAddress,
  type Wanted,
} from '../../../src/documents/fetching/fetch-paper.ts'
import type { FetchLimits } from '../../../src/documents/fetching/fetcher.ts'
import { readPaper } from '../../../src/documents/read-paper.ts'
import { mustRead, plainAgenda, printed } from '../papers.ts'
import {
  CHOOSE,
  type CouncilSite,
  councilSite,
  errorPage,
  FRONT_SHEET,
  MEETING,
  meetingPage,
  meetingXml,
  PACK,
  SERVICE,
} from './council-site.ts'

const limits: FetchLimits = { maxBytes: 1024 * 1024, allowPrivate: true, firstPauseMs: 1 }
const pdf = await printed((doc) => doc.text(plainAgenda))
const minutes = await printed((doc) => doc.text('Minutes'))

const outcomeOf = (
  { address }: CouncilSite,
  wanted: Wanted = 'pack',
  path = MEETING,
  changes: Partial<FetchLimits> = {},
) => fetchPaper(`${address.slice(0, -1)}${path}`, wanted, { ...limits, ...changes })

async function fetched(...args: Parameters<typeof outcomeOf>): Promise<FetchedPaper> {
  const outcome = await outcomeOf(...args)
  if (!outcome.ok) throw new Error(`not fetched: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

const said = ({ bytes }: FetchedPaper) => Buffer.from(bytes).toString()
const at = ({ address }: CouncilSite, path: string) => `${address.slice(0, -1)}${path}`

describe('a meeting’s address, where the pack is wanted', () => {
  test.each([MEETING, '/ieListDocuments.aspx?CId=206&MId=718', '/ielistdocuments.aspx?cid=206&mid=718&J=3'])(
    '%s gives the pack itself, which is read, and its public address',
    async (path) => {
      const site = await councilSite({ [MEETING]: meetingPage(FRONT_SHEET, PACK), [PACK]: Buffer.from(pdf) })
      const pack = await fetched(site, 'pack', path)
      expect(pack.name).toBe('Public reports pack 04th-Mar-2027 14.00 Housing Panel.pdf')
      expect(pack.address).toBe(at(site, PACK))
      expect(site.asked).toEqual([MEETING, PACK])
      const paper = mustRead(await readPaper(pack))
      expect(paper.documents).toMatchObject([{ kind: 'agenda', date: '2027-03-04', time: '14:00' }])
    },
  )

  test('of the web service or of the page of packs gives it too', async () => {
    const page = '/ieListDocuments.aspx?MId=718&Ver=4'
    const site = await councilSite({ [page]: meetingPage(PACK), [PACK]: Buffer.from(pdf) })
    for (const path of [SERVICE, CHOOSE])
      expect((await fetched(site, 'pack', path)).address).toBe(at(site, PACK))
  })

  test('whose pack is on a page of its own gives it', async () => {
    const site = await councilSite({
      [MEETING]: meetingPage(FRONT_SHEET, CHOOSE),
      [CHOOSE]: meetingPage(PACK),
      [PACK]: Buffer.from(pdf),
    })
    expect((await fetched(site)).address).toBe(at(site, PACK))
  })

  test('whose page tells readers to choose gives the pack that stands beside the front sheet', async () => {
    const site = await councilSite({ [MEETING]: meetingPage(FRONT_SHEET, CHOOSE), [PACK]: Buffer.from(pdf) })
    expect((await fetched(site)).address).toBe(at(site, PACK))
  })

  test('without a pack gives what the web service says, and the page for members to open', async () => {
    const site = await councilSite({ [MEETING]: meetingPage(FRONT_SHEET), [SERVICE]: meetingXml })
    expect(await fetched(site)).toEqual({
      name: 'Meeting 718 on 127.0.0.1',
      bytes: Buffer.from(meetingXml),
      address: at(site, MEETING),
    })
  })

  test('whose pack is too large gives what the web service says, and the pack for members to open', async () => {
    const site = await councilSite({
      [MEETING]: meetingPage(PACK),
      [PACK]: new Uint8Array(2 * 1024 * 1024),
      [SERVICE]: meetingXml,
    })
    const paper = await fetched(site)
    expect(said(paper)).toBe(meetingXml)
    expect(paper.address).toBe(at(site, PACK))
  })

  test.each<[string, string | number]>([
    ['is a page that says that something went wrong', errorPage],
    ['is not there', 404],
    ['is refused', 403],
  ])('whose pack %s gives what the web service says', async (_how, answer) => {
    const site = await councilSite({ [MEETING]: meetingPage(PACK), [PACK]: answer, [SERVICE]: meetingXml })
    const paper = await fetched(site)
    expect(said(paper)).toBe(meetingXml)
    expect(paper.address).toBe(at(site, MEETING))
  })

  test.each<[string, string | number]>([
    ['switched off', 404],
    ['out of order', 500],
    ['answering with a page', errorPage],
    [
      'answering for another question',
      '<?xml version="1.0"?><getmeetings><meetingscount> 0</meetingscount></getmeetings>',
    ],
  ])('without a pack and with the web service %s gives the page', async (_how, answer) => {
    const page = meetingPage(FRONT_SHEET)
    const site = await councilSite({ [MEETING]: page, [SERVICE]: answer })
    expect(said(await fetched(site))).toBe(page)
    expect(site.asked.filter((path) => path === MEETING)).toHaveLength(1)
  })

  test('of a site that lets only browsers in says so', async () => {
    const site = await councilSite({ [MEETING]: 403, [SERVICE]: 403 })
    expect(await outcomeOf(site)).toEqual({ ok: false, refusal: { code: 'refuses-programs', status: 403 } })
  })

  test('of a site that answers only its web service gives that', async () => {
    const site = await councilSite({ [MEETING]: 403, [SERVICE]: meetingXml })
    expect(said(await fetched(site))).toBe(meetingXml)
  })

  test('of a site that is too slow is given up, the whole of it in the time allowed', async () => {
    const site = await councilSite({ [MEETING]: () => undefined, [SERVICE]: () => undefined })
    const begun = performance.now()
    expect(await outcomeOf(site, 'pack', MEETING, { wholeMs: 300 })).toEqual({
      ok: false,
      refusal: { code: 'too-slow', seconds: 0.3 },
    })
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  test('in a private network is not fetched', async () => {
    const site = await councilSite({ [MEETING]: meetingPage(PACK), [PACK]: Buffer.from(pdf) })
    const outcome = await outcomeOf(site, 'pack', MEETING, { allowPrivate: false })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'not-public' } })
    expect(site.asked).toEqual([])
  })

  test('whose page never ends, or unpacks to no end, is given up', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    const site = await councilSite({
      [MEETING]: (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      [SERVICE]: 404,
    })
    expect(await outcomeOf(site)).toEqual({ ok: false, refusal: { code: 'too-large', megabytes: 20 } })
  })
})

describe('a meeting’s address, where its record is wanted', () => {
  test('gives what the web service says, and asks for nothing else', async () => {
    const site = await councilSite({
      [MEETING]: meetingPage(PACK),
      [SERVICE]: meetingXml,
      [PACK]: Buffer.from(pdf),
    })
    expect(said(await fetched(site, 'record'))).toBe(meetingXml)
    expect(site.asked).toEqual([SERVICE])
  })

  test('gives the page where the service is switched off', async () => {
    const site = await councilSite({ [MEETING]: meetingPage(PACK), [PACK]: Buffer.from(pdf) })
    expect(said(await fetched(site, 'record'))).toContain('mgSubTitleTxt')
  })
})

describe('the address of a file', () => {
  test.each([
    PACK,
    '/documents/s10024/Minutes.pdf',
    '/mgConvert2PDF.aspx?ID=60860',
    '/wp-content/uploads/agenda',
  ])('%s gives the file, whatever its name, and keeps the address that was given', async (path) => {
    const site = await councilSite({ [path]: Buffer.from(minutes) })
    const paper = await fetched(site, 'pack', path)
    expect(Buffer.from(paper.bytes).equals(Buffer.from(minutes))).toBe(true)
    expect(paper.address).toBe(at(site, path))
    expect(site.asked).toEqual([path])
  })

  test('that moved is still given to members as the clerk gave it', async () => {
    const site = await councilSite({
      '/agenda': (response) => response.writeHead(302, { location: '/store/77/agenda.pdf' }).end(),
      '/store/77/agenda.pdf': Buffer.from(minutes),
    })
    expect(await fetched(site, 'pack', '/agenda')).toMatchObject({
      name: 'agenda.pdf',
      address: at(site, '/agenda'),
    })
  })
})

test.each([
  ['https://wexbourne.example/ieListDocuments.aspx?CId=206&MId=718', 'Meeting 718 on wexbourne.example'],
  ['https://wexbourne.example/packs/agenda%20pack.pdf', 'agenda pack.pdf'],
])('%s is called “%s” until its paper is there', (address, name) => {
  expect(nameOfAddress(address)).toBe(name)
})
