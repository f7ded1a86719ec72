import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, type FoundFields, found } from '../found.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { committeeIn } from '../heading/committee.ts'
import { councilIn } from '../heading/council.ts'
import { publishedIn } from '../heading/issue.ts'
import { whenIn } from '../heading/when.ts'
import { TRACKER_TITLE } from '../kinds/kind-signs.ts'
import { isProgrammeTitle, namesTracker } from '../kinds/rows-titles.ts'
import { membersIn } from '../people/members.ts'
import { dateIn } from '../phrases/dates.ts'
import { looksLikeName, plainName } from '../phrases/names.ts'
import { statedBody } from '../reports/meeting-of-report.ts'
import { statedIn } from '../reports/stated.ts'
import { dateAlone } from './cell-values.ts'

/** How far into such a paper its heading goes; a forward plan explains itself first. */
const HEADING = 90
/** A tracker's own name stands near its top. */
const TOP = 25

/** The lines above the first row. */
export function aboveRows(lines: readonly Line[], entries: readonly Found<PaperEntry>[]): readonly Line[] {
  const first = entries[0]?.at
  const at = first ? lines.findIndex(({ page, line }) => page === first.page && line === first.line) : -1
  const above = lines.slice(0, at < 0 ? HEADING : Math.min(at, HEADING))
  // The day of a meeting right above its rows is theirs, not the paper's.
  const last = above.at(-1)
  const day = last && dateAlone(last.text)
  return day !== undefined && entries[0]?.value.date === day ? above.slice(0, -1) : above
}

/** What the heading of a tracker says of it: its own name, and the committee and day that it goes to. */
export function trackerHeading(heading: readonly Line[], lines: readonly Line[]): FoundFields {
  const title = titleOf(heading.slice(0, TOP))
  const own = title && !ANOTHER_DAY.test(title.text) ? dateIn(title.text) : undefined
  const fields = ofMeeting(heading, lines, title)
  return {
    ...fields,
    title: title && found(title.text.replace(BEFORE_TITLE, ''), title),
    date: title && own ? found(own.date, title) : fields.date,
  }
}

/** "Appendix 2 – Action log", "Report title: Action log" */
const BEFORE_TITLE =
  /^(?:(?:appendix|annex) \w{1,3}\s*[:–—-]|(?:report )?(?:title|subject)(?: of (?:the )?report)?\s*:)\s*/i

/** The line that calls it a tracker, or else its first heading. */
function titleOf(top: readonly Line[]): Line | undefined {
  return (
    top.find((line) => TRACKER_TITLE.test(line.text) && line.text.split(' ').length <= 16) ??
    top.find((_, index) => namesTracker(top, index)) ??
    top.find(({ level, text }) => level === 1 && !councilAlone(text) && !looksLikeBody(text))
  )
}

/** What the heading of a work programme says of it: whose it is, for which years, and whom to ask. */
export function programmeHeading(heading: readonly Line[], lines: readonly Line[]): FoundFields {
  const title = heading.find((_, index) => isProgrammeTitle(heading, index))
  const { council, committee } = ofMeeting(heading, lines, title)
  const membership = membersIn(heading)
  return {
    council,
    committee: (title && bodyInTitle(title)) ?? bodyAlone(heading) ?? committee,
    published: publishedIn(heading),
    chair: membership?.chair,
    viceChair: membership?.viceChair,
    members: membership?.members,
    period: periodIn(heading),
    contact: contactIn(heading),
  }
}

/** "Transport Policy Committee" on a line of its own; "Committee" alone is the end of a broken one. */
function bodyAlone(heading: readonly Line[]): Found<string> | undefined {
  const line = heading.find(
    ({ text }) =>
      looksLikeBody(text) &&
      text.split(' ').length >= 2 &&
      !councilAlone(text) &&
      !/^committee\b/i.test(text),
  )
  return line && committeeIn([line], undefined, heading)
}

