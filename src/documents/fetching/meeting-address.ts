/** A meeting on a council's Modern.Gov site, wherever in a page's address it was named. */
export interface MeetingAddress {
  readonly meetingId: string
  /** The meeting's page, for people. */
  readonly page: URL
  /** What the web service says of the meeting, as XML. */
  readonly service: URL
}

/** The pages that are about one meeting, by the end of their path, with the parameters that name it. */
const PAGES: readonly { readonly path: RegExp; readonly meeting: readonly string[] }[] = [
  { path: /\/ielistdocuments\.aspx$/i, meeting: ['mid', 'meetingid'] },
  { path: /\/mgchoosedocpack\.aspx$/i, meeting: ['id'] },
  { path: /\/mgwebservice\.asmx\/getmeeting$/i, meeting: ['lmeetingid'] },
]
const ID = /^\d{1,9}$/

/** The meeting that an address is about; `undefined` where it is any other address. */
export function meetingAddress(address: string): MeetingAddress | undefined {
  // Copied out of a page's source, "&" is still written as HTML writes it.
  const text = address.trim().replaceAll('&amp;', '&')
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const kind = PAGES.find(({ path }) => path.test(url.pathname))
  const meetingId = kind && parameter(url, kind.meeting)
  if (!kind || meetingId === undefined || !ID.test(meetingId)) return undefined

  const base = new URL('/', url)
  base.pathname = url.pathname.replace(kind.path, '/')
  const page = new URL('ieListDocuments.aspx', base)
  const committee = parameter(url, ['cid', 'committeeid'])
  if (committee !== undefined && ID.test(committee)) page.searchParams.set('CId', committee)
  page.searchParams.set('MId', meetingId)
  // "Ver=4" asks for the page as such; without it some sites answer with the frame of an older one.
  page.searchParams.set('Ver', '4')
  const service = new URL('mgWebService.asmx/GetMeeting', base)
  service.searchParams.set('lMeetingId', meetingId)
  return { meetingId, page, service }
}

/** Modern.Gov does not mind how the names of parameters are written. */
function parameter(url: URL, names: readonly string[]): string | undefined {
  for (const [name, value] of url.searchParams) if (names.includes(name.toLowerCase())) return value
  return undefined
}
