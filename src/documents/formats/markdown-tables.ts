import type { Line } from '../lines/line.ts'
import { readMarkup } from './html.ts'

const OPENS = /<table\b/i
const CLOSES = /<\/table\s*>/i
/** No table of a paper goes on for so many lines; what does was never closed. */
const LONGEST_TABLE = 5_000

/** The lines of a Markdown file, each table of HTML in it as one. */
export function withWholeTables(raw: readonly string[]): string[] {
  const whole: string[] = []
  for (let at = 0; at < raw.length; at += 1) {
    const line = raw[at] ?? ''
    const end = OPENS.test(line) ? raw.slice(at, at + LONGEST_TABLE).findIndex((one) => CLOSES.test(one)) : -1
    whole.push(end > 0 ? raw.slice(at, at + end + 1).join('\n') : line)
    at += Math.max(end, 0)
  }
  return whole
}

/** Reads the tables of HTML in a Markdown file, and counts them through the file. */
export function markupTables(): {
  linesOf(raw: string, page: number, line: number): Line[] | undefined
  count(): number
} {
  let tables = 0
  return {
    count: () => tables,
    linesOf(raw, page, line) {
      const read = OPENS.test(raw) && CLOSES.test(raw) ? readMarkup(raw) : undefined
      if (!read?.ok) return undefined
      const lines = read.pages.flat().map((one) => ({
        ...one,
        page,
        line,
        ...(one.row && { row: { ...one.row, table: one.row.table + tables } }),
      }))
      tables = lines.reduce((most, { row }) => Math.max(most, (row?.table ?? -1) + 1), tables)
      return lines
    },
  }
}
