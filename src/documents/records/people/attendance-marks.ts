import type { Cell, Line } from '../../lines/line.ts'
import { isTitled } from '../phrases/names.ts'
import { peopleIn } from '../phrases/people.ts'
import { isCaption } from './end-of-roll.ts'
import { rollAt } from './labels.ts'
import type { Roll, RollEntry, RollKind } from './roll.ts'

/** A star, a dagger, a tick, or a letter or two, but no word. */
const MARK = '(?:[*+#†‡✓✔√✗✘ü^~]{1,3}|(?!(?:in|at|no|to|an|as|is|of|by|or|we)\\b)[a-z]{1,2})'
const MEANING =
  '(?:present|attend(?:ed|ing|ance)|in attendance|absent|absence|apolog(?:y|ies)|not present|did not attend|remote(?:ly)?|virtual(?:ly)?|online)'
/** Those who look on from afar have no vote in England, and so are not among the present. */
const WITHOUT_VOTE = /\b(?:no|not|without)\b.{0,20}\bvot/i
const FROM_AFAR = /\b(?:remote|virtual|online|video|zoom|teams)/i
/** "* = present", "(P) Present", "* denotes Member present", "r remote (no voting rights)" */
const EXPLAINED = new RegExp(
  `(?:^|[\\s(,;:])\\(?(${MARK})\\)?\\s?(?:[=:–-]|denotes?|indicates?|means|shows?|was|were)?\\s?(?:that |the |those |a |members? |councillors? |was |were |who )*(${MEANING})\\b`,
  'gi',
)
/** "Those marked with an asterisk were present", "An asterisk denotes attendance" */
const STARRED = new RegExp(`\\basterisk(?:ed)?\\b.{0,60}?\\b(${MEANING})\\b`, 'i')
/** "Ash (P)" and "Birch (A)" need no legend where every name of a list has one. */
const WITHOUT_LEGEND = new Map<string, Meaning>([
  ['P', 'present'],
  ['A', 'absent'],
  ['AP', 'apologies'],
  ['AB', 'absent'],
])
const MEMBERSHIP = /^member(?:s|ship)\b[^:]{0,30}:?$/i
/** Where a mark says of some that they came by video, those without it came too. */
type Meaning = RollKind | 'from afar'
type Legend = ReadonlyMap<string, Meaning>
const LONGEST_LEGEND = 160
/** A list of members with a mark each is no longer. */
const LONGEST_LIST = 90
const FEWEST = 3
/** A sentence may look like one; a paper has no more. */
const MOST_LEGENDS = 4

/** A list in which a mark beside each name says who came, and the lines that hold nothing else. */
interface MarkedList {
  rolls: Roll[]
  /** What is left of the lines. */
  others: Line[]
}

/** The first list of names with marks, read by its legend, and the lines without it and without any legend. */
export function markedListIn(lines: readonly Line[]): MarkedList {
  const legends = new Set(lines.filter((line) => legendIn(line).size > 0))
  // What explains a mark names nobody, wherever its names stand.
  const others = lines.filter((line) => !legends.has(line))
  for (const line of [...legends].slice(0, MOST_LEGENDS)) {
    const marks = legendIn(line)
    const index = lines.indexOf(line)
    const above = listAt(lines, index, -1, marks)
    const list = above.length > 0 ? above.toReversed() : listAt(lines, index, 1, marks)
    if (list.length > 0) return markedList(others, list, marks, line)
  }
  const lettered = lines.filter((line) => line.cells.every(({ text }) => hasLetter(text)))
  return lettered.length >= FEWEST
    ? markedList(others, lettered, WITHOUT_LEGEND, undefined)
    : { rolls: [], others }
}

function hasLetter(text: string): boolean {
  return /\((?:P|A|Ap|Ab)\)$/i.test(text) && peopleIn(text).length === 1
}

/** What the marks of a line stand for: each mark and the roll of those who bear it. */
function legendIn(line: Line): Map<string, Meaning> {
  const legend = new Map<string, Meaning>()
  if (line.text.length > LONGEST_LEGEND || peopleIn(line.text).length > 0) return legend
  // The star of a list's legend was taken for a bullet.
  const text = `${line.bullet ? '* ' : ''}${line.text}`
  const explained = [...text.matchAll(EXPLAINED)]
  for (const [at, { 1: mark = '', 2: meaning = '', index }] of explained.entries())
    if (isMark(mark))
      legend.set(mark.toUpperCase(), meaningOf(meaning, text.slice(index, explained[at + 1]?.index)))
  const starred = STARRED.exec(text)?.[1]
  if (starred) legend.set('*', meaningOf(starred, text))
  return legend
}

function isMark(mark: string): boolean {
  return !/^\p{L}+$/u.test(mark) || /^(?:[A-Z]{1,2}|[prvx])$/.test(mark)
}

