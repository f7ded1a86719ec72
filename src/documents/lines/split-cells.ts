import type { Cell } from './line.ts'

/** A text holds one space where its line may have printed more: so many letters less. */
const FOLDED = 2

/** A cell in two, where a word of it stands at the edge of a column: two spaces are no gap by themselves. */
export function splitAt(cell: Cell, edge: number): [Cell, Cell] | undefined {
  const at = [...(cell.breaks ?? []), edge - cell.indent].find(
    (letter) => cell.text.charAt(letter - 1) === ' ' && Math.abs(cell.indent + letter - edge) <= FOLDED,
  )
  if (at === undefined) return undefined
  const { breaks, ...whole } = cell
  return [
    { ...whole, text: cell.text.slice(0, at - 1) },
    { ...whole, text: cell.text.slice(at), indent: edge },
  ]
}

/** The cells of a line under the heads of a table: the longest name of a column reaches nearly to the next. */
export function cellsAtHeads(cells: readonly Cell[], heads: readonly Cell[]): Cell[] {
  return cells.flatMap((cell) => {
    if (cell.column !== undefined || !cell.breaks) return cell
    for (const { indent } of heads) {
      const apart = indent > cell.indent ? splitAt(cell, indent) : undefined
      if (apart) return apart
    }
    return cell
  })
}
