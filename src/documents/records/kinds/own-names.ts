import { wordsIn } from './kind-signs.ts'

/**
 * What a paper calls itself in its heading. A heading is short and no sentence; "Executive - Record of
 * Decisions" has the name behind the body.
 */

const AGENDA_AND_MINUTES =
  /^agenda(?:\s*,\s*decisions)?\s+and\s+(?:(?:draft|printed|public|approved)\s+)*minutes$/i

const DECISION_PAPER =
  'decisions? (?:recording|notice|list|sheet|record|statement|summary|digest|schedule|log|form)|(?:notice|record|list|summary|statement|schedule|digest|sheet) of (?!(?:\\w+ ){0,2}(?:key|forthcoming|intended|proposed|planned|future) )(?:\\w+ ){0,3}decisions?\\b'
const ONE_WHO_DECIDES =
  '(?:(?:single|individual|cabinet|executive|portfolio|council|lead|delegated|chief) ){0,3}(?:members?|holder|councillor|officer|mayor|executive|delegated)'
const DECISIONS = new RegExp(
  `^(?:(?:the|draft|urgent|executive|cabinet|committee|council|delegated|officer|individual|key|member|mayoral) ){0,4}(?:${DECISION_PAPER})|\\s[-–—:]\\s(?:${DECISION_PAPER})|^(?:[\\p{L}&]+ ){0,6}(?:${DECISION_PAPER})$|^decisions? (?:of|taken|made|published)\\b.{0,60}(?<!\\.)$|^(?:printed|cabinet|executive) decisions\\b|^${ONE_WHO_DECIDES} decision(?:s?\\W.{1,40})?(?<![.:])$|^decisions? (?:by|of) (?:the |an? )?${ONE_WHO_DECIDES}\\b|^(?:voting record|records? of (?:the )?(?:votes?|voting)|recorded votes?|division lists?)\\b.{0,60}(?<![.:])$`,
  'iu',
)
/** A word that every such title has, which is told faster. */
const DECISION_WORD = /decision|vot|division/i
/** What the form asks on which one person or a cabinet records a decision. */
const DECISION_LABELS: readonly RegExp[] = [
  /^decisions?(?: made| taken| agreed)?\s*:/i,
  /^(?:decision (?:maker|taker)|(?:decision )?(?:taken|made) by)\b/i,
  /^(?:date (?:of|for) (?:the )?decision|decision date|date (?:decision )?(?:made|taken))\b/i,
  /^reasons?(?: for (?:the )?decision)?\s*:|^reasons? for (?:the )?decision\b/i,
  /^(?:alternative )?options? (?:considered|rejected)|^alternatives (?:considered|rejected)/i,
  /^decision (?:status|ref(?:erence)?|no|number|type)\b/i,
  /^(?:call-?in (?:deadline|date|expires|period)|(?:is (?:this )?)?subject to call-?in|effective (?:from|date))\b/i,
]
const FEWEST_DECISION_LABELS = 3

const SUPPLEMENT =
  /^(?:public )?supplement(?:ary)?\b|\bsupplementary (?:agenda|pack|papers?|information|reports?)\b|^(?:agenda )?(?:supplement|addendum)\b|^(?:late|to follow|additional|tabled) (?:papers?|items?|reports?|documents?|information|representations?)(?: pack| list| sheet)?$|^(?:second|third|further|late) (?:despatch|dispatch|circulation)\b|^(?:late )?(?:update|amendments?|errata|representations?) (?:sheet|list|report)s?$|\b(?:agenda|papers?|pack) supplement\b/i
const UNAVAILABLE =
  /\b(?:unavailable|not (?:yet )?available|to follow)\b.{0,30}\bwhen the (?:agenda|papers|pack) (?:was|were) (?:printed|published|sent|despatched|dispatched|issued|circulated)\b/i

const SENTENCE =
  /[.;?!]$|\b(?:is|are|was|were|will|be|been|may|should|can|please|this agenda|(?:on|of|from) the agenda|agenda (?:items?|status|setting|plan(?:ning)?|papers are))\b/i
const NOTICE =
  /^\W*(?:(?:public |formal )?notice of (?:a |an |the )?(?:[\p{L}]+ ){0,5}meeting|summons\b|public document pack|order of business|agenda papers)/iu
const SUMMONED =
  /\bhereby (?:\w+ )?(?:summoned|give(?:n)? notice|called)\b|\bnotice is (?:hereby )?given\b|\b(?:are|is) (?:\w+ )?summoned\b|\bsummoned to (?:attend|a meeting)\b|\bfor the purpose of (?:transacting|considering|dealing with)\b|\b(?:requested|invited|required) to attend (?:a|an|the) (?:\w+ ){0,4}meeting\b|\bto transact the (?:following )?business\b|^(?:items|matters|topics|business) (?:for|to be) (?:discussion|discussed|considered|transacted)\b/i

export function isAgendaAndMinutes(text: string): boolean {
  return AGENDA_AND_MINUTES.test(text)
}

export function isDecisionsTitle(text: string): boolean {
  return DECISION_WORD.test(text) && isShort(text) && DECISIONS.test(text)
}

/** Whether the lines are those of a form that records a decision: what was decided, by whom, when and why. */
export function asksForDecision(texts: readonly string[]): boolean {
  const [decided, ...others] = DECISION_LABELS.map((label) => texts.some((text) => label.test(text)))
  return decided === true && others.filter((has) => has).length + 1 >= FEWEST_DECISION_LABELS
}

export function isSupplementTitle(text: string): boolean {
  return SUPPLEMENT.test(text)
}

/** "the following report that was unavailable when the agenda was printed", over the lines of a letter. */
export function wasUnavailable(texts: readonly string[]): boolean {
  return UNAVAILABLE.test(texts.join(' '))
}

/** The word agenda in a heading, a notice of a meeting, or the sentence of a summons. */
export function isAgendaTitle(text: string): boolean {
  if (SUMMONED.test(text) || NOTICE.test(text)) return true
  return isShort(text) && /\b(?:agenda|a g e n d a|rhaglen)\b/i.test(text) && !SENTENCE.test(text)
}

function isShort(text: string): boolean {
  return text.length < 160 && wordsIn(text) <= 14 && !/[;.?]$/.test(text)
}
