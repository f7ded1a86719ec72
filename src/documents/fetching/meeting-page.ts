/** Where on a meeting's page its papers are. */
export interface MeetingLinks {
  /** The whole pack as one PDF. */
  readonly pack: URL | undefined
  /** The page on which a reader puts a pack together: some sites link this instead. */
  readonly choosePack: URL | undefined
  readonly frontSheet: URL | undefined
}

/** What `T` stands for in the address of a meeting's printed papers. */
const FRONT_SHEET = '0'
const PACK = '10'

/** The links of a meeting's page to its papers, as Modern.Gov writes them. */
export function linksOn(html: string, page: URL, meetingId: string): MeetingLinks {
  const links = hrefsIn(html).flatMap((href) => linkOf(href, page) ?? [])
  const printed = (kind: string) => links.find((link) => isPrinted(link, meetingId, kind))
  return {
    pack: printed(PACK),
    frontSheet: printed(FRONT_SHEET),
    choosePack: links.find(
      (link) =>
        /\/mgchoosedocpack\.aspx$/i.test(link.pathname) && sameId(link.searchParams.get('ID'), meetingId),
    ),
  }
}

/**
 * The pack's address where the page names only the front sheet's: Modern.Gov finds the paper by the
 * meeting's number and by `T`, and repeats the rest of the name for people.
 */
export function packBeside(frontSheet: URL): URL {
  const pack = new URL(frontSheet)
  pack.pathname = pack.pathname.replace(
    /\/Agenda(?:%20|\+)frontsheet(?=%20|\+|\.)/i,
    '/Public%20reports%20pack',
  )
  pack.searchParams.set('T', PACK)
  return pack
}

/** "documents/g718/Public reports pack 19th-Mar-2026 17.00 Health Scrutiny.pdf?T=10" */
function isPrinted(link: URL, meetingId: string, kind: string): boolean {
  const printed = /\/documents\/g(\d{1,9})\/[^/]+$/i.exec(link.pathname)
  return printed !== null && sameId(printed[1], meetingId) && link.searchParams.get('T') === kind
}

/** "0718" and "718" are one meeting. */
function sameId(one: string | null | undefined, other: string): boolean {
  return one !== null && one !== undefined && Number(one) === Number(other)
}

function hrefsIn(html: string): string[] {
  const hrefs = html.matchAll(/\bhref\s{0,5}=\s{0,5}(?:"([^"]{1,2000})"|'([^']{1,2000})')/gi)
  return Array.from(hrefs, ([, double, single]) => double ?? single ?? '')
}

function linkOf(href: string, page: URL): URL | undefined {
  // Some sites escape a title twice, and half-escaped it would end the address at its "#".
  const written = unescaped(unescaped(href))
  if (!URL.canParse(written, page.href)) return undefined
  const link = new URL(written, page)
  // A council's papers are on its own site: what a page links elsewhere, members must not be sent to.
  if (link.host !== page.host || link.username !== '' || !/^https?:$/.test(link.protocol)) return undefined
  // Sites that moved to https long ago still print their links as http.
  if (page.protocol === 'https:') link.protocol = 'https:'
  return link
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    if (point === undefined) return NAMED[String(name).toLowerCase()] ?? whole
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
