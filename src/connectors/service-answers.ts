// What Modern.Gov's web service answers, as XML. A page of HTML in its place is no answer.
import { decodePage } from '../documents/formats/decode.ts'
import { DamagedXml, XmlWithDeclarations } from '../documents/formats/xml.ts'
import { childOf, type XmlElement, xmlTree } from '../documents/formats/xml-tree.ts'
import { dateIn } from '../documents/records/phrases/dates.ts'
import { paperAddress, paperKey, plainTitle } from './paper-links.ts'
import { looksClosed } from './rules.ts'
import type { ListedMeeting, SiteMeeting, SitePaper } from './types.ts'

/** GetMeetings: the meetings of one committee; `undefined` when the service did not answer at all. */
export function meetingsAnswered(bytes: Uint8Array, siteCommitteeId: number): ListedMeeting[] | undefined {
  const root = treeOf(bytes)
  const answer = root && descendants(root).find((it) => ANSWERS.includes(it.name))
  if (!answer) return undefined
  const committees = descendants(answer).filter((it) => it.name === 'committee')
  const ours = committees.filter((it) => {
    const id = textOf(it, 'committeeid')
    return id === '' || Number(id) === siteCommitteeId
  })
  const within = committees.length > 0 ? ours : [answer]
  return within.flatMap(descendants).flatMap((it) => (it.name === 'meeting' ? listed(it) : []))
}

/** GetMeeting: one meeting with its papers; `undefined` when the service did not answer, or hides it. */
export function meetingAnswered(bytes: Uint8Array, page: URL): SiteMeeting | undefined {
  const root = treeOf(bytes)
  const meeting = root && descendants(root).find((it) => it.name === 'meeting')
  const [what] = meeting ? listed(meeting) : []
  if (!meeting || !what) return undefined
  const papers: SitePaper[] = []
  let restricted = 0
  const take = (holder: XmlElement, item: string, isClosed: boolean) => {
    for (const linked of childOf(holder, 'linkeddocuments')?.children ?? []) {
      const paper = isClosed || closedPaper(linked) ? 'closed' : paperOf(linked, item, page)
      if (paper === 'closed') restricted += 1
      else if (paper) papers.push(paper)
    }
  }
  take(meeting, '', false)
  for (const item of childOf(meeting, 'agendaitems')?.children ?? []) {
    const isClosed = isOn(item, 'isrestricted') || textOf(item, 'isdisplayallowed').toLowerCase() === 'false'
    take(item, textOf(item, 'fulldisplaynumberformat').replace(/[\s.):]+$/, ''), isClosed)
  }
  return {
    ...what,
    venue: textOf(meeting, 'meetinglocation') || textOf(meeting, 'meetingroom'),
    hasAgenda: isOn(meeting, 'agendapublished'),
    papers,
    restricted,
    isByService: true,
    isByPage: false,
  }
}

const ANSWERS = ['getmeetings', 'getmeetingsbydate']

function treeOf(bytes: Uint8Array): XmlElement | undefined {
  const text = decodePage(bytes)
  // The service's own error page is HTML with a status of 200 at some councils.
  if (/^\s*<(?:!doctype\s+html|html)\b/i.test(text)) return undefined
  try {
    return xmlTree(text)
  } catch (problem) {
    if (problem instanceof DamagedXml || problem instanceof XmlWithDeclarations) return undefined
    throw problem
  }
}

function descendants(element: XmlElement): XmlElement[] {
  const found = [...element.children]
  // What is found on the way is gone through, too.
  for (const next of found) for (const child of next.children) found.push(child)
  return found
}

/** Without a number or a day it is not a meeting that anybody could be told of; some are not to be shown. */
function listed(meeting: XmlElement): ListedMeeting[] {
  const id = textOf(meeting, 'meetingid')
  const date = dateIn(textOf(meeting, 'meetingdate'))?.date
  const isHidden = textOf(meeting, 'isdisplayallowed').toLowerCase() === 'false'
  if (!/^\d{1,9}$/.test(id) || date === undefined || isHidden) return []
  return [
    {
      siteMeetingId: Number(id),
      date,
      time: textOf(meeting, 'meetingtime'),
      status: textOf(meeting, 'meetingstatus'),
    },
  ]
}

/** The mark does not always show in the title, nor the other way round: either of them closes it. */
function closedPaper(linked: XmlElement): boolean {
  return (
    isOn(linked, 'isrestricted') ||
    textOf(linked, 'restrictionsRef') !== '' ||
    looksClosed(textOf(linked, 'title')) ||
    looksClosed(textOf(linked, 'ownertitle'))
  )
}

function paperOf(linked: XmlElement, item: string, page: URL): SitePaper | undefined {
  // What was decided comes after the meeting, and is no paper for it.
  if (isOn(linked, 'isdecisionattachment')) return undefined
  const url = paperAddress(textOf(linked, 'url'), page)
  return url && { key: paperKey(url), address: url.href, title: textOf(linked, 'title'), item }
}

function isOn(element: XmlElement, name: string): boolean {
  return textOf(element, name).toLowerCase() === 'true'
}

/** Empty elements hold a line break. */
function textOf(element: XmlElement, name: string): string {
  const child = childOf(element, name)
  return child ? plainTitle(child.text) : ''
}