function meaningOf(word: string, explanation: string): Meaning {
  if (/^apolog/i.test(word)) return 'apologies'
  if (/^(?:absen|not|did)/i.test(word)) return 'absent'
  if (WITHOUT_VOTE.test(explanation)) return 'inAttendance'
  return FROM_AFAR.test(explanation) ? 'from afar' : 'present'
}

/** The lines of names above the legend (`step` -1) or below it, up to the first that holds anything else. */
function listAt(lines: readonly Line[], legend: number, step: 1 | -1, marks: Legend): Line[] {
  const list: Line[] = []
  for (let at = legend + step; Math.abs(at - legend) < LONGEST_LIST; at += step) {
    const line = lines[at]
    if (!line) break
    const named = entriesOf(line, marks)
    if (named) list.push(line)
    else if (!isCaption(line.text)) break
  }
  const entries = list.flatMap((line) => entriesOf(line, marks) ?? [])
  return entries.length > 1 && entries.some(({ mark }) => mark !== undefined) ? list : []
}

interface MarkedEntry extends RollEntry {
  mark?: string
}

/** The names of a line, each with the mark beside it; nothing where it holds anything else. */
function entriesOf(line: Line, marks: Legend): MarkedEntry[] | undefined {
  const entries: MarkedEntry[] = []
  let before = line.bullet ? '*' : undefined
  const cells = withoutLabel(line)
  const titled = cells.some(({ text }) => isTitled(text))
  for (const [at, { text }] of cells.entries()) {
    if (marks.has(text.toUpperCase())) {
      const last = entries.at(-1)
      // At the end of a line it belongs to the name before it.
      if (at === cells.length - 1 && last && last.mark === undefined) last.mark = text.toUpperCase()
      else before = text
      continue
    }
    const named = text.split(/,\s|\sand\s/).map((one) => withoutMark(one, marks))
    // A party or a ward in the next column.
    if (entries.length > 0 && titled && !isTitled(named[0]?.name ?? '')) continue
    if (named.some(({ name }) => peopleIn(name, { surnames: true }).length !== 1)) return undefined
    for (const { name, mark = before } of named)
      entries.push({ text: name, at: line, ...(mark && marks.has(mark) && { mark }) })
    before = undefined
  }
  return entries.length > 0 ? entries : undefined
}

/** What stands behind "Present:" or "Members:"; nothing where another label begins, such as that of apologies. */
function withoutLabel({ cells }: Line): Cell[] {
  const [first, ...others] = cells
  if (!first || MEMBERSHIP.test(first.text)) return others
  const label = rollAt(first.text)
  if (!label) return cells
  if (label.kind !== 'present') return []
  return label.rest === '' ? others : [{ ...first, text: label.rest }, ...others]
}

/** "*Cllr Ash", "Cllr Ash *", "Cllr Ash (P)", "Cllr Ash – P" */
function withoutMark(text: string, marks: Legend): { name: string; mark?: string } {
  const first = /^(?:councillors\s)?([^\p{L}\p{N}\s(]{1,3})\s?(.{3,})$/iu.exec(text)
  const last = /^(.{3,}?)\s?(?:\(([^()\s]{1,3})\)|[–-]\s([^()\s]{1,3})|([^\p{L}\p{N}\s().,]{1,3}))$/u.exec(
    text,
  )
  const behind = last?.[2] ?? last?.[3] ?? last?.[4]
  const [name, printed] = first ? [first[2], first[1]] : [last?.[1], behind]
  const mark = printed?.toUpperCase()
  return name && mark && marks.has(mark) ? { name, mark } : { name: text }
}

function markedList(
  lines: readonly Line[],
  list: readonly Line[],
  marks: Legend,
  legend: Line | undefined,
): MarkedList {
  const unmarked = meaningOfNoMark(marks)
  const rolls: Roll[] = []
  for (const at of list) {
    for (const entry of entriesOf(at, marks) ?? []) {
      const meaning = entry.mark === undefined ? unmarked : marks.get(entry.mark)
      if (!meaning) continue
      const kind = meaning === 'from afar' ? 'present' : meaning
      const roll = rolls.find((one) => one.kind === kind)
      if (roll) roll.entries.push(entry)
      else rolls.push({ kind, label: legend?.text ?? at.text, at, entries: [entry] })
    }
  }
  const taken = new Set(list)
  return { rolls, others: lines.filter((line) => !taken.has(line)) }
}

/** Who bears no mark was absent where marks say who came, and came where they say who was absent. */
function meaningOfNoMark(marks: Legend): RollKind | undefined {
  const kinds = [...marks.values()]
  if (!kinds.includes('present')) return 'present'
  return kinds.some((kind) => kind === 'absent' || kind === 'apologies') ? undefined : 'absent'
}
