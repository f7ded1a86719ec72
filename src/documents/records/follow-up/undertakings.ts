import { dateIn } from '../phrases/dates.ts'
import { plainName } from '../phrases/names.ts'
import { namesOffice } from '../phrases/office-words.ts'
import { FOLLOW_UP, NO_DEED, PROMISE } from './deeds.ts'

/** That somebody is to do something, as a sentence says it, and who, if it says that too. */
export interface Undertaking {
  owner?: string
}

const NAME = "\\p{Lu}[\\p{L}'’.-]{0,30}(?:\\s\\p{Lu}[\\p{L}'’.-]{0,30}){0,3}"
const TITLED = `(?:(?:County|District|Borough|City|Ward|Parish|Town)\\s)?(?:Cllrs?|Cllr|Councillors?|Coun|Mrs?|Ms|Miss|Dr)\\b\\.?\\s${NAME}(?:(?:,\\s|\\s(?:and|&)\\s)(?:(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\\b\\.?\\s)?${NAME}){0,4}`
const CLERK =
  '(?:[Tt]he\\s)?(?:(?:Parish|Town|Community|Council|Assistant|Deputy|Locum|Interim)\\s){0,2}(?:Clerk|RFO)(?:\\s?(?:\\/|and|&)\\s?(?:RFO|Clerk|Chair\\w*))?'
const CHAIR = '[Tt]he\\s(?:(?:Vice|Deputy)[ -]?)?Chair(?:man|woman|person)?'
const OFFICE =
  '(?:[Tt]he\\s(?:new\\s)?)?(?:\\p{Lu}[\\p{L}’-]{1,25},?\\s(?:(?:and|of|for|&)\\s)?){0,6}(?:Officers?|Manager|Director|Head|Lead|Leader|Warden|Solicitor|Engineer|Treasurer|Secretary|Caretaker|Ranger|Member|Holder|Executive|Lawyer|Accountant|Advis[eo]r|Chamberlain|Surveyor|Planner|Co-?ordinator|Facilitator|Inspector|Auditor|Provost)(?:\\s(?:of|for)(?:\\s(?:\\p{Lu}[\\p{L}’-]{1,25},?|and|the|&)){1,8}?)?'
const OFFICERS = '(?:[Tt]he\\s)?[Oo]fficers'
/** Who can be given something to do. The committee, the members and the council decide; they are nobody's action. */
const WHO = `(?<who>${TITLED}|${CLERK}|${CHAIR}|${OFFICERS}|${OFFICE})(?:\\s\\([^()]{1,60}\\))?`
const CLAUSE = '(?:^|[,;:–—)-]\\s|\\b(?:and|that|but|when|so|which)\\s)'
/** "After discussion the Clerk ...": nothing else is called the Clerk, so no comma is needed to tell who. */
const CLERK_ANYWHERE = `(?:^|\\s)(?<who>[Tt]he\\s(?:(?:Parish|Town|Community|Council)\\s)?Clerk)`
const INITIALS = '\\p{Lu}{2,3}(?:(?:\\s?[/&,]\\s?|\\sand\\s)\\p{Lu}{2,3}){0,3}'

/** "agreed to", "has offered to", "undertook to": before a deed. */
export const AGREED =
  '(?:(?:has|have|had|also|then|very|kindly)\\s){0,3}(?:agreed|undertook|undertaken|offered|volunteered|promised|committed)\\sto\\s'
const ASKED =
  '(?:was|were|is|are|be|to be|has been|have been|had been)\\s(?:asked|requested|instructed|tasked|directed|actioned)\\sto\\s'
const SAYS_SO: readonly RegExp[] = [
  `${CLAUSE}${WHO}\\s(?:${AGREED}|${ASKED})${NO_DEED}\\p{Ll}`,
  `${CLERK_ANYWHERE}\\s(?:${AGREED}|${ASKED})${NO_DEED}\\p{Ll}`,
  `^${WHO}\\s(?:(?:is|are)\\s)?to\\s${FOLLOW_UP}\\b`,
  `^(?<who>(?:${CLERK}|${TITLED}|${INITIALS})(?:\\s?\\/\\s?(?:${CLERK}|${TITLED}|${INITIALS})){1,3})\\sto\\s${FOLLOW_UP}\\b`,
  // "None received, clerk to ask for them." and, in notes, "Clerk chase the contractor."
  `(?:[,;–—-]|\\b(?:and|so|but))\\s(?<who>(?:the\\s)?[Cc]lerk|${TITLED})\\sto\\s${FOLLOW_UP}\\b`,
  `^(?<who>Clerk)\\s(?!let\\b|put\\b|set\\b)${FOLLOW_UP}\\b`,
  `(?:^|[–—-]\\s|\\bthat\\s)(?<who>${INITIALS})\\s(?:to|will|would|agreed to)\\s${FOLLOW_UP}\\b`,
  `${CLERK_ANYWHERE}\\s(?:will|would|should|shall)\\s(?:also\\s)?${FOLLOW_UP}\\b`,
  `${CLAUSE}(?<who>${TITLED}|${CHAIR}|${OFFICERS})\\s(?:will|would|should|shall)\\s(?:also\\s)?${PROMISE}\\b`,
  // What a member "would" do may be a view on a plan; what one "will" do comes after the meeting.
  `${CLAUSE}(?<who>${TITLED})\\swill\\s(?:also\\s)?${FOLLOW_UP}\\b`,
  `^(?<who>${INITIALS}|${TITLED}|${CLERK})\\s[^.;]{3,80}?\\sand\\s(?:will|agreed\\sto|is\\sto)\\s(?:also\\s)?${PROMISE}\\b`,
  `\\b(?:agreed|asked|requested|resolved)\\s(?:that\\s|for\\s)?${WHO}\\s(?:(?:to|will|would|should)\\s)?${FOLLOW_UP}\\b`,
  `\\b(?:agreed|resolved)\\b.{0,200}\\sand\\s(?:that\\s)?${WHO}\\s(?:to|will|would|should)\\s${FOLLOW_UP}\\b`,
  `${CLAUSE}${WHO}\\s(?:(?:also|then)\\s)?(?:advised|said|stated|confirmed|replied|reported|indicated|added|explained)\\s(?:[\\p{L}]+\\s){0,3}(?:he|she|they)\\swould\\s(?:also\\s)?(?:bring|${PROMISE})\\b`,
].map((pattern) => new RegExp(pattern, 'u'))

