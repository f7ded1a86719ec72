import { dateIn } from '../phrases/dates.ts'
import { plainName } from '../phrases/names.ts'
import { namesOffice } from '../phrases/office-words.ts'

/** Who is to do something, as a sentence says it. */
export interface Undertaking {
  owner: string
}

const NAME = "\\p{Lu}[\\p{L}'’.-]{0,30}(?:\\s\\p{Lu}[\\p{L}'’.-]{0,30}){0,3}"
const TITLED = `(?:(?:County|District|Borough|City|Ward|Parish|Town)\\s)?(?:Cllrs?|Cllr|Councillors?|Coun|Mrs?|Ms|Miss|Dr)\\b\\.?\\s${NAME}(?:(?:,\\s|\\s(?:and|&)\\s)(?:(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\\b\\.?\\s)?${NAME}){0,4}`
const CLERK =
  '(?:[Tt]he\\s)?(?:(?:Parish|Town|Community|Council|Assistant|Deputy|Locum|Interim)\\s){0,2}(?:Clerk|RFO)(?:\\s?(?:\\/|and|&)\\s?(?:RFO|Clerk|Chair\\w*))?'
const CHAIR = '[Tt]he\\s(?:(?:Vice|Deputy)[ -]?)?Chair(?:man|woman|person)?'
const OFFICE =
  '(?:[Tt]he\\s)?(?:\\p{Lu}[\\p{L}’-]{1,25},?\\s(?:(?:and|of|for|&)\\s)?){0,6}(?:Officers?|Manager|Director|Head|Lead|Leader|Warden|Solicitor|Engineer|Treasurer|Secretary|Caretaker|Ranger|Member|Holder|Executive|Lawyer|Accountant|Advis[eo]r|Chamberlain|Surveyor|Planner|Co-?ordinator|Facilitator|Inspector|Auditor|Provost)(?:\\s(?:of|for)(?:\\s(?:\\p{Lu}[\\p{L}’-]{1,25},?|and|the|&)){1,8}?)?'
const OFFICERS = '(?:[Tt]he\\s)?[Oo]fficers'
/** Who can be given something to do. The committee, the members and the council decide; they are nobody's action. */
const WHO = `(?<who>${TITLED}|${CLERK}|${CHAIR}|${OFFICERS}|${OFFICE})(?:\\s\\([^()]{1,60}\\))?`
const CLAUSE = '(?:^|[,;:–—)-]\\s|\\b(?:and|that|but|when|so|which)\\s)'
/** "After discussion the Clerk ...": nothing else is called the Clerk, so no comma is needed to tell who. */
const CLERK_ANYWHERE = `(?:^|\\s)(?<who>[Tt]he\\s(?:(?:Parish|Town|Community|Council)\\s)?Clerk)`
const INITIALS = '\\p{Lu}{2,3}(?:(?:\\s?[/&,]\\s?|\\sand\\s)\\p{Lu}{2,3}){0,3}'

/** What follows up a matter, as against taking part in the meeting ("agreed to second", "will abstain"). */
const FOLLOW_UP =
  '(?:action|add|advertise|advise|amend|approach|arrange|ascertain|ask|attend|book|bring|chase|check|circulate|clarify|collate|collect|compile|complete|confirm|consult|contact|convey|deal|deliver|discuss|draft|email|e-mail|enquire|establish|explore|feed|file|find|follow|forward|get|give|include|inform|inspect|instruct|investigate|invite|issue|let|liaise|locate|look|make|measure|meet|monitor|notify|obtain|order|organise|pass|phone|place|prepare|present|produce|progress|provide|publish|purchase|pursue|put|raise|re-?circulate|refer|remind|repair|replace|reply|report|request|research|resend|respond|review|ring|seek|send|set|share|source|speak|submit|supply|take|telephone|update|upload|visit|write)'
/** What somebody says in a meeting that they will do: of officers' plans and services only what is owed to the meeting. */
const PROMISE =
  '(?:arrange|ask|chase|check|circulate|confirm|contact|draft|email|e-mail|enquire|feed back|find out|follow|forward|get in touch|inform|investigate|let|liaise|look|obtain|provide|raise|report|request|send|share|speak|update|write)'
/** "to the proposal" is what they agreed to, and to be or to serve as something follows up nothing. */
const NO_DEED =
  '(?!the\\b|an?\\b|this\\b|that\\b|these\\b|his\\b|her\\b|their\\b|its?\\b|all\\b|any\\b|be\\b|act\\b|stand\\b|serve\\b|become\\b|continue\\b|remain\\b|accept\\b|approve\\b|support\\b|note\\b|adopt\\b|second\\b|propose\\b|defer\\b|declare\\b|abstain\\b|differ\\b|receive\\b|adjourn\\b|suspend\\b|move\\b|resign\\b|retire\\b|chair\\b|leave\\b|withdraw\\b|vote\\b|introduce\\b|speak to\\b|address\\b)'

