import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import { type AlignedRow, alignedRows } from './alignment.ts'
import { fitOf } from './cell-fit.ts'
import { type Columns, columnsOf, type RowsOf } from './columns.ts'
import { meaningOf } from './heads.ts'
import type { Block, Row } from './table-rows.ts'

/** No council's table of entries has fewer or more columns. */
const FEWEST = 3
const MOST = 10
/** How far down the head of such a table stands, in cells. */
const DEEPEST_HEAD = 60

/** In words. */
const LONGEST_HEAD = 7
/** Texts that suit their columns less than this, on average, are those of no table. */
const LEAST_FIT = 1

/** What explains the table below its last row. */
const AFTER_TABLE = /^(?:key|legend|notes?)(?:\s?to\s.{1,40})?:?$/i
/** "Item 7: Flood sirens", printed above what was asked for under that item. */
const ITEM_ABOVE = /^(?:agenda )?item (?:no\.? ?)?\d{1,3}[a-z]?\b/i

/** What stands in one cell, or in a part of one. */
interface Text {
  at: Line
  text: string
}

/**
 * A table that a text shows one cell after the other, the head first, as rows. An empty cell leaves no trace and a long
 * one takes several lines, so that what the cells hold tells to which columns they belong.
 */
export function flattenedRows(
  lines: readonly Line[],
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): { rows: Block[]; sure: boolean } {
  const texts = textsOf(lines, vocabulary)
  const head = headIn(texts, of)
  if (!head) return { rows: [], sure: true }
  const { heads, from, columns } = head
  const end = texts.findIndex(({ text }, index) => index >= from && AFTER_TABLE.test(text))
  const body = withoutHeads(texts.slice(from, end < 0 ? undefined : end), heads)
  const aligned = alignedRows(
    body.map(({ text }) => text),
    columns,
  )
  if (!fits(aligned, body, columns)) return { rows: [], sure: true }
  const withOrigin = ![...columns.meanings.values()].includes('origin')
  const rows = aligned.flatMap((row) => rowOf(row, body, columns, vocabulary, withOrigin) ?? [])
  const headRow = rowOfCells([...heads.map(({ text }) => text), ...(withOrigin ? ['Origin'] : [])], heads[0])
  const sure = aligned.every((row) => row.size === columns.width && [...row.values()].every(isOne))
  return { rows: headRow ? [headRow, ...rows].map((row) => ({ row })) : [], sure }
}

function fits(rows: readonly AlignedRow[], texts: readonly Text[], { meanings }: Columns): boolean {
  let fit = 0
  let cells = 0
  for (const row of rows)
    for (const [column, indices] of row)
      for (const index of indices) {
        fit += fitOf(texts[index]?.text ?? '', meanings.get(column) ?? 'other')
        cells += 1
      }
  return fit >= cells * LEAST_FIT
}

function isOne({ length }: readonly number[]): boolean {
  return length === 1
}

/** The paragraphs of a text that keeps its cells apart by white space, or else its lines. */
function textsOf(lines: readonly Line[], vocabulary: ReadonlySet<string>): Text[] {
  const single = lines.filter((line) => !line.row)
  const apart = single.filter((line) => line.gapAbove).length
  const texts: { at: Line; lines: string[] }[] = []
  for (const line of single) {
    const last = texts.at(-1)
    const isParagraph = last && !line.gapAbove && apart * 2 > single.length
    // The heads of all columns may stand in one block above cells that stand apart.
    if (isParagraph && !(meaningOf(line.text) && meaningOf(last.lines.at(-1) ?? '')))
      last.lines.push(line.text)
    else texts.push({ at: line, lines: [line.text] })
  }
  return texts.map(({ at, lines: parts }) => ({ at, text: joinLines(parts, vocabulary) }))
}

interface FlattenedHead {
  heads: Text[]
  columns: Columns
  /** Where the first cell below it stands. */
  from: number
}

function headIn(texts: readonly Text[], of: RowsOf): FlattenedHead | undefined {
  for (let start = 0; start < Math.min(texts.length, DEEPEST_HEAD); start += 1) {
    const run = headsFrom(texts, start)
    for (let width = run.length; width >= FEWEST; width -= 1) {
      const heads = run.slice(0, width).map(({ head }) => head)
      const row = rowOfCells(
        heads.map(({ text }) => text),
        heads[0],
      )
      const columns = row && columnsOf(row, of)
      const from = run[width - 1]?.next
      if (columns && from !== undefined && isWhollyHead(columns, width)) return { heads, columns, from }
    }
  }
  return undefined
}

/** The heads that follow each other from here on, each of one line or, where one says nothing, of two. */
function headsFrom(texts: readonly Text[], start: number): { head: Text; next: number }[] {
  const run: { head: Text; next: number }[] = []
  let at = start
  while (run.length < MOST) {
    const first = texts[at]
    if (!first) break
    let { text } = first
    let next = at + 1
    const below = texts[next]?.text ?? ''
    if ((/^\p{Ll}/u.test(below) || !meaningOf(text)) && meaningOf(`${text} ${below}`)) {
      text = `${text} ${below}`
      next += 1
    }
    // "Lead officer: Ann Boyce" is a label and what stands under it.
    if (!meaningOf(text) || /:\s|(?<!\d{3})\d$/.test(text) || text.split(' ').length > LONGEST_HEAD) break
    run.push({ head: { at: first.at, text }, next })
    at = next
  }
  return run
}

/** Every line is a head, and no two for one field: a title above the head is none. */
function isWhollyHead({ meanings }: Columns, width: number): boolean {
  const fields = [...meanings.values()].filter((meaning) => meaning !== 'other')
  return meanings.size === width && new Set(fields).size === fields.length
}

/** The head is printed again on every page. */
function withoutHeads(texts: readonly Text[], heads: readonly Text[]): Text[] {
  const words = new Set(heads.flatMap(({ text }) => [text, ...text.split(' ')]))
  const again = (at: number): boolean =>
    texts[at]?.text === heads[0]?.text && words.has(texts[at + 1]?.text ?? '')
  const kept: Text[] = []
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at]
    if (again(at)) while (words.has(texts[at + 1]?.text ?? '')) at += 1
    else if (text) kept.push(text)
  }
  return kept
}

function rowOf(
  aligned: AlignedRow,
  texts: readonly Text[],
  { main, width }: Columns,
  vocabulary: ReadonlySet<string>,
  withOrigin: boolean,
): Row | undefined {
  const cells = new Map<number, string>()
  for (const [column, indices] of [...aligned].sort(([one], [other]) => one - other)) {
    const parts = indices.flatMap((index) => texts[index]?.text ?? [])
    const [first, ...others] = parts
    if (withOrigin && column === main && first && others.length > 0 && ITEM_ABOVE.test(first)) {
      cells.set(width, first)
      cells.set(column, joinLines(others, vocabulary))
    } else cells.set(column, joinLines(parts, vocabulary))
  }
  const first = Math.min(...[...aligned.values()].map(([index = 0]) => index))
  const at = texts[first]?.at
  return at && { at, heading: false, cells }
}

function rowOfCells(cells: readonly string[], first: Text | undefined): Row | undefined {
  return first && { at: first.at, heading: false, cells: new Map(cells.entries()) }
}
