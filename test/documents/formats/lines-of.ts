// Lines as a test can show them.
import type { Line } from '../../../src/documents/lines/line.ts'

/** Cells apart by bars, each with its column where it has one: `0:Date | 1:Item`. A star marks the entry of a list. */
export function shown(lines: readonly Line[]): string[] {
  return lines.map(({ bullet, cells }) => {
    const written = cells.map(({ column, text }) => (column === undefined ? text : `${column}:${text}`))
    return `${bullet ? '* ' : ''}${written.join(' | ')}`
  })
}
