import type { Line } from '../../lines/line.ts'
import { paragraphsOf } from '../../lines/paragraphs.ts'
import type { Section } from '../business.ts'
import { type Found, type FoundFields, found } from '../found.ts'
import type { Office } from '../phrases/names.ts'
import { peopleIn, piecesIn } from '../phrases/people.ts'
import { mentionsIn, type Person } from '../phrases/person.ts'
import { isSamePerson } from '../phrases/same-person.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { electedTo } from './elections.ts'
import { holderOf } from './members.ts'
import { saidIn } from './said.ts'

/** "In the absence of the Chair, Councillor Ash took the chair": before it stands who presided, whoever is Chair. */
const PRESIDED =
  /\s(?:took|assumed|occupied|was in) the chair\b|\s(?:presided|presiding)\b|,? ?\(?in the chair\b|\s(?:chaired|chairing) the meeting\b/i
/** Between the name and that: "Councillor Ash, Town Mayor, in the chair", "Councillor Ash, who took the chair". */
const ROLE_OR_WHO =
  /^(?:[\s,(]{1,3}(?:the\s)?(?:\p{Lu}[\p{L}-]{0,30}(?:[\s,)]{1,3}|$)){1,5})?[\s,(]{0,3}(?:who)?$/u
const ONLY_FOR_A_WHILE =
  /\b(?:for (?:this|the|agenda|item|minute)|during|whil(?:e|st)|vacated|left|then|re-?took|resumed|returned)\b/i
const ELECTED =
  /^(?:(?:that|resolved:?|it was \w+ that|unanimously)\s+)*(?<who>.{3,60}?)\s(?:(?:was|be|is|were)\s)?(?:duly |unanimously )?(?:re-?)?(?:elected|appointed)(?: as)?(?: the)? (?:chair(?:man|woman|person)?|convener)\b/i
/** "It was proposed by Cllr Ash that Cllr Birch be elected Chairman of the Council" */
const PROPOSED =
  /\bthat (?<who>.{3,60}?) (?:be|is|was) (?:duly )?(?:re-?)?(?:elected|appointed)(?: as)?(?: the)? (?:chair(?:man|woman|person)?|convener)(?: of the (?:parish |town |community )?(?:council|committee|panel|board))?(?: for the|\.|$)/i
const BESIDE =
  /\bthe (?<office>(?:vice|deputy)?[- ]?chair(?:man|woman|person)?|convener),? \(?(?<who>(?:Councillor|Cllr|Mrs?|Ms|Miss|Dr)\b[^,.;:()]{2,40})[,)]/iu
const WELCOMED =
  /^(?<who>[^,.;:]{3,50}?) (?:welcomed (?:everyone|everybody|all|members|those present|attendees)\b|opened the meeting\b)/i
/** "The Mayor (Councillor Ash)", "Cllr Ash, Town Mayor", "The Right Worshipful the Lord Mayor: Councillor Ash" */
const MAYOR =
  /^(?:present\s?[:–-]{0,2}\s?)?(?:(?:the|right|worshipful|town|lord|city)\s){0,6}(?:mayor|provost)\b\s?[,:(–-]{0,2}\s?(?<before>(?:Councillor|Cllr|Mrs?|Ms|Miss|Dr)\b[^,;:()–]{2,40})|(?<after>(?:Councillor|Cllr|Mrs?|Ms|Miss|Dr)\b[^,;:()–]{2,40}?)\s?[,(–-]{1,2}\s?(?:the\s)?(?:(?:town|lord|city)\s)?(?:mayor|provost)\b/i
const OF_A_COMMITTEE = /\b(?:committee|sub-committee|panel|board|commission|cabinet|scrutiny)\b/i
/** In lines. */
const LONGEST_SIGNATURE = 8
const LONGEST_SIGNED_LINE = 80
/** Who opens a meeting does so under its first items. */
const OPENING_ITEMS = 3

/** Who was in the chair, and who is vice chair: by the roll, or by what the minutes tell of the opening. */
export function chairsIn(
  front: readonly Line[],
  sections: readonly Section[],
  present: readonly Found<Person>[],
  absent: readonly Found<Person>[],
): Pick<FoundFields, 'chair' | 'viceChair'> {
  const opening = [
    ...paragraphsOf(front),
    ...sections.slice(0, OPENING_ITEMS).flatMap(({ body }) => saidIn(body)),
  ]
  const sentences = opening.flatMap(({ text, first }) =>
    sentencesOf(text).map((said) => ({ said, at: first })),
  )
  const tell = (read: (said: string) => string | undefined): Found<string> | undefined => {
    for (const { said, at } of sentences) {
      const name = read(said)
      if (name) return found(name, at)
    }
    return undefined
  }
  const chair =
    tell(presided) ??
    holderOf('chair', present) ??
    electedTo('chair', sections) ??
    tell(elected) ??
    tell((said) => besideOffice(said, 'chair')) ??
    signedBy(sections) ??
    mayorAmong(present, front) ??
    tell((said) => opener(said)) ??
    holderOf('chair', absent)
  const viceChair =
    holderOf('viceChair', present) ??
    electedTo('viceChair', sections) ??
    tell((said) => besideOffice(said, 'viceChair')) ??
    holderOf('viceChair', absent)
  return {
    chair: chair && inFull(chair, present),
    viceChair: viceChair && inFull(viceChair, present),
  }
}

/** "Councillor Ash presided" where "Councillor Jo Ash" is present. */
function inFull(chair: Found<string>, present: readonly Found<Person>[]): Found<string> {
  const [same, ...others] = present.filter(({ value }) => isSamePerson(value.name, chair.value))
  const fuller = same && others.length === 0 && same.value.name.length > chair.value.length
  return fuller ? { ...chair, value: same.value.name } : chair
}

function presided(said: string): string | undefined {
  const mark = PRESIDED.exec(said)
  if (!mark || ONLY_FOR_A_WHILE.test(said.replace(/for (?:the|this) (?:meeting|evening)/i, '')))
    return undefined
  const before = said.slice(0, mark.index)
  const nearest = mentionsIn(before).at(-1)
  const whoDid = nearest && ROLE_OR_WHO.test(before.slice(nearest.end))
  return lastPerson(before) ?? (whoDid ? nearest.name : undefined)
}

function elected(said: string): string | undefined {
  return lastPerson((ELECTED.exec(said) ?? PROPOSED.exec(said))?.groups?.who)
}

function besideOffice(said: string, office: Office): string | undefined {
  const beside = BESIDE.exec(said)?.groups
  const vice = /vice|deputy/i.test(beside?.office ?? '')
  return vice === (office === 'viceChair') ? lastPerson(beside?.who) : undefined
}

/** "- COUNCILLOR JO ASH, Convener": the last line of Scottish minutes. */
function signedBy(sections: readonly Section[]): Found<string> | undefined {
  const last = sections.at(-1)?.body.slice(-LONGEST_SIGNATURE) ?? []
  for (const line of last.toReversed()) {
    const [person, ...others] = line.text.length < LONGEST_SIGNED_LINE ? peopleIn(line.text) : []
    if (person?.office === 'chair' && person.title !== '' && person.rest === '' && others.length === 0)
      return found(person.name, line)
  }
  return undefined
}

/** In a whole council the Mayor presides; on a committee a Mayor is one of its members. */
function mayorAmong(present: readonly Found<Person>[], front: readonly Line[]): Found<string> | undefined {
  if (front.some(({ text }) => OF_A_COMMITTEE.test(text))) return undefined
  const mayors = front.flatMap((line) => {
    const words = MAYOR.exec(line.text)?.groups
    return words ? peopleIn(words.before ?? words.after ?? '').map((person) => found(person.name, line)) : []
  })
  const [mayor, ...others] = mayors.filter(({ value }) =>
    present.some((person) => isSamePerson(person.value.name, value)),
  )
  return others.length === 0 ? mayor : undefined
}

/** Before a chair is elected, the clerk opens the meeting. */
function opener(said: string): string | undefined {
  const who = WELCOMED.exec(said)?.groups?.who
  return who !== undefined &&
    !/\b(?:clerk|officer|director|solicitor|secretary|manager|executive)\b/i.test(who)
    ? lastPerson(who)
    : undefined
}

function lastPerson(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const person = piecesIn(text, { surnames: false }).at(-1)?.person
  return person?.rest === '' ? person.name : undefined
}
