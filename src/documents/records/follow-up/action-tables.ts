import type { PaperAction } from '../../record.ts'
import type { Business } from '../business.ts'
import { type Found, found } from '../found.ts'
import { type Columns, columnsOf } from '../rows/columns.ts'
import { entryOf } from '../rows/entry.ts'
import { blocksOf, type Row } from '../rows/table-rows.ts'

/** The rows of the tables of actions that minutes end with, or set under an item: what, who, by when. */
export function actionTables({ lines, vocabulary }: Business): Found<PaperAction>[] {
  const actions: Found<PaperAction>[] = []
  let columns: Columns | undefined
  for (const block of blocksOf(lines, vocabulary)) {
    if (!('row' in block)) {
      columns = undefined
      continue
    }
    const head = actionColumns(block.row)
    if (head) columns = head
    else if (columns) {
      const { recommendation, owner, due } = entryOf(block.row, columns, 'tracker')
      if (recommendation === undefined) continue
      const action: PaperAction = {
        text: recommendation,
        ...(owner !== undefined && { owner }),
        ...(due !== undefined && { due }),
      }
      actions.push(found(action, block.row.at))
    }
  }
  return actions
}

/** A head with the word and a column for who is to act. */
function actionColumns(row: Row): Columns | undefined {
  const columns = columnsOf(row, 'tracker')
  if (!columns || !/\bactions?\b/i.test(row.cells.get(columns.main) ?? '')) return undefined
  return [...columns.meanings.values()].includes('owner') ? columns : undefined
}
