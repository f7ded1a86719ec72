import type { Line } from '../lines/line.ts'
import { type AlignedTable, tablesAmong } from './pdf-aligned-tables.ts'
import { columnsApart } from './pdf-columns.ts'
import { type Grid, gridsOf } from './pdf-grids.ts'
import { gapsAbove, lineOf } from './pdf-lines.ts'
import type { Fragment, PageContent } from './pdf-page.ts'
import { type Row, rowsOf } from './pdf-rows.ts'
import { isWithin, rowLines, tableLines } from './pdf-tables.ts'

/** The lines of a page, and for each of its ruled tables the edges of its columns. */
export interface LaidOutPage {
  lines: Line[]
  tables: (readonly number[])[]
}

/**
 * The lines of a page in reading order: by baseline, columns one after the other, tables row by row where they
 * stand, and what is sideways last. Tables are counted on the page.
 */
export function layOut({ fragments, rulings }: PageContent, page: number): LaidOutPage {
  const grids = gridsOf(rulings, fragments)
  const inGrids: Fragment[][] = grids.map(() => [])
  const between: Fragment[][] = [[], ...grids.map(() => [])]
  const sideways: Fragment[] = []
  for (const fragment of fragments) {
    const within = inGrids[grids.findIndex((grid) => isWithin(grid, fragment))]
    const beside = between[grids.findLastIndex((grid) => isAbove(grid, fragment)) + 1]
    const place = within ?? (fragment.sideways ? sideways : beside)
    place?.push(fragment)
  }
  const parts: Line[][] = []
  const tables: LaidOutPage['tables'] = []
  const putTable = (columns: readonly number[], rows: Line[]): void => {
    for (const line of rows) if (line.row) line.row.table = tables.length
    if (rows.length > 0) tables.push(columns)
    parts.push(rows)
  }
  for (const [at, text] of between.entries()) {
    for (const part of columnsApart(rowsOf(text)).flatMap(tablesAmong)) {
      if ('columns' in part) putTable(part.columns, alignedLines(part, page))
      else parts.push(textLines(part, page))
    }
    const grid = grids[at]
    if (grid) putTable(grid.columns, tableLines(grid, inGrids[at] ?? [], page))
  }
  parts.push(sidewaysLines(sideways, page))
  const lines = parts.flat()
  for (const [at, line] of lines.entries()) line.line = at + 1
  return { lines, tables }
}

function isAbove(grid: Grid, { y }: Fragment): boolean {
  return (grid.rows[0] ?? 0) < y
}

function textLines(rows: readonly Row[], page: number): Line[] {
  const gaps = gapsAbove(rows)
  return rows.map((row, at) => lineOf(row, gaps[at] ?? true, page))
}

function alignedLines({ rows }: AlignedTable, page: number): Line[] {
  return rows.flatMap((cells, row) => rowLines(cells, row, page))
}

/** Notes up the margin and watermarks, as they stand in the file. */
function sidewaysLines(fragments: readonly Fragment[], page: number): Line[] {
  return fragments.flatMap((fragment) => rowsOf([fragment]).map((row) => lineOf(row, true, page)))
}
