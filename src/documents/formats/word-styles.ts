import {
  isOn,
  type ParagraphProperties,
  type RunProperties,
  takeParagraphProperty,
  takeRunProperty,
} from './word-properties.ts'
import type { XmlVisit } from './xml.ts'

/** A style with all that it takes over from those it is based on. */
export interface Style extends ParagraphProperties {
  run: RunProperties
}

export interface Styles {
  /** Of a paragraph: of the style it names, or of the one for paragraphs that name none. */
  ofParagraph(name: string | undefined): Style
  /** Whether a style of letters prints them bold. */
  bold(name: string | undefined): boolean | undefined
}

interface Written {
  basedOn?: string
  paragraph: ParagraphProperties
  run: RunProperties
}

/** Longer chains of styles are circles. */
const LONGEST_CHAIN = 40

/** Takes the styles out of the part of a Word document that holds them. */
export function stylesReader(): { visit: XmlVisit; styles: () => Styles } {
  const written = new Map<string, Written>()
  const defaults: Written = { paragraph: {}, run: {} }
  let ordinary: string | undefined
  let at: Written | undefined
  const inside: string[] = []

  const visit: XmlVisit = {
    open(name, attributes) {
      const parent = inside.at(-1)
      inside.push(name)
      if (name === 'w:docDefaults') at = defaults
      else if (name === 'w:style') {
        const id = attributes['w:styleId'] ?? ''
        at = { paragraph: {}, run: {} }
        written.set(id, at)
        if (attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? '0')) ordinary = id
      } else if (at && parent === 'w:style' && name === 'w:basedOn') at.basedOn = attributes['w:val'] ?? ''
      else if (at && parent === 'w:style' && name === 'w:name') {
        const style = attributes['w:val'] ?? ''
        const level = /^heading ([1-9])$/i.exec(style)?.[1]
        if (level || /^title$/i.test(style)) at.paragraph.level = Number(level ?? 1)
      } else if (at && (parent === 'w:pPr' || parent === 'w:numPr'))
        takeParagraphProperty(at.paragraph, name, attributes)
      else if (at && parent === 'w:rPr') takeRunProperty(at.run, name, attributes)
    },
    close(name) {
      inside.pop()
      if (name === 'w:style' || name === 'w:docDefaults') at = undefined
    },
    text: () => undefined,
  }

  const known = new Map<string, Style>()
  function styleOf(id: string | undefined): Style {
    const key = id ?? ''
    const ready = known.get(key)
    if (ready) return ready
    const chain: Written[] = []
    let next = id
    while (next !== undefined && chain.length < LONGEST_CHAIN) {
      const one = written.get(next)
      if (!one) break
      chain.unshift(one)
      next = one.basedOn
    }
    const style: Style = Object.assign({}, defaults.paragraph, ...chain.map((one) => one.paragraph), {
      run: Object.assign({}, defaults.run, ...chain.map((one) => one.run)),
    })
    known.set(key, style)
    return style
  }

  return {
    visit,
    styles: () => ({
      ofParagraph: (name) => styleOf(name !== undefined && written.has(name) ? name : ordinary),
      bold: (name) => (name !== undefined && written.has(name) ? styleOf(name).run.bold : undefined),
    }),
  }
}
