import { displayName } from '../committees/people.ts'
import { VOTE_SIDES, type VoteOfMinutes, type VoteSide } from '../votes/types.ts'
import { voteWords } from '../votes/words.ts'
import { barChart } from './chart.ts'
import { votePictureWords as say } from './vote-picture-words.en.ts'

export interface VotePicture {
  readonly title: string
  readonly png: Uint8Array
  /** Everything that the picture shows, for those who do not see it. */
  readonly alt: string
}

interface GroupRow {
  readonly name: string
  readonly sides: Readonly<Record<VoteSide, readonly string[]>>
}

/**
 * A recorded vote as a picture: a bar for each political group, its parts told apart by lightness and by the number
 * in them. A vote that names nobody has none: its numbers say no more than a line of text.
 */
export async function votePicture(vote: VoteOfMinutes): Promise<VotePicture | undefined> {
  if (!vote.isRecorded || vote.choices.length === 0) return undefined
  const words = voteWords('en')
  const rows = rowsOf(vote)
  const title = say.title(vote.number, words.results[vote.result])
  const png = await barChart({
    title,
    legend: VOTE_SIDES.map((side) => words.sides[side]),
    bars: rows.map(({ name, sides }) => ({
      name,
      parts: VOTE_SIDES.map((side) => sides[side].length),
      note: String(VOTE_SIDES.reduce((sum, side) => sum + sides[side].length, 0)),
    })),
  })
  return { title, png, alt: altOf(vote, rows, title) }
}

/** A group a row, the largest first; a disregarded vote is in none. */
function rowsOf(vote: VoteOfMinutes): GroupRow[] {
  const groups = new Map<string, Record<VoteSide, string[]>>()
  for (const { group, person, side, despite } of vote.choices) {
    if (despite === 'whip') continue
    const name = group ?? say.noGroup
    const sides = groups.get(name) ?? { for: [], against: [], abstain: [], none: [] }
    sides[side].push(displayName(person))
    groups.set(name, sides)
  }
  const size = ({ sides }: GroupRow) => VOTE_SIDES.reduce((sum, side) => sum + sides[side].length, 0)
  return [...groups]
    .map(([name, sides]) => ({ name, sides }))
    .toSorted((one, other) => size(other) - size(one) || (one.name < other.name ? -1 : 1))
}

function altOf(vote: VoteOfMinutes, rows: readonly GroupRow[], title: string): string {
  const words = voteWords('en')
  return [
    `${title}: ${vote.isClosed ? words.closedQuestion : vote.question}`,
    ...(vote.counts ? [words.counts(vote.counts)] : []),
    ...(vote.casting ? [say.casting(displayName(vote.casting.by), words.sides[vote.casting.side])] : []),
    ...rows.map(({ name, sides }) =>
      say.group(
        name,
        VOTE_SIDES.filter((side) => sides[side].length > 0).map((side) =>
          say.side(words.sides[side], sides[side].length, sides[side]),
        ),
      ),
    ),
  ].join('\n')
}
