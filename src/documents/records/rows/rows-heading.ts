import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, type FoundFields, found } from '../found.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { committeeIn } from '../heading/committee.ts'
import { councilIn } from '../heading/council.ts'
import { publishedIn } from '../heading/issue.ts'
import { whenIn } from '../heading/when.ts'
import { TRACKER_TITLE } from '../kinds/kind-signs.ts'
import { membersIn } from '../people/members.ts'
import { dateIn } from '../phrases/dates.ts'
import { looksLikeName, plainName } from '../phrases/names.ts'

/** How far into such a paper its heading goes; a forward plan explains itself first. */
const HEADING = 90
/** A tracker's own name stands near its top. */
const TOP = 25

/** The lines above the first row. */
export function aboveRows(lines: readonly Line[], entries: readonly Found<PaperEntry>[]): readonly Line[] {
  const first = entries[0]?.at
  const at = first ? lines.findIndex(({ page, line }) => page === first.page && line === first.line) : -1
  return lines.slice(0, at < 0 ? HEADING : Math.min(at, HEADING))
}

/** What the heading of a tracker says of it: its own name, and the committee and day that it goes to. */
export function trackerHeading(heading: readonly Line[], lines: readonly Line[]): FoundFields {
  const title = heading
    .slice(0, TOP)
    .find((line) => TRACKER_TITLE.test(line.text) && line.text.split(' ').length <= 16)
  const own = title && dateIn(title.text)
  const fields = ofMeeting(heading, lines)
  return {
    ...fields,
    title: title && found(title.text.replace(/^(?:appendix|annex) \w{1,3}\s*[:–—-]\s*/i, ''), title),
    date: own ? found(own.date, title) : fields.date,
  }
}

/** What the heading of a work programme says of it: whose it is, for which years, and whom to ask. */
export function programmeHeading(heading: readonly Line[], lines: readonly Line[]): FoundFields {
  const { council, committee } = ofMeeting(heading, lines)
  const membership = membersIn(heading)
  return {
    council,
    committee: bodyAlone(heading) ?? committee,
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
  return line && found(line.text, line)
}

function ofMeeting(heading: readonly Line[], lines: readonly Line[]): FoundFields {
  const when = whenIn(heading)
  const committee = committeeIn(heading, when?.index, lines)
  return { council: councilIn(heading, committee, lines), committee, date: when?.date }
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
