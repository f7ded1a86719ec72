import type { Line } from '../../lines/line.ts'
import { isGroup } from '../phrases/groups.ts'
import { isTitled } from '../phrases/names.ts'
import { isOffice } from '../phrases/office-words.ts'
import { peopleIn } from '../phrases/people.ts'
import { mentionsIn } from '../phrases/person.ts'
import { isCaption } from './end-of-roll.ts'
import { officesAbove } from './offices-above.ts'
import { isHeadOfColumns } from './side-by-side.ts'

/** Where a list of members may begin. */
export interface Start {
  /** The line that says so. */
  at: Line
  /** Whether it is a label, rather than the first name. */
  labelled: boolean
  index: number
  /** What stands behind the label, where one stands on the first line. */
  rest?: string
}

const MEMBERS = '(?:members(?:hip)?|councillors?|cllrs?)'
const WHOSE =
  '(?:(?:the|all|each|its|scrutiny|other|our|committee|sub-?committee|panel|board|commission|forum|council|elected|current|parish|town|community|voting|core)\\s+){0,4}'
/** "of the Housing Scrutiny Panel", "of Wexbourne Parish Council", "2026/27" */
const OF_WHAT = '(?:\\s+(?:of|on)\\s[^:;]{3,90}?|\\s+are|\\s+is|\\s+\\d{4}\\s?[/–-]\\s?\\d{2,4})?'
/** "Members:", "Committee Membership 2026/27", "Distribution:" */
const LABEL = new RegExp(
  `^(?:${WHOSE}(?:members(?:hip)?|councillors|cllrs)${OF_WHAT}|distribution|circulation)\\s*(?:\\([^()]{1,40}\\)\\s*)?(?:[:–-]+|$)`,
  'i',
)
/** "To: Members of the Panel", "To the Chair and Members of the Council", "To: Cllrs Ash, Birch …" */
const ADDRESSED = new RegExp(
  `^to\\s?[:–-]?\\s+(?=(?:(?:the\\s+)?(?:chair\\w*|mayor|convener)(?:,|\\s+and|\\s+&)\\s+)?${WHOSE}${MEMBERS}\\b)`,
  'i',
)
const ADDRESSEES = new RegExp(
  `^(?:(?:the\\s+)?(?:chair\\w*|mayor|convener)(?:,|\\s+and|\\s+&)\\s+)?${WHOSE}members(?:${OF_WHAT}\\s*(?::|$))?`,
  'i',
)
const ENDS =
  /^(?:\[?(?:the )?quorum|(?:named |nominated |reserve )?substitut|alternates?\b|reserves?\b|deput(?:y|ies) members|officers?\b|(?:lead|link|contact|committee|supporting|democratic|governance|scrutiny) (?:officer|clerk|manager|services|adviser)|contact|for (?:further|more|any|information)|members (?:are|will|of the (?:public|press))|please|issued|published|date\b|time\b|venue\b|place\b|agenda|in attendance|invite|apolog|notes?\b|n\.?b\.?\b|yours|dear\b|if you|this meeting|enquir|tel(?:ephone)?\b|e-?mail|www|https?:|also|copy|copies\b|cc\b|c\.c|executive|cabinet members?\b|portfolio|chief|members.? interests|public|press|\d+\s*[.)]?\s|\d+\.?$|part\b|you are|a meeting|clerk|signed|monday|tuesday|wednesday|thursday|friday|saturday|sunday)/i
/** "Councillor Ash, Cabinet Member, has been invited": something is said of people. */
const SENTENCE = /\s(?:has|have|will|is|are|was|were|may|should|must)\s(?:\w+\s){0,8}\w+\.?$/i
/** Lines that begin as others end a list, and are of it. */
const OF_LIST = /^(?:co-?opt|non-?voting|voting|elected|statutory)/i
/** No committee is larger; a block that goes on and on is not a list of its members. */
const LONGEST_BLOCK = 90
/** A list begins so many lines below its label, past the name of the body or the heads of a table. */
const LABEL_TO_LIST = 4

/** Where lists of members may begin, the surest places first. */
export function* startsIn(lines: readonly Line[]): Generator<Start> {
  for (const [index, at] of lines.entries()) {
    const rest = behindLabel(at.text)
    if (rest === undefined) continue
    const above = officesAbove(lines, index)
    yield { at, labelled: true, ...(above < index ? { index: above } : { index, rest }) }
  }
  const first = lines.findIndex((line) => beginsList(line) || isHeadOfColumns(line))
  const at = lines[first]
  if (at) yield { at, labelled: false, index: first }
}

function behindLabel(text: string): string | undefined {
  const label = LABEL.exec(text)?.[0]
  if (label !== undefined) return text.slice(label.length).trim()
  const to = ADDRESSED.exec(text)?.[0]
  if (to === undefined) return undefined
  const rest = text.slice(to.length)
  const [first] = mentionsIn(rest)
  return first ? rest.slice(first.start) : rest.slice(ADDRESSEES.exec(rest)?.[0].length ?? 0)
}

/** "Councillors Ash and Birch", "Chair: Councillor Ash": the first line of a list without a label. */
function beginsList({ text }: Line): boolean {
  if (text.length > 400) return false
  const [first] = peopleIn(text.slice(0, 120), { surnames: true })
  return first !== undefined && /^(?:(?:chair\w*|convener)\s*[:–-]?\s*)?(?:councillors?|cllrs?)\b/i.test(text)
}

/** The lines of a list from its start, the first without its label, up to a line that is no more of it. */
export function blockFrom(lines: readonly Line[], { index, rest }: Start): Line[] {
  const first = lines[index]
  if (!first) return []
  const block: Line[] = rest === '' ? [] : [rest === undefined ? first : withText(first, rest)]
  let named = namesSomebody(rest ?? first.text)
  for (const [below, line] of lines.slice(index + 1, index + LONGEST_BLOCK).entries()) {
    if ((ENDS.test(line.text) && !OF_LIST.test(line.text)) || SENTENCE.test(line.text)) break
    const names = line.cells.some(({ text }) => namesSomebody(text)) || namesSomebody(line.text)
    if (named ? !names && !isOfList(line, block.at(-1)) : !names && below >= LABEL_TO_LIST) break
    // "Civic Offices", "Nell Noble": a name without anything beside it, after a gap in a list of councillors.
    if (named && names && line.gapAbove && isStranger(line, block)) break
    named ||= names
    block.push(line)
  }
  return block
}

function withText(line: Line, text: string): Line {
  const cells = line.cells.filter((cell) => text.includes(cell.text))
  return {
    ...line,
    text,
    cells: cells.map((cell) => cell.text).join(' ') === text ? cells : [{ text, indent: 0 }],
  }
}

function namesSomebody(text: string): boolean {
  return peopleIn(text.slice(0, 600), { surnames: true }).length > 0
}

function isOfList(line: Line, above: Line | undefined): boolean {
  if (isCaption(line.text) || isHeadOfColumns(line) || isOffice(line.text)) return true
  if (line.cells.every(({ text }) => /^[(\p{Ll}–-]/u.test(text) || isGroup(text) || isOffice(text)))
    return true
  return !line.gapAbove && (/(?:[,&–-]|\band)$/.test(above?.text ?? '') || line.text.split(' ').length < 6)
}

function isStranger(line: Line, block: readonly Line[]): boolean {
  const [above] = block.slice(-1)
  if (line.cells.length > 1 || isTitled(line.text) || (above && isCaption(above.text))) return false
  const bare = /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){1,3}$/u.test(line.text)
  return bare && block.some(({ text }) => isTitled(text))
}
