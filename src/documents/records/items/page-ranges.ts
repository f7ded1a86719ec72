import type { Line } from '../../lines/line.ts'

/** How far below a title the page range of its papers can stand. */
export const PAGES_WITHIN = 12
/** The lines that may be the title, at whose ends a range can stand without brackets. */
const TITLE_LINES = 4

const PAGE = '(\\d,\\d{3}|[A-Z]{0,2}\\d{1,5})'
const TO = '\\s*(?:-|–|—|to|\\/)\\s*'
const RANGE = `${PAGE}(?:${TO}${PAGE})?`
const WORD = '(?:pages?|pgs?\\.?|pp\\.?|p\\.)(?:\\s?\\(s\\))?\\s*(?:nos?\\.?|numbers?)?\\s*:?\\s*'
const FURTHER = `(?:\\s*(?:,|;|&|and)\\s*(?:${WORD})?(\\d{1,5}(?:${TO}\\d{1,5})?))?`
const ATTACHED = '(?:,?\\s(?:attached|enclosed|herewith|\\(?to follow\\)?))?'
/** "(report attached, pages 7-28)", but not "(see page 17)". */
const BRACKETED = new RegExp(
  `[([](?![^()[\\]]{0,60}\\b(?:see|refer\\w*|on|of the|cf)\\b)(?:[^()[\\]]{0,60}[\\s,:;–-])?${WORD}${RANGE}${FURTHER}${ATTACHED}\\s*[)\\]]`,
  'i',
)
const ALONE = new RegExp(`^[([]?${WORD}${RANGE}${FURTHER}${ATTACHED}[)\\]]?$`, 'i')
const AT_END = new RegExp(`(?<=\\S)\\s${WORD}${RANGE}${ATTACHED}$`, 'i')
const FIGURES = /^(\d{1,5})\s*(?:(?:-|–|—|to)\s*(\d{1,5}))?$/
const FIGURES_IN_BRACKETS = /^[([]\s*(\d{1,5})\s*[-–—]\s*(\d{1,5})\s*[)\]]$/
const YEAR = /^(?:19|20)\d\d$/

/** The pages that an item gives for its papers, as `7-28`: in brackets anywhere, at the end of its title, or in a cell of their own. */
export function pagesIn(block: readonly Line[], pageColumn: boolean): string | undefined {
  const bracketed = BRACKETED.exec(block.map((line) => line.text).join(' '))
  if (bracketed) return printed(bracketed)
  for (const [at, line] of block.entries()) {
    const cell = line.cells.at(-1)?.text ?? ''
    const alone = ALONE.exec(line.text) ?? ALONE.exec(cell)
    if (alone) return printed(alone)
    if (isRangeAlone(line.text)) return figures(line.text)
    if (at >= TITLE_LINES) continue
    const end = AT_END.exec(line.text)
    if (end) return printed(end)
    if (line.cells.length > 1 && (isRangeAlone(cell) || (pageColumn && FIGURES.test(cell))))
      return figures(cell)
  }
  return undefined
}

/** "7 - 28" alone, as a column of pages holds it. */
export function isFigures(text: string): boolean {
  return FIGURES.test(text)
}

/** A range of pages and nothing else; "2026 - 2027" are years. */
export function isRangeAlone(text: string): boolean {
  const [, from, to] = FIGURES.exec(text) ?? FIGURES_IN_BRACKETS.exec(text) ?? []
  return to !== undefined && range(from, to) !== undefined && !(YEAR.test(from ?? '') && YEAR.test(to))
}

function figures(text: string): string | undefined {
  const [, from, to] = FIGURES.exec(text) ?? FIGURES_IN_BRACKETS.exec(text) ?? []
  return range(from, to)
}

function printed([, from, to, further]: RegExpExecArray): string | undefined {
  const first = range(from, to)
  const more = further && figures(further)
  // "Pages 7 & 8" are one range, "7 - 28 and 31 - 40" two.
  if (first && more && !to && !more.includes('-')) return range(first, more)
  return first && more ? `${first}, ${more}` : first
}

function range(from: string | undefined, to: string | undefined): string | undefined {
  const [first, last] = [from, to ?? from].map((page) => page?.replace(',', ''))
  if (!first || !last || numberOf(first) < 1 || numberOf(last) < numberOf(first)) return undefined
  return first === last ? first : `${first}-${last}`
}

function numberOf(page: string): number {
  return Number(page.replace(/\D/g, ''))
}

/** A text without its page range; what stood before and after belongs together. */
export function withoutPages(text: string): string {
  return text.replace(BRACKETED, ' ').replace(ALONE, '').replace(AT_END, '').replace(/\s+/g, ' ').trim()
}
