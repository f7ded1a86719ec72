import { labelAt } from '../documents/records/decisions/clause-labels.ts'
import { ClauseList } from '../documents/records/decisions/clauses.ts'
import { leadInOf } from '../documents/records/decisions/lead-ins.ts'
import type { ResolutionPart } from './types.ts'
import { type Classed, classOf } from './verb-classes.ts'

/** A resolution taken apart; nothing of its words is left out. */
export interface SplitResolution {
  /** As resolved, whole. */
  readonly text: string
  /** Before the parts: "The committee advises council to consider … the following -". */
  readonly leadIn: string
  readonly parts: readonly ResolutionPart[]
}

/** A bullet within a numbered clause belongs to it: its reasons, and no part that stands by itself. */
const BULLET = /^(?:[•·▪●*]|[-–](?=\s))\s*(?=\S)/u

/**
 * Take a resolution apart into its clauses, as the reader of papers does: a line begins a part where it has a label
 * that goes on with the numbering; anything else belongs to the part above it.
 */
export function splitResolution(written: string): SplitResolution {
  const lines = written
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .map((line) => line.replace(BULLET, (mark) => (labelAt(line.slice(mark.length)) ? '' : '– ')))
    .filter((line) => line !== '')
  const text = lines.join('\n')
  const first = leadInOf(lines[0] ?? '')
  const lead = first && !first.open ? { ...first, before: first.before.trim() } : undefined
  const list = new ClauseList()
  const own = lead ? [...(lead.rest === '' ? [] : [lead.rest]), ...lines.slice(1)] : lines
  own.forEach((line, at) => {
    list.add(line, own[at + 1])
  })
  const clauses = list.list()
  if (clauses.length === 0) return unnumbered(text, own.join(' '), lead?.before)
  const placed = placedIn(list.text, clauses)
  const leadIn = [lead?.before ?? '', placed.before].filter((part) => part !== '').join(' ')
  return { text, leadIn, parts: classed(leadIn, placed.parts) }
}

interface Labelled {
  readonly path: string
  readonly label: string
  readonly text: string
}

/** Where each clause stands in the whole, for its label as printed and for what comes before the first. */
function placedIn(
  whole: string,
  clauses: readonly { readonly label: string; readonly text: string }[],
): { before: string; parts: Labelled[] } {
  const paths = pathsOf(clauses.map(({ label }) => label))
  const parts: Labelled[] = []
  // From the end: the clauses stand one after the other, so that each is the last of its words before the one below.
  let rest = whole
  for (const [at, { text }] of [...clauses.entries()].toReversed()) {
    const begin = rest.lastIndexOf(text)
    const above = begin < 0 ? rest : rest.slice(0, begin)
    parts.unshift({ path: paths[at] ?? '', label: PRINTED.exec(above)?.[1] ?? '', text })
    rest = above.replace(PRINTED, '').trimEnd()
  }
  return { before: rest.trim(), parts }
}

const PRINTED = /(?:^|\s)(\(?[\p{L}\d.]{1,8}[.)]{0,2})\s*[-–—]?\s*$/u

/** "ii" is the next of "i", and no part of it. */
const ROMAN = /^[ivx]+$/i

/** 2, 2a, 3.1 → "2", "2.a", "3.1": each below the nearest one that it continues. */
function pathsOf(labels: readonly string[]): string[] {
  const paths = new Map<string, string>()
  return labels.map((label) => {
    const parent = [...paths.keys()].findLast(
      (one) => label.startsWith(one) && !/^(?:\d|$)/.test(label.slice(one.length)) && !ROMAN.test(label),
    )
    const rest = parent === undefined ? label : label.slice(parent.length).replace(/^\./, '')
    const path = parent === undefined ? label : `${paths.get(parent) ?? parent}.${rest}`
    paths.set(label, path)
    return path
  })
}

/** A part has the verb of its own words, else that of the part above it or of the lead-in. */
function classed(leadIn: string, parts: readonly Labelled[]): ResolutionPart[] {
  const above = leadIn === '' ? undefined : classOf(leadIn)
  const known = new Map<string, Classed>()
  return parts.map((part) => {
    const parent = known.get(part.path.slice(0, Math.max(0, part.path.lastIndexOf('.'))))
    const own = classOf(part.text, parent ?? inherited(above))
    known.set(part.path, own)
    return { ...part, ...own }
  })
}

/** "Agreed –" says nothing of what each part does; "recommends to Cabinet" does. */
function inherited(above: Classed | undefined): Classed | undefined {
  return above?.verbClass === 'decide' ? undefined : above
}

/** "Agreed that the Committee notes … and agrees that further information should be provided": two parts in a sentence. */
const ANOTHER_VERB =
  /\s(?:,\s)?and\s(?=(?:(?:that\s)?(?:the \p{L}+\s)?)?(?:agrees?|requests?|recommends?|directs?|instructs?|notes?|asks?|refers?)\b)/giu

function unnumbered(text: string, whole: string, before: string | undefined): SplitResolution {
  const pieces: string[] = []
  let from = 0
  for (const match of whole.matchAll(ANOTHER_VERB)) {
    const [one, other] = [whole.slice(from, match.index), whole.slice(match.index + match[0].length)]
    if (classOf(one).verbClass === classOf(other).verbClass) continue
    pieces.push(one)
    from = match.index + match[0].length
  }
  pieces.push(whole.slice(from))
  return {
    text,
    leadIn: before ?? '',
    parts: pieces.map((piece, at) => ({
      path: String(at + 1),
      label: '',
      text: piece.trim(),
      ...classOf(piece, inherited(before ? classOf(before) : undefined)),
    })),
  }
}

/** The parts that have no parts of their own: what can be tracked. */
export function leavesOf<T extends { readonly path: string }>(parts: readonly T[]): T[] {
  return parts.filter(({ path }) => !parts.some((other) => other.path.startsWith(`${path}.`)))
}
