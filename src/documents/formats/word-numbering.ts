import { BULLET, type NumberFormat, printedNumber } from './list-numbers.ts'
import { isOn, type ParagraphProperties, takeParagraphProperty, whole } from './word-properties.ts'
import type { XmlVisit } from './xml.ts'

/** What Word prints before a numbered paragraph. */
export interface ListLabel {
  text: string
  /** What parts it from the paragraph. */
  separator: string
  indent: ParagraphProperties
}

export interface Numbering {
  /** The label of the next paragraph of a list; counts on. `style` finds the level where the paragraph names none. */
  next(list: string, level: number | undefined, style: string | undefined): ListLabel | undefined
}

interface Level {
  start: number
  format: string
  /** "%1.%2": the numbers of the levels and what stands between them. */
  text: string
  separator: string
  /** After which level it begins again; 0 for never. */
  restart?: number
  /** All numbers in figures. */
  legal: boolean
  style?: string
  indent: ParagraphProperties
}

interface List {
  levels: Level[]
  /** A list that is defined by a style of lists stands with that style. */
  definedBy?: string
  defines?: string
}

interface Use {
  list: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

const DEEPEST_LEVEL = 8
const SEPARATORS: Record<string, string> = { tab: '\t', space: ' ', nothing: '' }

/** Takes the lists out of the part of a Word document that defines them. */
export function numberingReader(): { visit: XmlVisit; numbering: () => Numbering } {
  const lists = new Map<string, List>()
  const uses = new Map<string, Use>()
  const inside: string[] = []
  let list: List | undefined
  let use: Use | undefined
  let overridden = 0
  let level: Level | undefined

  const visit: XmlVisit = {
    open(name, attributes) {
      const parent = inside.at(-1)
      inside.push(name)
      const value = attributes['w:val']
      if (name === 'w:abstractNum') {
        list = { levels: [] }
        lists.set(attributes['w:abstractNumId'] ?? '', list)
      } else if (name === 'w:num') {
        use = { list: '', starts: new Map(), levels: new Map() }
        uses.set(attributes['w:numId'] ?? '', use)
      } else if (name === 'w:abstractNumId' && use) use.list = value ?? ''
      else if (name === 'w:lvlOverride') overridden = whole(attributes['w:ilvl']) ?? 0
      else if (name === 'w:startOverride' && use) use.starts.set(overridden, whole(value) ?? 1)
      else if (name === 'w:numStyleLink' && list && value) list.definedBy = value
      else if (name === 'w:styleLink' && list && value) list.defines = value
      else if (name === 'w:lvl') {
        level = { start: 0, format: 'decimal', text: '', separator: '\t', legal: false, indent: {} }
        const at = whole(attributes['w:ilvl']) ?? 0
        if (at < 0 || at > DEEPEST_LEVEL) return
        if (use) use.levels.set(at, level)
        else if (list) list.levels[at] = level
      } else if (level && parent === 'w:pPr') takeParagraphProperty(level.indent, name, attributes)
      else if (level) takeLevel(level, name, value)
    },
    close(name) {
      inside.pop()
      if (name === 'w:abstractNum') list = undefined
      if (name === 'w:num') use = undefined
      if (name === 'w:lvl') level = undefined
    },
    text: () => undefined,
  }
  return { visit, numbering: () => counting(lists, uses) }
}

function takeLevel(level: Level, name: string, value: string | undefined): void {
  if (name === 'w:start') level.start = whole(value) ?? 0
  else if (name === 'w:numFmt') level.format = value ?? 'decimal'
  else if (name === 'w:lvlText') level.text = value ?? ''
  else if (name === 'w:suff') level.separator = SEPARATORS[value ?? 'tab'] ?? '\t'
  else if (name === 'w:lvlRestart') level.restart = whole(value) ?? 0
  else if (name === 'w:isLgl') level.legal = isOn(value)
  else if (name === 'w:pStyle' && value !== undefined) level.style = value
}

/** Counts as Word does: lists of one definition count on together, and a level begins again below a higher one. */
function counting(lists: ReadonlyMap<string, List>, uses: ReadonlyMap<string, Use>): Numbering {
  const counts = new Map<List, (number | undefined)[]>()
  const begun = new Set<Use>()
  const byStyle = new Map<string, List>()
  for (const one of lists.values()) if (one.defines) byStyle.set(one.defines, one)

  return {
    next(id, wanted, style) {
      const use = uses.get(id)
      const named = use && lists.get(use.list)
      const list = (named?.definedBy !== undefined ? byStyle.get(named.definedBy) : undefined) ?? named
      if (!use || !list) return undefined
      const levels = Array.from(
        { length: DEEPEST_LEVEL + 1 },
        (_, at) => use.levels.get(at) ?? list.levels[at],
      )
      const at =
        wanted ??
        Math.max(
          0,
          levels.findIndex((level) => style !== undefined && level?.style === style),
        )
      const level = levels[at]
      if (!level) return undefined
      const count = counts.get(list) ?? []
      counts.set(list, count)
      if (!begun.has(use)) {
        begun.add(use)
        for (const [which, start] of use.starts) count[which] = start - 1
      }
      count[at] = (count[at] ?? level.start - 1) + 1
      for (let below = at + 1; below <= DEEPEST_LEVEL; below += 1) {
        const restart = levels[below]?.restart
        if (restart === undefined || (restart > 0 && at < restart)) count[below] = undefined
      }
      const text = level.format === 'bullet' ? BULLET : labelText(level, levels, count)
      return text === ''
        ? undefined
        : { text, separator: level.format === 'bullet' ? '\t' : level.separator, indent: level.indent }
    },
  }
}

function labelText(
  level: Level,
  levels: readonly (Level | undefined)[],
  count: readonly (number | undefined)[],
): string {
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const other = levels[at]
    if (!other || other.format === 'none') return ''
    return printedNumber(count[at] ?? other.start, level.legal ? 'decimal' : formatOf(other.format))
  })
}

const FORMATS: ReadonlySet<string> = new Set<NumberFormat>([
  'decimal',
  'decimalZero',
  'lowerLetter',
  'upperLetter',
  'lowerRoman',
  'upperRoman',
  'ordinal',
])

function isNumberFormat(format: string): format is NumberFormat {
  return FORMATS.has(format)
}

/** What Word can print and papers do not (words, other scripts) is printed in figures. */
function formatOf(format: string): NumberFormat {
  return isNumberFormat(format) ? format : 'decimal'
}
