import type { CouncilPerson } from '../committees/people.ts'
import { countsOfChoices, isEqual } from './rules.ts'
import { type ChoiceInMinutes, VOTE_SIDES, type VoteOfMinutes, type VoteSide } from './types.ts'
import type { VoteLineWords } from './vote-lines.en.ts'

/** How a house style prints votes. */
export interface VoteStyle {
  /** A recorded vote: "(a) For – 38" over the names, "For:- … (19)", or a table. */
  readonly layout: 'by-option' | 'by-heading' | 'table'
  /** A count without names: "(For 5, Against 0, Abstentions 1)", or only that it was carried. */
  readonly division: 'counts' | 'result'
  /** Whether it says that the motion was put and declared carried. */
  readonly saysPut: boolean
  /** "Councillor Mrs Aspinall": a name as the style prints it, and several of them. */
  readonly name: (person: CouncilPerson) => string
  readonly names: (people: readonly CouncilPerson[]) => string
}

export interface VoteLines {
  readonly lines: readonly string[]
  /** Of a recorded vote in the style that has one: the first row is the heading. */
  readonly table: VoteTable | undefined
  /** Below the table. */
  readonly after: readonly string[]
}

export interface VoteTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * What minutes say below a resolution of how it was voted on. Numbers stand only where they were counted, names only
 * where the vote was recorded or a member required it for their own (law 4).
 */
export function voteLines(vote: VoteOfMinutes, style: VoteStyle, say: VoteLineWords): VoteLines {
  const isTable = vote.isRecorded && style.layout === 'table'
  return {
    lines: [
      ...requestOf(vote, style, say),
      ...(isTable ? [] : namesOf(vote, style, say)),
      ...countOf(vote, style, say),
    ],
    table: isTable ? tableOf(vote, style, say) : undefined,
    after: [...castingOf(vote, style, say), ...putOf(vote, style, say), ...notesOf(vote, style, say)],
  }
}

function requestOf({ isRecorded, requestedBy }: VoteOfMinutes, { names }: VoteStyle, say: VoteLineWords) {
  return isRecorded && requestedBy.length > 0 ? [say.requested(names(requestedBy))] : []
}

function namesOf(vote: VoteOfMinutes, style: VoteStyle, say: VoteLineWords): string[] {
  if (!vote.isRecorded) return []
  return sidesOf(vote).flatMap(([side, choices], at) => {
    const names = style.names(choices.map(({ person }) => person))
    const heading = say.headings[side]
    if (style.layout === 'by-heading') return [say.heading(heading, names, choices.length)]
    const line = say.option(String.fromCharCode(97 + at), heading, choices.length)
    return names === '' ? [line] : [line, names]
  })
}

/** Of a recorded vote each side, "not voting" only where there was anybody; a disregarded vote stands in none. */
function sidesOf({ choices }: VoteOfMinutes): [VoteSide, readonly ChoiceInMinutes[]][] {
  const counted = choices.filter(({ despite }) => despite !== 'whip')
  return VOTE_SIDES.map((side): [VoteSide, readonly ChoiceInMinutes[]] => [
    side,
    counted.filter((choice) => choice.side === side),
  ]).filter(([side, of]) => side !== 'none' || of.length > 0)
}

function countOf(vote: VoteOfMinutes, style: VoteStyle, say: VoteLineWords): string[] {
  if (vote.isUnanimous) return [say.unanimous(say.aboutMotion(vote.question))]
  if (vote.isRecorded || !vote.counts || style.division !== 'counts') return []
  return [say.division(vote.counts)]
}

function castingOf({ counts, casting, result }: VoteOfMinutes, { name }: VoteStyle, say: VoteLineWords) {
  if (casting) return [say.casting(name(casting.by), casting.side)]
  return counts && isEqual(counts) && result === 'tied' ? [say.noCasting] : []
}

function putOf({ method, motion, result }: VoteOfMinutes, { saysPut }: VoteStyle, say: VoteLineWords) {
  if (result === 'carried' && (method === 'assent' || !saysPut)) return []
  return [say.put(motion.kind === 'amendment', result)]
}

function notesOf(vote: VoteOfMinutes, { name }: VoteStyle, say: VoteLineWords): string[] {
  return [
    ...vote.owns.map(({ person, side }) => say.own(name(person), side)),
    ...vote.choices.flatMap(({ person, despite }) => (despite ? [say.despite(name(person), despite)] : [])),
    ...(vote.revision > 1 && vote.why !== '' ? [say.corrected(vote.why)] : []),
  ]
}

function tableOf(vote: VoteOfMinutes, { name }: VoteStyle, say: VoteLineWords): VoteTable {
  const row = (who: string, side: VoteSide | undefined, why: string) => [
    who,
    ...(['for', 'against', 'abstain'] as const).map((one) => (one === side ? say.tick : '')),
    why,
  ]
  const voted = new Set(vote.choices.map(({ person }) => person.id))
  const counts = vote.counts ?? countsOfChoices(choicesOf(vote))
  return {
    columns: say.columns,
    rows: [
      ...vote.choices.map(({ person, side, despite }) =>
        row(name(person), side, side === 'none' ? say.noVoteCast : despite ? say.bars[despite] : ''),
      ),
      ...vote.barred
        .filter(({ person, bar }) => !voted.has(person.id) && bar !== 'noVote')
        .map(({ person, bar }) => row(name(person), undefined, say.bars[bar])),
      [say.total, ...[counts.for, counts.against, counts.abstain, counts.none].map(String)],
      ...(vote.casting ? [[say.castingRow(vote.casting.side), '', '', '', '']] : []),
    ],
  }
}

function choicesOf({ choices }: VoteOfMinutes) {
  return choices.map(({ person, side, despite }) => ({ personId: person.id, side, despite }))
}
