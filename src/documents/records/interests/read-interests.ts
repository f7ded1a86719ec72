import type { Business } from '../business.ts'
import type { FoundFields } from '../found.ts'

/** What members declared, and where they were lobbied. */
export function readInterests(_: Business): FoundFields {
  return {}
}
