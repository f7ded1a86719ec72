import type { Line } from '../../lines/line.ts'
import type { Section } from '../business.ts'
import type { Part } from '../kinds/kinds.ts'
import { itemChain } from './item-chain.ts'
import { numberedSections, unnumberedSections } from './items.ts'

/** The longest front sheet, and the longest list of items of an agenda, in lines. */
const FRONT_SHEET = 120
const LONGEST_AGENDA = 1500

/** A document about a meeting as what stands above its items, and the items with what stands under each. */
export function sectionsIn(
  part: Part,
  vocabulary: ReadonlySet<string>,
): { front: readonly Line[]; sections: readonly Section[] } {
  const { kind } = part
  const lines = isOnlyAgenda(kind) ? untilAppendedPapers(part.lines).slice(0, LONGEST_AGENDA) : part.lines
  const chain = itemChain(lines, kind === 'supplement')
  const header = lines.findIndex((line) => /^no\.?\s*\|?\s*items?\b/i.test(line.text))
  const fewest = kind === 'supplement' || header >= 0 ? 1 : 2
  if (chain.length < fewest) return unnumberedSections(lines)
  const above = Math.min(chain[0]?.index ?? 0, header < 0 ? lines.length : header, FRONT_SHEET)
  return { front: lines.slice(0, above), sections: numberedSections(lines, chain, vocabulary) }
}

function isOnlyAgenda(kind: Part['kind']): boolean {
  return kind === 'agenda' || kind === 'supplement'
}

/** "Agenda Item 5", stamped at the head of a page, is where the papers of the items begin. */
function untilAppendedPapers(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex(
    (line, index) => index > 3 && /^agenda item (?:no\.?\s*)?[A-Z]?\d{1,3}[a-z]?$/i.test(line.text),
  )
  return at < 0 ? lines : lines.slice(0, at)
}
