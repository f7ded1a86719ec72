import type { Line } from '../../lines/line.ts'
import { restOfLine } from './item-title.ts'
import { pagesIn } from './page-ranges.ts'

/** A lettered part of an item that has papers of its own. */
export interface SubItem {
  letter: string
  /** Its lines, without the letter. */
  block: readonly Line[]
}

const LETTERED = /^\(?([a-z])[.)]\s*(\S.*)$/
const FIRST = 'a'.charCodeAt(0)

/**
 * The lettered parts of an agenda's item, and how many of its lines stand above them. Only where papers are
 * given for them are they business of their own: other letters are a list of what is to be considered.
 */
export function subItemsIn(block: readonly Line[]): { above: number; parts: SubItem[] } | undefined {
  const starts: number[] = []
  for (const [index, { text }] of block.entries())
    if (LETTERED.exec(text)?.[1]?.charCodeAt(0) === FIRST + starts.length) starts.push(index)
  const parts = starts.flatMap((start, at): SubItem[] => {
    const line = block[start]
    const [, letter, text] = (line && LETTERED.exec(line.text)) ?? []
    if (!line || !letter || !text) return []
    return [{ letter, block: [restOfLine(line, text), ...block.slice(start + 1, starts[at + 1])] }]
  })
  const [first] = starts
  const isBusiness = parts.every(({ block: [line] }) => /^\p{Lu}/u.test(line?.text ?? ''))
  const havePapers = parts.some((part) => pagesIn(part.block.slice(0, TALLEST), false) !== undefined)
  return first !== undefined && first > 0 && isBusiness && havePapers ? { above: first, parts } : undefined
}

/** The title of a part and the line with its pages. */
const TALLEST = 4