const CALLED =
  /(?:\b(?:the|for|of)\s|[\s–—:-]){0,4}\b(?:(?:forward|scrutiny|annual|draft)\s){0,2}(?:work(?:ing)? (?:programme|plan)|forward plan|(?:rolling |outstanding )?(?:action|recommendation|decision)s?\b|matters arising|improvement plan|review\b)/i

/** "Ports Scrutiny Committee – Forward Work Programme", "Action Log: Ports Panel". */
function bodyInTitle(title: Line): Found<string> | undefined {
  const { text } = title
  const called = CALLED.exec(text)
  const before = called ? text.slice(0, called.index).trim() : ''
  const behind = /(?:\s[–—-]\s|:\s|\b(?:of|for) the )(\p{Lu}.{3,80})$/u.exec(text)?.[1] ?? ''
  const body = [before, behind].find((part) => looksLikeBody(part) && !councilAlone(part))
  return body === undefined ? undefined : found(body, title)
}

/** The day on which it was last brought up to date, or on which somebody else decided, is not that of its meeting. */
const ANOTHER_DAY =
  /\b(?:updated?|last (?:reviewed|amended|revised)|revised|adopted|agreed|approved|version|correct|as (?:at|of)|from|since|between)\b/i
/** "Actions arising from Council" names none. */
const NO_COUNCIL = /\b(?:actions?|recommendations?|decisions?|resolutions?|matters)\b/i
/** Longer lines explain the paper. */
const LONGEST = 20

function ofMeeting(heading: readonly Line[], lines: readonly Line[], title: Line | undefined): FoundFields {
  const short = heading.flatMap(sentencesOf).filter(({ text }) => text.split(' ').length <= LONGEST)
  const dated = short.filter(({ text }) => !ANOTHER_DAY.test(text) || !dateIn(text))
  const when = whenIn(dated)
  const committee =
    (title && bodyInTitle(title)) ??
    goesTo(dated) ??
    statedBody(statedIn(heading), heading) ??
    committeeIn(dated, when?.index, lines)
  const council = councilIn(short, committee, lines)
  const isName = council && !NO_COUNCIL.test(council.value)
  return { council: isName ? council : undefined, committee, date: when?.date }
}

/** "For the Ports Panel on 4 May 2027". */
function goesTo(lines: readonly Line[]): Found<string> | undefined {
  for (const line of lines) {
    const body = /^(?:for|to)(?: the)? (\p{Lu}.{3,80}?),? on (?:\p{Lu}\p{L}{5,8},? )?(?:the )?\d/iu.exec(
      line.text,
    )?.[1]
    if (body && looksLikeBody(body)) return found(body, line)
  }
  return undefined
}

/** "Last updated: 4 May 2027. For the Panel on 11 May 2027." as two lines. */
function sentencesOf(line: Line): Line[] {
  const sentences = line.text.slice(0, 1000).split(/(?<=\.)\s+(?=\p{Lu})/u)
  return sentences.length === 1 || line.cells.length > 1
    ? [line]
    : sentences.map((text) => ({ ...line, text, cells: [{ text, indent: line.cells[0]?.indent ?? 0 }] }))
}

function periodIn(heading: readonly Line[]): Found<string> | undefined {
  for (const line of heading) {
    const period =
      /\b(?:work|forward)\s+(?:programme|plan)\b.{0,40}?\b(\d{4}\s?[-–/]\s?\d{2,4}|\d{4})\b/i.exec(line.text)
    if (period?.[1]) return found(period[1].replace(/\s/g, ''), line)
  }
  return undefined
}

function contactIn(heading: readonly Line[]): Found<string> | undefined {
  for (const [index, line] of heading.entries()) {
    const text = `${line.text} ${heading[index + 1]?.text ?? ''}`
    const after = /\b(?:please contact|contact(?: officer)?\s*:|lead officer\s*:)\s*(.{3,60})/i.exec(
      text,
    )?.[1]
    const name = after && plainName(after.split(/,|\s[-–—]\s|\s+(?:on|tel|telephone|e-?mail)\b/i)[0] ?? '')
    if (name?.includes(' ') && looksLikeName(name)) return found(name, line)
  }
  return undefined
}
