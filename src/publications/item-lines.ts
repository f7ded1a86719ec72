import { inOrder } from './exclusion-rules.ts'
import type { ItemLine } from './types.ts'

export type ItemLineProblem =
  | { readonly code: 'no-title'; readonly line: number }
  | { readonly code: 'pages-backwards'; readonly line: number; readonly from: number; readonly to: number }
  | { readonly code: 'title-too-long'; readonly line: number; readonly limit: number }

/** Longer than any title in the papers read so far, and short enough for every place that shows one. */
export const TITLE_LIMIT = 500

/**
 * A number has a digit, or is a single letter with a stop; otherwise the first word belongs to the title.
 * Longer ones need the stop: "1984. Minutes" is numbered, "2024/25 Budget" is not.
 */
const NUMBER =
  /^((?:[A-Z]{1,3}[./]?)?\d{1,3}(?:[./]\d{1,3})*[a-z]?|(?:[A-Z]{1,4}[./]?)?\d{1,4}(?:[./]\d{1,4})*[a-z]?(?=[.)])|[a-zA-Z](?=[.)]))[.)]?(?:\s+|$)/
/** Says that an item has no number although its title begins with one: "- 20 mph zones". */
const UNNUMBERED = /^[-–—]\s+/
const PAGES = /\s*\(\s*(?:pages?|pp?\.?)\s*(\d{1,5})(?:\s*(?:-|–|—|to)\s*(\d{1,5}))?\s*\)\s*$/i

/** "(lead: Jo Smith, Director)": said, never guessed from a name behind a dash. */
const LEAD = /\s*\(\s*lead\s*:\s*([^()]{1,120}?)\s*\)\s*$/i
/** The address of the item's report alone; without a user name or password, which everybody would read. */
const ADDRESS = /\s+(https?:\/\/[^\s@]{1,400})\s*$/i

/**
 * What a mark at the end of a line says: the public is excluded; the report is not ready, or is the one that
 * was not; and in a supplement, the item is new, or its report is replaced. "(to follow)" is how papers print it.
 */
export type LineMark = 'closed' | 'to follow' | 'new' | 'replaces'

const MARK = /\s*(?:\[\s*(closed|to\s+follow|new|replaces)\s*\]|\(\s*(to\s+follow)\s*\))\s*$/i
/** "[closed 3]", "[closed 1, 2]", "[closed paragraphs 1 and 2]", "[confidential]": closed, and as what. */
const CLOSED_AS =
  /\s*\[\s*(?:closed[\s:]+(?:para(?:graph)?s?\.?\s*)?(\d{1,2}(?:\s*(?:,|;|&|and)\s*\d{1,2})*)|(confidential))\s*\]\s*$/i
const AGENDA_MARKS: readonly LineMark[] = ['closed', 'to follow']

/** "5. Work Programme (pages 29-30)" */
export function lineOf(item: ItemLine): string {
  return withMarks(openLineOf(item), [...(item.toFollow ? ['to follow'] : []), ...closedMark(item)])
}

export function withMarks(line: string, marks: readonly string[]): string {
  return [line, ...marks.map((mark) => `[${mark}]`)].join(' ')
}

/** "closed 3", "confidential"; none for an open item. */
export function closedMark(item: ItemLine): string[] {
  if (!item.closed) return []
  if (item.confidential) return ['confidential']
  return [['closed', item.paragraphs?.join(',') ?? ''].join(' ').trim()]
}

/** The same without marks. */
export function openLineOf(item: ItemLine): string {
  const number = item.number !== '' ? `${item.number}. ` : looksMarked(item.title) ? '- ' : ''
  const named = `${number}${item.title}`.trimEnd()
  return [named, pagesOfLine(item), leadOfLine(item), item.address ?? ''].filter(Boolean).join(' ')
}

function pagesOfLine({ pageFrom, pageTo }: ItemLine): string {
  if (pageFrom === undefined) return ''
  const to = pageTo === undefined || pageTo === pageFrom ? '' : `-${pageTo}`
  return `(page${to === '' ? '' : 's'} ${pageFrom}${to})`
}

function leadOfLine({ lead }: ItemLine): string {
  return lead === undefined ? '' : `(lead: ${lead})`
}

/** The title of an item without a number, which by itself would be read as having one or as saying that it has none. */
function looksMarked(title: string): boolean {
  return NUMBER.test(title) || UNNUMBERED.test(title)
}

/**
 * Items from lines that a clerk may have corrected by hand; blank lines are passed over.
 *
 * @returns the items, or every problem with the number of its line, counted from 1
 */
