import type { VoteOfMinutes } from '../votes/types.ts'
import { words as say } from './minutes-lines.en.ts'
import type { PaperPart } from './paper-parts.ts'
import type { MinutesStyle } from './styles.ts'

/** How a vote went, after what was resolved. Numbers stand only where they were counted (law 4). */
export function votePart(vote: VoteOfMinutes, _style: MinutesStyle): PaperPart[] {
  if (vote.isUnanimous) return [{ code: 'paragraph', text: say.unanimous(vote.question) }]
  return []
}
