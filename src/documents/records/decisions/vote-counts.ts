import { FIGURE, numberOf } from '../phrases/figures.ts'
import { type Counts, wayOf } from './ways.ts'

const WAY_WORDS =
  'in favour|in support|favour|for|against|abstain(?:ed|ing)?|abs?t?entions?|absten\\w*|abst|not voting|did not vote|no vote(?: cast)?'
const FIGURE_ALONE = `(?<![£$€\\w.,/:-])${FIGURE}(?![\\d%]|[.,:/]\\d|\\s(?:vote|per cent|percent|million|st|nd|rd|th)\\b)`
/** "five in favour", "7 members voting FOR", "no ABSTAINING", "one abstained". */
const FIGURE_FIRST = new RegExp(
  `(?<![£$€\\w.,/:-])${FIGURE}\\s(?:(?:members?|councillors?|cllrs?|votes?|voted|voting|were|was|cast|people|of|them|had|having|recorded)\\s){0,4}(${WAY_WORDS})\\b`,
  'gi',
)
/** "For: 5", "Against - 3", "Abstentions (2)", "FOR the motion 12", "In favour 6". */
const WAY_FIRST = new RegExp(
  `\\b(${WAY_WORDS})\\b(?:\\s(?:of\\s)?(?:the\\s)?(?:motion|amendment|proposal|recommendations?|proposition))?\\s?[:=–—-]{0,2}\\s?[([]?\\s?${FIGURE_ALONE}`,
  'gi',
)
/** "by 27 votes to 19", "7-2", "voted 4 to 1"; a typist's "t0" is "to". */
const TO = new RegExp(
  `\\b(?:by|voted|votes?(?:\\s(?:of|was))?|carried|lost|agreed|approved|defeated|passed|rejected|adopted|tied|tie)\\s(?:at\\s|of\\s)?(?:\\(|by\\s|a\\s(?:vote|majority|margin)\\sof\\s){0,2}${FIGURE}(?:\\s(?:votes?|members?))?,?\\s?(?:\\bt[o0]\\b|against|[-–—v:])\\s?${FIGURE}\\b(?![\\d/]|[.,:]\\d)`,
  'i',
)

const WERE = '(?:\\s(?:members?|councillors?|cllrs?|votes?|were|was|voted|voting)){0,3}'
/** "..., 3 for and 2 against." */
const COUNTS_AT_END = new RegExp(
  `\\b${FIGURE}${WERE}\\s(?:in favour|for),?\\s(?:and\\s|but\\s|with\\s)?${FIGURE}${WERE}\\sagainst\\.?$`,
  'i',
)

/** Whether a sentence closes with who was for and who against, as one does that tells how a matter was voted on. */
export function endsWithCounts(sentence: string): boolean {
  return COUNTS_AT_END.test(sentence)
}

/** The counts that a sentence states, if it states any; `lost` says which way the larger of "8 to 5" went. */
export function countsIn(sentence: string, lost: boolean): Counts | undefined {
  const to = TO.exec(sentence)
  if (to) return pair(to, sentence, lost)
  const first = gathered(sentence, FIGURE_FIRST, 2, 1)
  const second = gathered(sentence, WAY_FIRST, 1, 2)
  const better =
    second.size > first.size || (second.size === first.size && second.at < first.at) ? second : first
  return better.size > 0 ? better.counts : undefined
}

/** Of "by 27 votes to 19" the first belongs to the side that won. */
function pair(to: RegExpExecArray, sentence: string, lost: boolean): Counts | undefined {
  const one = numberOf(to[1] ?? '')
  const other = numberOf(to[2] ?? '')
  if (one === undefined || other === undefined) return undefined
  const larger = Math.max(one, other)
  const smaller = Math.min(one, other)
  const after = sentence.slice(to.index + to[0].length)
  const against = lost || /^\s?(?:votes?\s)?against\b/i.test(after)
  const { counts } = gathered(
    `${sentence.slice(0, to.index)} ${after.replace(/^\s?in favour\b/i, '')}`,
    FIGURE_FIRST,
    2,
    1,
  )
  const { counts: labelled } = gathered(after, WAY_FIRST, 1, 2)
  const abstain = counts.abstain ?? labelled.abstain
  return {
    for: against ? smaller : larger,
    against: against ? larger : smaller,
    ...(abstain !== undefined && { abstain }),
  }
}

interface Gathered {
  counts: Counts
  size: number
  /** Where the first stands. */
  at: number
}

function gathered(text: string, pattern: RegExp, way: number, figure: number): Gathered {
  const counts: Counts = {}
  let at = text.length
  for (const match of text.matchAll(pattern)) {
    const number = numberOf(match[figure] ?? '')
    const key = wayOf(match[way] ?? '')
    if (number === undefined || key === 'absent' || counts[key] !== undefined) continue
    counts[key] = number
    at = Math.min(at, match.index)
  }
  return { counts, size: Object.keys(counts).length, at }
}
