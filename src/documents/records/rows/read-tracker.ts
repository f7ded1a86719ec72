import { type FoundFields, listOf } from '../found.ts'
import type { Part } from '../kinds/kinds.ts'
import { aboveRows, trackerHeading } from './rows-heading.ts'
import { entriesOf } from './rows-of-document.ts'

/** A recommendation tracker, an action log or an improvement plan: its heading and its rows. */
export function readTracker({ lines }: Part): FoundFields {
  const entries = entriesOf(lines, 'tracker')
  return { ...trackerHeading(aboveRows(lines, entries), lines), entries: listOf(entries) }
}
