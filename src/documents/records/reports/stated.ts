import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import { type ReportLabel, reportLabel } from './report-labels.ts'

/** A label of a front sheet and what stands under it. */
export interface Stated {
  label: ReportLabel
  value: string
  /** The first line of a value that runs over several: a name stands there, and the office below it. */
  first: string
  at: Line
}

/** "Relevant something: ...": a label that no list can hold, but which ends the value above it all the same. */
const UNKNOWN_LABEL = /^\p{Lu}[^:.,]{2,60}[:?](?:\s|$)/u
/** A value runs over no more lines than this. */
const LONGEST_VALUE = 5

/**
 * What a front sheet states: "Label: value", a label in one cell and its value in the next, or a label with its
 * value below; several on one line too ("Meeting: Cabinet Date: 4 May 2027").
 */
export function statedIn(front: readonly Line[]): Stated[] {
  const stated: Stated[] = []
  let open: { one: Stated; texts: string[]; last: Line; indent: number } | undefined
  const close = (): void => {
    if (open) {
      open.one.value = joinLines(open.texts)
      open.one.first = open.texts[0] ?? ''
    }
    open = undefined
  }
  for (const line of withLabelsWhole(front)) {
    const name = /^name\s*:\s*(.+)$/i.exec(line.text)?.[1]
    if (name !== undefined && open?.texts.length === 0) {
      open.texts.push(name)
      continue
    }
    const pieces = piecesOf(line)
    if (pieces.length === 0) {
      if (open && goesOn(open, line)) {
        open.texts.push(open.indent > 0 ? cellAt(line, open.indent) : line.text)
        open.last = line
      } else close()
      continue
    }
    close()
    for (const { label, value, indent } of pieces) {
      const one: Stated = { label, value, first: value, at: line }
      stated.push(one)
      open = { one, texts: value === '' ? [] : [value], last: line, indent }
    }
  }
  close()
  return stated.filter(({ value }) => value !== '')
}

/** "REPORT  Harbour dues" and below it "TITLE:": a label broken over two lines in a narrow column. */
function withLabelsWhole(front: readonly Line[]): Line[] {
  const whole: Line[] = []
  for (let at = 0; at < front.length; at += 1) {
    const line = front[at]
    if (!line) break
    const above = whole.at(-1)
    // Below a label stands its value, whatever label comes next.
    const isValue = above !== undefined && piecesOf(above).at(-1)?.value === ''
    const mended = isValue ? undefined : wholeLabel(line, front[at + 1])
    whole.push(mended ?? line)
    if (mended) at += 1
  }
  return whole
}

function wholeLabel(line: Line, next: Line | undefined): Line | undefined {
  if (!next || next.gapAbove || !LABEL_ENDS.test(next.text) || piecesOf(line).length > 0) return undefined
  const words = line.text.split(' ')
  for (let begun = 1; begun <= Math.min(MOST_BEGUN, words.length - 1); begun += 1) {
    const label = `${words.slice(0, begun).join(' ')} ${next.text}`
    if (!reportLabel(label)) continue
    const text = `${label} ${words.slice(begun).join(' ')}`
    return { ...line, text, cells: [{ text, indent: line.cells[0]?.indent ?? 0 }] }
  }
  return undefined
}

const LABEL_ENDS = /^\p{L}[\p{L}/]{0,20}(?: \p{L}[\p{L}/]{0,20}){0,2}\s?[:?]$/u
/** How many words of a broken label stand above. */
const MOST_BEGUN = 3

interface Piece {
  label: ReportLabel
  value: string
  /** Where the value's cell begins, or 0 where it stands in the label's. */
  indent: number
}

function piecesOf(line: Line): Piece[] {
  const pieces: Piece[] = []
  for (const [index, cell] of line.cells.entries()) {
    const alone = reportLabel(cell.text)
    const last = pieces.at(-1)
    const labelBefore = last?.value === '' ? last : undefined
    // "Title | Meeting the housing need": a value may look like a label, but only a marked one ends another.
    if (
      alone &&
      (/[:?]$/.test(cell.text) || !labelBefore) &&
      (line.cells.length > 1 || isMarked(cell.text, alone))
    ) {
      pieces.push({ label: alone, value: '', indent: line.cells[index + 1]?.indent ?? 0 })
      continue
    }
    const within = labelsWithin(cell.text)
    if (within.length > 0 && !labelBefore) pieces.push(...within)
    else if (labelBefore) labelBefore.value = cell.text
    else if (last) last.value = `${last.value} ${cell.text}`
    else return []
  }
  return pieces
}

