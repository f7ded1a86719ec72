import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { isEmpty, isStatus } from './cell-values.ts'
import type { RowsOf } from './columns.ts'
import { datedHeading, endsTopics, undatedHeading } from './dated-headings.ts'
import { labelsWithin } from './labels-within.ts'
import { leadAtEnd, statusAtEnd } from './said-at-end.ts'

/** A topic is named, not told. */
const LONGEST = 45
const MARK = /^(?:[•●▪◦·*–—-]|\(?\d{1,2}[.)]|\d{1,2}(?=\s{2}))\s*/

/** "3. Items to be scheduled" */
const COUNTED = /^\d{1,2}[.)]\s+/

/** "Title: ..." is a field of a card, not a topic. */
const FIELDS =
  /^(?:title|subject|description|summary|key decision|decision|date\b.*|decision[ -](?:maker|taker)|portfolio.*|.*\bofficer|.*\bauthor|contact.*|open or .*|public or .*|exempt.*|purpose|status|ward.*|documents.*|consult.*)$/i

interface Topic {
  at: Line
  marked: boolean
  texts: string[]
  standing: PaperEntry
}

/** The entries of a paper without a table: below the date of each meeting, one a line or one a bullet. */
export function listedEntries(
  lines: readonly Line[],
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): Found<PaperEntry>[] {
  const topics: Topic[] = []
  let standing: PaperEntry | undefined
  let dated = false
  for (const line of lines) {
    const date = line.bullet ? undefined : datedHeading(line.text)
    const last = topics.at(-1)
    if (date !== undefined) {
      dated = true
      standing = of === 'tracker' ? { date } : { meetingDate: date }
    } else if (dated && !line.bullet && isHeading(line) && undatedHeading(line.text.replace(COUNTED, '')))
      standing = { section: line.text.replace(COUNTED, '').replace(/:$/, '') }
    else if (!isMarked(line) && isHeading(line) && endsTopics(line.text)) standing = undefined
    else if (!standing) continue
    else if (last && goesOn(last, line, standing)) last.texts.push(line.text.replace(MARK, ''))
    else topics.push({ at: line, marked: isMarked(line), texts: [line.text], standing })
  }
  return topics.flatMap((topic) => {
    const entry = entryOf(topic, of, vocabulary)
    return entry ? [found(entry, topic.at)] : []
  })
}

function isMarked(line: Line): boolean {
  return line.bullet === true || MARK.test(line.text)
}

/** A heading of the paper stands apart, or is set as one. */
function isHeading(line: Line): boolean {
  return (line.gapAbove || line.heading) && !/[.;,]$/.test(line.text)
}

/** Below a marked topic, what has no mark and no white space above it is more of the same; so is a line with a label. */
function goesOn(last: Topic, line: Line, standing: PaperEntry): boolean {
  if (last.standing !== standing) return false
  if (labelsWithin(line.text.replace(MARK, '')).before === '') return true
  if (isMarked(line)) return false
  return !line.gapAbove && (last.marked || /^[\p{Ll}(]/u.test(line.text))
}

function entryOf(
  { texts, standing }: Topic,
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): PaperEntry | undefined {
  const { before, parts } = labelsWithin(joinLines(texts, vocabulary))
  const text = before.replace(MARK, '').trim()
  const label = /^(\p{Lu}[^:]{1,40}?)\s?:\s/u.exec(text)?.[1]
  if (label !== undefined && FIELDS.test(label)) return undefined
  if (text.split(' ').length > LONGEST || isEmpty(text) || /:$/.test(text) || !/\p{L}/u.test(text))
    return undefined
  const entry: PaperEntry = { ...standing, ...(of === 'tracker' ? actionOf(text) : topicOf(text)) }
  for (const part of parts) {
    if (part.meaning === 'owner') entry.owner ??= part.text
    else if (part.meaning === 'due') entry.due ??= part.text
    else if (part.meaning === 'reason') entry.reason ??= part.text
    else if (part.meaning === 'status' || isStatus(part.text)) entry.status ??= part.text
    else if (part.meaning === 'update' || part.meaning === 'comments') entry[part.meaning] ??= part.text
  }
  return of === 'tracker' && parts.length === 0 && entry.status === undefined ? undefined : entry
}

function topicOf(text: string): PaperEntry {
  const { text: title, owner } = leadAtEnd(text) ?? { text }
  return { title, ...(owner && { owner }) }
}

/** "26/04 Bus shelter – Clerk to get three quotes. DONE" */
function actionOf(text: string): PaperEntry {
  const { text: whole, status } = statusAtEnd(text) ?? { text }
  const minute = MINUTE.exec(whole)
  return {
    ...(minute?.[1] && { minute: minute[1] }),
    recommendation: minute ? whole.slice(minute[0].length) : whole,
    ...(status && { status }),
  }
}

const MINUTE = /^(?:min(?:ute)?\.? )?([A-Z]{0,4}\d{1,4}\/\d{1,4}|[A-Z]{1,4}\d{1,4})[.:]?\s+(?=\p{L})/iu
