import type { Place } from '../../paper.ts'
import type { Substitution } from '../../record.ts'
import type { Section } from '../business.ts'
import { type Found, found } from '../found.ts'
import { peopleIn } from '../phrases/people.ts'
import { mentionsIn, type Person } from '../phrases/person.ts'
import { isSamePerson } from '../phrases/same-person.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import type { Roll, RollEntry } from './roll.ts'
import { saidIn } from './said.ts'

/** Words before the name of a substitute: "who was represented by Councillor Ash". */
export const SUBSTITUTED =
  /\b(?:(?:represented|substituted|replaced|deputised|attended|covered)(?: for)? by|substitutes?:?|substituting|substitution:?|\bsub\b\.?:?|with|deputy:|for whom)$/i
/** Words after it: "attended as substitute". */
export const SUBSTITUTES =
  /\b(?:substitut\w*|deputi[sz]\w*|in (?:his|her|their|the) (?:place|stead|absence)|stood in|standing in|as (?:a )?(?:substitute|deputy|replacement))\b/i
/** Between the substitute and the member: "attended as a substitute for", "in place of". */
const FOR =
  /\b(?:substitut\w*|deputi[sz]\w*|sub(?:bed|bing)?|deputy|replacement|stood in|standing in|sitting in|represent\w*)\b.{0,40}\b(?:for|of|on behalf of)\s*$|\b(?:in (?:the )?(?:place|stead) of|instead of|in lieu of|replac(?:ed|es|ing))\s*$/i
