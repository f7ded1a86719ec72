/** What is voted on. */
const MATTER =
  '(?:motions?|amendments?|propositions?|proposals?|recommendations?|resolutions?|substantive|original motion|notice of motion)'
const TURNED_DOWN =
  /\b(?:not\s(?:been\s)?(?:carried|agreed|approved|supported|passed|adopted|accepted)|lost|fell|falls|defeated|rejected|refused|negatived|failed|voted down)\b/i
const TAKEN =
  /\b(?:carried(?!\s(?:out|forward|over))|agreed|approved|passed|adopted|resolved|won|accepted|elected|appointed|upheld|granted)\b/i
const PUT =
  /\b(?:put to (?:the|a) (?:vote|meeting|committee|council|panel|board)|(?:on|upon|following|after) (?:a|the|being|taking a)\s?(?:\w+\s){0,3}vote\b|votes? (?:was|were|being|having been) (?:then )?(?:taken|held|cast|called)|took a vote|(?:on|by|following|after) a show of hands|(?:without|on|upon) (?:a )?division)\b/i
const VOTING =
  /\b(?:carried(?!\s(?:out|forward|over))|lost|fell|abst|abstain\w*|abstentions?|unanimous\w*|divided|a vote|voted?|voting|votes|(?:agreed|approved|passed|resolved|supported|adopted|rejected) by \d)\b/i
const MATTER_DECIDED = new RegExp(
  `\\b${MATTER}\\b[^.;]{0,80}?\\b(?:was|were|is|are|being)\\s(?:then|therefore|thereupon|duly|accordingly|also|declared|put and|\\s){0,4}(?:not\\s)?(?:carried|lost|defeated|passed|rejected)\\b|^\\(?(?:the\\s)?(?:motion|amendment|proposal)\\s(?:(?:was|is)\\s)?(?:duly\\s)?(?:carried|lost|defeated)\\b|^\\(?(?:carried|lost|motion carried|motion lost)\\.?\\)?$`,
  'i',
)
const UNANIMOUS =
  /\b(?:unanimous(?:ly)?|nem\.?\s?con\b\.?|nemine contradicente|(?:with )?all (?:(?:members|councillors|cllrs|those|voting|present|of|the|committee|council|at|meeting|attending|were|being|voted|who)\s){0,6}(?:in favour|in agreement|agreed(?!\s(?:with|the (?:point|view|need|importance))))|(?:agreed|approved|accepted|supported|adopted|carried) by (?:all|everyone)|every(?:one|body) (?:present )?(?:was|were|being) in (?:agreement|favour)(?! with)|without dissent|no dissent)/i
/** "not unanimous", "a unanimous view of residents": nothing about a vote of this meeting. */
const NOT_UNANIMOUS =
  /\b(?:not (?:been )?(?:a )?unanimous|if unanimous|assuming|whether|unanimous (?:that|in (?:their|its|his|her))|(?:residents|tenants|customers|witnesses|parishioners|public|neighbours|respondents|parents|staff|trustees|governors|partners|officers)\b[^.;]{0,40}\b(?:unanimous|all))/i
/** "All agreed that parking was poor": no vote, unlike what should be done. */
const OPINION =
  /\bagreed (?:by all )?that\b(?![^.;]{0,300}\b(?:be|should|would|will|shall)\b)|\bunanimous(?:ly)? (?:in (?:their|its)|welcom|thank|congratulat|prais|express|felt|concern)/i
const NO_VOTE = /\b(?:(?:no|a|find) seconder|withdrawn|withdrew|not seconded|deferred|lapsed)\b/i

export type Outcome = 'carried' | 'lost'

/** Whether words say that what was put was carried or lost. */
export function resultIn(text: string): Outcome | undefined {
  if (TURNED_DOWN.test(text)) return 'lost'
  return TAKEN.test(text) ? 'carried' : undefined
}

/** The words of unanimity in a sentence, if it tells of a unanimous vote. */
export function unanimityIn(text: string): string | undefined {
  if (
    NOT_UNANIMOUS.test(text) ||
    (OPINION.test(text) && !/\b(?:proposed|moved|seconded|minutes)\b/i.test(text))
  )
    return undefined
  return UNANIMOUS.exec(text)?.[0]
}

/** "..., seconded by Cllr Boyce - Agreed" */
const SECONDED_AND =
  /\bseconded\b[^;]{1,120}[-–—,.:]\s?(?:and\s)?(?:agreed|carried|approved|resolved|passed|accepted)\.?$/i

/** Whether a sentence says that something was put to the vote, or carried or lost as motions are. */
export function isPut(text: string): boolean {
  return !NO_VOTE.test(text) && (PUT.test(text) || MATTER_DECIDED.test(text) || SECONDED_AND.test(text))
}

/** Whether a sentence speaks of voting at all: "12 in favour and 3 against" may be letters of residents. */
export function speaksOfVoting(text: string): boolean {
  return PUT.test(text) || VOTING.test(text)
}

/** Counts of others than the members who sat. */
const OTHERS_COUNTS =
  /\b(?:respon\w+|residents?|letters?|representations?|survey|consultat\w+|electors?|electorate|referendum|ballot papers?|objectors?|petition\w*|households?|tenants?|parents?|pupils|speakers?|neighbours?|submissions?|people|public|written|wrote|comments? (?:received|in)|emails?|poll\b|local plan|per cent)\b|%/i

export function isOthersCount(text: string): boolean {
  return OTHERS_COUNTS.test(text)
}

const QUALIFIED =
  '(?:deemed|original|substantive|first|second|third|fourth|further|proposed|amended|report)\\s'
const NUMBERS =
  '\\(?\\d{1,2}\\)?(?:(?:,\\s|,?\\s(?:and|to|&)\\s|\\s?[-–]\\s?)\\(?\\d{1,2}\\)?){0,8}(?![\\d-])'
const NAMED_MATTER = new RegExp(
  `\\b(?:${QUALIFIED})?(?:motion|amendment|recommendations?|proposition|proposal)\\b(?:\\s?(?:no\\.?\\s)?(?:${NUMBERS}|[A-D]\\b))?`,
  'i',
)

/** On what was voted: "amendment", "motion", "recommendations 2 and 4"; nothing where the sentence does not say. */
export function matterIn(text: string): string | undefined {
  return NAMED_MATTER.exec(text)?.[0].toLowerCase().replace(/\s+/g, ' ')
}
