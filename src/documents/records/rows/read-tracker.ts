import type { FoundFields } from '../found.ts'
import type { Part } from '../kinds/kinds.ts'

/** The rows of a recommendation tracker, an action log or an improvement plan. */
export function readTracker(_: Part): FoundFields {
  return {}
}
