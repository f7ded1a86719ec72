import { fontOf, type Line } from '../../lines/line.ts'
import { paragraphsOf } from '../../lines/paragraphs.ts'
import type { Clause } from '../../record.ts'
import { ClauseList } from '../decisions/clauses.ts'
import { type Found, found } from '../found.ts'

const NUMBER = '(?:(?:section )?\\d{1,2}(?:\\.\\d{1,2})?[.:)]?\\s+|[A-Z][.)]\\s+)?'
const WHAT =
  "(?:(?:officers?['’]?s?|draft|formal|key|proposed|summary of(?: the)?|list of|the|report) ){0,2}(?:recommend(?:ation|ed)(?:s|\\(s\\)|\\s?\\/\\s?s)?|proposed (?:decision|resolution)s?(?:\\(s\\))?|decisions? (?:required|sought|requested|recommended|to be taken)|resolutions? (?:proposed|sought)|what (?:are|is) the recommend(?:ation|ed)s?|recommended action|actions? (?:required|requested|recommended))"
/** "3. Recommendation(s) / Proposed Decision", "RECOMMENDATIONS:", "Recommendations & Reasons for recommended action". */
const HEADING = new RegExp(
  `^${NUMBER}${WHAT}(?:\\s*(?:[&/]|and|to|for|from|of|with|:|-|–)\\s*[\\p{L} ()/&'’,-]{0,70})?\\s*[:.?–-]?$`,
  'iu',
)
/** "RECOMMENDATION: That the report be noted." */
const WITH_TEXT = new RegExp(`^${NUMBER}${WHAT}\\s*[:–-]\\s*(?=\\S)`, 'iu')
/** "This report makes the following recommendations to the Committee:", without a heading above it. */
const FOLLOWING =
  /^(?:\d{1,2}(?:\.\d{1,2})?\.?\s+)?(?:this report|the report|officers?|it is recommended|the (?:\w+ ){0,4}(?:committee|panel|board|cabinet|council|commission|executive|forum|authority|group)|members|cabinet|council)\b.{0,120}\b(?:following recommendations?\b.{0,60}|(?:is|are|be) (?:asked|recommended|invited|requested) to(?: agree| approve| consider)?):$/i
/** Words that only lead in to the list: "That Cabinet:", "The Committee is asked to:". */
const LEADS_IN =
  /^(?:\(?[\da-z.]{1,5}[.)]?\s+)?(?:(?:it is|that|the|members|cabinet|council|committee|panel|board)\b.{0,200}?)?(?:\b(?:recommended|asked|invited|requested|recommends?|resolves?|agrees?|approves?|to|that|cabinet|council|committee|panel|board|members|group|authority|executive)\b.{0,40}?)\s*[:–—-]+$/i
/** Why it is recommended stands under each in some reports. */
const REASON = /^reasons?(?: for (?:the )?recommendations?)?\s*:/i
const NOTHING = /^(?:none|n\/?a|not applicable|as above)\.?$/i
/** What the next part of a report is headed with. */
const NEXT =
  /^(?:\d{1,2}(?:\.\d{1,2})?\.?\s+|[A-Z][.)]\s+)?(?:reasons?|background|introduction|purpose|alternatives?|other options|options?|implications?|financial|legal|consult\w+|appendi\w+|annex\w*|conclusions?|context|(?:executive )?summary|risks?|equalit\w+|resources?|policy|corporate|key (?:issues|points|considerations)|supporting|information|details?|the report|next steps|main|proposals?|contact|wards?|climate|environment\w*|human|data|list of|documents?|current|position|issues?|considerations?|scope|evidence|report|timetable|justification|why|what|how|author|signed|glossary|previous|strategic|council priorities|link\w*)\b[^.;]{0,90}$/i
/** Appendices have recommendations of their own, of others. A front sheet lists appendices too, but is no longer than this. */
const OWN_TEXT_ENDS =
  /^(?:background (?:papers|documents)|list of (?:background papers|appendices)|(?:appendix|annex) \w{1,3}|appendices)\s*:?$/i
const LONGEST_FRONT = 60
/** Recommendations are a page, or two. */
const MOST_LINES = 160

/** What a report asks the meeting to decide, one recommendation an entry. */
export function recommendationsIn(lines: readonly Line[], vocabulary: ReadonlySet<string>): Found<Clause>[] {
  for (const [index, line] of lines.entries()) {
    if (index > LONGEST_FRONT && OWN_TEXT_ENDS.test(line.text) && (line.gapAbove || line.heading)) break
    const section = sectionFrom(lines, index)
    if (!section) continue
    const recommendations = clausesOf(section, vocabulary, line)
    if (recommendations.length > 0) return recommendations
  }
  return []
}

