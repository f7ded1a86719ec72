import type { Line } from '../lines/line.ts'

/** Mark the rows of tables in a text whose cells stand apart by tabs: two such lines or more, one after the other. */
export function markTabbedTables(lines: readonly Line[]): void {
  let table = 0
  let run: Line[] = []
  const close = (): void => {
    if (run.length > 1) {
      for (const [row, line] of run.entries()) line.row = { table, row }
      table += 1
    }
    run = []
  }
  for (const line of lines) {
    if (isTabbed(line) && !line.gapAbove) run.push(line)
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
