import type { Flow } from './flow.ts'
import { isOn, whole } from './word-properties.ts'
import type { XmlAttributes } from './xml.ts'

/** A table of a Word document that is open. */
export interface WordTable {
  open(name: string, attributes: XmlAttributes): void
  close(name: string): void
  /** Whether the text at hand shows nowhere: in a deleted row, or in a cell that is the lower part of one above. */
  isUnseen(): boolean
  /** Whether the page that Word ended here is a new one: each cell of a row over two pages notes the same end. */
  endsPage(): boolean
}

/** No table of a paper is wider; a span beyond it would only make work. */
const WIDEST = 200

export function openWordTable(flow: Flow): WordTable {
  let columns = 0
  let begun = false
  let column = 0
  let across = 1
  let heads = false
  let deleted = false
  let mergedAway = false
  let endsInCell = 0
  let endsInRow = 0

  return {
    open(name, attributes) {
      const value = attributes['w:val']
      switch (name) {
        case 'w:gridCol':
          columns += 1
          break
        case 'w:tr':
          if (!begun) flow.openTable(columns || WIDEST)
          begun = true
          column = 0
          heads = false
          deleted = false
          endsInRow = 0
          flow.openRow()
          break
        case 'w:gridBefore':
          column += spanOf(value)
          break
        case 'w:tblHeader':
          heads = isOn(value)
          break
        case 'w:del':
          deleted = true
          break
        case 'w:tc':
          across = 1
          mergedAway = false
          endsInCell = 0
          flow.openCell(column)
          break
        case 'w:gridSpan':
          across = spanOf(value)
          break
        case 'w:vMerge':
        case 'w:hMerge':
          mergedAway = value === undefined || value === 'continue'
          break
      }
    },
    close(name) {
      if (name === 'w:tc') {
        column += across
        mergedAway = false
        flow.closeCell()
      } else if (name === 'w:tr') {
        deleted = false
        flow.closeRow(heads)
      } else if (name === 'w:tbl' && begun) flow.closeTable()
    },
    isUnseen: () => deleted || mergedAway,
    endsPage() {
      endsInCell += 1
      if (endsInCell <= endsInRow) return false
      endsInRow = endsInCell
      return true
    },
  }
}

function spanOf(value: string | undefined): number {
  return Math.min(Math.max(whole(value) ?? 1, 1), WIDEST)
}