/** Between the member and the substitute. */
const BY =
  /\b(?:represented|substituted|replaced|deputised|covered)(?: for)?(?: at (?:the|this) meeting)? by\s*$|\((?:substitut\w*|sub\.?|deputy)\s*[:–-]?\s*$/i
/** "Ash, with Councillor Birch substituting" */
const STANDING_IN =
  /^\s*(?:substitut|deputi[sz]|as (?:a |the |his |her |their )?(?:substitute|deputy)|attending|standing in)/i
const NOTE_FOR =
  /^(?:(?:as |named |a |the )*(?:substitut\w*|sub\.?|deputi[sz]\w*|deputy|attending|replac\w+|represent\w*|standing in|stood in)\b.{0,20}?(?:for|of|on behalf of|replacing)?|for|in (?:the )?place of|instead of|vice|on behalf of)[\s:–-]+(.+)$/i
const NOTE_BY =
  /^(?:(?:was |is )?(?:substitut\w*|sub\.?|replaced|represented|deputy|deputised)(?: by| for by| member)?|with)\s*[:–-]?\s*(.+)$/i
const NOTE_BY_AFTER =
  /^(.+?)\s+(?:as (?:a )?substitute|[-–] ?substitute|substitut(?:ed|ing)|in (?:his|her|their) place|attended.{0,20}|deputi[sz](?:ed|ing))\b/i

/** Who came for whom. */
export function substitutionsIn(
  rolls: readonly Roll[],
  sections: readonly Section[],
  apologies: readonly Found<Person>[],
): Found<Substitution>[] {
  const pairs: Found<Substitution>[] = []
  const add = (told: Substitution | undefined, at: Place): void => {
    const pair = told && inOrderOf(told, apologies)
    if (!pair || pair.for === pair.by) return
    if (pairs.some(({ value }) => value.for === pair.for || value.by === pair.by)) return
    pairs.push(found(pair, at))
  }
  const lone: Found<string>[] = []
  for (const { entry, absent, listed } of words(rolls, sections)) {
    for (const sentence of sentencesOf(entry.text)) {
      for (const pair of besideNames(sentence, absent)) add(pair, entry.at)
      const told = pairsTold(sentence, listed)
      for (const pair of told) add(pair, entry.at)
      if (told.length === 0) lone.push(...substitutesAlone(sentence).map((name) => found(name, entry.at)))
    }
  }
  const [only, ...others] = lone.filter(({ value }) => !pairs.some((pair) => pair.value.by === value))
  // "Apologies from Councillor Ash. Councillor Birch attended as substitute.": one of each belong together.
  const [absentee, ...further] = apologies
  if (only && absentee && others.length === 0 && further.length === 0)
    pairs.push({ value: { for: absentee.value.name, by: only.value }, at: only.at })
  return pairs
}

/** "Ash (Sub Birch)" says who came for whom only beside the apologies, which also give the name in full. */
function inOrderOf(pair: Substitution, apologies: readonly Found<Person>[]): Substitution {
  const absentee = (name: string): string | undefined =>
    apologies.find(({ value }) => isSamePerson(value.name, name))?.value.name
  const absent = absentee(pair.for)
  if (absent) return { ...pair, for: absent }
  const other = absentee(pair.by)
  return other ? { for: other, by: pair.for } : pair
}

interface Words {
  entry: RollEntry
  /** Whether the names are those of the absent, so that the substitute stands beside them. */
  absent: boolean
  /** Whether it stands under a heading about substitutes, so that "A for B" is enough. */
  listed: boolean
}

function* words(rolls: readonly Roll[], sections: readonly Section[]): Generator<Words> {
  for (const roll of rolls)
    for (const entry of roll.entries)
      yield {
        entry,
        absent: roll.kind === 'apologies' || roll.kind === 'absent',
        listed: roll.kind === 'substitutes',
      }
  for (const section of sections) {
    const { title } = section.item
    if (!/apolog|absence|substitut|attendance|membership|named deput/i.test(title)) continue
    for (const { text, first } of saidIn(section.body))
      yield {
        entry: { text, at: first },
        absent: /apolog|absence/i.test(title),
        listed: /substitut/i.test(title),
      }
  }
}

/** "Ash (substitute for Birch)" among those present, "Birch (substitute: Ash)" among those absent. */
function besideNames(text: string, absent: boolean): Substitution[] {
  const pairs: Substitution[] = []
  let previous: Person | undefined
  for (const person of peopleIn(text, { surnames: true })) {
    if (previous && SUBSTITUTED.test(person.before) && absent)
      pairs.push({ for: previous.name, by: person.name })
    previous = person
    for (const note of person.notes) {
      const pair = besideName(person.name, note, absent)
      if (pair) pairs.push(pair)
    }
  }
  return pairs
}

function besideName(name: string, note: string, absent: boolean): Substitution | undefined {
  const forWhom = onlyName(NOTE_FOR.exec(note)?.[1])
  const explicitly = /\b(?:for|of|replacing)\b/i.test(note)
  if (forWhom && explicitly && !/\bby\b|\bfor by\b/i.test(note)) return { for: forWhom, by: name }
  const byWhom = onlyName(NOTE_BY_AFTER.exec(note)?.[1]) ?? onlyName(NOTE_BY.exec(note)?.[1])
  if (byWhom && (absent || /\bby\b/i.test(note))) return { for: name, by: byWhom }
  return undefined
}

function onlyName(text: string | undefined): string | undefined {
  const people = text === undefined ? [] : peopleIn(text, { surnames: true })
  return people.length === 1 ? people[0]?.name : undefined
}

/** "Councillor Ash substituted for Councillor Birch", "Councillor Birch was represented by Councillor Ash". */
function pairsTold(sentence: string, listed: boolean): Substitution[] {
  const mentions = mentionsIn(sentence)
  const pairs: Substitution[] = []
  for (let at = 0; at + 1 < mentions.length; at += 1) {
    const one = mentions[at]
    const other = mentions[at + 1]
    if (!one || !other) break
    const between = sentence.slice(one.end, other.start)
    if (between.length > 120) continue
    const after = sentence.slice(other.end, other.end + 40)
    if (BY.test(between) || (/^,? with\s*$/i.test(between) && STANDING_IN.test(after)))
      pairs.push({ for: one.name, by: other.name })
    else if (FOR.test(between) || ((listed || pairs.length > 0) && /^[\s:–-]*for\s*$/i.test(between)))
      pairs.push({ for: other.name, by: one.name })
    else continue
    at += 1
  }
  const inOrder = respectively(sentence)
  if (inOrder.length > 0) return inOrder
  if (pairs.length > 0 || !listed) return pairs
  const halves =
    /^(?:\(?[a-z\d]{1,3}[.)]\s*)?(.{3,60}?)\s+(?:for|in place of|replacing|–|-)\s+(.{3,60})$/i.exec(sentence)
  const by = onlyName(halves?.[1])
  const forWhom = onlyName(halves?.[2])
  return by && forWhom ? [{ for: forWhom, by }] : []
}

/** "Councillors Ash and Birch substituted for Councillors Cole and Dale respectively." */
function respectively(sentence: string): Substitution[] {
  const halves =
    /^(.{5,200}?)\b(?:substitut|deputi[sz])\w*\b.{0,30}?\bfor (.{5,200}?),? respectively\b/i.exec(sentence)
  const by = peopleIn(halves?.[1] ?? '')
  const absent = peopleIn(halves?.[2] ?? '')
  if (by.length !== absent.length) return []
  return by.map((one, at) => ({ for: absent[at]?.name ?? '', by: one.name }))
}

function substitutesAlone(sentence: string): string[] {
  if (!/\bsubstitut|\bdeputi[sz]/i.test(sentence) || /\bno substitut/i.test(sentence)) return []
  const mentions = mentionsIn(sentence)
  return mentions
    .filter(({ end }) => /^[^.]{0,60}\b(?:substitut|deputi[sz])/i.test(sentence.slice(end)))
    .slice(-1)
    .map(({ name }) => name)
}
