import type { Line } from '../lines/line.ts'

/**
 * Mark the rows of tables in a text whose cells stand apart by tabs: two such lines or more, one after the other.
 * So many tables of the file are counted already.
 */
export function markTabbedTables(lines: readonly Line[], counted = 0): void {
  let table = counted
  let run: Line[] = []
  const close = (): void => {
    if (run.length > 1) {
      for (const [row, line] of run.entries()) line.row = { table, row }
      table += 1
    }
    run = []
  }
  for (const line of lines) {
    if (line.row) close()
    else if (isTabbed(line) && !line.gapAbove) run.push(line)
    else {
      close()
      if (isTabbed(line)) run.push(line)
    }
  }
  close()
}

function isTabbed(line: Line): boolean {
  return line.cells.some((cell) => cell.column !== undefined)
}
