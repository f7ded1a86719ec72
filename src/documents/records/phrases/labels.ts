import type { Line } from '../../lines/line.ts'

const NEXT_LABEL =
  /(?<!\b(?:hybrid|virtual|remote|online))\s(?:date|time|venue|place|location|meeting|committee|contact|tel(?:ephone)?|e-?mail|wards? affected|on|status)\s?:(?=\s|$)/i

/** A value that runs on over lines below itself, indented as it is. */
export function wholeValue(lines: readonly Line[], labelled: Labelled): string {
  const cell = labelled.line.cells.find((one) => labelled.value.startsWith(one.text))
  let whole = labelled.value
  if (!cell || cell === labelled.line.cells[0]) return whole
  for (const next of lines.slice(labelled.index + 1, labelled.index + 5)) {
    const only = next.cells[0]
    if (next.gapAbove || next.cells.length !== 1 || !only || Math.abs(only.indent - cell.indent) > 1) break
    whole = `${whole} ${only.text}`
  }
  return whole
}

export interface Labelled {
  value: string
  /** The line that holds the value. */
  line: Line
  index: number
}

/** What stands after a label ("Venue: Town Hall"), on its line, in the next cell or on the next line. */
export function labelled(lines: readonly Line[], label: RegExp, from = 0): Labelled | undefined {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line) continue
    const value = valueAfter(line, label)
    if (value === undefined) continue
    if (value !== '') return { value, line, index }
    const next = lines[index + 1]
    if (next && !/^[^:]{1,25}:/.test(next.text)) return { value: next.text, line: next, index: index + 1 }
  }
  return undefined
}

function valueAfter(line: Line, label: RegExp): string | undefined {
  const colon = new RegExp(`(?:^|\\s)(?:${label.source})\\s?:\\s*(.*)$`, 'i').exec(line.text)
  if (colon && (colon.index === 0 || isAtCell(line, colon[0].trim()) || NEXT_LABEL.test(line.text)))
    return cut(colon[1] ?? '')
  const cell = line.cells[0]
  if (cell && line.cells[1] && new RegExp(`^(?:${label.source})$`, 'i').test(cell.text)) {
    return cut(line.text.slice(cell.text.length).trim())
  }
  return undefined
}

function isAtCell(line: Line, text: string): boolean {
  return line.cells.some((cell) => text.startsWith(cell.text) || cell.text.startsWith(text))
}

function cut(value: string): string {
  const next = NEXT_LABEL.exec(` ${value}`)
  return (next ? ` ${value}`.slice(0, next.index) : value).trim()
}
