import { piecesIn } from '../phrases/people.ts'
import { mentionsIn } from '../phrases/person.ts'
import { isSamePerson } from '../phrases/same-person.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { consequencesIn } from './consequences.ts'
import { namesItem } from './interest-item.ts'
import { typeBeside, typeIn } from './interest-type.ts'
import { EVERYONE, type Subject, subjectsIn, type Telling, type Told, togetherTold } from './subjects.ts'
import { bare, leftOver } from './told-otherwise.ts'

const VERB =
  /\b(declare[sd]|disclosed|registered|expressed|indicated|recorded|notified|advised|stated|made|gave|reported|informed|announced|confirmed|noted|had|has|have|held|holds|(?:wished|wanted|asked) to (?:declare|disclose|register)|declaring)\b((?:\s[^\s.;:]{1,24}){0,14}?)\s(interests?|DPIs?|ORIs?|NRIs?|NPIs?|OPIs?)\b/gi
const SAYS_ONLY_HAD =
  /^(?:had|has|have|held|holds|made|gave|noted|stated|indicated|advised|confirmed|informed|reported|recorded|notified|announced|expressed)$/i
/** Between the verb and "interest" only such words may stand, and those of types. */
const BETWEEN =
  /^(?:of|that|the|committee|sub-committee|panel|board|meeting|council|cabinet|commission|members?|he|she|they|it|had|has|have|held|both|an?|following|their|his|her|declarations?|disclosures?|also|and|or|in|which|was|were|as|another|further|possible|potential|perceived|usual|standing|ongoing|family|business|prior|minor|same|similar|both|not|but|\/|&)$/i
const LONGEST_TYPE = 60
const PASSIVE =
  /\b(?:declarations?|disclosures?|interests?)\b.{0,80}?\b(?:by|from)\s+(?=(?:the (?:chair\w*|mayor), )?(?:Councillor|Cllr|Mr|Ms|Miss|Dr|All\b))/
/** What was declared at another meeting, asked about or explained is not declared here, nor is the wish to do something. */
const NOT_HERE =
  /\b(?:(?:last|previous|earlier) meeting|interests? at (?!th(?:is|e)\b|items?\b|agenda|minute)|whether|if any|reminded|should be|must be|asked (?:if|that|members|councillors)|did not (?:declare|disclose|have|consider)|had not (?:declared|disclosed|any)|minutes (?:of|be|to)|be amended|amend(?:ed|ment) to|would need to|advised members|explained that|interest in (?:joining|becoming|standing|serving|being|attending|buying|purchasing|renting|hiring|applying|taking (?:part|on|over)|the (?:post|role|position|vacancy)))\b/i

/** The declarations that a paragraph tells, in order. */
export function toldIn(paragraph: string, telling: Telling): Told[] {
  const told: Told[] = []
  /** Who declared last: "He also declared …". */
  let group: Subject[] = []
  for (const sentence of sentencesOf(paragraph)) {
    if (NOT_HERE.test(sentence)) continue
    const leaving = leftOver(sentence, telling)
    const here =
      leaving.length > 0
        ? leaving
        : [...active(sentence, telling, group, told.at(-1)), ...passive(sentence, telling)]
    const last = here.at(-1)
    if (last) group = last.together
    else addConsequences(told, sentence)
    told.push(...withoutDoubles(here))
  }
  return told
}

/** "Councillor Ann Ash – Personal – Councillor A. Ash declared …" is one declaration. */
function withoutDoubles(told: readonly Told[]): Told[] {
  return told.filter(
    ({ member, interest }, at) =>
      told.findIndex((one) => isSamePerson(one.member, member) && one.interest.item === interest.item) === at,
  )
}

function active(
  sentence: string,
  telling: Telling,
  earlier: readonly Subject[],
  same: Told | undefined,
): Told[] {
  const verbs = verbsIn(sentence, telling)
  if (verbs.length === 0) return telling.underHeading ? bare(sentence, telling) : []
  const told: Told[] = []
  let together = earlier
  for (const [at, verb] of verbs.entries()) {
    const lead = sentence.slice(at === 0 ? 0 : verbEnd(verbs[at - 1]), verb.index)
    const subjects = subjectsIn(lead, telling)
    together = subjects.length > 0 ? subjects : continues(lead) ? together : []
    const end = verbs[at + 1]?.index ?? sentence.length
    const tail = withoutNextSubject(sentence.slice(verbEnd(verb), end), at + 1 < verbs.length)
    for (const { type, words } of interestsIn(verb, tail)) {
      const [own = '', ...others] = words.split(NEXT_MEMBER)
      told.push(...togetherTold(together, type, own, lead).map((one) => alike(one, same, verb[2] ?? '', own)))
      for (const other of others) told.push(...alsoTold(other, type, telling))
    }
  }
  return told
}

/** "declared the same interest", "an interest in the same item": as it was said before. */
function alike(told: Told, before: Told | undefined, kind: string, matter: string): Told {
  const sameInterest = /\bsame\b/i.test(kind)
  const sameItem = sameInterest || SAME_ITEM.test(matter)
  const { item, type } = before?.interest ?? {}
  const interest = {
    ...told.interest,
    ...(sameItem && !told.interest.item && item && { item }),
    ...(sameInterest && type && { type }),
  }
  return { ...told, interest }
}

const SAME_ITEM = /^\s(?:in|on|for)(?: (?:respect|relation|regard) (?:of|to))? (?:the|that|this) same\b/i

