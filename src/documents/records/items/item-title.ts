import { joinLines } from '../../lines/join-lines.ts'
import { fontOf, type Line } from '../../lines/line.ts'
import { splitTitle, type TitleStyle } from './inline-title.ts'
import { numberAt } from './item-numbers.ts'
import { isRangeAlone, withoutPages } from './page-ranges.ts'

/** How a line begins that says what an item is for, or what there is to read. */
export const DESCRIBES =
  /^(?:to (?:receive|note|consider|approve|confirm|agree|provide|update|review|hear|discuss|declare|deal|invite|elect|appoint|answer|seek|scrutinise|be|follow|report|authorise|sign)|members|the (?:committee|panel|board|chair|council|public|report|minutes|director|cabinet|following)|report (?:of|by|from)|a report|this (?:report|item)|councillors?\b|up to|for (?:members|the)|any (?:member|declaration)|please|if you|not for publication|contact|attached|enclosed|additional documents|\(?copy|minutes:|decision:|presented by|lead officer|author)/i
/** With such a word or mark no title ends. */
export const UNFINISHED =
  /(?:[,–&-]|(?<![\w-])(?:and|of|the|to|for|with|in|on|by|a|an|from|at|or|its|their|our|into))$/i
/** An address, the beginning of a lettered list, or a paper that is to be had. */
const NO_TITLE =
  /@|^(?:https?:|www\.)|^\(?[a-z]{1,3}[.)]\s|^(?:pdf|docx?|xlsx?|download|view|attached|supporting|restricted) |\(\s?[\d.,]+\s?[km]b\s?\)|\.(?:pdf|docx?|xlsx?|pptx?)$/i
/** No title runs over more lines. */
const TALLEST_TITLE = 5
/** A line that is nearly full runs over; where the typeface tells title from text, a shorter one may too. */
const FULL_LINE = 45
const FULL_LINE_IN_TYPE = 30

/** Behind the title of a minute stands which item of the agenda it was. */
const NUMBER_ON_AGENDA = /\s*[[(](?:agenda )?item (?:no\.? ?)?[A-Z]?\d{1,3}[a-z]?[)\]]$/i

export interface TitledBlock {
  title: string
  /** How many lines of the block the title takes, or a part of them. */
  height: number
  /** What is said under the title, with what stands after it on its own line. */
  body: readonly Line[]
}

/** The title at the head of the lines of an item, and what stands under it. */
export function titledBlock(
  block: readonly Line[],
  numberAlone: boolean,
  style: TitleStyle,
  vocabulary: ReadonlySet<string>,
): TitledBlock {
  const above = numberAlone ? 1 : 0
  const first = block[above]
  if (!first) return { title: '', height: 1, body: [] }
  const head = headOf(first, !numberAlone)
  const split = splitTitle(head.title, style)
  const beside = [split.rest, head.rest].filter((text) => text !== '').join(' ')
  if (beside !== '') {
    const body = [restOfLine(first, beside), ...block.slice(above + 1)]
    return { title: tidyTitle(split.title), height: above + 1, body }
  }
  const below = style.colons ? colonBelow(split.title, block[above + 1]) : undefined
  if (below) {
    const body = [...(below.rest ? [below.rest] : []), ...block.slice(above + 2)]
    return { title: tidyTitle(below.title), height: above + 2, body }
  }
  const lines = [split.title, ...runningOn(block.slice(above + 1), split.title, first)]
  const height = above + lines.length
  return { title: tidyTitle(joinLines(lines, vocabulary)), height, body: block.slice(height) }
}

/** Where every title ends at a colon, a title without one goes on to the colon of the next line. */
function colonBelow(
  title: string,
  next: Line | undefined,
): { title: string; rest: Line | undefined } | undefined {
  const found = next && !next.gapAbove ? /^([^:]{2,80}):(?:\s+(.*))?$/.exec(next.text) : null
  if (!next || !found?.[1] || title.length < FULL_LINE_IN_TYPE || numberAt(next.text)) return undefined
  return { title: `${title} ${found[1]}`, rest: found[2] ? restOfLine(next, found[2]) : undefined }
}

/** The lines below the first that still belong to the title. */
function runningOn(below: readonly Line[], title: string, first: Line): string[] {
  const paragraph = paragraphAsTitle(below, title, first)
  if (paragraph) return paragraph
  const font = fontOf(first)
  const texts: string[] = []
  for (const line of below.slice(0, TALLEST_TITLE - 1)) {
    if (!continues(texts.at(-1) ?? title, line, font)) break
    texts.push(headOf(line, false).title)
  }
  return texts
}

/** A whole paragraph is the title where it is short, has full lines and is no sentence. */
function paragraphAsTitle(below: readonly Line[], title: string, first: Line): string[] | undefined {
  const font = fontOf(first)
  const end = below.findIndex((line) => line.gapAbove || otherType(font, line))
  const lines = end < 0 ? below : below.slice(0, end)
  if (lines.length === 0 || lines.length >= TALLEST_TITLE) return undefined
  const texts = lines.map((line) => withoutPages(line.text))
  const full = font === undefined ? FULL_LINE : FULL_LINE_IN_TYPE
  const all = [title, ...texts]
  if (!all.slice(0, -1).every((text) => text.length >= full && !/[.:;]$/.test(text))) return undefined
  if (/[.:;]$/.test(texts.at(-1) ?? '')) return undefined
  if (lines.some((line, at) => texts[at] === '' || cannotContinue(line))) return undefined
  return lines.map((line) => headOf(line, false).title)
}

function continues(text: string, line: Line, font: string | undefined): boolean {
  if (line.bullet || withoutPages(line.text) === '' || NO_TITLE.test(line.text)) return false
  const unfinished = UNFINISHED.test(withoutPages(text)) && !/:-$/.test(text)
  const small = /^\p{Ll}/u.test(line.text)
  if (otherType(font, line) || (line.gapAbove && !(unfinished && small))) return false
  return unfinished || (small && !DESCRIBES.test(line.text))
}

function cannotContinue(line: Line): boolean {
  return (
    line.bullet === true ||
    DESCRIBES.test(line.text) ||
    NO_TITLE.test(line.text) ||
    numberAt(line.text) !== undefined
  )
}

function otherType(font: string | undefined, line: Line): boolean {
  const own = fontOf(line)
  return font !== undefined && own !== undefined && font !== own
}

/** What of a line is title: not its number, not a page range, not a list that begins beside it. */
function headOf(line: Line, numbered: boolean): { title: string; rest: string } {
  const byType = numbered ? headInBold(line) : undefined
  if (byType) return byType
  const texts = line.cells.map((cell) => cell.text)
  if (numbered) {
    const first = numberAt(texts[0] ?? '')
    if (first) texts.splice(0, 1, ...(first.rest === '' ? [] : [first.rest]))
    // The minute's number in one cell, the agenda's in the next.
    if (texts.length > 1 && isRangeAlone(texts.at(-1) ?? '')) texts.pop()
    if (first?.rest === '' && texts.length > 1 && /^\d{1,3}[a-z]?[.)]$/.test(texts[0] ?? '')) texts.shift()
  }
  const kept: string[] = []
  for (const [at, text] of texts.entries()) {
    if (/(?:\s[-–]|:-?)$/.test(kept.at(-1) ?? '')) {
      const title = kept.join(' ').replace(/(?:\s[-–]|:-?)$/, '')
      return { title: withoutPages(title), rest: texts.slice(at).join(' ') }
    }
    kept.push(text)
  }
  return { title: withoutPages(kept.join(' ')), rest: '' }
}

