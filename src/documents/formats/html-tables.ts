import type { Flow } from './flow.ts'
import { attributeOf, type HtmlNode } from './html-tree.ts'

/** A table or a list of terms that is open while its page is read. */
export interface OpenTable {
  opens(node: HtmlNode): void
  closes(node: HtmlNode): void
}

/** No table of a paper is wider; a span beyond it would only make work. */
const WIDEST = 200
const TALLEST_SPAN = 65_534

export function openTable(node: HtmlNode, flow: Flow): OpenTable {
  return node.tag === 'dl' ? openTerms(node, flow) : openCells(node, flow)
}

function openCells(table: HtmlNode, flow: Flow): OpenTable {
  /** For each column, the row up to which a cell from above reaches down. */
  const takenUntil: number[] = []
  let row = -1
  let column = 0
  let heads = true
  return {
    opens(node) {
      if (node === table) flow.openTable(isLayout(table) ? 1 : columnsOf(table))
      else if (node.tag === 'tr') {
        row += 1
        column = 0
        heads = true
        flow.openRow()
      } else if (isCell(node)) {
        while ((takenUntil[column] ?? -1) >= row) column += 1
        flow.openCell(column)
        heads &&= node.tag === 'th'
        const down = span(node, 'rowspan', TALLEST_SPAN)
        for (let across = span(node, 'colspan', WIDEST); across > 0; across -= 1) {
          if (down > 1 && column < WIDEST) takenUntil[column] = row + down - 1
          column += 1
        }
      }
    },
    closes(node) {
      if (node === table) flow.closeTable()
      else if (node.tag === 'tr') flow.closeRow(heads || node.parent?.tag === 'thead')
      else if (isCell(node)) flow.closeCell()
    },
  }
}

/** Terms and what they mean, as a table of two columns. */
function openTerms(list: HtmlNode, flow: Flow): OpenTable {
  let open = false
  return {
    opens(node) {
      if (node === list) flow.openTable(2)
      else if (node.tag === 'dt' || (node.tag === 'dd' && !open)) {
        if (open) flow.closeRow()
        open = true
        flow.openRow()
      }
      if (node.tag === 'dt') flow.openCell(0)
      if (node.tag === 'dd') flow.openCell(1)
    },
    closes(node) {
      if (node.tag === 'dt' || node.tag === 'dd') flow.closeCell()
      if (node !== list) return
      if (open) flow.closeRow()
      flow.closeTable()
    },
  }
}

function isCell(node: HtmlNode): boolean {
  return node.tag === 'td' || node.tag === 'th'
}

function isLayout(table: HtmlNode): boolean {
  return /^(?:presentation|none)$/i.test(attributeOf(table, 'role') ?? '')
}

function columnsOf(table: HtmlNode): number {
  let most = 0
  for (let part = table.first; part; part = part.next) {
    if (part.tag === 'tr') most = Math.max(most, cellsOf(part))
    else
      for (let row = part.first; row; row = row.next)
        if (row.tag === 'tr') most = Math.max(most, cellsOf(row))
    if (most > 1) break
  }
  return most
}

function cellsOf(row: HtmlNode): number {
  let cells = 0
  for (let cell = row.first; cell; cell = cell.next) if (isCell(cell)) cells += 1
  return cells
}

function span(cell: HtmlNode, name: string, most: number): number {
  const value = attributeOf(cell, name)
  const number = value === undefined ? 1 : Number.parseInt(value, 10)
  return Number.isFinite(number) ? Math.min(Math.max(number, 1), most) : 1
}
