import type { XmlAttributes } from './xml.ts'

/** What a style, a level of a list or a paragraph itself says of how it is set. */
export interface ParagraphProperties {
  style?: string
  /** The list that numbers it, `0` for none, and how deep in it. */
  list?: string
  listLevel?: number
  /** Twentieths of a point. */
  left?: number
  firstLine?: number
  before?: number
  after?: number
  /** No space to a neighbour of the same style. */
  closeToItsLike?: boolean
  pageBreakBefore?: boolean
  /** From 1 where it is a heading. */
  level?: number
}

export interface RunProperties {
  style?: string
  bold?: boolean
  hidden?: boolean
}

/** Word's own space where the paragraphs of a web page are pasted in. */
const AUTOMATIC = 280
/** Where spacing is counted in hundredths of a line. */
const LINE = 240

export function takeParagraphProperty(
  properties: ParagraphProperties,
  name: string,
  attributes: XmlAttributes,
): void {
  const value = attributes['w:val']
  switch (name) {
    case 'w:pStyle':
      if (value !== undefined) properties.style = value
      break
    case 'w:numId':
      if (value !== undefined) properties.list = value
      break
    case 'w:ilvl':
      properties.listLevel = whole(value) ?? 0
      break
    case 'w:ind':
      takeIndent(properties, attributes)
      break
    case 'w:spacing':
      takeSpacing(properties, attributes)
      break
    case 'w:contextualSpacing':
      properties.closeToItsLike = isOn(value)
      break
    case 'w:pageBreakBefore':
      properties.pageBreakBefore = isOn(value)
      break
    case 'w:outlineLvl': {
      const level = whole(value)
      // Nine levels; the tenth is the body.
      if (level !== undefined && level < 9) properties.level = level + 1
      break
    }
  }
}

function takeIndent(properties: ParagraphProperties, attributes: XmlAttributes): void {
  const left = whole(attributes['w:left'] ?? attributes['w:start'])
  const hanging = whole(attributes['w:hanging'])
  const first = whole(attributes['w:firstLine'])
  if (left !== undefined) properties.left = left
  if (hanging !== undefined) properties.firstLine = -hanging
  else if (first !== undefined) properties.firstLine = first
}

function takeSpacing(properties: ParagraphProperties, attributes: XmlAttributes): void {
  for (const side of ['before', 'after'] as const) {
    const lines = whole(attributes[`w:${side}Lines`])
    const space = isOn(attributes[`w:${side}Autospacing`] ?? '0')
      ? AUTOMATIC
      : lines
        ? (lines / 100) * LINE
        : whole(attributes[`w:${side}`])
    if (space !== undefined) properties[side] = space
  }
}

export function takeRunProperty(properties: RunProperties, name: string, attributes: XmlAttributes): void {
  const value = attributes['w:val']
  if (name === 'w:b') properties.bold = isOn(value)
  else if (name === 'w:vanish') properties.hidden = isOn(value)
  else if (name === 'w:rStyle' && value !== undefined) properties.style = value
}

/** A switch stands for yes by being there, unless it says no. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value)
}

export function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,7}(?:\.\d{1,4})?$/.test(text) ? Math.round(Number(text)) : undefined
}
