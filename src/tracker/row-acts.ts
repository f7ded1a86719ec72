import type { Button } from '@slack/types'
import { outcomeButtons } from './outcome-listeners.ts'
import { owedButtons } from './owner-views.ts'
import { ownerWords } from './owner-words.ts'
import type { RowPage } from './row-page.ts'
import { clerksButtons } from './row-views.ts'
import { rowWords } from './row-words.en.ts'

/** What this person can do about the row that they look at: as its owner, as a clerk of its committee, or as both. */
export function rowActs({ row, isTheirs, forClerk }: RowPage, language: string): Button[] {
  return [
    ...(isTheirs ? owedButtons(row, ownerWords(language)) : []),
    ...(forClerk ? [...clerksButtons(row, rowWords), ...outcomeButtons(row)] : []),
  ]
}
