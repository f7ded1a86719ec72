import { consequencesIn } from './consequences.ts'
import { itemIn, natureIn } from './interest-item.ts'
import { typeBeside, typeIn } from './interest-type.ts'
import { subjectsIn, type Telling, type Told, togetherTold } from './subjects.ts'
import { isTie } from './ties.ts'

const DECLARED_BARE = /\b(?:declared|disclosed)\s(?:that|his|her|their|as|in respect|in relation|in item)\b/i
/** "advised that he was a trustee and would leave for item 4": a tie, and what it means for the meeting. */
const ADVISED =
  /\b(?:advised|stated|said|informed|indicated|explained|noted)\s(?:(?:the|members|committee|meeting|panel|council|board)\s){0,3}that\s(?:he|she|they)\s(?:is|was|are|were)\b/i
const NOT_AN_INTEREST =
  /\b(?:whip|lobb|substitut|pre-?determin|gift|hospitality|vacan|acceptance of office|support|meeting (?:open|closed)|elected|unlawful)/i
/** "declared that they had not been involved": that is the contrary. */
const AN_OPEN_MIND = /\bdeclared that (?:(?:he|she|they) (?:had|have|has|was|were|did|do|does)\s+not|any)\b/i
const LEFT_OVER =
  /^(?<who>.{3,80}?)\s(?:left|withdrew|vacated|took no part)\b(?<matter>.{0,120}?),?\s(?:in|for) which (?:he|she|they|both|each) (?:ha[sd]|have|declared)\b(?<kind>(?:\s[^\s.;:]{1,24}){0,8}?)\sinterests?\b/i

/** "Councillor Ash left the room for item 9, in which she has a prejudicial interest": said where it led to something. */
export function leftOver(sentence: string, telling: Telling): Told[] {
  const left = LEFT_OVER.exec(sentence)
  const { who = '', matter = '', kind = '' } = left?.groups ?? {}
  if (!left) return []
  const item = itemIn(matter)
  const nature = natureIn(sentence.slice(left[0].length))
  return togetherTold(subjectsIn(who, telling), typeIn(kind) ?? 'interest', '', '').map((told) => ({
    ...told,
    interest: {
      ...told.interest,
      ...(item && { item }),
      ...(nature && { nature }),
      ...consequencesIn(sentence),
    },
  }))
}

/** "that, in relation to application 27/104, he was …" */
const MATTER_FIRST =
  /^(?<matter>\s*that,?\s+(?<about>(?:in (?:relation|respect|regard) (?:to|of)|with regard to|regarding)\s[^,]{3,100}),\s*)/i

/** "Councillor Ash declared that she was a governor of …": without the word interest, so only under its heading. */
export function bare(sentence: string, telling: Telling): Told[] {
  const advised = Object.keys(consequencesIn(sentence)).length > 0 ? ADVISED.exec(sentence) : null
  const verb = DECLARED_BARE.exec(sentence) ?? advised
  if (!verb || NOT_AN_INTEREST.test(sentence) || AN_OPEN_MIND.test(sentence) || /\bno\b/i.test(sentence))
    return []
  if (!isTie(sentence.slice(verb.index))) return []
  const lead = sentence.slice(0, verb.index)
  const tail = sentence.slice(verb.index).replace(/^\S+/, '')
  const type = typeBeside(tail) ?? 'interest'
  const matter = MATTER_FIRST.exec(tail)?.groups
  const nature = tail
    .slice(matter?.matter?.length ?? 0)
    .replace(/^\s*that\s+/i, '')
    .replace(/^(?:he|she|they)\s+/i, '')
    .replace(/[\s.]+$/, '')
    .trim()
  return togetherTold(subjectsIn(lead, telling), type, matter?.about ? ` ${matter.about}` : tail, lead).map(
    (told) => ({
      ...told,
      interest: { ...told.interest, nature },
    }),
  )
}
