import type { Cell, Line } from '../../lines/line.ts'
import { cellsAtHeads } from '../../lines/split-cells.ts'
import { isGroup } from '../phrases/groups.ts'
import { isTitled } from '../phrases/names.ts'
import { isOffice } from '../phrases/office-words.ts'
import { piecesIn } from '../phrases/people.ts'
import type { Person } from '../phrases/person.ts'
import type { RollEntry } from './roll.ts'

/** Cells of one column begin within so many characters of each other. */
const SAME_COLUMN = 2

/** What the heads of a table of people say; whatever is no name is told about the person before it. */
const HEADS: readonly [Head, RegExp][] = [
  ['substitute', /^(?:named |nominated )?(?:substitut|deput|reserve)/i],
  [
    'person',
    /^(?:names?|(?:full |member |councillor )names?|(?:committee |board |panel )?members?(?: names?)?|(?:committee )?membership|councillors?|cllrs?|attendees?|representatives?)(?:\s?\(.{0,30}\))?$/i,
  ],
  [
    'about',
    /^(?:(?:political )?(?:party|group)|ward|division|council|(?:constituent )?authority|local authority|organisation|representing|role|position|office|title|job title|attendance|attended|present|status|expected|term.{0,20}|e-?mail|tel\w*|appointed.{0,20}|voting.{0,20}|initials|apologies)$/i,
  ],
]
type Head = 'person' | 'about' | 'substitute'

interface TableHead {
  at: Cell
  is: Head
}

/** Lists that stand side by side, and tables with one person a row. */
export class SideBySide {
  #columns: Column[] = []
  #heads: TableHead[] = []
  /** The names of groups stand over the columns, so that each holds people, whether they have titles or not. */
  #groups = false

  /**
   * Whether a line is the head of columns: "Name | Party | Ward", "Labour | Green | Co-optees"; also where
   * the first is the label of the whole list (`labelled`): "Present: | Representing:".
   */
  begins({ cells }: Line, labelled = false): boolean {
    const heads = headsOf(cells, labelled)
    if (!heads) return false
    this.#heads = heads
    this.#groups = heads.length === 0
    this.#columns = []
    return true
  }

  /** Whether all of a line goes on from the cells above it: "(Chair)" below one name, "Parent Governor" below another. */
  goesOn({ cells }: Line): boolean {
    if (this.#columns.length < 2) return false
    const below = cells.map((cell) => ({ cell, above: this.#columnOf(cell)?.entry }))
    if (!below.every(({ cell, above }) => above && goesOnFrom(above.text, cell.text))) return false
    for (const { cell, above } of below) if (above) append(above, cell.text)
    return true
  }

  /** The entries that the cells of a line begin. */
  entriesOf(line: Line): RollEntry[] {
    const entries: RollEntry[] = []
    /** "Chair:" in the column before its name. */
    let office = ''
    const cells = joinedByDashes(
      cellsAtHeads(
        line.cells,
        this.#heads.map(({ at }) => at),
      ),
    )
    const people = this.#peopleAmong(cells)
    if (people.length === 0) return [{ text: line.text, at: line }]
    for (const cell of cells) {
      const above = this.#columnOf(cell)
      const last = entries.at(-1)
      if (this.#headOver(cell) === 'substitute') continue
      if (people.includes(cell)) {
        const entry = { text: `${office}${cell.text}`, at: line }
        office = ''
        entries.push(entry)
        this.#columns = [...this.#columns.filter((column) => column !== above), { at: cell, entry }]
      } else if (above && goesOnFrom(above.entry.text, cell.text)) append(above.entry, cell.text)
      else if (last) last.text = `${last.text} (${cell.text})`
      else if (isOffice(cell.text)) office = `${cell.text.replace(/\s?:$/, '')}: `
      else entries.push({ text: cell.text, at: line })
    }
    return entries
  }

  #peopleAmong(cells: readonly Cell[]): readonly Cell[] {
    if (this.#heads.length > 0) return cells.filter((cell) => this.#headOver(cell) === 'person')
    const people = cells.filter(({ text }) => personFirst(text))
    if (this.#groups) return people
    // "Councillor Ash | Great Harland", "Ann Ash | Harland": the other is a place as likely as a person.
    const surely = (of: (text: string) => boolean): readonly Cell[] => {
      const sure = people.filter(({ text }) => of(text))
      return sure.length > 0 ? people.filter((cell) => sure.includes(cell) || this.#columnOf(cell)) : people
    }
    return surely(isTitled).length < people.length
      ? surely(isTitled)
      : surely((text) => isTitled(text) || /\s/.test(personFirst(text)?.name ?? ''))
  }

  #headOver(cell: Cell): Head | undefined {
    return this.#heads.find(({ at }) => isSameColumn(at, cell))?.is
  }

  #columnOf(cell: Cell): Column | undefined {
    return this.#columns.find(({ at }) => isSameColumn(at, cell))
  }
}

/** Whether a line is the head of a table of people, or the names of groups over columns. */
export function isHeadOfColumns({ cells }: Line): boolean {
  return headsOf(cells) !== undefined
}

/** The heads of a table of people; none where the names of groups stand over columns. */
function headsOf(cells: readonly Cell[], labelled = false): TableHead[] | undefined {
  if (cells.length < 2) return undefined
  const heads = cells.flatMap((at, index) =>
    labelled && index === 0 ? [{ at, is: 'person' as const }] : headOf(at),
  )
  if (heads.length === cells.length && heads.some(({ is }) => is === 'person')) return heads
  return cells.every(({ text }) => isGroup(text)) ? [] : undefined
}

interface Column {
  at: Cell
  /** What stands lowest in it. */
  entry: RollEntry
}

function headOf(at: Cell): TableHead[] {
  const text = at.text.replace(/[:*]+$/, '')
  const head = HEADS.find(([, pattern]) => pattern.test(text))
  return head ? [{ at, is: head[0] }] : []
}

/** "Ash   -   Quay": what stands on the other side of a dash is told about the same person. */
function joinedByDashes(cells: readonly Cell[]): readonly Cell[] {
  const joined: Cell[] = []
  for (const cell of cells) {
    const before = joined.at(-1)
    if (before && (/^[-–—]/.test(cell.text) || /[-–—]$/.test(before.text)))
      joined.splice(-1, 1, { ...before, text: `${before.text} ${cell.text}` })
    else joined.push(cell)
  }
  return joined
}

function personFirst(text: string): Person | undefined {
  return piecesIn(text, { surnames: true })[0]?.person
}

function isSameColumn(one: Cell, other: Cell): boolean {
  return one.column !== undefined && other.column !== undefined
    ? one.column === other.column
    : Math.abs(one.indent - other.indent) <= SAME_COLUMN
}

/** Whether a cell is more of the person above it in its column. */
function goesOnFrom(above: string, text: string): boolean {
  if (/^[(\p{Ll}–-]/u.test(text) || isOffice(text)) return true
  const unclosed = above.split('(').length > above.split(')').length
  return unclosed || /(?:,|&|\s[–-]|\band)$/.test(above)
}

function append(entry: RollEntry, text: string): void {
  entry.text = `${entry.text} ${text}`
}