/** A word such as "Meeting" or "Part" on a line of its own is a label only with its colon. */
function isMarked(text: string, label: ReportLabel): boolean {
  return (
    /[:?]\s*$/.test(text) ||
    (label !== 'other' && label !== 'committee' && /\s/.test(text)) ||
    /^(?:title|subject|author|wards)$/i.test(text)
  )
}

const MARK = /[:?]/g

/** The labels of one text: what stands before a colon or a question mark, as far back as a known label goes. */
function labelsWithin(text: string): Piece[] {
  const found: { from: number; to: number; label: ReportLabel }[] = []
  for (const mark of text.slice(0, 400).matchAll(MARK)) {
    const from = Math.max(found.at(-1)?.to ?? 0, mark.index - 80)
    const words = text.slice(from, mark.index)
    const start = labelStart(words, from === 0)
    const label = start === undefined ? undefined : reportLabel(words.slice(start))
    if (start === undefined || !label) continue
    found.push({ from: from + start, to: mark.index + 1, label })
  }
  if (found[0]?.from !== 0) return withoutMark(text)
  return found.map(({ to, label }, index) => ({
    label,
    value: text.slice(to, found[index + 1]?.from).replace(/^[\s:?–—-]+|\s+$/g, ''),
    indent: 0,
  }))
}

/** Where in the words before a mark the longest known label begins. */
function labelStart(words: string, atStart: boolean): number | undefined {
  if (atStart && reportLabel(words)) return 0
  for (const match of words.matchAll(/(?<=\s)\p{Lu}/gu)) {
    const label = words.slice(match.index)
    if (!reportLabel(label)) continue
    // "Meeting: Harbour Board Date: 4 May": the board belongs to the value.
    const [, body = '', rest = ''] = BODY_FIRST.exec(label) ?? []
    return reportLabel(rest) ? match.index + body.length : match.index
  }
  return undefined
}

const BODY_FIRST = /^((?:committee|cabinet|panel|board|forum|council|executive|group|commission)\s+)(\S.*)$/i

const UNMARKED =
  /^((?:title of (?:the )?report|report title|date of (?:the )?meeting|meeting date|(?:electoral )?(?:wards?|divisions?)(?:\(s\))? affected|(?:joint )?report (?:of|by|to)|report author|contact officer|lead officer|cabinet member|portfolio holder|key decision|agenda item(?: no\.?)?))\s+(?=[\p{Lu}\d])(.+)$/iu

/** "Wards Affected All": labels of two words need no colon where the value begins with a capital or a figure. */
function withoutMark(text: string): Piece[] {
  const match = text.length <= 200 ? UNMARKED.exec(text) : null
  const label = match?.[1] ? reportLabel(match[1]) : undefined
  return label && match?.[2] && /^\p{Lu}/u.test(text) ? [{ label, value: match[2], indent: 0 }] : []
}

function goesOn(
  { texts, last, indent }: { texts: readonly string[]; last: Line; indent: number },
  line: Line,
): boolean {
  if (texts.length === 0) return !isHeadingOfText(line)
  if (texts.length >= LONGEST_VALUE || isHeadingOfText(line) || UNKNOWN_LABEL.test(line.text)) return false
  const unfinished = /(?:[–—,&/-]|\b(?:and|of|the|for|to|in))$/i.test(last.text)
  if (line.gapAbove && !unfinished && !sameRow(last, line)) return false
  return indent === 0 || Math.abs((line.cells[0]?.indent ?? 0) - indent) <= 2 || sameRow(last, line)
}

function sameRow(one: Line, other: Line): boolean {
  return one.row !== undefined && one.row.table === other.row?.table && one.row.row === other.row.row
}

/** "1. Introduction", "1.1 Torbay ...": the report's own text begins. */
function isHeadingOfText(line: Line): boolean {
  return /^\d{1,2}(?:\.\d{1,2})?\.?\s+\p{Lu}/u.test(line.text) || (line.level !== undefined && line.level > 0)
}

function cellAt(line: Line, indent: number): string {
  return line.cells.find((cell) => Math.abs(cell.indent - indent) <= 2)?.text ?? line.text
}
