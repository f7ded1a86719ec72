import { vocabularyOf } from '../../lines/join-lines.ts'
import { type FoundFields, listOf } from '../found.ts'
import type { Part } from '../kinds/kinds.ts'
import { entriesIn } from './entries.ts'
import { blocksOf } from './table-rows.ts'

/** The rows of a recommendation tracker, an action log or an improvement plan. */
export function readTracker({ lines }: Part): FoundFields {
  const blocks = blocksOf(lines, vocabularyOf(lines.map((line) => line.text)))
  return { entries: listOf(entriesIn(blocks, 'tracker')) }
}