const AGREED =
  '(?:(?:has|have|had|also|then|very|kindly)\\s){0,3}(?:agreed|undertook|undertaken|offered|volunteered|promised|committed)\\sto\\s'
const ASKED =
  '(?:was|were|is|are|be|to be|has been|have been|had been)\\s(?:asked|requested|instructed|tasked|directed|actioned)\\sto\\s'
const SAYS_SO: readonly RegExp[] = [
  `${CLAUSE}${WHO}\\s(?:${AGREED}|${ASKED})${NO_DEED}\\p{Ll}`,
  `${CLERK_ANYWHERE}\\s(?:${AGREED}|${ASKED})${NO_DEED}\\p{Ll}`,
  `^${WHO}\\s(?:(?:is|are)\\s)?to\\s${FOLLOW_UP}\\b`,
  // "None received, clerk to ask for them." and, in notes, "Clerk chase the contractor."
  `[,;–—-]\\s(?<who>(?:the\\s)?clerk)\\sto\\s${FOLLOW_UP}\\b`,
  `^(?<who>Clerk)\\s(?!let\\b|put\\b|set\\b)${FOLLOW_UP}\\b`,
  `(?:^|[–—-]\\s|\\bthat\\s)(?<who>${INITIALS})\\s(?:to|will|would|agreed to)\\s${FOLLOW_UP}\\b`,
  `${CLERK_ANYWHERE}\\s(?:will|would|should|shall)\\s(?:also\\s)?${FOLLOW_UP}\\b`,
  `${CLAUSE}(?<who>${TITLED}|${CHAIR}|${OFFICERS})\\s(?:will|would|should|shall)\\s(?:also\\s)?${PROMISE}\\b`,
  `\\b(?:agreed|asked|requested|resolved)\\s(?:that\\s|for\\s)?${WHO}\\s(?:(?:to|will|would|should)\\s)?${FOLLOW_UP}\\b`,
  `\\b(?:agreed|resolved)\\b.{0,200}\\sand\\s(?:that\\s)?${WHO}\\s(?:to|will|would|should)\\s${FOLLOW_UP}\\b`,
  `${CLAUSE}${WHO}\\s(?:(?:also|then)\\s)?(?:advised|said|stated|confirmed|replied|reported|indicated|added|explained)\\s(?:[\\p{L}]+\\s){0,3}(?:he|she|they)\\swould\\s(?:also\\s)?(?:bring|${PROMISE})\\b`,
].map((pattern) => new RegExp(pattern, 'u'))
/** Reported doings of others, of the past and of conditions. */
const NO_UNDERTAKING =
  /^(?:if|unless)\b|\b(?:had previously|would be able|would have|should have|in the past)\b|\?$/i

/** Who undertakes, or is asked, to do what the sentence says; nothing where nobody in particular is. */
export function undertakingIn(sentence: string): Undertaking | undefined {
  if (sentence.length > 900 || NO_UNDERTAKING.test(sentence)) return undefined
  for (const pattern of SAYS_SO) {
    const who = pattern.exec(sentence)?.groups?.['who']
    if (who) return { owner: ownerOf(who) }
  }
  return undefined
}

/** "Cllr Ann Ash" as Ann Ash; an office stays as printed. */
export function ownerOf(who: string): string {
  const text = who.replace(/[\s,.:;]+$/, '').trim()
  const titled =
    /^(?:(?:county|district|borough|city|ward|parish|town)\s)?(?:cllrs?|councillors?|coun|mrs?|ms|miss|dr)\b/i.test(
      text,
    )
  if (!titled && (namesOffice(text) || /\bchair\w*$/i.test(text))) return text
  return text
    .split(/,\s|\s(?:and|&)\s/)
    .map(plainName)
    .filter((name) => name !== '')
    .join(' and ')
}

const DUE =
  /\b(?:by|before|no later than|within|in time for)\s(?:(?:the\s)?(?:end of\s(?:the\s)?(?:\p{L}+\s?){1,2}(?:\d{4})?|next (?:full )?(?:council |committee |panel |board )?meeting|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s\d.{0,20}\d{4})?|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?\p{Lu}\p{Ll}{2,8}(?:\s\d{4})?|\p{Lu}\p{Ll}{2,8}\s\d{4}|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s(?:meeting|\d{4}))?)|(?:\d{1,2}|one|two|three|four|six|seven|ten)\s(?:working\s)?(?:days?|weeks?|months?))\b/iu

/** By when: a full date as `YYYY-MM-DD`, anything else in the words of the paper. */
export function dueIn(sentence: string): string | undefined {
  const due = DUE.exec(sentence)
  if (!due) return undefined
  const date = dateIn(sentence.slice(due.index, due.index + due[0].length + 20))
  return date?.date ?? due[0].replace(/^(?:by|before|no later than|in time for)\s/i, '').trim()
}
