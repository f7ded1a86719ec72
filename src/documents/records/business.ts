import { vocabularyOf } from '../lines/join-lines.ts'
import type { Line } from '../lines/line.ts'
import type { Place } from '../paper.ts'
import type { DocumentKind, PaperItem } from '../record.ts'
import { sectionsIn } from './items/sections.ts'
import type { Part } from './kinds/kinds.ts'

/** An item of business and what the paper says under its title, up to the next item. */
export interface Section {
  item: PaperItem
  at: Place
  body: readonly Line[]
}

/** A document about a meeting, taken apart once for all who read its fields. */
export interface Business {
  kind: DocumentKind
  lines: readonly Line[]
  /** What stands above the first item: the front sheet, or the heading and the attendance of minutes. */
  front: readonly Line[]
  sections: readonly Section[]
  /** The whole file: names and spellings are looked up in it. */
  whole: readonly Line[]
  /** The unbroken words of the file, for mending hyphens. */
  vocabulary: ReadonlySet<string>
}

export function businessOf(part: Part, whole: readonly Line[]): Business {
  const vocabulary = vocabularyOf(whole)
  const { front, sections } = sectionsIn(part, vocabulary)
  return { kind: part.kind, lines: part.lines, front, sections, whole, vocabulary }
}

/** How a decision, a vote or a question names the item that it belongs to: its number, or its title where it has none. */
export function itemReference({ item }: Section): string {
  return item.number === '' ? item.title : item.number
}
