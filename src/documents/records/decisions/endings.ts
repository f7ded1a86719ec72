import { leadInOf } from './lead-ins.ts'

const SOMEONE = '(?:the )?(?:councillors?|cllrs?|mrs?|ms|dr|provost|ba?illie|members) [^.]{1,60} '
const CAME_OR_WENT = `${SOMEONE}(?:left|arrived|(?:re-?)?joined|returned|(?:re-?)?entered|withdrew|was re-?admitted)\\b`
const CAME_OR_VOTED = `${CAME_OR_WENT}|${SOMEONE}(?:voted|abstained|requested|asked)`
/** How the vote went, who moved, who came and went. */
const VOTE = `[([]?\\s?(?:note|nb|n\\.b\\.|(?:the )?voting|vote[ds]?|recorded vote|named vote|a (?:recorded|named) vote|division|(?:for|against|in favour)(?=\\s?[:(–-]|\\s\\d)|abst\\w*|all (?:in favour|agreed|were)|unanimous\\w*|carried|lost|members voted|${CAME_OR_VOTED}|proposed|proposer|moved|seconded|on (?:a|being|the)\\b|upon|it was (?:moved|proposed)|\\d{1,3} (?:votes? )?(?:for|in favour))\\b`
/** Why, and who does it. */
const REASONS =
  'reasons?\\b|actions?\\s?(?:points?|by|required)?\\s?(?:[:–-]|$)|alternative|options? (?:considered|rejected)|other options|background|call-?in'
/** The next thing that happened, or the end of the page. */
const WHAT_FOLLOWED =
  'the (?:meeting|chair|chairman|mayor|convener)\\b(?! of\\b)|under this item|at this (?:point|juncture|stage)|during (?:the )?(?:discussion|debate|consideration)|(?:members|councillors) (?:asked|raised|discussed|thanked|were informed|were advised|queried|commented)|in (?:response|answer|reply)|declarations?\\b'
const THE_END =
  'the (?:meeting|chair|chairman|mayor|convener)\\b[^.]{0,60}\\b(?:closed|ended|adjourned|thanked)\\b'
const PAGE_ENDS =
  '[([]?references?\\s?:|[([]?(?:report|notice of motion) by\\b.{1,120}(?:submitted|tabled|circulated)|supporting documents|additional documents|minutes?\\s?:|decisions?\\s?:|meeting (?:closed|ended|concluded)|close of|chair(?:man)?\\s?(?:[._…:-]|$)|signed\\b|date of|next meeting|please note|for (?:further|more) information|this (?:item|report|decision) (?:was|is|will|has|contains?)\\b'
const AFTER = new RegExp(`^(?:${VOTE}|${REASONS}|${WHAT_FOLLOWED}|${PAGE_ENDS})`, 'i')
const BELOW = new RegExp(`^(?:${VOTE}|${REASONS}|${PAGE_ENDS}|${THE_END})`, 'i')
/** "Recommendations 1 and 3 were not approved:" and what stands below that was not decided. */
const REFUSED =
  /^(?:the\s)?(?:officers?’?'?\s)?(?:recommendations?|proposals?|clauses?|parts?)\b.{0,120}?\b(?:was|were)\s(?:not\s(?:approved|agreed|supported|carried|accepted)|rejected|lost|withdrawn)\b/i

/** Whether a paragraph ends the decision above it: it tells the vote, the reasons, the next thing, or another decision. */
export function endsDecision(text: string): boolean {
  return AFTER.test(text) || REFUSED.test(text) || isEnclosure(text) || leadInOf(text) !== undefined
}

/** Whether a paragraph stands below the decision on its item: the vote, the reasons, the close, or a decision itself. */
export function standsBelowDecision(text: string): boolean {
  return BELOW.test(text) || REFUSED.test(text) || isEnclosure(text) || leadInOf(text) !== undefined
}

/** "Parking Charges PDF 512 KB": the title of an item or of a paper on a meeting's page. */
export function isEnclosure(text: string): boolean {
  return text.length < 300 && /\bPDF\s?(?:icon PDF\s?)?[([]?[\d.,]{1,8}\s?[KM]B\b/i.test(text)
}

const MOVEMENT = new RegExp(`^(?:${CAME_OR_WENT})`, 'i')

/** "Councillor Boyce rejoined the meeting.": between two items, and part of neither's decision. */
export function tellsMovement(text: string): boolean {
  return text.length < 200 && MOVEMENT.test(text)
}

/** Sentences after a decision on its own paragraph, in minutes that run on. */
const NEXT_SENTENCE =
  /^(?:\(?\s?(?:proposed|moved|seconded|proposer|voting|vote[ds]?|all (?:in favour|agreed|were)|unanimous|carried|for\b|action|reasons?|note\b|clerk to\b|(?:the )?(?:clerk|chair|chairman|meeting|vote|motion|amendment)|cllrs?|councillors?|mrs?|ms|dr|members (?:asked|raised|discussed|thanked)|on being|it was (?:moved|proposed|noted|reported)|\d{1,3} (?:votes? )?(?:for|in favour)))\b/i

/** The discussion goes on, or another matter begins. */
const NARRATES =
  /^(?:There\s(?:was|were|had)\b|(?:He|She|They|It|We|This|These)\s(?:was|were|is|had|has|also|then|would|felt|noted|said|asked)\b|This\s(?:item|report|decision)\b|For\s(?:further|more)\sinformation\b|(?:Some|Further|Much|Lengthy|A)\s(?:\p{Ll}+\s){0,2}(?:discussion|debate)\b|\p{Lu}[\p{L}’'-]+\s(?:\p{Lu}[\p{L}’'-]+\s)?(?:noted|said|reported|asked|added|advised|explained|thanked|commented|stated|informed|suggested|raised)\b)/u

/** The sentences that belong to a decision which the first of them begins. */
export function ownSentences(sentences: readonly string[]): string[] {
  const next = sentences.findIndex(
    (sentence, at) =>
      at > 0 && (NEXT_SENTENCE.test(sentence) || NARRATES.test(sentence) || leadInOf(sentence) !== undefined),
  )
  return next < 0 ? [...sentences] : sentences.slice(0, next)
}
