import type { Line } from '../../lines/line.ts'
import type { Section } from '../business.ts'
import { peopleIn } from '../phrases/people.ts'
import { isFieldOfForm, rollAt, rollTitle, stopsRoll, withInlineLabels } from './roll-labels.ts'

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
  line: Line
}

/** The rolls in front of the business ("Present:", "Apologies:") and those that are items of it. */
export function rollsOf(front: readonly Line[], sections: readonly Section[]): Roll[] {
  const rolls = rollsIn(front)
  for (const section of sections) {
    const kind = rollTitle(section.item.title)
    const [first] = section.body
    if (kind !== 'present' && kind !== 'inAttendance') continue
    if (first)
      rolls.push(...rollsIn(section.body, { kind, label: section.item.title, at: first, entries: [] }))
  }
  return rolls
}

/** The rolls in some lines; `open` is the roll that they begin in. */
export function rollsIn(lines: readonly Line[], open?: Roll): Roll[] {
  const rolls: Roll[] = open ? [open] : []
  let roll = open
  /** Labels side by side, each with its column below it. */
  let columns: Column[] = []
  for (const line of lines) {
    const heads = columnsIn(line)
    if (heads) {
      columns = heads
      rolls.push(...heads.map((column) => column.roll))
      roll = undefined
      continue
    }
    if (columns.length > 0 && !line.cells.some((cell) => rollAt(cell.text)) && fill(columns, line)) continue
    columns = []
    for (const part of withInlineLabels(line)) {
      const head = rollAt(part.text)
      if (head) {
        if (roll) leaveEmpty(roll)
        roll = { kind: head.kind, label: head.label, at: line, entries: [] }
        rolls.push(roll)
        if (head.rest !== '') roll.entries.push({ text: head.rest, line })
      } else if (roll) {
        const last = roll.entries.at(-1)
        if (last && part.cells.length === 1 && readsOn(last.text, part.text, line))
          last.text = `${last.text} ${part.text}`
        else if (stopsRoll(part.text, line, roll)) {
          if (isFieldOfForm(part.text)) leaveEmpty(roll)
          roll = undefined
        } else addTo(roll, part, line)
      }
    }
  }
  return rolls
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
  const placed = line.cells.map((cell) => ({
    cell,
    column: columns.findLast((column) => column.indent <= cell.indent + 2) ?? columns[0],
  }))
  if (!placed.some(({ cell }) => peopleIn(cell.text, { surnames: true }).length > 0)) return false
  for (const { cell, column } of placed) column?.roll.entries.push({ text: cell.text, line })
  return true
}

function addTo(roll: Roll, { text, cells }: { text: string; cells: readonly string[] }, line: Line): void {
  if (cells.length > 1) {
    const each = cells.map((cell) => peopleIn(cell, { surnames: roll.kind !== 'inAttendance' }))
    if (each.every((people) => people.length === 1)) {
      roll.entries.push(...cells.map((cell) => ({ text: cell, line })))
      return
    }
    if (each.some((people) => people.length === 1)) {
      roll.entries.push({ text: cells.join(' – '), line })
      return
    }
  }
  roll.entries.push({ text, line })
}

/** No list or sentence of a roll is longer; a bracket that never closes would take the rest of the paper. */
const LONGEST_ENTRY = 1500

function readsOn(before: string, text: string, line: Line): boolean {
  if (before.length > LONGEST_ENTRY) return false
  const unclosed = before.split('(').length > before.split(')').length
  if (unclosed || /^(?:and\b|&|\p{Ll}|\()/u.test(text)) return true
  if (line.gapAbove) return false
  if (/(?:,|;|\band|&|\bof|\bthe|\bfor|\s[-–—]|\bCouncillors?|\bCllrs?\.?)$/i.test(before)) return true
  // A list of several that fills its line goes on below.
  return before.split(',').length > 2 && before.length > 55 && !/\.$/.test(before)
}
