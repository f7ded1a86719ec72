import type { FoundFields } from '../found.ts'
import type { Part } from '../kinds/kinds.ts'

/** The rows of a work programme. */
export function readProgramme(_: Part): FoundFields {
  return {}
}
