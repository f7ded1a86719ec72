import { type Meaning, meaningOf } from './heads.ts'
import type { Row } from './table-rows.ts'

/** The column of each field, from 0; the same field in two columns is kept in reading order. */
export interface Columns {
  meanings: ReadonlyMap<number, Meaning>
  /** The column with the main text of a row. */
  main: number
  /** How many columns the head has. */
  width: number
}

export type RowsOf = 'tracker' | 'work-programme'

/** The columns under this row where it is the head of a table of entries; a row of data is no head. */
export function columnsOf(row: Pick<Row, 'cells'>, of: RowsOf): Columns | undefined {
  if (row.cells.size < 2) return undefined
  const read = [...row.cells].map(([column, text]) => ({ column, text, meaning: meaningOf(text) }))
  const known = read.filter(({ meaning }) => meaning !== undefined).length
  if (known < 2 || known * 3 < read.length * 2) return undefined
  const meanings = settled(
    read.flatMap(({ column, text, meaning }) => (meaning ? [{ column, text, meaning }] : [])),
    of,
  )
  const main = mainColumn(meanings, of)
  return main === undefined ? undefined : { meanings, main, width: Math.max(...row.cells.keys()) + 1 }
}

interface Read {
  column: number
  text: string
  meaning: Meaning
}

/** Of the cabinet member who answers for a matter and the officer who does it, the officer is its owner; who decides is it last. */
const DOES_IT = /officer|author|owner|\bwhom?\b|responsib|assigned|action(?:ed)? by/i
const DECIDES = /decision|decid/i

/** Each column with its field: what a word alone leaves open, the other columns decide. */
function settled(read: readonly Read[], of: RowsOf): Map<number, Meaning> {
  const has = (meaning: Meaning): boolean => read.some((one) => one.meaning === meaning)
  const meanings = new Map<number, Meaning>()
  for (const { column, meaning } of read) meanings.set(column, meaning)
  const owners = read.filter(({ meaning }) => meaning === 'owner')
  const owner =
    owners.find(({ text }) => DOES_IT.test(text)) ??
    owners.find(({ text }) => !DECIDES.test(text)) ??
    owners[0]
  for (const { column, meaning } of read) {
    if (meaning === 'owner' && column !== owner?.column) meanings.set(column, 'other')
    else if (meaning === 'action') {
      if (of === 'tracker' && !has('recommendation')) meanings.set(column, 'recommendation')
      else meanings.set(column, has('update') ? 'other' : 'update')
    } else if (meaning === 'description') {
      const better = has('recommendation') || has('action') || has('title')
      meanings.set(column, better ? 'reason' : 'recommendation')
    } else if (meaning === 'item' && has('title') && !has('number')) meanings.set(column, 'number')
    else if (meaning === 'date' && of === 'work-programme' && !has('meetingDate'))
      meanings.set(column, 'meetingDate')
    // What a tracker follows up dates from the meeting that asked for it.
    else if (meaning === 'meetingDate' && of === 'tracker' && !has('date')) meanings.set(column, 'date')
    else if (meaning === 'outcome' && of === 'work-programme')
      meanings.set(column, has('reason') ? 'other' : 'reason')
    // "Decision to be taken" names the topic of a forward plan.
    else if (meaning === 'recommendation' && of === 'work-programme')
      meanings.set(column, has('title') || has('item') ? 'reason' : 'title')
  }
  return meanings
}

/** Of two columns that could hold the main text, a tracker's is what was asked for, a programme's the topic. */
function mainColumn(meanings: ReadonlyMap<number, Meaning>, of: RowsOf): number | undefined {
  const order: readonly Meaning[] =
    of === 'tracker' ? ['recommendation', 'title', 'item'] : ['title', 'item', 'recommendation']
  for (const wanted of order) for (const [column, meaning] of meanings) if (meaning === wanted) return column
  return undefined
}
