import { done, type Outcome, refused } from '../outcome.ts'

/** A committee on a Modern.Gov site. */
export interface SiteCommittee {
  /** The folder that holds mgWebService.asmx, with a slash at its end. */
  readonly site: string
  readonly siteCommitteeId: number
}

export type AddressRefusal =
  | { readonly code: 'not-a-web-address' }
  /** A name or password stands in it: it would be kept and shown. */
  | { readonly code: 'holds-a-password' }
  /** Of some other page, or without the committee's number. */
  | { readonly code: 'not-a-committee' }

/** The pages that name a committee, by the end of their path, with the parameters that hold its number. */
const PAGES: readonly { readonly path: RegExp; readonly committee: readonly string[] }[] = [
  { path: /\/mgcommitteedetails\.aspx$/i, committee: ['id'] },
  { path: /\/ielistmeetings\.aspx$/i, committee: ['committeeid', 'cid'] },
  { path: /\/ielistdocuments\.aspx$/i, committee: ['cid', 'committeeid'] },
  { path: /\/mgwebservice\.asmx\/getmeetings$/i, committee: ['lcommitteeid'] },
]
const ID = /^\d{1,9}$/

/** The committee that the address of one of its pages names. */
export function siteCommittee(address: string): Outcome<SiteCommittee, AddressRefusal> {
  // Copied out of a page's source, "&" is still written as HTML writes it.
  const text = address.trim().replaceAll('&amp;', '&')
  if (!URL.canParse(text)) return refused({ code: 'not-a-web-address' })
  const url = new URL(text)
  if (!['http:', 'https:'].includes(url.protocol)) return refused({ code: 'not-a-web-address' })
  if (url.username !== '' || url.password !== '') return refused({ code: 'holds-a-password' })
  const page = PAGES.find(({ path }) => path.test(url.pathname))
  const id = page && parameter(url, page.committee)
  // Number 0 stands for all committees.
  if (!page || id === undefined || !ID.test(id) || Number(id) === 0)
    return refused({ code: 'not-a-committee' })
  const base = new URL('/', url)
  base.pathname = url.pathname.replace(page.path, '/')
  return done({ site: base.href, siteCommitteeId: Number(id) })
}

/** The committee's own page, for people. */
export function committeePage({ site, siteCommitteeId }: SiteCommittee): string {
  return new URL(`mgCommitteeDetails.aspx?ID=${siteCommitteeId}`, site).href
}

/** The list of its meetings, for people: what is asked where the web service is switched off. */
export function listPage({ site, siteCommitteeId }: SiteCommittee): URL {
  return new URL(`ieListMeetings.aspx?CommitteeId=${siteCommitteeId}`, site)
}

/** A meeting's page: where members find its papers, and what `/pack` takes. "Ver=4" asks for the page as such. */
export function meetingPage({ site, siteCommitteeId }: SiteCommittee, siteMeetingId: number): URL {
  return new URL(`ieListDocuments.aspx?CId=${siteCommitteeId}&MId=${siteMeetingId}&Ver=4`, site)
}

/** The web service's answer about a committee's meetings: dates as the service wants them, dd/mm/yyyy. */
export function meetingsQuestion({ site, siteCommitteeId }: SiteCommittee, from: string, to: string): URL {
  const url = new URL('mgWebService.asmx/GetMeetings', site)
  url.searchParams.set('lCommitteeId', String(siteCommitteeId))
  url.searchParams.set('sFromDate', british(from))
  url.searchParams.set('sToDate', british(to))
  return url
}

export function meetingQuestion({ site }: SiteCommittee, siteMeetingId: number): URL {
  return new URL(`mgWebService.asmx/GetMeeting?lMeetingId=${siteMeetingId}`, site)
}

function british(date: string): string {
  return date.split('-').toReversed().join('/')
}

function parameter(url: URL, names: readonly string[]): string | undefined {
  for (const [name, value] of url.searchParams) if (names.includes(name.toLowerCase())) return value
  return undefined
}