/** The bold beginning of a line is its title, what follows in ordinary type is not. */
function headInBold({ text, lead }: Line): { title: string; rest: string } | undefined {
  if (!lead || !text.startsWith(lead)) return undefined
  const title = numberAt(lead)?.rest ?? ''
  const rest = text.slice(lead.length).trim()
  if (title === '' || rest === '' || /^(?:\(|\bpdf\b|\[)/i.test(rest)) return undefined
  return { title: withoutPages(title.replace(/\s*[:;.–-]+$/, '')), rest: rest.replace(/^[:–-]\s*/, '') }
}

/** The rest of a line whose beginning is a title, at the place of the line. */
export function restOfLine(line: Line, text: string): Line {
  const [cell] = line.cells
  const { level: _, ...kept } = line
  return { ...kept, text, cells: [{ indent: 0, ...cell, text }], gapAbove: false, heading: false }
}

export function tidyTitle(title: string): string {
  return withoutPages(title)
    .replace(/^[•·▪◦●]\s*/, '')
    .replace(/\s*:-.*$/, '')
    .replace(/\s*(?:pdf icon\s*)?\b(?:pdf|docx?|xlsx?|pptx?)\s+[\d.,]+\s*[KM]B\b.*$/i, '')
    .replace(/\s*\((?:pdf|docx?)?[\s,:-]*[\d.,]+\s?[KM]B\)$/i, '')
    .replace(/\s*(?:[-–—([]\s*(?:\p{L}+\s){0,3}?)?\b(?:to|will) follow\b[)\]]?\.?$/iu, '')
    .replace(/\s*\((?:report|copy|minutes)?\s*(?:attached|enclosed|herewith)\)\.?$/i, '')
    .replace(NUMBER_ON_AGENDA, '')
    .replace(/[\s:;–—*.-]+$/, '')
    .trim()
}
