import type { IncomingMessage, ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { errorPage } from '../documents/fetching/council-site.ts'
import { serving } from '../documents/fetching/serving.ts'

/** A meeting on the invented council's site; tests change it as its clerks would. */
export interface InventedMeeting {
  id: number
  /** dd/mm/yyyy */
  date: string
  time: string
  status: string
  venue: string
  hasAgenda: boolean
  papers: InventedPaper[]
  /** Named by the page alone: what belongs to the whole meeting, such as a supplementary agenda. */
  ofWhole: { id: number; title: string }[]
  /** What the link to the pack gives. */
  pack: Uint8Array | undefined
}

export interface InventedPaper {
  id: number
  title: string
  item?: string
  isRestricted?: boolean
  isItemRestricted?: boolean
  reason?: string
  /** Where its link leads; the site's own handler when absent. */
  url?: string
}

export interface ModernGov {
  /** With a slash at its end. */
  readonly address: string
  /** The committee's page, as somebody copies it. */
  readonly committeeAddress: string
  readonly meetings: InventedMeeting[]
  /** What was asked for, in order. */
  readonly asked: string[]
  readonly requests: IncomingMessage[]
  /** The most requests that were under way at once. */
  readonly mostAtOnce: () => number
  /** How the site answers. */
  mood: {
    /** The service answers; with an HTML error page of status 200, or 500; is refused; or not there. */
    service: 'on' | 'error-page' | 'failed' | 'refused' | 'missing'
    pages: 'on' | 'refused' | 'failed' | 'busy'
    /** The days that were asked for are ignored, and everything since 2006 is answered. */
    ignoresDays: boolean
    /** Answers carry an ETag, and are not repeated to who has them. */
    tags: boolean
    /** Until this is done, no request is answered. */
    wait: Promise<void> | undefined
    retryAfter: string | undefined
  }
}

export const COMMITTEE_ID = 144

/** A Modern.Gov site of an invented council on loopback, in the shapes that real ones answer in. */
export async function modernGov(meetings: InventedMeeting[] = []): Promise<ModernGov> {
  const asked: string[] = []
  const requests: IncomingMessage[] = []
  let atOnce = 0
  let most = 0
  const mood: ModernGov['mood'] = {
    service: 'on',
    pages: 'on',
    ignoresDays: false,
    tags: false,
    wait: undefined,
    retryAfter: undefined,
  }
  const address = await serving(async (request, response) => {
    asked.push(request.url ?? '')
    requests.push(request)
    atOnce += 1
    most = Math.max(most, atOnce)
    response.on('close', () => {
      atOnce -= 1
    })
    await mood.wait
    answer(request, response, { address, meetings, mood })
  })
  // Whoever waits is let go before the server ends.
  onTestFinished(() => {
    mood.wait = undefined
  })
  return {
    address,
    committeeAddress: `${address}mgCommitteeDetails.aspx?ID=${COMMITTEE_ID}`,
    meetings,
    asked,
    requests,
    mostAtOnce: () => most,
    mood,
  }
}

export function meetingOf(changes: Partial<InventedMeeting> & { id: number; date: string }): InventedMeeting {
  return {
    time: '10.00 am',
    status: 'Confirmed',
    venue: 'Tide Room, Civic Offices',
    hasAgenda: false,
    papers: [],
    ofWhole: [],
    pack: undefined,
    ...changes,
  }
}

interface Site {
  readonly address: string
  readonly meetings: readonly InventedMeeting[]
  readonly mood: ModernGov['mood']
}

function answer(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const url = new URL(request.url ?? '/', site.address)
  const { service, pages, tags, retryAfter } = site.mood
  const give = (body: string | Uint8Array, type = 'text/xml; charset=utf-8') => {
    const etag = `"${Buffer.from(body).length}-${site.meetings.map((it) => it.status).join()}"`
    if (tags && request.headers['if-none-match'] === etag) return response.writeHead(304).end()
    return response.writeHead(200, { 'content-type': type, ...(tags ? { etag } : {}) }).end(body)
  }
  const fail = (status: number) =>
    response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end(errorPage)
  const html = (body: string) => give(body, 'text/html')
  const id = (name: string) => Number(url.searchParams.get(name))

  const operation = /\/mgWebService\.asmx\/(\w+)$/.exec(url.pathname)?.[1]
  if (operation !== undefined) {
    if (service === 'error-page') return void html(errorPage)
    if (service !== 'on') return void fail({ failed: 500, refused: 403, missing: 404 }[service])
    if (operation === 'GetMeetings') return void give(listXml(site, url))
    const meeting = site.meetings.find((it) => it.id === id('lMeetingId'))
    return void (meeting ? give(meetingXml(meeting, site.address)) : html(errorPage))
  }
  if (pages !== 'on' && !url.pathname.startsWith('/documents/'))
    return void fail({ refused: 403, failed: 500, busy: 503 }[pages])
  if (url.pathname.endsWith('/ieListMeetings.aspx')) return void html(listHtml(site))
  if (url.pathname.endsWith('/ieListDocuments.aspx')) {
    const meeting = site.meetings.find((it) => it.id === id('MId'))
    return void (meeting ? html(pageOf(meeting)) : fail(404))
  }
  const packOf = /\/documents\/g(\d+)\//.exec(url.pathname)?.[1]
  const pack = site.meetings.find((it) => it.id === Number(packOf))?.pack
  if (pack) return void give(pack, 'application/pdf')
  fail(404)
}

function listXml({ meetings, mood }: Site, url: URL): string {
  const [from, to] = ['sFromDate', 'sToDate'].map((name) => iso(url.searchParams.get(name) ?? ''))
  const within = meetings.filter(
    ({ date }) => mood.ignoresDays || (iso(date) >= (from ?? '') && iso(date) <= (to ?? '')),
  )
  const rows = [...(mood.ignoresDays ? oldMeetings() : []), ...within].map(
    ({ id, date, time, status }) => `
      <meeting>
        <meetingid>${id}</meetingid>
        <meetingdate>${date}</meetingdate>
        <meetingstatus>${escaped(status)}</meetingstatus>
        <meetingtime>${time}</meetingtime>
        <iswebcast>False</iswebcast>
      </meeting>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<getmeetings>
  <meetingscount> ${rows.length}</meetingscount>
  <committeescount> 1</committeescount>
  <committee>
    <committeeid>${COMMITTEE_ID}</committeeid>
    <committeetitle>Wellbeing &amp;amp; Care Scrutiny Committee</committeetitle>
    <committeemeetingcount> ${rows.length}</committeemeetingcount>
    <committeemeetings>${rows.join('')}
    </committeemeetings>
  </committee>
</getmeetings>`
}

/** 5,000 rows: what some services answer whatever they are asked. */
function oldMeetings(): InventedMeeting[] {
  return Array.from({ length: 5_000 }, (_, place) =>
    meetingOf({ id: 100_000 + place, date: `0${(place % 9) + 1}/03/${2006 + (place % 10)}` }),
  )
}

function meetingXml(meeting: InventedMeeting, address: string): string {
  const items = meeting.papers.map(
    (paper, place) => `
    <agendaitem>
      <agendaitemid>${place}</agendaitemid>
      <agendaitemtitle>Chair&amp;#39;s item</agendaitemtitle>
      <agendaitemnumber>${place + 4}</agendaitemnumber>
      <fulldisplaynumberformat>${paper.item ?? ''}.</fulldisplaynumberformat>
      <isrestricted>${paper.isItemRestricted ? 'True' : 'False'}</isrestricted>
      <isdisplayallowed>True</isdisplayallowed>
      <linkeddocuments>
        <linkeddoc>
          <attachmentid>${paper.id}</attachmentid>
          <title>${escaped(escaped(paper.title))}</title>
          <isurl>False</isurl>
          <url>${escaped(paper.url ?? `${address}mgConvert2PDF.aspx?ID=${paper.id}`)}</url>
          <isrestricted>${paper.isRestricted ? 'True' : 'False'}</isrestricted>
          <restrictionsRef>${paper.reason ?? '\n          '}</restrictionsRef>
          <isdecisionattachment>False</isdecisionattachment>
        </linkeddoc>
      </linkeddocuments>
    </agendaitem>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<meeting>
  <meetingid>${meeting.id}</meetingid>
  <meetingdate>${meeting.date}</meetingdate>
  <meetingstatus>${escaped(meeting.status)}</meetingstatus>
  <isdisplayallowed>True</isdisplayallowed>
  <meetingtime>${meeting.time}</meetingtime>
  <meetinglocation>${escaped(escaped(meeting.venue))}</meetinglocation>
  <agendapublished>${meeting.hasAgenda ? 'True' : 'False'}</agendapublished>
  <meetingroom>
  </meetingroom>
  <agendaitems>${items.join('')}
  </agendaitems>
</meeting>`
}

function listHtml({ meetings }: Site): string {
  const rows = meetings.map(({ id, date, time, status, hasAgenda }) => {
    const [day, month, year] = date.split('/')
    const short = `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
    const behind = status === 'Confirmed' ? (hasAgenda ? ' - Agenda' : '') : ` - ${status.toUpperCase()}`
    return `<li  class="mgTableEvenRow" ><a  class="mgMeetingTableLnk"    href="ieListDocuments.aspx?CId=${COMMITTEE_ID}&amp;MId=${id}&amp;Ver=4"  title="Link&#32;to&#32;meeting&#32;details">${short}&nbsp;${time.replaceAll(':', '&#58;')}</a>${behind}</li>`
  })
  return `<!DOCTYPE html><html><head><title>Browse meetings - Underfell Council</title></head><body>
<ul class="menu-list"><li><a href="ieListMeetings.aspx?CId=686&info=1&MD=Constitution">Constitution</a></li></ul>
<div class="mgHeader"><h1  class="mgMainTitleTxt" >Browse meetings</h1></div>
<ul  class="mgNonBulletTableList"  >${rows.join('')}</ul></body></html>`
}

/** The page of a meeting, as a browser gets it. */
function pageOf(meeting: InventedMeeting): string {
  const pack = `documents/g${meeting.id}/Public reports pack.pdf?T=10`
  const links = [
    ...(meeting.hasAgenda
      ? [`<li><a  href="${pack}"  title="Link&#32;to&#32;agenda">Agenda reports pack ${SIZE}</a></li>`]
      : []),
    ...meeting.ofWhole.map(
      ({ id, title }) =>
        `<li><a  href="documents/b${id}/${escaped(title)}.pdf?T=9"  >${escaped(title)} ${SIZE}</a></li>`,
    ),
  ]
  const papers = meeting.papers
    .filter((paper) => !paper.isRestricted && !paper.isItemRestricted)
    .map(
      ({ id, title, item }) =>
        `<a  href="documents/s${id}/${escaped(title)}.pdf" >${escaped(title)} <span  class="mgHide" >, item ${item}.</span> ${SIZE}</a>`,
    )
  return `<!DOCTYPE html><html><head><title>Agenda - Underfell Council</title></head><body>
<h2 class="mgSubTitleTxt">Wellbeing &amp; Care Scrutiny Committee</h2>
<p><span class="mgLabel">Venue:</span>&nbsp;${escaped(meeting.venue)}</p>
<ul  class="mgActionList" >${links.join('')}</ul>${papers.join('\n')}</body></html>`
}

const SIZE = '<span  class="mgFileSize" ><img src="mgimages/logo-pdf-1.gif" alt="" /> PDF 103 KB</span>'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function iso(british: string): string {
  return british.split('/').toReversed().join('-')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;')
}
