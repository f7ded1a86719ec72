import type { Cell, Line } from '../../lines/line.ts'

/** What a narrow column holds of a range of pages: "(Pages 1" above "- 8)", "(Pages" above "1 - 8)". */
const FIRST_HALF = /[([]\s*(?:pages?|pp?\.)\s*(?:\d{1,5}\s*(?:[-–—]|to)?)?$/i
const SECOND_HALF = /(?:^|\s)((?:(?:[-–—]|to)\s*|\d{1,5}\s*[-–—]\s*)?\d{1,5}\s*[)\]])$/i
const LAST_PAGE = /^\d{1,5}\s*[)\]]$/
/** No two halves are longer together. */
const LONGEST_HALF = 24

/** The lines with each range of pages on the line where it begins, where it was broken over two. */
export function withWholePages(lines: readonly Line[]): readonly Line[] {
  let whole: Line[] | undefined
  for (const [index, line] of lines.entries()) {
    const above = whole?.at(-1) ?? lines[index - 1]
    const half = above && brokenRange(above, line)
    if (above && half) {
      whole ??= lines.slice(0, index)
      whole[whole.length - 1] = withLastCell(above, (text) => `${text} ${line.bullet ? '- ' : ''}${half}`)
      const rest = withLastCell(line, (text) => text.slice(0, -half.length).trim())
      if (rest.text !== '') whole.push(rest)
    } else whole?.push(line)
  }
  return whole ?? lines
}

/** The second half of a range, as the line holds it whose first half stands on the line above. */
function brokenRange(above: Line, line: Line): string | undefined {
  const first = above.cells.at(-1)?.text.slice(-LONGEST_HALF) ?? ''
  if (!FIRST_HALF.test(first)) return undefined
  // The dash of a second half alone was taken for the mark of a list.
  if (line.bullet) return LAST_PAGE.exec(line.text)?.[0]
  return SECOND_HALF.exec(line.cells.at(-1)?.text.slice(-LONGEST_HALF) ?? '')?.[1]
}

function withLastCell(line: Line, change: (text: string) => string): Line {
  const last = line.cells.at(-1)
  if (!last) return line
  const text = change(last.text)
  const cells: Cell[] = [...line.cells.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])]
  return { ...line, cells, text: cells.map((cell) => cell.text).join(' ') }
}
