import type { PaperVote } from '../../record.ts'
import { divisionIn } from './divisions.ts'
import { abstainersIn } from './told-voters.ts'
import { countsIn, endsWithCounts } from './vote-counts.ts'
import { isOthersCount, isPut, matterIn, resultIn, speaksOfVoting, unanimityIn } from './vote-words.ts'
import type { Counts } from './ways.ts'

/** What one sentence says of a vote. */
export interface VoteStatement {
  mode: PaperVote['mode']
  result?: PaperVote['result']
  /** The result follows from the counts; the sentence does not say it. */
  derived?: boolean | undefined
  counts: Counts
  on?: string
  casting?: string
  /** Says only how the casting vote was used, or who abstained: more of a vote that is told already. */
  onlyAdds?: boolean
  wording?: string
}

/** A council's chamber holds no more. */
const MOST_MEMBERS = 200

/** What a sentence says of a vote, if it tells of one; `decides` where it leads in a decision. */
export function statementIn(sentence: string, decides = false): VoteStatement | undefined {
  const division = divisionIn(sentence)
  const on = division ? 'motion' : matterIn(sentence)
  const casting = castingIn(sentence)
  const said = resultIn(sentence)
  const base = { ...(on !== undefined && { on }), ...(casting !== undefined && { casting }) }
  const counts = division ?? countsOf(sentence, said === 'lost', decides)
  if (counts) {
    const derived = resultOf(counts, casting)
    const result = division ? derived : (said ?? derived)
    const onlyAdds = result === undefined && counts.for === undefined && counts.against === undefined
    return {
      ...base,
      mode: isRecorded(sentence) ? 'recorded' : 'show-of-hands',
      ...(result !== undefined && { result }),
      derived: said === undefined || division !== undefined,
      counts,
      ...(onlyAdds && { onlyAdds }),
    }
  }
  const wording = unanimityIn(sentence)
  if (wording !== undefined) {
    const lost = said === 'lost' && on !== undefined && !decides
    return { ...base, mode: 'unanimous', result: lost ? 'lost' : 'carried', counts: {}, wording }
  }
  if (isPut(sentence) && said !== undefined) {
    return { ...base, mode: voiceOf(sentence), result: said, counts: {} }
  }
  if (casting !== undefined && casting !== USED && /\b(?:equality|equal|tied|tie)\b/i.test(sentence)) {
    return { ...base, mode: 'show-of-hands', result: casting === 'for' ? 'carried' : 'lost', counts: {} }
  }
  if (casting !== undefined) {
    return { ...base, mode: 'show-of-hands', ...(said && { result: said }), counts: {}, onlyAdds: true }
  }
  return undefined
}

function voiceOf(sentence: string): PaperVote['mode'] {
  if (/show of hands/i.test(sentence)) return 'show-of-hands'
  return isRecorded(sentence) ? 'recorded' : 'voice'
}

function isRecorded(sentence: string): boolean {
  return /\b(?:recorded vote|named vote|roll call|(?<!without\s)(?<!without a\s)division)\b/i.test(sentence)
}

function countsOf(sentence: string, lost: boolean, decides: boolean): Counts | undefined {
  const counts = countsIn(sentence, lost)
  if (!counts || isOthersCount(sentence)) return undefined
  const numbers = Object.values(counts).filter((count) => count !== undefined)
  if (numbers.some((count) => count > MOST_MEMBERS)) return undefined
  const counted = counts.for !== undefined || counts.against !== undefined
  // "Abstained: 0" adds to a vote; "0 for, 0 against" is an empty form.
  if (counted && numbers.every((count) => count === 0)) return undefined
  if (!counted && !isBare(sentence) && !CARRIED_WITH.test(sentence)) return undefined
  const abstain = counts.abstain ?? abstainersIn(sentence)
  if (abstain !== undefined) counts.abstain = abstain
  return speaksOfVoting(sentence) ||
    (numbers.length > 1 && (decides || isBare(sentence) || endsWithCounts(sentence)))
    ? counts
    : undefined
}

/** "..., carried with one abstention" */
const CARRIED_WITH =
  /\b(?:carried|agreed|approved|passed|adopted|resolved)[\s,(]{1,3}(?:with\s)?\w{1,5}\sabst/i

/** The result that counts give; a tie is settled by a casting vote alone. */
function resultOf(counts: Counts, casting: string | undefined): PaperVote['result'] | undefined {
  const one = counts.for ?? 0
  const other = counts.against ?? 0
  if (one !== other) return one > other ? 'carried' : 'lost'
  if (casting === undefined || casting === USED) return undefined
  return casting === 'for' ? 'carried' : 'lost'
}

function castingIn(sentence: string): string | undefined {
  if (!/\b(?:casting|second) vote\b/i.test(sentence)) return undefined
  if (/\b(?:no|without|not (?:use|exercise)|declined|right to a)\b[^.;]{0,40}casting/i.test(sentence))
    return undefined
  if (/\bcasting vote\b[^.;]{0,40}\bagainst\b|\b(?:not carried|lost|defeated|rejected)\b/i.test(sentence))
    return 'against'
  return /\b(?:for|in favour|carried|approved?)\b/i.test(sentence) ? 'for' : USED
}

/** The paper says that the casting vote was used, but not how: the result tells. */
export const USED = 'used'

/** Words of which a sentence can be made that tells how a vote went, and no more. */
const WORDS_OF_VOTES = new Set(
  (
    'the this that it was were is are and with a an on by as of to in be been being there which who having all those ' +
    'no none nil one two three four five six seven eight nine ten eleven twelve ' +
    'motion motions amendment amendments recommendation recommendations proposal proposals proposed proposition ' +
    'resolution substantive original vote votes voted voting recorded result results follows for against favour support ' +
    'abstain abstained abstaining abstention abstentions member members councillor councillors cllr cllrs council ' +
    'committee meeting chair chairman chairperson chairwoman mayor convener his her their present carried lost agreed ' +
    'resolved approved passed adopted accepted rejected defeated fell declared duly then therefore accordingly ' +
    'unanimous unanimously put nem con decision stood hands show majority casting second used exercised gave through ' +
    'division not'
  ).split(' '),
)

/** Whether a sentence tells of a vote and of nothing else: it belongs to the vote that was told before it. */
export function isBare(sentence: string): boolean {
  let others = 0
  for (const [word] of sentence.toLowerCase().matchAll(/\p{L}+/gu))
    if (!WORDS_OF_VOTES.has(word)) others += word.length
  return others < 4
}
