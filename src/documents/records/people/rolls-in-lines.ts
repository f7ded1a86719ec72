import { indentOf, type Line } from '../../lines/line.ts'
import { isGroup, withoutGroup } from '../phrases/groups.ts'
import { isOffice } from '../phrases/office-words.ts'
import { peopleIn, piecesIn } from '../phrases/people.ts'
import { attendanceRow, tickedColumnsIn, tickedRow } from './attendance-table.ts'
import { isFieldOfForm, stopsRoll } from './end-of-roll.ts'
import { type RollLabel, rollAt, rollTold, withInlineLabels } from './labels.ts'
import { withLabelsJoined } from './labels-over-lines.ts'
import type { Roll, RollEntry, RollKind } from './roll.ts'
import { SideBySide } from './side-by-side.ts'

/** The rolls in some lines; `open` is the roll that they begin in. */
export function rollsIn(lines: readonly Line[], open?: Roll): Roll[] {
  const reading = new RollReading(open)
  for (const line of withLabelsJoined(lines)) reading.line(line)
  return reading.rolls
}

class RollReading {
  readonly rolls: Roll[] = []
  #roll: Roll | undefined
  /** Labels side by side, each with its column below it. */
  #columns: Column[] = []
  readonly #sideBySide = new SideBySide()
  /** "Member | Present | Apologies", with ticks below. */
  #ticked: ReturnType<typeof tickedColumnsIn>

  constructor(open: Roll | undefined) {
    if (open) this.#begin(open)
  }

  line(line: Line): void {
    this.#ticked = tickedColumnsIn(line) ?? (rollAt(line.text) ? undefined : this.#ticked)
    const row = (this.#ticked && tickedRow(this.#ticked, line)) ?? attendanceRow(line)
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
    const columns = columnsIn(line)
    if (columns) {
      this.#columns = columns
      this.rolls.push(...columns.map(({ roll }) => roll))
      this.#roll = undefined
      return
    }
    const labelled = rollAt(line.cells[0]?.text ?? '')?.rest === ''
    if (this.#sideBySide.begins(line, labelled)) {
      // "Present:   Representing:" is a label as well as the head of a table.
      if (labelled) this.#part({ text: line.cells[0]?.text ?? '', cells: [] }, line)
      return
    }
    if (this.#roll && this.#sideBySide.goesOn(line)) return
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
    if (!roll) {
      this.#told(part, line)
      return
    }
    const [people, ofGroup] = withoutItsGroup(part, line)
    const last = roll.entries.at(-1)
    if (ofGroup === line && last && part.cells.length === 1 && readsOn(last.text, part.text, line))
      last.text = `${last.text}${between(last.text, part.text)}${part.text}`
    else this.#entry(roll, people, ofGroup)
  }

  #told(part: LinePart, line: Line): boolean {
    const told = rollTold(part.text)
    if (!told) return false
    this.#begin({ ...told, at: line, entries: [{ text: told.people, at: line }] })
    this.#roll = undefined
    return true
  }

  #entry(roll: Roll, part: LinePart, line: Line): void {
    if (this.#told(part, line)) return
    if (stopsRoll(part.text, line, roll)) {
      if (isFieldOfForm(part.text)) leaveEmpty(roll)
      this.#roll = undefined
    } else roll.entries.push(...this.#entries(part, line))
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
    if (!/^(?:attending$|attendees$|(?:cabinet|executive) (?:members|councillors))/i.test(label)) return kind
    return this.rolls.length > 0 ? 'inAttendance' : 'present'
  }

  #begin(roll: Roll): void {
    this.#roll = roll
    this.rolls.push(roll)
  }
}

/** "Labour (2):   Councillors Ash and Birch": the list begins behind the name of its group. */
function withoutItsGroup(part: LinePart, line: Line): [LinePart, Line] {
  const text = withoutGroup(part.text)
  if (text === part.text) return [part, line]
  const behind = line.cells.slice(1)
  const cells =
    behind.map((cell) => cell.text).join(' ') === text ? behind : [{ text, indent: indentOf(line) }]
  return [
    { text, cells: cells.map((cell) => cell.text) },
    { ...line, text, cells },
  ]
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
  if (before.length > LONGEST_ENTRY || GROUP_LABEL.test(text) || isGroup(text)) return false
  // "Chair:" above its name, unlike "(Chair)" below it.
  if (isOffice(before) && /:$|^\p{Lu}/u.test(before)) return true
  if (isOffice(text) && (line.gapAbove || /:$/.test(text))) return false
  const unclosed = before.split('(').length > before.split(')').length
  if (unclosed || CONTINUES.test(text)) return true
  if (line.gapAbove) return false
  if (/(?:,|;|\band|&|\bof|\bthe|\bfor|\s[-–—]|\bCouncillors?|\bCllrs?\.?)$/i.test(before)) return true
  // A list of several that fills its line goes on below, but not one person with a role, and then another.
  const fillsLine = before.split(',').length > 2 && before.length > 55 && !/\.$/.test(before)
  return fillsLine && !(peopleIn(before).length === 1 && piecesIn(text)[0]?.person)
}

/** "… Cora Cardow" and below it "Dan Dellow, …": two whole names, though the comma was left out. */
function between(before: string, text: string): string {
  const last = piecesIn(before).at(-1)?.person
  const first = piecesIn(text)[0]?.person
  const whole = [last, first].every((person) => person && /\s/.test(person.name) && person.rest === '')
  return whole ? ', ' : ' '
}
