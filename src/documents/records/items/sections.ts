import type { Line } from '../../lines/line.ts'
import type { DocumentKind } from '../../record.ts'
import type { Part } from '../kinds/kinds.ts'
import { headedSections } from './headed-sections.ts'
import { itemChain } from './item-chain.ts'
import { withTimesLast } from './item-table.ts'
import { withItemsApart } from './items-in-lines.ts'
import { ITEM_COLUMNS, listedSections } from './listed-sections.ts'
import { type Numbered, stockItems } from './numbered-lines.ts'
import { numberedSections } from './numbered-sections.ts'
import { oneItem } from './one-item.ts'
import { recordedSubjects } from './recorded-subjects.ts'
import { isStockTitle } from './stock-titles.ts'
import type { Sections } from './titled-sections.ts'
import { withWholeNumbers } from './whole-numbers.ts'
import { withWholePages } from './whole-pages.ts'

/** The longest front sheet, and the longest list of items of an agenda, in lines. */
const FRONT_SHEET = 120
const LONGEST_AGENDA = 1500
/** So many more well-known items have the titles of a paper than a list inside it. */
const CLEARLY_MORE = 2

/** A document about a meeting as what stands above its items, and the items with what stands under each. */
export function sectionsIn(part: Part, vocabulary: ReadonlySet<string>): Sections {
  const { kind } = part
  const own = isOnlyAgenda(kind) ? untilAppendedPapers(part.lines).slice(0, LONGEST_AGENDA) : part.lines
  const lines = withTimesLast(withWholePages(withWholeNumbers(own)))
  return (
    oneItem(lines) ??
    (kind === 'decisions' ? recordedSubjects(lines) : undefined) ??
    numberedOrTitled(lines, kind, vocabulary)
  )
}

function numberedOrTitled(
  printed: readonly Line[],
  kind: DocumentKind,
  vocabulary: ReadonlySet<string>,
): Sections {
  const expectsText = !isOnlyAgenda(kind)
  const chainOf = (some: readonly Line[]): readonly Numbered[] =>
    itemChain(some, { mayPassOver: kind === 'supplement', expectsText })
  const lines = withItemsApart(printed, chainOf)
  const chain = chainOf(lines)
  const header = lines.findIndex((line) => ITEM_COLUMNS.test(line.text))
  const listed = listedSections(lines)
  const titled = listed ?? headedSections(lines, expectsText)
  const fewest = kind === 'supplement' || header >= 0 || isExtract(lines, chain) ? 1 : 2
  if (
    chain.length < fewest ||
    isBelowHeader(chain, header) ||
    (titled && isInsideOne(chain, titled, lines)) ||
    (header < 0 && !listed && titled && isLessKnown(chain, titled, lines))
  )
    return titled ?? { front: lines, sections: [] }
  const above = Math.min(chain[0]?.index ?? 0, header < 0 ? lines.length : header, FRONT_SHEET)
  return {
    front: lines.slice(0, above),
    sections: numberedSections(lines, chain, { expectsText, ofSite: header >= 0 }, vocabulary),
  }
}

/** Under "No. Item" a number stands alone, or at once: what is numbered further down is a list inside an item. */
function isBelowHeader([first]: readonly Numbered[], header: number): boolean {
  return first !== undefined && header >= 0 && first.rest !== '' && first.index > header + 1
}

/** A single item with its heading, near the top of minutes that hold nothing else. */
function isExtract(lines: readonly Line[], [only, ...others]: readonly Numbered[]): boolean {
  if (!only || others.length > 0 || only.index > 15) return false
  const line = lines[only.index]
  return (
    line?.gapAbove === true &&
    only.number.mark !== '' &&
    only.rest.split(' ').length <= 14 &&
    !/[.;,]$/.test(only.rest)
  )
}

/** Numbers that all stand under one title are a list inside that item. */
function isInsideOne(chain: readonly Numbered[], { sections }: Sections, lines: readonly Line[]): boolean {
  const [first, last] = [chain[0], chain.at(-1)].map((one) => lines[one?.index ?? -1])
  return (
    first !== undefined &&
    last !== undefined &&
    sections.some(({ body }) => body.includes(first) && body.includes(last))
  )
}

/** Numbers that lead to no well-known item, where the titles without numbers do, are lists inside items too. */
function isLessKnown(chain: readonly Numbered[], { sections }: Sections, lines: readonly Line[]): boolean {
  const titled = new Set(sections.map(({ item }) => item.title).filter((title) => isStockTitle(title)))
  return titled.size >= stockItems(lines, chain) + CLEARLY_MORE
}

function isOnlyAgenda(kind: DocumentKind): boolean {
  return kind === 'agenda' || kind === 'supplement'
}

/** "Agenda Item 5", stamped at the head of a page, is where the papers of the items begin. */
function untilAppendedPapers(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex(
    (line, index) => index > 3 && /^agenda item (?:no\.?\s*)?[A-Z]?\d{1,3}[a-z]?$/i.test(line.text),
  )
  return at < 0 ? lines : lines.slice(0, at)
}
