import type { Fragment } from './pdf-page.ts'
import type { Ruling } from './pdf-rulings.ts'

/** The grid of a ruled table: the edges of its columns from the left, and of its rows from the top. */
export interface Grid {
  columns: number[]
  rows: number[]
  /** Whether a rule closes this column's cell off from the one below. A cell over several rows has none. */
  isClosedBelow(row: number, column: number): boolean
}

/** In points: how far apart two strokes may be that draw one rule, and rules that meet in a corner. */
const SAME = 3
/** Of the width of its table: a rule that is shorter parts some cells and not the rows. */
const PARTS_ROWS = 0.5
/** In points: narrower than this nothing can be read in a cell. */
const NARROWEST = 8
/** Drawings have more rules than any table. */
const MOST_RULES = 800

/** In points: white space so wide, all the way down, parts two columns that no rule parts. */
const CORRIDOR = 8
/** So many rules of one length under each other are a table without upright ones. */
const FEWEST_LEVEL = 3
/** Of the letter's height: how far from the first or the last rule the lines of one row stand. */
const HEAD = 2.6
/** In points: no row of a table is higher. */
const HIGHEST_ROW = 300

/**
 * The ruled tables of a page, from the top, also those that are ruled under their rows alone. A frame round text
 * is none: a table has two columns at least.
 */
export function gridsOf(rulings: readonly Ruling[], fragments: readonly Fragment[]): Grid[] {
  if (rulings.length < FEWEST_LEVEL) return []
  const rules = [...merged(rulings, true), ...merged(rulings, false)]
  if (rules.length > MOST_RULES) return []
  const groups = meeting(rules)
  const ruled = groups.flatMap((group) => gridOf(group) ?? [])
  const loose = groups.flatMap(([rule, ...more]) => (rule?.level && more.length === 0 ? [rule] : []))
  return [...ruled, ...underlined(loose, fragments)].sort(
    (one, other) => (one.rows[0] ?? 0) - (other.rows[0] ?? 0),
  )
}

/** Strokes that lie on one another or follow each other on one line, as the rules that people see. */
function merged(rulings: readonly Ruling[], level: boolean): Ruling[] {
  const sorted = rulings
    .filter((ruling) => ruling.level === level)
    .sort((one, other) => one.at - other.at || one.from - other.from)
  const rules: Ruling[] = []
  let line: Ruling[] = []
  const close = (): void => {
    line.sort((one, other) => one.from - other.from)
    let last: Ruling | undefined
    for (const stroke of line) {
      if (last && stroke.from <= last.to + SAME) last.to = Math.max(last.to, stroke.to)
      else {
        last = { ...stroke }
        rules.push(last)
      }
    }
    line = []
  }
  for (const ruling of sorted) {
    const first = line[0]
    if (first && ruling.at - first.at > SAME) close()
    line.push(ruling)
  }
  close()
  return rules
}

/** Rules in groups that hang together. */
function meeting(rules: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = []
  const left = new Set(rules)
  for (const rule of rules) {
    if (!left.delete(rule)) continue
    const group = [rule]
    for (const one of group)
      for (const other of left)
        if (meet(one, other)) {
          left.delete(other)
          group.push(other)
        }
    groups.push(group)
  }
  return groups
}

function meet(one: Ruling, other: Ruling): boolean {
  return (
    one.level !== other.level &&
    one.at >= other.from - SAME &&
    one.at <= other.to + SAME &&
    other.at >= one.from - SAME &&
    other.at <= one.to + SAME
  )
}

