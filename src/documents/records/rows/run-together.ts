import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { looksLikeName, plainName } from '../phrases/names.ts'
import { exemptionIn, isExemptionNote } from './exemption.ts'
import { summaryIn } from './title-and-summary.ts'

/** "Lead Officer Title and summary of Decision Meeting date Decision taker": a head whose cells ran together. */
const HEAD =
  /^(?<owner>(?:(?:lead|contact|responsible|report)\s)?(?:officer|author)\b.{0,40}?)?\b(?:title|items?|subject|topic|decision|matter|issue)\b.{0,60}?\b(?:meeting|decision|committee)?\s?date\b/i
const LONGEST_HEAD = 20
/** How many rows above and below are asked what the columns beside a title hold. */
const NEIGHBOURS = 15
/** The officer's address is the last line of the officer's cell. */
const EMAIL = /^\s*\S{1,60}@\S{0,60}|^\S{1,40}\.\S{0,20}-$/
/** A title runs over no more lines than this. */
const TITLE_LINES = 4

interface RunTogetherRow {
  first: Line
  /** What stands before the date: the cells of officer and title, or the title alone. */
  before: string
  meetingDate: string
  after: string
  rest: Line[]
}

/**
 * The rows of a table in a text that kept its lines but not its columns. Each row begins with a line that holds the
 * date of the meeting; before it stand the officer and the title, which only other rows can tell apart.
 */
export function runTogetherRows(lines: readonly Line[]): Found<PaperEntry>[] {
  const head = lines.find((line) => isHead(line))
  if (!head) return []
  const rows = rowsBelow(lines, head)
  const hasOwner = HEAD.exec(head.text)?.groups?.['owner'] !== undefined
  const column = hasOwner ? ownerColumn(rows) : undefined
  const entries = rows.flatMap((row, at) => {
    const owner = column?.cells.get(row)
    const near = rows.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    const title = titleOf(row, owner, near, column?.width)
    if (title === '' || (hasOwner && owner === undefined)) return []
    const name = owner && plainName(owner.split(/,|\s[–-]\s/)[0] ?? '')
    const entry: PaperEntry = {
      meetingDate: row.meetingDate,
      title,
      ...(name && looksLikeName(name) && { owner: name }),
      ...exemptionIn(row.rest.map(({ text }) => text)),
    }
    return [found(entry, row.first)]
  })
  const [first, ...others] = entries
  // Once is enough: whoever looks at one of the rows sees them all.
  return first ? [{ ...first, doubt: { code: 'by-layout', text: head.text } }, ...others] : []
}

function isHead(line: Line): boolean {
  return (
    line.cells.length === 1 &&
    line.text.split(' ').length <= LONGEST_HEAD &&
    !/[.;:]$/.test(line.text) &&
    !dateIn(line.text) &&
    HEAD.test(line.text)
  )
}

function rowsBelow(lines: readonly Line[], head: Line): RunTogetherRow[] {
  const rows: RunTogetherRow[] = []
  let fresh = false
  for (const line of lines.slice(lines.indexOf(head))) {
    if (line.text === head.text) {
      fresh = true
      continue
    }
    const date = line.gapAbove || fresh ? dateIn(line.text) : undefined
    const before = date ? line.text.slice(0, date.index).trim() : ''
    fresh = false
    if (date && before.split(' ').length >= 2) {
      const after = line.text.slice(date.index + date.length).trim()
      rows.push({ first: line, before, meetingDate: date.date, after, rest: [] })
    } else rows.at(-1)?.rest.push(line)
  }
  return rows
}

interface OwnerColumn {
  cells: Map<RunTogetherRow, string>
  /** In letters, where enough rows show it. */
  width: number | undefined
}

