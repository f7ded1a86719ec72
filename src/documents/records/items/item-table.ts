import { foldSpace } from '../../lines/clean-text.ts'
import type { Cell, Line } from '../../lines/line.ts'
import { dateIn } from '../phrases/dates.ts'
import { timeIn } from '../phrases/times.ts'
import { numberAt } from './item-numbers.ts'
import { DESCRIBES, restOfLine, tidyTitle, UNFINISHED } from './item-title.ts'

const TITLE =
  /^(?:(?:agenda |report )?(?:items?|title|subject|topic|business|matter|description|issue)|agenda|item (?:title|description|of business)|(?:title|subject) of (?:item|report)|agenda item (?:and|\/|&) .{3,20})$/i
const NUMBER =
  /^(?:(?:agenda |agenda item |item |minute |min |decision )?(?:no|nos|number|ref|num)\.?|#|agenda item|items?|agenda|ref(?:erence)?|minute)$/i
const OTHER =
  /^(?:times?|timings?|duration|start|leads?|led by|lead officer|officer|presenter|presented by|presenting|speaker|who|by whom|responsible\w*|owner|decisions?|minutes?|resolution|resolved|actions?|outcome|purpose|pages?|page no.{0,8}|papers?|report|report of|enclosures?|enc\w*|attach\w+|verbal|recommendations?|call-?in|notes?|comments?|wards?|status|key decision|for)\b.{0,24}$/i
/** How far above the first item the head of its table stands. */
const ABOVE = 6
/** How far apart, in characters, the lines of one cell may begin. */
const SAME_COLUMN = 2
/** Behind a number in its own cell, the lines below hang by so much. */
const HANGING = 6
/** No title runs over more lines of its cell. */
const TALLEST = 6

/** A table of items with further columns: times, people, decisions. Only one column holds the titles. */
export interface ItemTable {
  /** The title of the row that a block of lines begins with, and everything else that the block says. */
  take(block: readonly Line[]): { title: string; height: number; body: readonly Line[] } | undefined
}

/** The table whose head stands above the first item, if it says which of three or more columns holds the titles. */
export function itemTable(lines: readonly Line[], first: number): ItemTable | undefined {
  for (let at = first - 1; at >= Math.max(0, first - ABOVE); at -= 1) {
    const head = lines[at]
    const column = head && titleColumn(head.cells)
    if (column !== undefined) return tableUnder(head?.cells ?? [], column)
  }
  return undefined
}

/** Which cell of a head stands over the titles. */
function titleColumn(cells: readonly Cell[]): number | undefined {
  const known = cells.filter(({ text }) => TITLE.test(text) || NUMBER.test(text) || OTHER.test(text))
  if (cells.length < 2 || known.length < cells.length) return undefined
  const title = cells.findIndex(({ text }, at) => TITLE.test(text) && !titleFollows(cells, at))
  return title >= 0 && cells.slice(title + 1).some(({ text }) => OTHER.test(text)) ? title : undefined
}

/** "Item  Topic": what stands first is then the number. */
function titleFollows(cells: readonly Cell[], at: number): boolean {
  const next = cells[at + 1]
  return next !== undefined && NUMBER.test(cells[at]?.text ?? '') && TITLE.test(next.text)
}

function tableUnder(head: readonly Cell[], column: number): ItemTable {
  const own = head[column]
  return {
    take(block) {
      const first = block[0] && titleCell(block[0], own?.column)
      if (!block[0] || !first) return undefined
      const isTitle = inColumnOf(first, block[0])
      const row = rowOf(block, isTitle).map((line, at) => (at === 0 ? withoutNumber(line.cells) : line.cells))
      const column = row.map((cells) => textOf(cells.filter(isTitle)))
      const height = titleHeight(column)
      const others = row.map((cells, at) =>
        textOf(at < height ? cells.filter((cell) => !isTitle(cell)) : cells),
      )
      const said = block.slice(0, row.length).flatMap((line, at) => {
        const text = others[at] ?? ''
        return text === '' ? [] : [restOfLine(line, text)]
      })
      return {
        title: tidyTitle(foldSpace(column.slice(0, height).join(' '))),
        height,
        body: [...said, ...block.slice(row.length)],
      }
    },
  }
}

/** The lines at the head of a block that stand in one row with its title. */
function rowOf(block: readonly Line[], isTitle: (cell: Cell) => boolean): readonly Line[] {
  const end = block.findIndex(
    (line, at) =>
      at === TALLEST ||
      (at > 0 && (line.gapAbove || !line.cells.some(isTitle)) && !isLowerCell(line, isTitle)),
  )
  return end < 0 ? block : block.slice(0, end)
}

/** How many lines of its column the title takes: a sentence, a description or a day below it is none of it. */
function titleHeight(column: readonly string[]): number {
  const endsAsSentence = /\.$/.test(column.findLast((text) => text !== '') ?? '')
  const below = column.findIndex(
    (text, at) =>
      at > 0 &&
      ((endsAsSentence && /^\p{Lu}/u.test(text) && !UNFINISHED.test(column[at - 1] ?? '')) ||
        DESCRIBES.test(text) ||
        dateIn(text)?.index === 0),
  )
  return below < 0 ? column.length : below
}

/** Whether a cell stands in the column of this one; where only indents tell, the next cell of its line is the end of it. */
export function inColumnOf(first: Cell, { cells }: Line): (cell: Cell) => boolean {
  const next = cells.find(({ indent }) => indent > first.indent)
  const end = Math.min((next?.indent ?? Number.POSITIVE_INFINITY) - SAME_COLUMN, first.indent + HANGING)
  return (cell) =>
    cell.column !== undefined && first.column !== undefined
      ? cell.column === first.column
      : cell.indent >= first.indent - SAME_COLUMN && cell.indent <= end
}

/** The cell of the title in the first line of a row: under its head, or next to the number. */
function titleCell({ cells }: Line, column: number | undefined): Cell | undefined {
  const words = withoutNumber(cells).filter(({ text }) => !isTimeAlone(text))
  return words.find((cell) => column !== undefined && cell.column === column) ?? words[0]
}

/** What goes on only in another column, without white space above it. */
function isLowerCell(line: Line, isTitle: (cell: Cell) => boolean): boolean {
  return !line.gapAbove && line.cells.length === 1 && !line.cells.some(isTitle) && line.row === undefined
}

function withoutNumber(cells: readonly Cell[]): Cell[] {
  const [first, ...others] = cells
  const rest = first && numberAt(first.text)?.rest
  if (!first || rest === undefined) return [...cells]
  return rest === '' ? others : [{ ...first, text: rest }, ...others]
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join(' ')
}

/** "10.00", "2.15 pm", "10.00 – 10.15", "5 mins". */
export function isTimeAlone(text: string): boolean {
  if (/^\d{1,3} ?(?:mins?|minutes)\.?$/i.test(text)) return true
  const time = /^\d/.test(text) && text.length <= 24 ? timeIn(text, true) : undefined
  if (!time || time.index > 0) return false
  return /^(?:\s*(?:-|–|—|to)\s*\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?)?)?\s*(?:hrs|hours)?$/i.test(
    text.slice(time.length),
  )
}

/** In a timetable the lines with the time of an item behind the item, where they begin with it. */
export function withTimesLast(lines: readonly Line[]): readonly Line[] {
  const timed = lines.filter(({ cells }) => beginsTimed(cells) && numberAt(cells[1]?.text ?? ''))
  if (timed.length < FEWEST_TIMED) return lines
  return lines.map((line) => {
    const [time, ...others] = line.cells
    if (!time || !beginsTimed(line.cells)) return line
    const cells = [...others, time]
    return { ...line, cells, text: textOf(cells) }
  })
}

const FEWEST_TIMED = 3

function beginsTimed([first, second]: readonly Cell[]): boolean {
  return first !== undefined && second !== undefined && isTimeAlone(first.text)
}
