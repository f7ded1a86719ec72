import type { Flow } from './flow.ts'
import { BULLET } from './list-numbers.ts'
import type { ListLabel, Numbering } from './word-numbering.ts'
import type { ParagraphProperties } from './word-properties.ts'
import type { Style, Styles } from './word-styles.ts'

/** A paragraph of a Word document while it is read. */
export interface WordParagraph {
  properties: ParagraphProperties
  text: string
  hasBold: boolean
  hasPlain: boolean
  /** The bold words that it begins with, where it goes on in ordinary type. */
  lead: string | undefined
  /** How often a page ended inside it. */
  pagesEnded: number
  /** A part of it is written already: it was broken by its author. */
  begun: boolean
  /** Its end was deleted: it goes on in the next one. */
  endDeleted: boolean
}

export interface ParagraphWriter {
  /** In a table, a number alone is printed too: agendas have a column that holds nothing else. */
  write(paragraph: WordParagraph, inTable: boolean): void
  /** What comes next stands apart from what is above it, or not. */
  next(apart: boolean): void
}

/** Of a line of text, in twentieths of a point: so much space parts two paragraphs. */
const GAP = 80
/** A letter of a council's paper is about half as wide as it is high. */
const LETTER_WIDTH = 110

/** A paragraph that goes on with what the one before it left. */
export function openParagraph(before?: WordParagraph): WordParagraph {
  return {
    properties: {},
    text: before?.text ?? '',
    hasBold: before?.hasBold ?? false,
    hasPlain: before?.hasPlain ?? false,
    lead: before?.lead,
    pagesEnded: before?.pagesEnded ?? 0,
    begun: false,
    endDeleted: false,
  }
}

/** Lays out paragraphs with their numbers and the space between them. */
export function paragraphWriter(styles: Styles, numbering: Numbering, flow: Flow): ParagraphWriter {
  let above: Style | 'apart' | 'close' = 'apart'

  return {
    next(apart) {
      above = apart ? 'apart' : 'close'
    },
    write(paragraph, inTable) {
      const { text, hasBold, hasPlain, lead, pagesEnded, begun, properties } = paragraph
      const style = styles.ofParagraph(properties.style)
      const set: Style = { ...style, ...properties, run: style.run }
      if (set.pageBreakBefore && !begun && !flow.pageIsEmpty()) flow.turnPage()
      const label = begun ? undefined : labelOf(set, properties, style, numbering)
      Object.assign(paragraph, {
        text: '',
        hasBold: false,
        hasPlain: false,
        lead: undefined,
        pagesEnded: 0,
        begun: true,
      })
      const number = label?.text === BULLET ? undefined : label
      if (text.trim() === '' && !(inTable && number)) {
        above = 'apart'
        return
      }
      flow.paragraph({
        text: number ? `${number.text}${number.separator}${text}` : text,
        bullet: label?.text === BULLET,
        heading: set.level !== undefined || (hasBold && !hasPlain),
        level: set.level,
        lead: lead && `${number?.text ?? ''} ${lead}`,
        indent: indentOf(set, properties, label),
        gapAbove: flow.pageIsEmpty() || isApart(above, set),
      })
      above = set
      for (let page = 0; page < pagesEnded; page += 1) flow.turnPage()
    },
  }
}

function labelOf(
  set: Style,
  own: ParagraphProperties,
  style: Style,
  numbering: Numbering,
): ListLabel | undefined {
  if (set.list === undefined || set.list === '0') return undefined
  // A style that numbers its paragraphs leaves it to the list to say at which level.
  const level = own.listLevel ?? (own.list === undefined ? style.listLevel : 0)
  return numbering.next(set.list, level, own.style)
}

/** Where the paragraph begins, with its number where it has one. */
function indentOf(set: Style, own: ParagraphProperties, label: ListLabel | undefined): number {
  const left = own.left ?? label?.indent.left ?? set.left ?? 0
  const first = own.firstLine ?? label?.indent.firstLine ?? set.firstLine ?? 0
  return Math.max(0, Math.round((left + first) / LETTER_WIDTH))
}

function isApart(above: Style | 'apart' | 'close', set: Style): boolean {
  if (above === 'apart') return true
  if (above === 'close') return false
  const alike = above.style === set.style
  const after = alike && above.closeToItsLike ? 0 : (above.after ?? 0)
  const before = alike && set.closeToItsLike ? 0 : (set.before ?? 0)
  return Math.max(after, before) >= GAP
}
