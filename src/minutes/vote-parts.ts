import type { VoteOfMinutes } from '../votes/types.ts'
import { voteLineWords } from '../votes/vote-lines.en.ts'
import { voteLines } from '../votes/vote-lines.ts'
import { bySurname, nameIn, namesIn } from './attendance-names.ts'
import type { PaperPart } from './paper-parts.ts'
import type { MinutesStyle } from './styles.ts'

/** How a vote went, below what was resolved. Numbers stand only where they were counted (law 4). */
export function voteParts(vote: VoteOfMinutes, style: MinutesStyle): PaperPart[] {
  const { lines, table, after } = voteLines(
    vote,
    {
      ...style.votes,
      name: (person) => nameIn(person, style.attendance),
      names: (people) => namesIn(people.toSorted(bySurname), style.attendance),
    },
    voteLineWords,
  )
  return [
    ...lines.map(paragraph),
    ...(table ? [{ code: 'table' as const, head: table.columns, rows: table.rows, namesFirst: true }] : []),
    ...after.map(paragraph),
  ]
}

function paragraph(text: string): PaperPart {
  return { code: 'paragraph', text }
}
