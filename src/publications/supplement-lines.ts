import {
  closedMark,
  type ItemLineProblem,
  type LineMark,
  openLineOf,
  readLines,
  withMarks,
} from './item-lines.ts'
import { entryOf, type ItemAtHand, named } from './supplement-rules.ts'
import { sameTitle, unlikeTitles } from './title-rules.ts'
import type { ItemLine, SupplementEffect, SupplementLine } from './types.ts'

const MARKS: readonly LineMark[] = ['closed', 'to follow', 'new', 'replaces']

const markOf: Readonly<Record<SupplementEffect, LineMark | undefined>> = {
  new: 'new',
  adds: undefined,
  fulfils: 'to follow',
  replaces: 'replaces',
}

export type SupplementLineProblem = ItemLineProblem | { readonly code: 'marks-differ'; readonly line: number }

/** "8. Improvement plan (pages 34-45) [to follow]" */
export function supplementLineOf(line: SupplementLine): string {
  const { toFollow, ...item } = line
  const effect = markOf[line.effect]
  return withMarks(openLineOf(item), [
    ...(effect ? [effect] : []),
    ...(line.effect === 'new' && toFollow ? (['to follow'] as const) : []),
    ...closedMark(line),
  ])
}

/** A line as it was read, with where it stands in its field. */
export interface SupplementLineRead {
  readonly line: number
  readonly item: SupplementLine
}

/** The lines of a supplement as a clerk has corrected them, and what could not be read. */
export function supplementLines(text: string): {
  read: SupplementLineRead[]
  problems: SupplementLineProblem[]
} {
  const { read, problems } = readLines(text, MARKS)
  const lines: SupplementLineRead[] = []
  const found: SupplementLineProblem[] = [...problems]
  for (const { line, item, marks } of read) {
    const effect = effectOf(marks)
    if (!effect) found.push({ code: 'marks-differ', line })
    else {
      const { toFollow, ...rest } = item
      lines.push({ line, item: { ...rest, effect, ...(effect === 'new' && toFollow ? { toFollow } : {}) } })
    }
  }
  return { read: lines, problems: found.sort((one, other) => one.line - other.line) }
}

/** A new item's own report may be to follow; anything else does one thing. */
function effectOf(marks: ReadonlySet<LineMark>): SupplementEffect | undefined {
  if (marks.has('new')) return marks.has('replaces') ? undefined : 'new'
  if (marks.has('replaces')) return marks.has('to follow') ? undefined : 'replaces'
  return marks.has('to follow') ? 'fulfils' : 'adds'
}

/** A line that a person should look at: the supplement names the item differently from the agenda. */
export interface TitleDiffers {
  readonly number: string
  readonly onAgenda: string
  readonly onPaper: string
}

/**
 * What was read of a supplement, held against the agenda: which items it is about and what it does to them,
 * for the clerk to check. Several papers of one item are one line.
 */
export function proposedLines(
  items: readonly ItemLine[],
  entries: readonly ItemAtHand[],
): { readonly lines: SupplementLine[]; readonly differing: TitleDiffers[] } {
  const differing: TitleDiffers[] = []
  const lines = new Map<ItemAtHand | ItemLine, SupplementLine>()
  for (const item of items) {
    const entry = entryOf(item, entries) ?? entries.find((one) => sameTitle(one.title, item.title))
    const before = lines.get(entry ?? item)
    if (before) {
      lines.set(entry ?? item, spanning(before, item))
      continue
    }
    const { toFollow: _, closed, ...rest } = item
    if (!entry) {
      lines.set(item, { ...item, effect: 'new' })
      continue
    }
    const isOpen = entry.access === 'public'
    if (isOpen && unlikeTitles(entry.title, item.title))
      differing.push({ number: entry.number, onAgenda: named(entry).title, onPaper: item.title })
    lines.set(entry, {
      ...rest,
      number: entry.number,
      ...(closed || !isOpen ? { closed: true as const } : {}),
      effect: entry.toFollow || entry.papers.length === 0 ? 'fulfils' : 'adds',
    })
  }
  return { lines: [...lines.values()], differing }
}

function spanning(line: SupplementLine, more: ItemLine): SupplementLine {
  const from = [line.pageFrom, more.pageFrom].filter((page) => page !== undefined)
  const to = [line.pageTo ?? line.pageFrom, more.pageTo ?? more.pageFrom].filter((page) => page !== undefined)
  return {
    ...line,
    ...(from.length === 0 ? {} : { pageFrom: Math.min(...from), pageTo: Math.max(...to) }),
  }
}
