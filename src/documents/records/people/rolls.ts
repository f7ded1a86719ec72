import type { Line } from '../../lines/line.ts'
import type { Place } from '../../paper.ts'
import type { Business } from '../business.ts'
import { peopleIn } from '../phrases/people.ts'
import { attendanceRow } from './attendance-table.ts'
import {
  isFieldOfForm,
  type RollLabel,
  rollAt,
  rollTitle,
  rollTold,
  stopsRoll,
  withInlineLabels,
} from './roll-labels.ts'
import { SideBySide } from './side-by-side.ts'

export type RollKind =
  | 'present'
  | 'inAttendance'
  | 'public'
  | 'apologies'
  | 'absent'
  | 'substitutes'
  | 'lateness'

/** What an attendance block says under one of its labels. */
export interface Roll {
  kind: RollKind
  label: string
  at: Line
  entries: RollEntry[]
  /** The next label follows at once: a field of a form that was left empty. */
  empty?: true
}

/** One person, one list or one sentence of a roll. */
export interface RollEntry {
  text: string
  at: Place
}

/** The rolls in front of the business ("Present:", "Apologies:") and those that are items of it. */
export function rollsOf({ kind: paper, front, sections }: Business): Roll[] {
  const rolls = rollsIn(front)
  if (paper === 'minutes' && !rolls.some(({ kind }) => kind === 'present'))
    rolls.push(...unlabelledRoll(front))
  // On a page with the agenda too, "Members:" may be the membership.
  if (paper === 'agenda+minutes') dropMembership(rolls)
  for (const { item, body } of sections) {
    const [first] = body
    if (!first) continue
    const kind = rollTitle(item.title)
    if (kind === 'present' || kind === 'inAttendance')
      rolls.push(...rollsIn(body, { kind, label: item.title, at: first, entries: [] }))
    // "Attendance, apologies and declarations" with labels below it.
    else if (/\b(?:attendance|present|apologies)\b/i.test(item.title))
      rolls.push(...rollsIn(body).filter((roll) => roll.kind === 'present' || roll.kind === 'inAttendance'))
  }
  return rolls
}

/** Names that begin with "Councillors" where nothing says that they were present. */
function unlabelledRoll(front: readonly Line[]): Roll[] {
  const index = front.findIndex(
    (line) => /^(?:councillors|cllrs)\b/i.test(line.text) && peopleIn(line.text).length >= 3,
  )
  const at = front[index]
  if (!at) return []
  const [roll] = rollsIn(front.slice(index), { kind: 'present', label: '', at, entries: [] })
  return roll ? [{ ...roll, entries: roll.entries.slice(0, 1) }] : []
}

function dropMembership(rolls: Roll[]): void {
  const kept = rolls.filter(({ label }) => !/^(?:members|councillors)$/i.test(label))
  rolls.splice(0, rolls.length, ...kept)
}

/** The rolls in some lines; `open` is the roll that they begin in. */
export function rollsIn(lines: readonly Line[], open?: Roll): Roll[] {
  const reading = new RollReading(open)
  for (const line of lines) reading.line(line)
  return reading.rolls
}

class RollReading {
  readonly rolls: Roll[] = []
  #roll: Roll | undefined
  /** Labels side by side, each with its column below it. */
  #columns: Column[] = []
  readonly #sideBySide = new SideBySide()

  constructor(open: Roll | undefined) {
    if (open) this.#begin(open)
  }

