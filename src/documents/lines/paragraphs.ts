import { NO_WORDS } from './hyphens.ts'
import { joinLines } from './join-lines.ts'
import type { Line } from './line.ts'

/** Lines that read on as one. */
export interface Paragraph {
  /** Without the bullet before it. */
  text: string
  first: Line
  lines: readonly Line[]
  /** A bullet stands before it. */
  bullet: boolean
}

const BULLET = /^(?:[•·▪◦‣●○■□❖➢✓*\ue000-\uf8ff]|[-–—o](?=\s))\s*/u
/** "1.", "(a)", "iv)", "2.1": what numbers a clause or a paragraph of minutes. */
const NUMBERED =
  /^(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)]|\d{1,2}\.\d{1,2}(?=\s|$))(?=\s|$|\p{Lu})/u
/** Words that are followed by a number that belongs to them: "as set out in paragraph / (a) above". */
const REFERS =
  /(?:\b(?:paragraphs?|paras?|sections?|clauses?|items?|nos?|numbers?|minutes?|pages?|appendix|part|options?|recommendations?|resolutions?|(?<![;,]\s)and|of|from)\.?)$/i
/** "RESOLVED:", "Minutes:", "It was AGREED", "Reason for decision:", "Proposed by": what begins a matter of its own. */
const BEGINS =
  /^(?:(?:Minutes|Decisions?|Resolved|Agreed|Resolutions?|Reasons?(?: for (?:the )?[Dd]ecisions?)?|Actions?|Voting|F(?:or|OR)|A(?:gainst|GAINST)|A(?:bst|BST)\w*|Absent|Not [Vv]oting|Proposed|Proposer|Moved|Seconded|Seconder|Notes?|Recommendations?|Recorded [Vv]ote)(?:\s\([^()]{1,30}\))?\s?(?::-?|[-–—])(?:\s|$)|(?:RESOLVED|AGREED|APPROVED|DECIDED|RECOMMENDED|NOTED|RESOLUTION|DECISION)\b|(?:it was|IT WAS)\s(?:RESOLVED|AGREED|APPROVED|DECIDED|NOTED|MOVED|PROPOSED)\b|(?:Resolved|Agreed|Decided)\s(?:that|to|unanimously)\b|\(?Voting\b|Recommendations?\s\d|On (?:a|being|the) |(?:For|Against|Abstain(?:ed)?|Abstentions?|Absent)(?=\p{Lu}))/u
const ENDED = /[.:;!?][’”'")\]]*$|(?::-|\s[-–—])$/
const ONLY_ADDRESS = /^(?:www\.\S+|https?:\/\/\S+|\S+@\S+)$/i

/** The paragraphs of some lines. A page break inside a sentence does not end it; a running address is left out. */
export function paragraphsOf(
  lines: readonly Line[],
  vocabulary: ReadonlySet<string> = NO_WORDS,
): Paragraph[] {
  const widest = Math.max(0, ...lines.slice(0, 2000).map((line) => Math.min(line.text.length, 140)))
  const groups: { texts: string[]; lines: Line[]; first: Line; last: Line }[] = []
  for (const line of lines) {
    if (ONLY_ADDRESS.test(line.text)) continue
    const group = groups.at(-1)
    if (group && readsOn(group.last, group.texts, line, widest)) {
      group.texts.push(line.text)
      group.lines.push(line)
      group.last = line
    } else groups.push({ texts: [line.text], lines: [line], first: line, last: line })
  }
  return groups.map(({ texts, first, lines: own }) => {
    const text = joinLines(texts, vocabulary)
    const bullet = BULLET.exec(text)
    const marked = bullet !== null || first.bullet === true
    return { text: bullet ? text.slice(bullet[0].length) : text, first, lines: own, bullet: marked }
  })
}

function readsOn(last: Line, texts: readonly string[], line: Line, widest: number): boolean {
  const before = last.text
  if (isOnlyLabel(texts.length === 1 ? before : '')) return true
  if (line.bullet || BULLET.test(line.text)) return false
  if (inOtherCell(last, line) || labelApart(line) !== undefined) return false
  // The lines of a table's cell are its paragraphs; only a page break parts them.
  if (line.row) return goesOnOverPage(before, line)
  if (line.gapAbove) return goesOnOverPage(before, line)
  if (NUMBERED.test(line.text)) return REFERS.test(before)
  if (BEGINS.test(line.text) || /:-?$/.test(before) || line.heading !== last.heading) return false
  const short = before.length < Math.min(widest * 0.55, SHORT)
  if (short && /^\p{Lu}\p{Ll}/u.test(line.text) && !LEFT_OPEN.test(before)) return false
  return !(ENDED.test(before) && before.length < widest * 0.7)
}

/** A web page may break a sentence anywhere, but seldom as early as this. */
const SHORT = 40
/** What cannot stand on a line of its own, however short: a member's name before what the member said, or "the". */
const LEFT_OPEN =
  /^(?:cllrs?|councillors?|mrs?|ms|miss|dr)\b|(?:[,&(/–—-]|\b(?:a|an|the|and|or|of|to|for|in|on|at|by|with|from|that|as|is|was|were|be|his|her|its|their|this|cllrs?|councillors?|mrs?|ms|miss|dr|st|no|the \p{L}+)\.?)$/iu

const LABEL_ALONE = /^(?:[a-z]|[ivx]{2,4}|\d{1,2})$/

/** "a    the report be noted": a label without full stop or brackets, known by the gap after it. */
export function labelApart({ cells, row }: Line): string | undefined {
  const [first, second] = cells
  if (row || !second || !/^[\p{L}“‘'"]/u.test(second.text)) return undefined
  return first && LABEL_ALONE.test(first.text) ? first.text : undefined
}

function goesOnOverPage(before: string, line: Line): boolean {
  return !ENDED.test(before) && /^\p{Ll}/u.test(line.text) && !NUMBERED.test(line.text)
}

/** "1)" on a line of its own numbers what follows. */
function isOnlyLabel(text: string): boolean {
  return text.length < 8 && NUMBERED.exec(text)?.[0].length === text.length
}

function inOtherCell(last: Line, line: Line): boolean {
  const one = last.row
  const other = line.row
  if (!one && !other) return false
  if (!one || !other || one.table !== other.table || one.row !== other.row) return true
  return last.cells[0]?.column !== line.cells[0]?.column
}