/** "… in item 4 and Councillor Birch in item 5": the verb is not said again. */
const NEXT_MEMBER =
  /[,;]?\s(?:and|while|whilst)\s(?=(?:Councillors?|Cllrs?)\.?\s(?:\p{Lu}[\p{L}.'’-]{0,30}\s){1,3}(?:in|on|for|regarding)\s(?:the\s)?(?:[Aa]genda|[Ii]tems?|[Mm]inute|[Pp]lanning|[Aa]pplication)\b)/u

function alsoTold(words: string, type: string, telling: Telling): Told[] {
  const matter = words.search(/\s(?:in|on|for|regarding)\s/)
  return togetherTold(subjectsIn(words.slice(0, matter), telling), type, words.slice(matter), '')
}

/** "a personal interest in item 4 and a prejudicial interest in item 6": each with the words about it. */
function interestsIn(verb: RegExpMatchArray, tail: string): { type: string; words: string }[] {
  const first = typeIn(verb[2] ?? '', verb[3])
  const more = [
    ...tail.matchAll(/(?:,|\sand)\s(?:also\s)?(an?\s(?:[\w-]{1,20}\s){0,6}?)(interests?)\b/gi),
  ].flatMap((match) => {
    const type = typeIn(match[1] ?? '', match[2])
    return type ? [{ type, from: match.index, end: match.index + match[0].length }] : []
  })
  const words = tail.slice(0, more[0]?.from)
  return [
    { type: first ?? typeBeside(words.slice(0, 40)) ?? 'interest', words },
    ...more.map(({ type, end }, at) => ({ type, words: tail.slice(end, more[at + 1]?.from) })),
  ]
}

/** The verbs of declaring; a verb that declares nothing does not take the words of the next one. */
function verbsIn(sentence: string, telling: Telling): RegExpExecArray[] {
  const verbs: RegExpExecArray[] = []
  const search = new RegExp(VERB)
  for (let verb = search.exec(sentence); verb; verb = search.exec(sentence)) {
    if (isDeclaring(verb, telling)) verbs.push(verb)
    else search.lastIndex = verb.index + (verb[1]?.length ?? 1)
  }
  return verbs
}

function isDeclaring(verb: RegExpExecArray, { underHeading }: Telling): boolean {
  const words = (verb[2] ?? '').trim().split(/\s+/)
  if (!underHeading && SAYS_ONLY_HAD.test(verb[1] ?? '')) return false
  return words.every((word) => {
    const plain = word.replace(/^[(‘'"“]+|[),’'"”]+$/g, '')
    return plain === '' || BETWEEN.test(plain) || typeIn(plain) !== undefined
  })
}

function verbEnd(verb: RegExpMatchArray | undefined): number {
  return (verb?.index ?? 0) + (verb?.[0].length ?? 0)
}

/** "He also declared …", "… and had": said of the same people as before. */
function continues(lead: string): boolean {
  const words = lead.trim()
  const pronoun = /^(?:(?:and|but|furthermore|in addition),?\s+)?(?:he|she|they)\b.{0,30}$/i.test(words)
  return pronoun || /(?:^|[\s,;])(?:and|also|and also|and had also)$/i.test(words)
}

/** What follows belongs to the next person: "… in item 4 and Councillor Birch". */
function withoutNextSubject(tail: string, followed: boolean): string {
  if (!followed) return tail
  const mentions = mentionsIn(tail)
  const [first] = mentions
  const all = /[\s,;](?:and |while )?all (?:other |the )?(?:members|councillors)\b.*$/i.exec(tail)
  if (all) return tail.slice(0, all.index)
  return first
    ? tail.slice(0, first.start).replace(/(?:[\s,;]+(?:and|while|whilst|but))?[\s,;]*$/i, '')
    : tail
}

/** "A personal interest in item 4 was declared by Councillor Ash as …", "Declarations were received from …". */
function passive(sentence: string, { underHeading }: Telling): Told[] {
  const by = PASSIVE.exec(sentence)
  if (
    !by ||
    !/\b(?:declared|made|received|disclosed|registered|given|noted|declarations?|disclosures?)\b/i.test(by[0])
  )
    return []
  if (!underHeading && !/\binterests?\b.{0,60}\b(?:was|were) (?:declared|disclosed)\b/i.test(by[0])) return []
  const start = by.index + by[0].length
  const noun = by.index + (/\binterests?\b/i.exec(by[0])?.index ?? 0)
  const before =
    noun > LONGEST_TYPE
      ? sentence.slice(noun - LONGEST_TYPE, noun).replace(/^\S*\s/, '')
      : sentence.slice(0, noun)
  const type = typeIn(before) ?? 'interest'
  const after = sentence.slice(start)
  const told: Told[] = []
  for (const { person, text } of piecesIn(after)) {
    const member = person?.name ?? EVERYONE.exec(text)?.[1]
    if (!member || (person && person.before !== '' && told.length > 0)) break
    const beside = person?.notes.find((note) => namesItem(note)) ?? person?.rest ?? ''
    const words = namesItem(beside) ? ` ${beside}` : after.slice(after.indexOf(member) + member.length)
    told.push(...togetherTold([{ member, person }], type, words, by[0]))
  }
  return told
}

const PRONOUN =
  /^(?:(?:therefore|accordingly|however|consequently|as such|in accordance with [^,.]{3,60}?),? )?(?:he|she|they|both|each|the councillors?|the members?)\b/i

function addConsequences(told: Told[], sentence: string): void {
  const names = mentionsIn(sentence).map(({ name }) => name)
  const meant = told.filter(({ member }) =>
    names.length > 0 ? names.some((name) => name.endsWith(member) || member.endsWith(name)) : false,
  )
  const pronoun = names.length === 0 && PRONOUN.test(sentence)
  const last = told.at(-1)
  const plural = /^(?:they|both|each|the councillors|the members)\b/i.test(sentence)
  const those = meant.length > 0 ? meant : pronoun && last ? (plural ? told : [last]) : []
  for (const one of those) Object.assign(one.interest, consequencesIn(sentence))
}
