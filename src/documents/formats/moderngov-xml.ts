import { foldSpace } from '../lines/clean-text.ts'
import type { Line } from '../lines/line.ts'
import type { AnsweredItem, AnsweredMeeting, Attendee } from '../records/moderngov/answered-meeting.ts'
import { decodePage } from './decode.ts'
import { readMarkup } from './html.ts'
import { DamagedXml, XmlWithDeclarations } from './xml.ts'
import { childOf, type XmlElement, xmlTree } from './xml-tree.ts'

export type AnswerReading =
  | { ok: true; meetings: AnsweredMeeting[] }
  /** Not sound XML, or XML about something else. */
  | { ok: false; code: 'damaged' | 'other' }

/** The answers about meetings: of one meeting with its items, of a committee's meetings, and of all in a time. */
const ANSWERS = new Set(['meeting', 'getmeetings', 'getmeetingsbydate'])

/** An answer of Modern.Gov's web service, also in the envelope of SOAP. */
export function readModernGovXml(bytes: Uint8Array): AnswerReading {
  try {
    const answer = answerIn(xmlTree(decodePage(bytes)))
    if (!answer) return { ok: false, code: 'other' }
    const meetings: AnsweredMeeting[] = []
    collect(answer, undefined, meetings)
    return { ok: true, meetings }
  } catch (problem) {
    if (problem instanceof XmlWithDeclarations) return { ok: false, code: 'other' }
    if (problem instanceof DamagedXml) return { ok: false, code: 'damaged' }
    throw problem
  }
}

/** The envelope, its body, the response and the result are wrapped around an answer by SOAP. */
const MOST_WRAPPED = 5

function answerIn(root: XmlElement): XmlElement | undefined {
  let element: XmlElement | undefined = root
  for (let depth = 0; element && depth <= MOST_WRAPPED; depth += 1) {
    const found: XmlElement | undefined = element.children.find((child) => ANSWERS.has(child.name))
    if (found) return found
    element = element.children.find((child) => child.children.length > 0)
  }
  return undefined
}

function collect(element: XmlElement, committee: Line | undefined, meetings: AnsweredMeeting[]): void {
  const named = said(element, 'committeetitle') ?? committee
  if (element.name === 'meeting') meetings.push(meetingOf(element, named))
  else for (const child of element.children) if (child.children.length > 0) collect(child, named, meetings)
}

function meetingOf(meeting: XmlElement, committee: Line | undefined): AnsweredMeeting {
  const items = childrenOf(meeting, 'agendaitems').filter((item) => isOn(item, 'isdisplayallowed', true))
  return {
    line: lineOf(meeting, 'meeting'),
    minutesPublished: isOn(meeting, 'minutepublished'),
    decisionsPublished: isOn(meeting, 'decisionpublished'),
    items: items.flatMap(itemOf),
    attendees: childrenOf(meeting, 'attendees').flatMap(attendeeOf),
    ...stated('committee', committee ?? commonest(items.flatMap(committeesOf))),
    ...stated('date', said(meeting, 'meetingdate')),
    ...stated('time', said(meeting, 'meetingtime')),
    ...stated('plannedEnd', said(meeting, 'meetingplannedfinishtime')),
    ...stated('ended', said(meeting, 'meetingactualfinishtime')),
    ...stated('venue', said(meeting, 'meetinglocation') ?? said(meeting, 'meetingroom')),
    ...stated('status', said(meeting, 'meetingstatus')),
  }
}

function stated<Key extends string>(key: Key, line: Line | undefined): Partial<Record<Key, Line>> {
  const fields: Partial<Record<Key, Line>> = {}
  if (line) fields[key] = line
  return fields
}

/** Headings between the items are items too, without a title or with the number 0 and none to show. */
function itemOf(item: XmlElement): AnsweredItem[] {
  const title = said(item, 'agendaitemtitle')
  const number = said(item, 'fulldisplaynumberformat')?.text.replace(/[\s.):]+$/, '') ?? ''
  if (!title || (number === '' && said(item, 'agendaitemnumber')?.text === '0')) return []
  const closedPapers = childrenOf(item, 'linkeddocuments').filter((paper) => isOn(paper, 'isrestricted'))
  const reason = closedPapers.map((paper) => said(paper, 'restrictionsRef')?.text ?? '').join(' ')
  const paragraph = /\b(\d{1,2})\b/.exec(reason)?.[1]
  return [
    {
      number,
      title,
      closed: isOn(item, 'isrestricted'),
      closedPapers: closedPapers.length > 0,
      ...(paragraph !== undefined && { paragraph }),
      agenda: body(item, 'agendatext'),
      decision: body(item, 'decisionnonemptyhtmlbody'),
      minutes: body(item, 'minutesnonemptyhtmlbody'),
    },
  ]
}

function attendeeOf(attendee: XmlElement): Attendee[] {
  const name = plain(attendee.attributes['name'] ?? '')
  if (name === '') return []
  const role = plain(attendee.attributes['roledescription'] ?? '')
  return [{ line: lineOf(attendee, name), role, attendance: plain(attendee.attributes['attendance'] ?? '') }]
}

/** An item may be referred to another committee; its papers are of the one that meets. */
function committeesOf(item: XmlElement): Line[] {
  const papers = childrenOf(item, 'linkeddocuments').map((paper) => said(paper, 'committeetitle'))
  return [...papers, said(item, 'refertocommittee')].filter((line) => line !== undefined)
}

function commonest(lines: readonly Line[]): Line | undefined {
  const times = new Map<string, number>()
  for (const line of lines) times.set(line.text, (times.get(line.text) ?? 0) + 1)
  const most = Math.max(0, ...times.values())
  return lines.find((line) => times.get(line.text) === most)
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return childOf(element, name)?.children ?? []
}

function isOn(element: XmlElement, name: string, otherwise = false): boolean {
  const text = childOf(element, name)?.text.trim().toLowerCase()
  return text === undefined || text === '' ? otherwise : text === 'true'
}

/** What an element says, if it says anything. */
function said(element: XmlElement, name: string): Line | undefined {
  const child = childOf(element, name)
  const text = child ? plain(child.text) : ''
  return child && text !== '' ? lineOf(child, text) : undefined
}

/** Titles are escaped once for HTML and once more for XML. */
function plain(escaped: string): string {
  if (!/[&<]/.test(escaped)) return foldSpace(escaped)
  const reading = readMarkup(escaped)
  return reading.ok
    ? foldSpace(
        reading.pages
          .flat()
          .map((line) => line.text)
          .join(' '),
      )
    : foldSpace(escaped)
}

/** The web page that an element holds, escaped: Word's HTML. */
function body(element: XmlElement, name: string): Line[] {
  const child = childOf(element, name)
  const reading = child && child.text.trim() !== '' ? readMarkup(child.text) : undefined
  if (!child || !reading?.ok) return []
  return reading.pages.flat().map((line) => ({ ...line, page: 1, line: child.line }))
}

function lineOf(element: XmlElement, text: string): Line {
  return {
    page: 1,
    line: element.line,
    text,
    cells: [{ text, indent: 0 }],
    gapAbove: true,
    furniture: false,
    heading: false,
  }
}