/** The lines under a heading of recommendations, or from a line that begins them. */
function sectionFrom(lines: readonly Line[], index: number): Line[] | undefined {
  const line = lines[index]
  if (!line) return undefined
  const [first, ...others] = line.cells
  const ownCell = first && others.length > 0 && HEADING.test(first.text) ? first : undefined
  if (ownCell)
    return [withText(line, others.map((cell) => cell.text).join(' ')), ...following(lines, index, line)]
  if (isHeading(line, lines[index - 1]) || FOLLOWING.test(line.text)) return following(lines, index, line)
  const text = WITH_TEXT.exec(line.text)
  if (text) return [withText(line, line.text.slice(text[0].length)), ...following(lines, index, line)]
  return undefined
}

/** A line of a paragraph can hold nothing but the word too. */
function isHeading(line: Line, above: Line | undefined): boolean {
  if (!HEADING.test(line.text) || /\.$/.test(line.text) || /^\p{Ll}/u.test(line.text)) return false
  return (
    line.gapAbove ||
    line.heading ||
    above === undefined ||
    /[.:;]$/.test(above.text) ||
    above.text.length < 60
  )
}

function following(lines: readonly Line[], index: number, heading: Line): Line[] {
  const section: Line[] = []
  const bodyFont = fontOfText(lines[index + 1], heading)
  for (const line of lines.slice(index + 1, index + 1 + MOST_LINES)) {
    if (ends(line, heading, bodyFont, section.length > 0)) break
    section.push(line)
  }
  return section
}

function fontOfText(line: Line | undefined, heading: Line): string | undefined {
  const font = line && fontOf(line)
  return font !== undefined && font !== fontOf(heading) ? font : undefined
}

function ends(line: Line, heading: Line, bodyFont: string | undefined, begun: boolean): boolean {
  const { text } = line
  if (heading.row && (line.row?.table !== heading.row.table || line.row.row !== heading.row.row)) return true
  if (line.level !== undefined && line.level <= (heading.level ?? 6)) return true
  if (text.split(' ').length > 14) return false
  if (NEXT.test(text) && (line.gapAbove || line.heading) && !/^(?:\(?[a-z]|\(?[ivx]+)[.)]/.test(text))
    return true
  if (!begun || /[.;:,]$/.test(text) || !/^(?:\d{1,2}(?:\.0)?\.?\s+)?\p{Lu}/u.test(text)) return false
  const looksSame = bodyFont !== undefined && fontOf(line) === fontOf(heading)
  return line.gapAbove && (looksSame || (line.heading && heading.heading))
}

/** "Contractual:" between two recommendations; a running footer. */
function isHeadingBetween(text: string): boolean {
  return text.split(' ').length <= 8 && /^[\p{Lu}\d]/u.test(text) && !/[.;,]$/.test(text)
}

/** "3. Members are asked to note": a paragraph of the report that no other recommendation follows keeps its number. */
function withLabelApart(text: string): Clause {
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+(?=\p{Lu})/u.exec(text)
  return number?.[1] ? { label: number[1], text: text.slice(number[0].length) } : { label: '', text }
}

function withText(line: Line, text: string): Line {
  return { ...line, text, cells: [{ text, indent: line.cells[0]?.indent ?? 0 }] }
}

function clausesOf(
  section: readonly Line[],
  vocabulary: ReadonlySet<string>,
  heading: Line,
): Found<Clause>[] {
  const numbered = new ClauseList()
  const plain: Found<Clause>[] = []
  const places = new Map<number, Line>()
  for (const { text, first } of paragraphsOf(section, vocabulary)) {
    if (NOTHING.test(text) || REASON.test(text)) continue
    const isClause = numbered.expects(text)
    if (!isClause && (numbered.numbered ? isHeadingBetween(text) : LEADS_IN.test(text))) continue
    if (isClause || numbered.numbered) {
      numbered.add(text)
      for (let at = places.size; at < numbered.list().length; at += 1) places.set(at, first)
    } else plain.push(found(withLabelApart(text), first))
  }
  const clauses = numbered.list()
  if (clauses.length === 0) return plain
  return clauses.flatMap((clause, at) => {
    const onlyLeadsIn = LEADS_IN.test(clause.text) && clauses[at + 1]?.label.startsWith(clause.label)
    const sole = clauses.filter(({ label }) => !label.startsWith(clause.label)).length === 0
    return onlyLeadsIn && sole ? [] : [found(clause, places.get(at) ?? heading)]
  })
}
