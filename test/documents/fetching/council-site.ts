import type { IncomingMessage, ServerResponse } from 'node:http'
import { serving } from './serving.ts'

/** What the invented council's Modern.Gov site answers, by the path and query of the request. */
export type Answers = Readonly<Record<string, Answer>>
export type Answer =
  | string
  | Uint8Array
  | number
  | ((response: ServerResponse, request: IncomingMessage) => unknown)

export interface CouncilSite {
  /** With a slash at its end. */
  readonly address: string
  /** What was asked for, in order. */
  readonly asked: string[]
}

export const MEETING = '/ieListDocuments.aspx?CId=206&MId=718&Ver=4'
export const SERVICE = '/mgWebService.asmx/GetMeeting?lMeetingId=718'
export const CHOOSE = '/mgChooseDocPack.aspx?ID=718'
export const PACK =
  '/documents/g718/Public%20reports%20pack%2004th-Mar-2027%2014.00%20Housing%20Panel.pdf?T=10'
export const FRONT_SHEET =
  '/documents/g718/Agenda%20frontsheet%2004th-Mar-2027%2014.00%20Housing%20Panel.pdf?T=0'

/** A Modern.Gov site of an invented council on loopback; what it has no answer for is not found. */
export async function councilSite(answers: Answers): Promise<CouncilSite> {
  const asked: string[] = []
  const address = await serving((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers[path] ?? 404
    if (typeof answer === 'function') answer(response, request)
    else if (typeof answer === 'number') response.writeHead(answer).end(errorPage)
    else response.end(answer)
  })
  return { address, asked }
}

/** The page of a meeting, with the links that are asked for, written as Modern.Gov writes them. */
export function meetingPage(...links: readonly string[]): string {
  const items = links.map(
    (href) =>
      `<li><a  href="${decodeURI(href).replace(/^\//, '')}"  title="Link&#32;to&#32;pdf">Paper <span class="mgFileSize">PDF 120 KB</span></a></li>`,
  )
  return `<!DOCTYPE html><html><head><title>Agenda for Housing Panel on Thursday, 4th March, 2027, 2.00 pm - Wexbourne Council</title></head>
<body><h1 class="mgMainTitleTxt">Agenda</h1><h2 class="mgSubTitleTxt">Housing Panel - Thursday, 4th March, 2027 2.00 pm</h2>
<ul class="mgActionList"><li><a href="mgMeetingAttendance.aspx?ID=718">Attendance details</a></li>${items.join('\n')}</ul></body></html>`
}

export const errorPage =
  '<!DOCTYPE html><html><head><title>Runtime Error</title></head><body><h1>Server Error in &#39;/&#39; Application.</h1></body></html>'

export const meetingXml = `<?xml version="1.0" encoding="utf-8"?>
<meeting>
  <meetingid>718</meetingid>
  <meetingdate>04/03/2027</meetingdate>
  <meetingstatus>Confirmed</meetingstatus>
  <meetingtime>2.00 pm</meetingtime>
  <meetinglocation>Tide Room, Civic Offices</meetinglocation>
  <agendaitems>
    <agendaitem>
      <agendaitemtitle>Chair&amp;#39;s announcements</agendaitemtitle>
      <fulldisplaynumberformat>1.</fulldisplaynumberformat>
    </agendaitem>
  </agendaitems>
</meeting>`
