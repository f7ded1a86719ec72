import type { Line } from '../../lines/line.ts'
import { cellsAtHeads } from '../../lines/split-cells.ts'
import type { DeclaredInterest } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { isTitled } from '../phrases/names.ts'
import { peopleIn } from '../phrases/people.ts'
import { consequencesIn } from './consequences.ts'
import { itemIn, namesItem } from './interest-item.ts'
import { typeBeside } from './interest-type.ts'

type Column = 'name' | 'type' | 'item' | 'itemAndNature' | 'nature' | 'action'

/** What the heads of such tables say; the first that fits counts. */
const HEADS: readonly [Column, RegExp][] = [
  [
    'name',
    /^(?:names?\b|(?:councillor|member|cllr)s?(?:['’]s)?(?:\s?\/\s?\w+)?(?:\s+names?)?$|(?:member|councillor|person)s?\s+(?:declaring|making|name)|declar(?:ed|ation) by|who\b)/i,
  ],
  [
    'type',
    /^(?:type|category|class|kind|level)\b|^personal\b|^(?:disclosable\s+)?pecuniary\b|^prejudicial|^dpi\b|^nature$/i,
  ],
  ['itemAndNature', /^(?:agenda\s+)?item.{0,20}(?:nature|reason|interest)/i],
  ['nature', /^(?:nature|reason|details?|description|interest\s?\/\s?reason|explanation|reasons? for)\b/i],
  ['action', /^(?:action|outcome|participat|left|remained|speak|dispensation|whether)/i],
  ['item', /^(?:agenda|item|minute|subject|matter|application|report|min\.?\s?no|business)\b/i],
  ['type', /^interests?(?:\s+declared)?$/i],
]
const LONGEST_TABLE = 200
const LONGEST_HEAD = 60

interface Row {
  line: Line
  cells: Partial<Record<Column, string>>
}

/** The declarations of a table, whether its cells stand side by side, one a line, or each behind its head. */
export function tabledIn(lines: readonly Line[]): Found<DeclaredInterest>[] {
  return (sideBySide(lines) ?? labelledRows(lines) ?? oneBelowTheOther(lines) ?? []).flatMap(
    ({ line, cells }) => declarationsOf(cells).map((declaration) => found(declaration, line)),
  )
}

function headOf(text: string): Column | undefined {
  if (text.length > LONGEST_HEAD || /(?<!\bno)\.$|;$/i.test(text)) return undefined
  return HEADS.find(([, head]) => head.test(text))?.[0]
}

function isHead(columns: readonly (Column | undefined)[]): columns is Column[] {
  return (
    columns.length >= 2 &&
    columns.every((column) => column !== undefined) &&
    columns.filter((column) => column === 'name').length === 1
  )
}

function sideBySide(lines: readonly Line[]): Row[] | undefined {
  const at = lines.findIndex((line) => isHead(line.cells.map((cell) => headOf(cell.text))))
  const head = lines[at]
  if (!head) return undefined
  const columns = head.cells.map((cell) => ({ ...cell, is: headOf(cell.text) }))
  const rows: Row[] = []
  for (const line of lines.slice(at + 1, at + 1 + LONGEST_TABLE)) {
    if (head.row && line.row?.table !== head.row.table) break
    const cells: Row['cells'] = {}
    for (const cell of cellsAtHeads(line.cells, head.cells)) {
      const column =
        cell.column === undefined
          ? columns.reduce((near, one) =>
              Math.abs(one.indent - cell.indent) < Math.abs(near.indent - cell.indent) ? one : near,
            )
          : columns.find((one) => one.column === cell.column)
      if (column?.is) cells[column.is] = joined(cells[column.is], cell.text)
    }
    const last = rows.at(-1)
    const same =
      last && (head.row ? last.line.row?.row === line.row?.row : !beginsRow(cells.name, last.cells.name))
    if (same) for (const key of KEYS) if (cells[key]) last.cells[key] = joined(last.cells[key], cells[key])
    if (!same && !head.row && !line.cells[1] && !cells.name) break
    if (!same) rows.push({ line, cells })
  }
  return rows
}

/** "Councillor" may stand alone in a narrow column, with the name below it. */
function beginsRow(name: string | undefined, above: string | undefined): boolean {
  return name !== undefined && (TITLE.test(name) || (isPerson(name) && !TITLE.test(above ?? '')))
}

const TITLE = /^(?:councillor|cllr|mrs?|ms|miss|dr)\.?$/i

const KEYS: readonly Column[] = ['name', 'type', 'item', 'itemAndNature', 'nature', 'action']

function joined(before: string | undefined, text: string): string {
  return before ? `${before} ${text}` : text
}

/** The heads each on a line of their own, then the cells of one row after the other. */
function oneBelowTheOther(lines: readonly Line[]): Row[] | undefined {
  for (let at = 0; at < lines.length - 3; at += 1) {
    const columns: Column[] = []
    for (const line of lines.slice(at, at + 6)) {
      const column = line.cells.length === 1 ? headOf(line.text) : undefined
      if (!column || columns.includes(column)) break
      columns.push(column)
    }
    if (!isHead(columns)) continue
    return rowsBelow(lines.slice(at + columns.length, at + columns.length + LONGEST_TABLE), columns)
  }
  return undefined
}

/** "Name: Councillor Ash", "Item: 4", "Type: personal": each head on its line before its cell. */
function labelledRows(lines: readonly Line[]): Row[] | undefined {
  const rows: Row[] = []
  for (const line of lines) {
    const [, head = '', cell = ''] = /^([^:]{2,40}?)\s?:\s*(.+)$/.exec(line.text) ?? []
    const column = headOf(head)
    const last = rows.at(-1)
    if (column === 'name' && isPerson(cell)) rows.push({ line, cells: { name: cell } })
    else if (column && last && !last.cells[column]) last.cells[column] = cell
  }
  return rows.length > 0 && rows.every(({ cells }) => Object.keys(cells).length > 1) ? rows : undefined
}

function rowsBelow(lines: readonly Line[], columns: readonly Column[]): Row[] {
  const name = columns.indexOf('name')
  const titled = lines.some(({ text }) => isPerson(text) && isTitled(text))
  const starts = lines
    .flatMap(({ text }, index) => (isPerson(text) && (isTitled(text) || !titled) ? [index - name] : []))
    .filter((start) => start >= 0)
  return starts.flatMap((start, at) => {
    const end = starts[at + 1] ?? lines.length
    const line = lines[start + name]
    const cells: Row['cells'] = {}
    for (const [index, { text }] of lines.slice(start, Math.min(end, start + columns.length)).entries()) {
      const column = columns[index]
      if (column) cells[column] = text
    }
    return line ? [{ line, cells }] : []
  })
}

function isPerson(text: string): boolean {
  if (text.length > 80 || typeBeside(text)) return false
  const people = peopleIn(text, { surnames: true })
  return people.length > 0 && people.every(({ rest }) => rest === '')
}

function declarationsOf(cells: Row['cells']): DeclaredInterest[] {
  if (!cells.name || !isPerson(cells.name)) return []
  const rest = KEYS.slice(1)
    .map((key) => cells[key] ?? '')
    .filter((text) => text !== '')
  if (rest.length === 0 || rest.every((text) => /^(?:none|nil|n\/a|no|-|–)\.?$/i.test(text))) return []
  const type = typeBeside(cells.type ?? '') ?? typeBeside(rest.join(' ')) ?? 'interest'
  const both = cells.itemAndNature
  const item = cells.item ? numberOf(cells.item) : both && namesItem(both) ? itemIn(both) : undefined
  const nature = withoutType(cells.nature ?? (both && withoutItem(both)))
  const action = consequencesIn(rest.join('. '))
  return peopleIn(cells.name, { surnames: true }).map(({ name }) => ({
    member: name,
    ...(item && { item }),
    type,
    ...(nature && { nature }),
    ...action,
  }))
}

function numberOf(cell: string): string {
  return (
    (namesItem(cell) ? itemIn(cell) : undefined) ??
    /^([A-Z]{0,4}\d[\w./()-]{0,20}(?:(?:,| and| &)\s?[A-Z]{0,4}\d[\w./()-]{0,20}){0,8})(?=\s|$)/
      .exec(cell)?.[1]
      ?.replace(/\.$/, '') ??
    cell
  )
}

/** "Personal: wife is a governor" */
function withoutType(nature: string | undefined): string | undefined {
  const [, type, rest] = /^([^:–]{3,40}?)(?::|\s[-–])\s(.+)$/.exec(nature ?? '') ?? []
  return type && rest && typeBeside(type) ? rest : nature
}

function withoutItem(text: string): string {
  return namesItem(text) ? text.replace(/^[^–—-]{0,40}?\d[\w./()]*\s*[-–—:,]\s*/, '') : text
}
