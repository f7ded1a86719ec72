import { type Cell, indentOf, type Line } from '../../lines/line.ts'
import { splitAt } from '../../lines/split-cells.ts'
import { rollAt } from './labels.ts'

/** The words of a label that is broken over two lines are no more than these, in letters. */
const LONGEST_PART = 40

/** Labels that a narrow column broke over two lines, joined on the first: "Officers in" above "attendance:". */
export function withLabelsJoined(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    const both = above && joinedLabel(above, line)
    if (both) joined.splice(-1, 1, ...both)
    else joined.push(line)
  }
  return joined
}

/** The two lines with the label on the first of them; without the second, where nothing else stands on it. */
function joinedLabel(above: Line, line: Line): Line[] | undefined {
  const [end, ...below] = line.cells
  if (!end || line.gapAbove || end.text.length > LONGEST_PART || Math.abs(indentOf(above) - end.indent) > 1)
    return undefined
  const [begin, ...beside] = withLabelApart(above.cells, below[0]?.indent)
  if (!begin || begin.text.length > LONGEST_PART || /[:.,]$/.test(begin.text)) return undefined
  // Nothing but the colon tells where the label ends if no names stand beside it.
  if (beside.length + below.length === 0 && !/:$/.test(end.text)) return undefined
  const label = { ...begin, text: `${begin.text} ${end.text}` }
  if (rollAt(label.text)?.rest !== '') return undefined
  const first = withCells(above, [label, ...beside])
  return below.length > 0 ? [first, withCells(line, below)] : [first]
}

/** A label that hardly a gap parts from the names: they begin where those of the next line do. */
function withLabelApart(cells: readonly Cell[], edge: number | undefined): readonly Cell[] {
  const [only, ...others] = cells
  return (only && others.length === 0 && edge !== undefined && splitAt(only, edge)) || cells
}

function withCells(line: Line, cells: Cell[]): Line {
  return { ...line, cells, text: cells.map(({ text }) => text).join(' ') }
}
