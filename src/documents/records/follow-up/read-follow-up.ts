import type { Business } from '../business.ts'
import type { FoundFields } from '../found.ts'

/** What somebody was asked to do, and the lettered lines of questioning. */
export function readFollowUp(_: Business): FoundFields {
  return {}
}
