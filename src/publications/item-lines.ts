import type { ItemLine } from './types.ts'

export type ItemLineProblem =
  | { readonly code: 'no-title'; readonly line: number }
  | { readonly code: 'pages-backwards'; readonly line: number; readonly from: number; readonly to: number }
  | { readonly code: 'title-too-long'; readonly line: number; readonly limit: number }

/** Longer than any title in the papers read so far, and short enough for every place that shows one. */
export const TITLE_LIMIT = 500

/**
 * A number has a digit, or is a single letter with a stop; otherwise the first word belongs to the title.
 * Longer ones need the stop: "1984. Minutes" is numbered, "2024/25 Budget" is not.
 */
const NUMBER =
  /^((?:[A-Z]{1,3}[./]?)?\d{1,3}(?:[./]\d{1,3})*[a-z]?|(?:[A-Z]{1,4}[./]?)?\d{1,4}(?:[./]\d{1,4})*[a-z]?(?=[.)])|[a-zA-Z](?=[.)]))[.)]?(?:\s+|$)/
/** Says that an item has no number although its title begins with one: "- 20 mph zones". */
const UNNUMBERED = /^[-–—]\s+/
const PAGES = /\s*\(\s*(?:pages?|pp?\.?)\s*(\d{1,5})(?:\s*(?:-|–|—|to)\s*(\d{1,5}))?\s*\)\s*$/i

/** Says that the public is excluded: "9. Contract award (pages 40-44) [closed]". */
const CLOSED = /\s*\[closed\]\s*$/i

/** "5. Work Programme (pages 29-30)" */
export function lineOf(item: ItemLine): string {
  const line = openLineOf(item)
  return item.closed ? `${line} [closed]` : line
}

function openLineOf(item: ItemLine): string {
  const number = item.number !== '' ? `${item.number}. ` : looksMarked(item.title) ? '- ' : ''
  if (item.pageFrom === undefined) return `${number}${item.title}`
  const to = item.pageTo === undefined || item.pageTo === item.pageFrom ? '' : `-${item.pageTo}`
  return `${number}${item.title} (page${to === '' ? '' : 's'} ${item.pageFrom}${to})`
}

/** The title of an item without a number, which by itself would be read as having one or as saying that it has none. */
function looksMarked(title: string): boolean {
  return NUMBER.test(title) || UNNUMBERED.test(title)
}

/**
 * Items from lines that a clerk may have corrected by hand; blank lines are passed over.
 *
 * @returns the items, or every problem with the number of its line, counted from 1
 */
export function itemsOf(text: string): { items: ItemLine[]; problems: ItemLineProblem[] } {
  const items: ItemLine[] = []
  const problems: ItemLineProblem[] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    const whole = raw.trim()
    if (whole === '') return
    const line = whole.replace(CLOSED, '')
    const pages = PAGES.exec(line)
    const body = pages ? line.slice(0, pages.index) : line
    const unnumbered = UNNUMBERED.exec(body)
    const number = unnumbered ? null : NUMBER.exec(body)
    const title = body
      .slice(unnumbered?.[0].length ?? number?.[0].length ?? 0)
      .replace(/\s+/g, ' ')
      .trim()
    const from = pages?.[1] === undefined ? undefined : Number(pages[1])
    const to = pages?.[2] === undefined ? from : Number(pages[2])
    if (title === '') problems.push({ code: 'no-title', line: index + 1 })
    else if ([...title].length > TITLE_LIMIT)
      problems.push({ code: 'title-too-long', line: index + 1, limit: TITLE_LIMIT })
    else if (from !== undefined && to !== undefined && to < from)
      problems.push({ code: 'pages-backwards', line: index + 1, from, to })
    else
      items.push({
        number: number?.[1] ?? '',
        title,
        ...(from === undefined ? {} : { pageFrom: from }),
        ...(to === undefined ? {} : { pageTo: to }),
        ...(line === whole ? {} : { closed: true as const }),
      })
  })
  return { items, problems }
}

/** The lines in portions that a text field holds, none cut in the middle of a line. */
export function portions(lines: readonly string[], limit: number): string[] {
  const portions: string[] = []
  let open: string[] = []
  let length = 0
  for (const line of lines) {
    if (open.length > 0 && length + line.length + 1 > limit) {
      portions.push(open.join('\n'))
      open = []
      length = 0
    }
    open.push(line)
    length += line.length + 1
  }
  if (open.length > 0) portions.push(open.join('\n'))
  return portions
}
