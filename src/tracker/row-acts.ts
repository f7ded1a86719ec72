import type { Button } from '@slack/types'
import type { RowPage } from './row-page.ts'

/** What this person can do about the row that they look at. */
export function rowActs(_page: RowPage, _personId: string): Button[] {
  return []
}
