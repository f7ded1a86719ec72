import { type FoundFields, listOf } from '../found.ts'
import type { Part } from '../kinds/kinds.ts'
import { aboveRows, programmeHeading } from './rows-heading.ts'
import { entriesOf } from './rows-of-document.ts'

/** A work programme: its heading and its topics. */
export function readProgramme({ lines }: Part): FoundFields {
  const entries = entriesOf(lines, 'work-programme')
  return { ...programmeHeading(aboveRows(lines, entries), lines), entries: listOf(entries) }
}
