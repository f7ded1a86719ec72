import type { PaperEntry } from '../../record.ts'
import { columnsOf } from './columns.ts'
import { entryOf } from './entry.ts'

/** A row of a sheet as the fields of an entry, beside the cells under heads that no entry has a field for. */
export interface EntryOfCells {
  readonly entry: PaperEntry
  /** By the words at the head of the column, in lower case. */
  readonly cells: ReadonlyMap<string, string>
}

/**
 * The rows of a sheet below the first row that is the head of a tracker, read as those of a table in a paper are;
 * nothing where no row is such a head.
 *
 * @param isBeside whether what stands under a head, in lower case, is for the caller alone and no part of the entry
 */
export function entriesOfCells(
  rows: readonly (readonly string[])[],
  isBeside: (head: string) => boolean,
): EntryOfCells[] | undefined {
  const cells = rows.map(
    (row) =>
      new Map(
        [...row.entries()].filter(([, text]) => text.trim() !== '').map(([at, text]) => [at, text.trim()]),
      ),
  )
  for (const [at, head] of cells.entries()) {
    const heads = new Map([...head].map(([column, text]) => [column, text.toLowerCase()]))
    const own = (row: ReadonlyMap<number, string>) =>
      new Map([...row].filter(([column]) => !isBeside(heads.get(column) ?? '')))
    const columns = columnsOf({ cells: own(head) }, 'tracker')
    if (!columns) continue
    return cells.slice(at + 1).map((row) => ({
      entry: own(row).size === 0 ? {} : entryOf({ cells: own(row) }, columns, 'tracker'),
      cells: new Map([...row].map(([column, text]) => [heads.get(column) ?? '', text])),
    }))
  }
  return undefined
}