const MEMBERS =
  '(?:(?:the\\s)?(?:committee|panel|board|commission|sub-?committee|scrutiny members|members|councillors|chair\\w*)|(?:cllr|councillor|member)s?\\b\\.?\\s[^,.;]{2,60}?)'
const GIVEN =
  '(?:shared|provided|circulated|sent|supplied|added|included|brought|reported|presented|submitted|prepared|produced|written|invited|placed)'
const PAPER =
  '(?:briefing|written|reports?|notes?|papers?|breakdown|figures|copy|copies|list|analysis|update|presentation|data|access|site visit)'
/** What members asked to be given, where nobody in particular is to give it, and what "he" promised. */
const ASKED_FOR: readonly RegExp[] = [
  `^${MEMBERS}\\s(?:also\\s|then\\s)?(?:asked|requested)\\sthat\\s[^.?]{3,240}?\\bbe\\s${GIVEN}\\b`,
  `^${MEMBERS}\\s(?:also\\s|then\\s)?(?:asked\\sfor|requested)\\s(?:(?:a|an|the|some|further|more|that)\\s)?(?:[\\p{L}-]{1,20}\\s){0,3}?${PAPER}\\b`,
  `^(?:he|she|they)\\s(?:would|will|agreed\\sto|undertook\\sto|offered\\sto)\\s(?:also\\s|again\\s)?(?:arrange|ask|chase|check|circulate|email|enquire|feed back|find out|follow up|get back|investigate|look into|obtain|provide|raise|report back|send|seek|share|supply|tell|write)\\b`,
].map((pattern) => new RegExp(pattern, 'iu'))
/** Reported doings of others, of the past and of conditions, and what is only moved. */
const NO_UNDERTAKING =
  /^(?:if|unless)\b|\bmoved\s(?:\w+\s){0,3}?that\b|\b(?:had previously|would be able|would have|should have|in the past)\b|\?$/i

/** Whether a sentence, whatever else it says, tells of no new undertaking. */
export function isReported(sentence: string): boolean {
  return sentence.length > 900 || NO_UNDERTAKING.test(sentence)
}

/** Who undertakes, or is asked, to do what the sentence says; nothing where nobody in particular is. */
export function undertakingIn(sentence: string): Undertaking | undefined {
  if (isReported(sentence)) return undefined
  for (const pattern of SAYS_SO) {
    const who = pattern.exec(sentence)?.groups?.['who']
    if (who) return { owner: ownerOf(who) }
  }
  return ASKED_FOR.some((pattern) => pattern.test(sentence)) ? {} : undefined
}

const LEADING =
  /^(?<who>(?:[Tt]he\s)?(?:Cllrs?\.?\s)?\p{Lu}[\p{L}'’.&-]{0,30}(?:,?\s(?:\p{Lu}[\p{L}'’.&-]{0,30}|of|and|for|the|&)){0,8})(?:\s(?:is|are))?\s(?:to|will|shall|should|must|agreed to)\s\p{Ll}/u

/** Who is named at the head of what is known to be an action: "Mayor's Office to send the plan". */
export function ownerAtHead(action: string): string | undefined {
  const who = LEADING.exec(action)?.groups?.['who']
  return who === undefined ? undefined : ownerOf(who)
}

/** "DR" is somebody's initials, not a doctor. */
const ONLY_INITIALS = /^\p{Lu}{2,4}(?:(?:\s?[/&,]\s?|\sand\s)\p{Lu}{2,4})*$/u

/** "Cllr Ann Ash" as Ann Ash; an office stays as printed. */
export function ownerOf(who: string): string {
  const text = who.replace(/[\s,.:;]+$/, '').trim()
  const titled =
    /^(?:(?:county|district|borough|city|ward|parish|town)\s)?(?:cllrs?|councillors?|coun|mrs?|ms|miss|dr)\b/i.test(
      text,
    )
  if (/['’]s\b/.test(text) || ONLY_INITIALS.test(text)) return text
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