function gridOf(rules: readonly Ruling[]): Grid | undefined {
  const level = rules.filter((rule) => rule.level)
  const upright = rules.filter((rule) => !rule.level)
  const columns = edges(upright.map((rule) => rule.at))
  const left = columns[0] ?? 0
  const right = columns.at(-1) ?? 0
  const parting = level.filter((rule) => rule.to - rule.from >= PARTS_ROWS * (right - left))
  // Where a table goes on overleaf, its columns may end without a rule below.
  const ends = upright.flatMap((rule) => [rule.from, rule.to])
  const rows = edges([...parting.map((rule) => rule.at), Math.min(...ends), Math.max(...ends)])
  if (columns.length < 3 || rows.length < 2) return undefined
  const open = new Set<string>()
  for (const [row, at] of rows.slice(1, -1).entries()) {
    const below = level.filter((rule) => Math.abs(rule.at - at) <= SAME)
    for (const [column, edge] of columns.slice(1).entries()) {
      const middle = ((columns[column] ?? 0) + edge) / 2
      if (!below.some((rule) => rule.from < middle && rule.to > middle)) open.add(`${row} ${column}`)
    }
  }
  return { columns, rows, isClosedBelow: (row, column) => !open.has(`${row} ${column}`) }
}

/** Tables whose rows alone are ruled: their columns are where white space runs all the way down. */
function underlined(rules: readonly Ruling[], fragments: readonly Fragment[]): Grid[] {
  const runs: Ruling[][] = []
  for (const rule of rules.toSorted((one, other) => one.at - other.at)) {
    const run = runs.find(([first]) => first && isAbove(first, rule))
    const last = run?.at(-1)
    if (run && last && rule.at - last.at <= HIGHEST_ROW) run.push(rule)
    else runs.unshift([rule])
  }
  return runs.flatMap((run) => {
    const [first] = run
    if (!first || run.length < FEWEST_LEVEL) return []
    const ruled = edges(run.map((rule) => rule.at))
    const columns = corridors(fragments, first, ruled)
    if (columns.length < 3 || ruled.length < FEWEST_LEVEL) return []
    return [{ columns, rows: withUnruled(ruled, columns, fragments), isClosedBelow: () => true }]
  })
}

/** The head stands above the first rule in many tables, and a row that the page breaks has none below. */
function withUnruled(
  rows: readonly number[],
  columns: readonly number[],
  fragments: readonly Fragment[],
): number[] {
  const [top = 0] = rows
  const bottom = rows.at(-1) ?? 0
  const above = fragments.filter(({ y, size }) => y <= top && y > top - HEAD * size)
  const below = fragments.filter(({ y, size }) => y > bottom && y < bottom + HEAD * size)
  return [
    ...(keepTo(columns, above) ? [above.reduce((edge, { y, size }) => Math.min(edge, y - size), top)] : []),
    ...rows,
    ...(keepTo(columns, below) ? [below.reduce((edge, { y }) => Math.max(edge, y + 1), bottom)] : []),
  ]
}

/** Whether they stand in two of the columns at least, and none of them over the edge of one. */
function keepTo(columns: readonly number[], fragments: readonly Fragment[]): boolean {
  const used = new Set<number>()
  for (const { x, width } of fragments) {
    const column = columns.findLastIndex((edge) => edge <= x + SAME)
    if (column < 0 || x + width > (columns[column + 1] ?? 0) + SAME) return false
    used.add(column)
  }
  return used.size > 1
}

function isAbove(one: Ruling, other: Ruling): boolean {
  return Math.abs(one.from - other.from) <= SAME && Math.abs(one.to - other.to) <= SAME
}

function corridors(fragments: readonly Fragment[], { from, to }: Ruling, rows: readonly number[]): number[] {
  const within = fragments
    .filter(({ x, y }) => x >= from - SAME && x <= to && y >= (rows[0] ?? 0) && y <= (rows.at(-1) ?? 0))
    .sort((one, other) => one.x - other.x)
  const columns: number[] = [from]
  let right = within[0]?.x ?? to
  for (const { x, width } of within) {
    if (x - right >= CORRIDOR) columns.push(x - SAME)
    right = Math.max(right, x + width)
  }
  return [...columns, to]
}

/** Places in order, those close to each other as one. */
function edges(places: number[]): number[] {
  const apart: number[] = []
  for (const place of places.sort((one, other) => one - other)) {
    const last = apart.at(-1)
    if (last === undefined || place - last >= NARROWEST) apart.push(place)
  }
  return apart
}
