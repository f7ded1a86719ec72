// The pages of a Modern.Gov site that people read: what is left where the web service is switched off, and
// the only place that links what belongs to a whole meeting, such as a supplementary agenda.

import { linksOn } from '../documents/fetching/meeting-page.ts'
import { decodePage } from '../documents/formats/decode.ts'
import { attributeOf, type HtmlNode, htmlTree, walk } from '../documents/formats/html-tree.ts'
import { foldSpace } from '../documents/lines/clean-text.ts'
import { dateIn } from '../documents/records/phrases/dates.ts'
import { timeIn } from '../documents/records/phrases/times.ts'
import { paperAddress, paperKey } from './paper-links.ts'
import { looksClosed } from './rules.ts'
import type { ListedMeeting, SiteMeeting, SitePaper } from './types.ts'

interface Link {
  readonly href: string
  readonly words: string
  /** What stands behind it before the next link: " - CANCELLED". */
  after: string
}

/** `ieListMeetings.aspx`: "15 Jun 2026 7:30 pm - CANCELLED"; `undefined` when it is no such page. */
export function meetingsOn(bytes: Uint8Array, page: URL): ListedMeeting[] | undefined {
  const html = decodePage(bytes)
  // A committee without meetings has the page all the same; an error page of the same site has not its words.
  if (!/mgNonBulletTableList|mgMeetingTableLnk|ieListMeetings/i.test(html)) return undefined
  const found = new Map<number, ListedMeeting>()
  for (const { href, words, after } of linksIn(html)) {
    const id = meetingId(href, page)
    const day = dateIn(words)
    if (id === undefined || day === undefined || found.has(id)) continue
    const time = foldSpace(words.slice(day.index + day.length))
    found.set(id, { siteMeetingId: id, date: day.date, time, status: statusIn(after) })
  }
  return [...found.values()]
}

/** `ieListDocuments.aspx`: one meeting's page with its papers. */
export function meetingOn(bytes: Uint8Array, page: URL, listed: ListedMeeting): SiteMeeting | undefined {
  const html = decodePage(bytes)
  if (!/mgSubTitleTxt|mgMainTitleTxt/.test(html)) return undefined
  const links = linksOn(html, page, String(listed.siteMeetingId))
  const { papers, restricted } = papersOn(html, page)
  const venue = /Venue:?\s*<\/span>\s*:?\s*([^<]{1,300})/i.exec(html)?.[1] ?? ''
  return {
    ...listed,
    venue: wordsOf(venue),
    hasAgenda: [links.pack, links.choosePack, links.frontSheet].some((link) => link !== undefined),
    papers,
    restricted,
    isByService: false,
    isByPage: true,
  }
}

/** Those of the page's papers that belong to the whole meeting: the web service does not name them. */
export function papersOfWholeMeeting({ papers }: SiteMeeting): SitePaper[] {
  return papers.filter((paper) => paper.key.startsWith('b'))
}

function papersOn(html: string, page: URL): { papers: SitePaper[]; restricted: number } {
  const papers = new Map<string, SitePaper>()
  const closed = new Set<string>()
  for (const { href, words } of linksIn(html)) {
    const url = paperAddress(href, page)
    if (!url || !/\/documents\/[bs]\d{1,9}\//i.test(url.pathname)) continue
    const key = paperKey(url)
    // "Appendix 2 , item 7. PDF 120 KB": the file's kind and size are for the eye, the item for the ear.
    const item = /,\s*item\s+([\w.]{1,10}?)\.?\s*(?:PDF|$)/i.exec(words)?.[1] ?? ''
    const title = words.replace(/\s*(?:,\s*item\s+[\w.]{1,10})?\s*(?:PDF\s+[\d.,]+\s*[KM]?B)?\s*$/i, '')
    if (looksClosed(words) || looksClosed(url.pathname)) closed.add(key)
    else if (!papers.has(key)) papers.set(key, { key, address: url.href, title, item })
  }
  return { papers: [...papers.values()], restricted: closed.size }
}

function meetingId(href: string, page: URL): number | undefined {
  if (!URL.canParse(href, page.href)) return undefined
  const url = new URL(href, page)
  if (url.host !== page.host || !/\/ielistdocuments\.aspx$/i.test(url.pathname)) return undefined
  const id = [...url.searchParams].find(([name]) => ['mid', 'meetingid'].includes(name.toLowerCase()))?.[1]
  return id !== undefined && /^\d{1,9}$/.test(id) ? Number(id) : undefined
}

/** Behind the link stand a status or the papers that are out: "CANCELLED", "Agenda, Decisions, Minutes". */
function statusIn(after: string): string {
  const said = after.replace(/^[\s\-–—:]+/, '').trim()
  return /^(?:agenda|decisions?|minutes|draft|attendance)\b/i.test(said) && !/cancel|postpon/i.test(said)
    ? ''
    : said
}

function linksIn(html: string): Link[] {
  const tree = htmlTree(html)
  const links: Link[] = []
  if (!tree) return links
  let open: { node: HtmlNode; href: string; words: string } | undefined
  walk(tree, {
    enter(node) {
      if (node.tag === 'script' || node.tag === 'style') return false
      if (node.tag === 'a') open = { node, href: attributeOf(node, 'href') ?? '', words: '' }
      // A list's next entry is about something else.
      if (node.tag === 'li' && links.length > 0) links.push({ href: '', words: '', after: '' })
      if (node.tag === '#text') {
        const last = links.at(-1)
        if (open) open.words += node.text
        else if (last) last.after += node.text
      }
      return true
    },
    leave(node) {
      if (open?.node !== node) return
      links.push({ href: open.href, words: foldSpace(open.words), after: '' })
      open = undefined
    },
  })
  return links.filter((link) => link.href !== '')
}

function wordsOf(html: string): string {
  const tree = htmlTree(html)
  let words = ''
  if (tree)
    walk(tree, {
      enter(node) {
        if (node.tag === '#text') words += node.text
        return true
      },
      leave: () => undefined,
    })
  return foldSpace(words)
}

/** "10.00 am", "13:30", "10.30" → `HH:MM`; `undefined` where nobody can say what time it is. */
export function startTimeOf(time: string): string | undefined {
  return timeIn(time, true)?.time
}
