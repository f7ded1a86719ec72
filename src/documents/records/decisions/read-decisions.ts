import type { Business } from '../business.ts'
import type { FoundFields } from '../found.ts'

/** What the meeting resolved and how it voted. */
export function readDecisions(_: Business): FoundFields {
  return {}
}