  line(line: Line): void {
    const row = attendanceRow(line)
    if (row) {
      if (row.kind !== 'unknown')
        this.rolls.push({
          kind: row.kind,
          label: line.text,
          at: line,
          entries: [{ text: row.text, at: line }],
        })
      return
    }
    if (this.#sideBySide.begins(line) || (this.#roll && this.#sideBySide.goesOn(line))) return
    const columns = columnsIn(line)
    if (columns) {
      this.#columns = columns
      this.rolls.push(...columns.map(({ roll }) => roll))
      this.#roll = undefined
      return
    }
    if (!line.cells.some((cell) => rollAt(cell.text)) && fill(this.#columns, line)) return
    this.#columns = []
    for (const part of withInlineLabels(line)) this.#part(part, line)
  }

  #part(part: LinePart, line: Line): void {
    const head = rollAt(part.text)
    if (head) {
      if (this.#roll) leaveEmpty(this.#roll)
      this.#begin({ kind: this.#kindOf(head), label: head.label, at: line, entries: [] })
      if (head.rest !== '') this.#roll?.entries.push(...this.#behindLabel(head.rest, line))
      return
    }
    const roll = this.#roll
    const last = roll?.entries.at(-1)
    if (last && part.cells.length === 1 && readsOn(last.text, part.text, line)) {
      last.text = `${last.text} ${part.text}`
      return
    }
    const told = rollTold(part.text)
    if (told) {
      this.#begin({ ...told, at: line, entries: [{ text: told.people, at: line }] })
      this.#roll = undefined
    } else if (roll && stopsRoll(part.text, line, roll)) {
      if (isFieldOfForm(part.text)) leaveEmpty(roll)
      this.#roll = undefined
    } else if (roll) roll.entries.push(...this.#entries(part, line))
  }

  #entries({ text }: LinePart, line: Line): RollEntry[] {
    return text === line.text ? this.#sideBySide.entriesOf(line) : [{ text, at: line }]
  }

  /** "Present:   Councillor Ash   Councillor Birch": the lists begin in the cells behind their label. */
  #behindLabel(rest: string, line: Line): RollEntry[] {
    const cells = line.cells.slice(1)
    const apart = cells.length > 0 && cells.map(({ text }) => text).join(' ') === rest
    return apart ? this.#sideBySide.entriesOf({ ...line, text: rest, cells }) : [{ text: rest, at: line }]
  }

  /** "Attending:" and "Cabinet members:" below those present are further people; as the first roll they are those present. */
  #kindOf({ kind, label }: RollLabel): RollKind {
    if (!/^(?:attending$|(?:cabinet|executive) (?:members|councillors))/i.test(label)) return kind
    return this.rolls.some((roll) => roll.kind === 'present') ? 'inAttendance' : 'present'
  }

  #begin(roll: Roll): void {
    this.#roll = roll
    this.rolls.push(roll)
  }
}

function leaveEmpty(roll: Roll): void {
  if (roll.entries.length === 0 && /:\s*$/.test(roll.at.text)) roll.empty = true
}

interface Column {
  indent: number
  roll: Roll
}

function columnsIn(line: Line): Column[] | undefined {
  if (line.cells.length < 2) return undefined
  const columns = line.cells.flatMap((cell) => {
    const head = rollAt(cell.text)
    return head?.rest === ''
      ? [{ indent: cell.indent, roll: { kind: head.kind, label: head.label, at: line, entries: [] } }]
      : []
  })
  return columns.length === line.cells.length ? columns : undefined
}

function fill(columns: readonly Column[], line: Line): boolean {
  if (columns.length === 0) return false
  if (!line.cells.some((cell) => peopleIn(cell.text, { surnames: true }).length > 0)) return false
  for (const cell of line.cells) {
    const column = columns.findLast(({ indent }) => indent <= cell.indent + 2) ?? columns[0]
    column?.roll.entries.push({ text: cell.text, at: line })
  }
  return true
}

interface LinePart {
  text: string
  cells: readonly string[]
}

/** No list or sentence of a roll is longer; a bracket that never closes would take the rest of the paper. */
const LONGEST_ENTRY = 1500

/** "and Birch", "(Vice Chair)", "- Chairman" */
const CONTINUES = /^(?:and\b|&|\p{Ll}|\(|[-–—]\s?(?:(?:[Vv]ice|[Dd]eputy)[-\s])?[Cc]hair)/u

/** "Green: Councillor Birch" */
const GROUP_LABEL = /^[^:,;]{3,50}:\s?(?=\p{Lu})/u

function readsOn(before: string, text: string, line: Line): boolean {
  if (before.length > LONGEST_ENTRY || GROUP_LABEL.test(text)) return false
  const unclosed = before.split('(').length > before.split(')').length
  if (unclosed || CONTINUES.test(text)) return true
  if (line.gapAbove) return false
  if (/(?:,|;|\band|&|\bof|\bthe|\bfor|\s[-–—]|\bCouncillors?|\bCllrs?\.?)$/i.test(before)) return true
  // A list of several that fills its line goes on below.
  return before.split(',').length > 2 && before.length > 55 && !/\.$/.test(before)
}