export function itemsOf(text: string): { items: ItemLine[]; problems: ItemLineProblem[] } {
  const { read, problems } = readLines(text, AGENDA_MARKS)
  return { items: read.map(({ item }) => item), problems }
}

/** A line as it was read, with the marks at its end and its number, counted from 1. */
export interface LineRead {
  readonly line: number
  readonly item: ItemLine
  readonly marks: ReadonlySet<LineMark>
}

/** The same with the marks that are known here; any others belong to the title. */
export function readLines(
  text: string,
  known: readonly LineMark[],
): { read: LineRead[]; problems: ItemLineProblem[] } {
  const read: LineRead[] = []
  const problems: ItemLineProblem[] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    if (raw.trim() === '') return
    const outcome = readLine(raw.trim(), index + 1, known)
    if ('code' in outcome) problems.push(outcome)
    else read.push(outcome)
  })
  return { read, problems }
}

function readLine(whole: string, line: number, known: readonly LineMark[]): LineRead | ItemLineProblem {
  const { rest, marks, closed } = marksOf(whole, known)
  const { body, pages, lead, address } = endOf(rest)
  const unnumbered = UNNUMBERED.exec(body)
  const number = unnumbered ? null : NUMBER.exec(body)
  const title = body
    .slice(unnumbered?.[0].length ?? number?.[0].length ?? 0)
    .replace(/\s+/g, ' ')
    .trim()
  const from = pages?.[1] === undefined ? undefined : Number(pages[1])
  const to = pages?.[2] === undefined ? from : Number(pages[2])
  if (title === '' && !marks.has('closed')) return { code: 'no-title', line }
  if ([...title].length > TITLE_LIMIT) return { code: 'title-too-long', line, limit: TITLE_LIMIT }
  if (from !== undefined && to !== undefined && to < from) return { code: 'pages-backwards', line, from, to }
  return {
    line,
    marks,
    item: {
      number: number?.[1] ?? '',
      title,
      ...(from === undefined ? {} : { pageFrom: from }),
      ...(to === undefined ? {} : { pageTo: to }),
      ...(marks.has('to follow') ? { toFollow: true as const } : {}),
      // Of a closed item neither is kept: the address of its report is never published.
      ...(marks.has('closed') ? { closed: true as const, ...closed } : { ...lead, ...address }),
    },
  }
}

/** Pages, who leads, and the report's own address, in any order at the end of a line. */
function endOf(rest: string) {
  let body = rest
  let pages: RegExpExecArray | null = null
  let lead: { readonly lead?: string } = {}
  let address: { readonly address?: string } = {}
  for (;;) {
    const found: RegExpExecArray | null = pages ? null : PAGES.exec(body)
    const led = lead.lead === undefined ? LEAD.exec(body) : null
    const read = address.address === undefined ? ADDRESS.exec(body) : null
    if (found) pages = found
    else if (led?.[1] !== undefined) lead = { lead: led[1] }
    else if (read?.[1] !== undefined && URL.canParse(read[1])) address = { address: read[1] }
    else return { body, pages, lead, address }
    body = body.slice(0, (found ?? led ?? read)?.index)
  }
}

/** The marks at the end of a line, in any order, and what stands before them. */
function marksOf(whole: string, known: readonly LineMark[]) {
  const marks = new Set<LineMark>()
  const paragraphs: string[] = []
  let confidential = false
  let rest = whole
  for (;;) {
    const found = MARK.exec(rest)
    const as = found ? null : CLOSED_AS.exec(rest)
    const said = as ? 'closed' : (found?.[1] ?? found?.[2] ?? '').toLowerCase().replace(/\s+/g, ' ')
    const mark = known.find((one) => one === said)
    if (!mark) break
    marks.add(mark)
    paragraphs.push(...(as?.[1]?.match(/\d+/g) ?? []))
    confidential ||= as?.[2] !== undefined
    rest = rest.slice(0, (as ?? found)?.index)
  }
  const closed = confidential
    ? { confidential: true as const }
    : paragraphs.length > 0
      ? { paragraphs: inOrder(paragraphs) }
      : {}
  return { rest, marks, closed }
}

/** The lines in portions that a text field holds, none cut in the middle of a line. */
export function portions(lines: readonly string[], limit: number): string[] {
  const portions: string[] = []
  let open: string[] = []
  let length = 0
  for (const line of lines) {
    if (open.length > 0 && length + line.length + 1 > limit) {
      portions.push(open.join('\n'))
      open = []
      length = 0
    }
    open.push(line)
    length += line.length + 1
  }
  if (open.length > 0) portions.push(open.join('\n'))
  return portions
}
