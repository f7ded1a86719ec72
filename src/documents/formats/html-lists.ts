import { attributeOf, type HtmlNode } from './html-tree.ts'
import { BULLET, type NumberFormat, printedNumber } from './list-numbers.ts'

/** A list that is open while its page is read. */
export interface OpenList {
  /** What is printed before an entry: its number, the sign of a list, or nothing. */
  next(entry: HtmlNode): string
}

const TYPES: Record<string, NumberFormat> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
const STYLES: Record<string, NumberFormat> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
}

export function openList(list: HtmlNode): OpenList {
  const format = formatOf(list)
  const down = attributeOf(list, 'reversed') !== undefined
  let number = whole(attributeOf(list, 'start')) ?? 1
  return {
    next(entry) {
      if (!format || format === 'bullet') return format ? BULLET : ''
      number = whole(attributeOf(entry, 'value')) ?? number
      const printed = `${printedNumber(number, format)}.`
      number += down ? -1 : 1
      return printed
    },
  }
}

/** How the entries of a list are marked; nothing where it is told to show nothing. */
function formatOf(list: HtmlNode): NumberFormat | 'bullet' | undefined {
  const style = /list-style(?:-type)?\s*:\s*([a-z-]{2,30})/i
    .exec(attributeOf(list, 'style') ?? '')?.[1]
    ?.toLowerCase()
  if (style === 'none' || entriesAreHeaded(list)) return undefined
  if (list.tag === 'ul') return style && STYLES[style] ? STYLES[style] : 'bullet'
  return (style && STYLES[style]) || TYPES[attributeOf(list, 'type') ?? ''] || 'decimal'
}

/** A site that gives the entries of a list headings lays them out as sections, without numbers. */
function entriesAreHeaded(list: HtmlNode): boolean {
  const entry = firstElement(list)
  const opens = entry && firstElement(entry)
  return opens !== undefined && /^h[1-6]$/.test(opens.tag)
}

/** The first element within another, where no words stand before it. */
function firstElement(parent: HtmlNode): HtmlNode | undefined {
  let child = parent.first
  while (child && (child.tag === '#comment' || (child.tag === '#text' && child.text.trim() === '')))
    child = child.next
  return child && child.tag !== '#text' ? child : undefined
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : undefined
}
