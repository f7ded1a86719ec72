import type { Cell, Line } from '../../lines/line.ts'

/** The first half of a number that its narrow column broke: "ACH" above "34/19", "2027/" above "071", "12" above ".". */
const FIRST_HALF = /^(?:([A-Z]{2,6}[./-]?)|((?:[A-Z]{1,6}[ ./-]?)?(?:\d{1,4}[/-]){1,3}))$/
const SECOND_HALF = /^\d{1,4}(?:[/-]\d{1,4}){0,3}[a-z]?[.):]?$/
/** How far apart, in characters, the two halves may begin. */
const SAME_COLUMN = 2
/** A broken number alone may be anything; one that is broken again and again is the paper's way. */
const FEWEST = 2

/** The lines with each number on one line, where they were broken over two. */
export function withWholeNumbers(lines: readonly Line[]): readonly Line[] {
  const broken = new Map<string, number[]>()
  for (const [index, line] of lines.entries()) {
    const half = firstHalf(line, lines[index + 1])
    if (half === undefined) continue
    const known = broken.get(half)
    if (known) known.push(index)
    else broken.set(half, [index])
  }
  const joined = new Set([...broken.values()].filter((all) => all.length >= FEWEST).flat())
  if (joined.size === 0) return lines
  return lines.flatMap((line, index) => {
    if (joined.has(index - 1)) return restBelow(line)
    const next = lines[index + 1]
    return joined.has(index) && next ? [joinedLine(line, next)] : [line]
  })
}

/** What the first halves of one paper have in common, if the two lines are a broken number. */
function firstHalf({ cells: [first] }: Line, below: Line | undefined): string | undefined {
  const match = first && FIRST_HALF.exec(first.text)
  const second = below?.cells[0]
  if (!match || !second || below.gapAbove || !SECOND_HALF.test(second.text)) return undefined
  if (Math.abs(first.indent - second.indent) > SAME_COLUMN) return undefined
  return (match[1] ?? match[2] ?? '').replace(/\d/g, '')
}

function joinedLine(line: Line, below: Line): Line {
  const [first, ...others] = line.cells
  const second = below.cells[0]
  if (!first || !second) return line
  const number = `${first.text}${/[./-]$/.test(first.text) ? '' : ' '}${second.text}`
  return { ...line, ...withCells([{ ...first, text: number }, ...others]) }
}

/** What stood beside the second half goes on with what stood beside the first. */
function restBelow(line: Line): Line[] {
  const cells = line.cells.slice(1)
  return cells.length === 0 ? [] : [{ ...line, ...withCells(cells) }]
}

function withCells(cells: Cell[]): Pick<Line, 'cells' | 'text'> {
  return { cells, text: cells.map(({ text }) => text).join(' ') }
}