/** The officer's cell of each row: what the rows of one officer begin with, no wider than the column is. */
function ownerColumn(rows: readonly RunTogetherRow[]): OwnerColumn {
  const groups = new Map<string, RunTogetherRow[]>()
  for (const row of rows) {
    const key = row.before.split(' ').slice(0, 2).join(' ')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const shared = [...groups.values()]
    .filter((group) => new Set(group.map(({ before }) => before)).size >= 3)
    .map((group) => commonStart(group.map(({ before }) => before)))
  const width = shared.length > 0 ? Math.max(...shared.map((text) => text.length)) : undefined
  const cells = new Map<RunTogetherRow, string>()
  for (const group of groups.values()) {
    const start = commonStart(group.map(({ before }) => before))
    const several = new Set(group.map(({ before }) => before)).size >= 2
    if (!several && width === undefined) continue
    for (const row of group) cells.set(row, fitting(several ? start : row.before, width ?? start.length))
  }
  return { cells, width }
}

/** The words that all texts begin with. */
function commonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts.map((text) => text.split(' '))
  const words = Array.isArray(first) ? first : []
  let length = 0
  while (length < words.length && others.every((other) => other[length] === words[length])) length += 1
  return words.slice(0, length).join(' ')
}

/** As many words as fit a column; letters differ in width, so that one or two more may. */
function fitting(text: string, width: number): string {
  let cell = ''
  for (const word of text.split(' ')) {
    const longer = cell === '' ? word : `${cell} ${word}`
    if (longer.length > width + 2) break
    cell = longer
  }
  return cell
}

function titleOf(
  row: RunTogetherRow,
  owner: string | undefined,
  rows: readonly RunTogetherRow[],
  width: number | undefined,
): string {
  const parts = [row.before.slice(owner?.length ?? 0).trim()]
  for (const [at, line] of row.rest.slice(0, TITLE_LINES).entries()) {
    const left = owner === undefined ? '' : leftOf(line.text, at, row, owner, rows, width)
    const middle = line.text
      .slice(left.length, line.text.length - rightOf(line.text, at, row, rows).length)
      .replace(EMAIL, '')
      .trim()
    if (/^(?:\d\.\s)?To\s\p{Ll}/u.test(middle)) break
    const summary = summaryIn(middle)
    if (summary !== undefined) {
      parts.push(middle.slice(0, summary))
      break
    }
    if (middle === '' || isExemptionNote(middle)) break
    parts.push(middle)
  }
  const whole = parts.join(' ').replace(/\s+/g, ' ').trim()
  const summary = summaryIn(whole)
  return summary === undefined || summary === 0 ? whole : whole.slice(0, summary).trim()
}

/** What the officer's cell holds on a further line of the row: what it holds in other rows of the officer, or what fits the column. */
function leftOf(
  text: string,
  at: number,
  row: RunTogetherRow,
  owner: string,
  rows: readonly RunTogetherRow[],
  width: number | undefined,
): string {
  const ofOfficer = rows.filter((other) => other !== row && other.before.startsWith(owner))
  const shared = longestShared(text, linesAt(ofOfficer, at), 'start')
  const addressFollows = row.rest.slice(at + 1, at + 1 + TITLE_LINES).some((line) => EMAIL.test(line.text))
  const left = shared === '' && addressFollows && width !== undefined ? fitting(text, width) : shared
  // "To" begins what each decision is about, and is no part of the officer's office.
  return left.replace(/(?:^|\s)To(?:\s.*)?$/, '')
}

/** What the cells behind the date hold on that line, as in other rows of the same committee. */
function rightOf(text: string, at: number, row: RunTogetherRow, rows: readonly RunTogetherRow[]): string {
  const same = rows.filter((other) => other !== row && sharesWord(other.after, row.after))
  return longestShared(text, linesAt(same, at), 'end')
}

function linesAt(rows: readonly RunTogetherRow[], at: number): string[] {
  return rows.flatMap((row) => row.rest[at]?.text ?? [])
}

function sharesWord(one: string, other: string): boolean {
  return one !== '' && one.split(' ')[0] === other.split(' ')[0]
}

/** The most words that a text begins or ends with as at least one of the others does. */
function longestShared(text: string, others: readonly string[], side: 'start' | 'end'): string {
  let best = ''
  for (const other of others) {
    const shared =
      side === 'start' ? commonStart([text, other]) : reversed(commonStart([reversed(text), reversed(other)]))
    if (shared.length > best.length && shared !== text) best = shared
  }
  return best
}

function reversed(text: string): string {
  return text.split(' ').reverse().join(' ')
}
