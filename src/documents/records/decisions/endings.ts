import { leadInOf } from './lead-ins.ts'

/** What stands after a decision and is no part of it: how the vote went, why, who does it, who came and went. */
const AFTER =
  /^(?:[([]?\s?(?:note|nb|n\.b\.|(?:the )?voting|vote[ds]?|recorded vote|named vote|a (?:recorded|named) vote|division|(?:for|against|in favour)(?=\s?[:(–-]|\s\d)|abst\w*|all (?:in favour|agreed|were)|unanimous\w*|carried|lost|members voted|councillors? [^.]{1,60} (?:voted|abstained|requested|asked|left|arrived|joined|returned|re-?entered)|cllrs? [^.]{1,60} (?:voted|abstained|requested|asked|left|arrived|joined|returned|re-?entered)|proposed|proposer|moved|seconded|on (?:a|being|the)\b|upon|it was (?:moved|proposed)|\d{1,3} (?:votes? )?(?:for|in favour))\b|reasons?\b|actions?\s?(?:points?|by|required)?\s?(?:[:–-]|$)|alternative|options? (?:considered|rejected)|other options|background|supporting documents|additional documents|minutes?\s?:|decisions?\s?:|the (?:meeting|chair|chairman|mayor|convener)\b(?! of\b)|meeting (?:closed|ended|concluded)|close of|chair(?:man)?\s?(?:[._…:-]|$)|signed\b|under this item|at this (?:point|juncture|stage)|declarations?\b|during (?:the )?(?:discussion|debate|consideration)|(?:members|councillors) (?:asked|raised|discussed|thanked|were informed|were advised|queried|commented)|in (?:response|answer|reply)|date of|next meeting|please note|call-?in)/i

/** "Recommendations 1 and 3 were not approved:" and what stands below that was not decided. */
const REFUSED =
  /^(?:the\s)?(?:officers?’?'?\s)?(?:recommendations?|proposals?|clauses?|parts?)\b.{0,120}?\b(?:was|were)\s(?:not\s(?:approved|agreed|supported|carried|accepted)|rejected|lost|withdrawn)\b/i

/** Whether a paragraph ends the decision above it. */
export function endsDecision(text: string): boolean {
  return AFTER.test(text) || REFUSED.test(text) || leadInOf(text) !== undefined
}

/** Sentences after a decision on its own paragraph, in minutes that run on. */
const NEXT_SENTENCE =
  /^(?:\(?\s?(?:proposed|moved|seconded|proposer|voting|vote[ds]?|all (?:in favour|agreed|were)|unanimous|carried|for\b|action|reasons?|note\b|the (?:clerk|chair|chairman|meeting|vote|motion|amendment)|cllrs?|councillors?|mrs?|ms|dr|members (?:asked|raised|discussed|thanked)|on being|it was (?:moved|proposed|noted|reported)|\d{1,3} (?:votes? )?(?:for|in favour)))\b/i

/** How many of the sentences belong to a decision that the first of them begins. */
export function ownSentences(sentences: readonly string[]): string[] {
  const next = sentences.findIndex(
    (sentence, at) => at > 0 && (NEXT_SENTENCE.test(sentence) || leadInOf(sentence) !== undefined),
  )
  return next < 0 ? [...sentences] : sentences.slice(0, next)
}
