import { cleanText, foldSpace } from '../lines/clean-text.ts'
import type { Cell, Line } from '../lines/line.ts'
import { decodeText } from './decode.ts'
import { withoutEntities } from './entities.ts'
import { isRuleOfTable, type PlainPart, plainMarkdown } from './markdown.ts'
import { markupTables, withWholeTables } from './markdown-tables.ts'
import { markTabbedTables } from './tabbed-tables.ts'

/** Nothing a person reads is this long; it keeps the rules' work bounded. */
const LONGEST_LINE = 20_000

/** The pages of a text or Markdown file: one, unless form feeds part them. */
export function readText(bytes: Uint8Array): { format: 'text' | 'markdown'; pages: Line[][] } {
  const text = withBreaks(cleanText(withoutEntities(decodeText(bytes))).replace(/\r\n?/g, '\n'))
  const markdown = looksLikeMarkdown(text)
  const tables = markupTables()
  const pages = text.split('\f').map((page, index) => linesOf(page, index + 1, markdown, tables))
  markTabbedTables(pages.flat(), tables.count())
  return { format: markdown ? 'markdown' : 'text', pages }
}

/** A text that was copied out of a page's source ends its lines with tags; in a cell of a table they stay. */
function withBreaks(text: string): string {
  if (!/<br\b|<\/p>/i.test(text)) return text
  return text
    .split('\n')
    .map((raw) =>
      /^\s*\||<t[dh]\b/i.test(raw)
        ? raw
        : raw.replace(/<br\s{0,3}\/?>/gi, '\n').replace(/(?<=\S)<p>|<\/p>(?=.)/gi, '\n\n'),
    )
    .join('\n')
}

function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6} \S|\*\*\S|^---\n\w+:|^\s*- \d+\. /m.test(text.slice(0, 100_000))
}

function linesOf(
  page: string,
  pageNumber: number,
  markdown: boolean,
  tables: ReturnType<typeof markupTables>,
): Line[] {
  const lines: Line[] = []
  const posted = markdown && pageNumber === 1 ? linesAboutThePost(page) : 0
  let number = 0
  let gapAbove = true
  const raws = page.split('\n')
  for (const raw of markdown ? withWholeTables(raws) : raws) {
    number += 1
    const table = markdown ? tables.linesOf(raw, pageNumber, number) : undefined
    if (table) {
      for (const line of table) lines.push(line)
      number += raw.split('\n').length - 1
      gapAbove = true
      continue
    }
    // The head of a table belongs to the rows below the rule.
    if (markdown && isRuleOfTable(raw)) continue
    const parts = plainMarkdown(raw.slice(0, LONGEST_LINE))
    let any = false
    for (const part of parts) {
      const line = lineOf(part, pageNumber, number, gapAbove)
      if (!line) continue
      if (number <= posted && !/^(?:title|type):/.test(line.text)) line.furniture = true
      lines.push(line)
      any = true
      gapAbove = false
    }
    if (!any) gapAbove = true
  }
  return lines
}

/** Between `---` and `---` stands when and where the page was posted, which says nothing of the meeting. */
function linesAboutThePost(page: string): number {
  const matter = /^---\n(?:.*\n){0,40}?---(?:\n|$)/.exec(page)
  return matter ? matter[0].split('\n').length - 1 : 0
}

function lineOf(
  { text: raw, heading, level, bullet, lead }: PlainPart,
  page: number,
  line: number,
  gapAbove: boolean,
): Line | undefined {
  const text = foldSpace(raw)
  if (text === '') return undefined
  return {
    page,
    line,
    text,
    cells: cellsOf(raw),
    gapAbove,
    furniture: false,
    heading,
    ...(level && { level }),
    ...(bullet && { bullet }),
    ...(lead && text.startsWith(lead) && { lead }),
  }
}

/** Three spaces or a tab keep two things apart in a text that was laid out by eye. Tabs also count the columns. */
function cellsOf(raw: string): Cell[] {
  const tabbed = raw.includes('\t')
  const cells: Cell[] = []
  let column = 0
  for (const found of raw.matchAll(/\t|[^\s]+(?:[^\S\t]{1,2}[^\s]+)*/g)) {
    if (found[0] === '\t') column += 1
    else {
      const indent = found.index
      const breaks = breaksIn(found[0])
      cells.push({
        text: foldSpace(found[0]),
        indent,
        ...(tabbed && { column }),
        ...(breaks.length > 0 && { breaks }),
      })
    }
  }
  return cells
}

/** Where, once folded, the words begin that have two spaces before them. */
function breaksIn(raw: string): number[] {
  return [...raw.matchAll(/[^\S\t]{2}/g)].map(({ index }, before) => index + 1 - before)
}
