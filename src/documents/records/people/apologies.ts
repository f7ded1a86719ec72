import type { Line } from '../../lines/line.ts'
import type { Paragraph } from '../../lines/paragraphs.ts'
import type { Place } from '../../paper.ts'
import type { ApologyReason } from '../../record.ts'
import type { Section } from '../business.ts'
import { type Found, found, statedNone } from '../found.ts'
import { peopleAtEnd, piecesIn } from '../phrases/people.ts'
import { mentionsIn, type Person, personIn } from '../phrases/person.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import type { Roll, RollEntry } from './roll.ts'
import { rollsIn } from './rolls-in-lines.ts'
import { saidIn } from './said.ts'
import { SUBSTITUTED, SUBSTITUTES } from './substitutes.ts'

export interface Apologies {
  absent: Found<Person>[]
  reasons: Found<ApologyReason>[]
  /** The paper says that there were none. */
  none?: Found<never[]>
}

const NONE =
  /^(?:(?:there (?:were|was|had been|being)|it was noted that there were)\s+)?(?:none|nil|n\/a|not? (?:further )?(?:apolog(?:y|ies)|absences?|members? (?:were|was) absent))\b|\bno (?:further )?apolog(?:y|ies)(?: for (?:absence|non-?attendance))?(?: (?:were|was|had been|have been) (?:received|given|made|submitted|reported|noted|tendered|recorded))?\s*(?:\.|$|at\b|for this|and all|as all)|^all (?:members|councillors|(?:were|was)) (?:were |being )?present\b|^(?:full attendance|everyone (?:was )?present)\b/i
/** "No apologies were received from Councillor Ash": an absence, but neither apologies nor none. */
const NONE_FROM = /\bno apolog(?:y|ies)\b.{0,60}\b(?:from|by)\b/i
const FROM =
  /\b(?:from|by|on behalf of|of|for|in respect of)\s?:?\s+(?!absence|lateness|non-?attendance|the meeting|not\b|being\b|their\b|his\b|her\b|this\b|today|tonight)/i
const SENT =
  /\b(?:(?:had |have |has )?(?:sent|gave|given|tendered|submitted|offered|conveyed|extended)\b.{0,30}\bapolog|(?:was|were|is|are) (?:unable to (?:attend|be present)|absent with apologies)|(?:would|could|will|can) ?not (?:be attending|attend|be present|be able to attend)|(?:had|has|have) (?:apologised|sent apologies))/i
const ABOUT_APOLOGIES = /\bapolog|^(?:\w+ )?absen|non-?attendance|^attendance/i
const LONGEST_TITLE = 14
/** What a paragraph says that belongs to apologies. */
const ABOUT_ABSENCE =
  /\bapolog|\babsen|\battend|\bunable to|\bsubstitut|\bdeputi[sz]|\blate\b|\breasons?\b|\bquora?te|\bquorum/i
/** Words of welcome and of the agenda may stand above the apologies. */
const LONGEST_PREAMBLE = 4
/** What is done at a meeting by those who are there. */
const DONE_THERE =
  /\b(?:took|takes|taking|welcom\w*|open(?:ed|s|ing)|propos\w*|second(?:ed|er|s)|elected|resolved|agreed|accept\w*|approv\w*|chair(?:ed|ing)|presid\w+|noted|report(?:ed|s)?|declar\w*|thank\w*|present|attend\w*|introduc\w*|inform\w*|asked|said|explain\w*|minutes|signed|read|gave|joined|arrived|left|received|will|would)\b/i
const LATE =
  /\b(?:lateness|late\b|arriv|joined|delayed|apologies for (?:having|leaving|his|her|their|any)\b)/i
/** What may go on after a name without a comma. */
const BESIDE_A_NAME =
  /^(?:$|(?:who|due|because|owing|through|as|for|with|whose|on|at|were|was|be|being|had been|have been|has been|and|the|–|-|from|in)\b|\d)/i
/** The absent member: "Ash with Councillor Birch substituting". */
const IS_REPLACED = /^(?:with|who (?:was|were|is)|represented|substituted|replaced|whose|for whom)\b/i
const LINK =
  /^(?:(?:apologies|were|received|the|by|from|for|also|on behalf of|both|as well as|from the|by the|and|clerk)\s*)*(?:(?:the )?(?:(?:vice|deputy)[- ])?(?:chair\w*|mayor|leader|convener|provost|president)|officers?)?$/i

/** "Harbour Master Mr Ash": a role of the one before or of this one, each of its words with a capital. */
const ROLE_BEFORE = /^(?:\p{Lu}[\p{L}’'-]*\s?){1,5}$/u

/** Whose apologies the paper records, why they were absent where it says so, and whether it says that there were none. */
export function apologiesIn(rolls: readonly Roll[], sections: readonly Section[]): Apologies {
  const apologies: Apologies = { absent: [], reasons: [] }
  for (const { entries, none } of wordsAboutApologies(rolls, sections)) {
    if (none) apologies.none ??= none
    for (const { text, at } of entries)
      for (const sentence of sentencesOf(text)) readSentence(apologies, sentence, at)
  }
  return apologies
}

interface Words {
  entries: RollEntry[]
  none?: Found<never[]>
}

function wordsAboutApologies(rolls: readonly Roll[], sections: readonly Section[]): Words[] {
  const ofRolls = rolls
    .filter((roll) => roll.kind === 'apologies')
    .map(({ entries, empty, at, label }) =>
      empty
        ? { entries, none: { ...statedNone(at), doubt: { code: 'by-layout' as const, text: label } } }
        : { entries },
    )
  const ofSections = sections
    .filter(({ item }) => ABOUT_APOLOGIES.test(item.title) && item.title.split(' ').length <= LONGEST_TITLE)
    .map(({ item, at, body }) => {
      const inside = rollsIn(body)
      if (
        inside.some(
          ({ kind, entries }) => entries.length > 0 && (kind === 'present' || kind === 'inAttendance'),
        )
      )
        return { entries: inside.flatMap(({ kind, entries }) => (kind === 'apologies' ? entries : [])) }
      const entries = untilOtherMatters(saidIn(body.map(apart))).map(({ text, first }) => ({
        text,
        at: first,
      }))
      // "2. Apologies accepted from", and the names below.
      if (/\b(?:from|by)\s?:?$/i.test(item.title) && entries[0])
        entries[0] = { ...entries[0], text: `Apologies from ${entries[0].text}` }
      // Where the items have no titles, the first sentence stands for one.
      const told = mentionsIn(item.title).length > 0 ? [{ text: item.title, at }] : []
      return { entries: [...told, ...entries], ...(NONE.test(item.title) && { none: statedNone(at) }) }
    })
  return [...ofRolls, ...ofSections]
}

/** "Cllr Ash – away": a line with its own dash is not read on from the line above. */
function apart(line: Line): Line {
  const person = personIn(/^(.{3,60}?)\s[-–—]\s/.exec(line.text)?.[1] ?? '')
  return person?.rest === '' && person.before === '' ? { ...line, gapAbove: true } : line
}

/** Where an item's end is not marked, its body runs on into the next ones, which name people too. */
function untilOtherMatters(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  let told = false
  const end = paragraphs.findIndex(({ text }, at) => {
    const here = ABOUT_ABSENCE.test(text) || NONE.test(text) || sentencesOf(text).some(namesOnly)
    told ||= here
    return !here && (told || at >= LONGEST_PREAMBLE)
  })
  return end < 0 ? paragraphs : paragraphs.slice(0, end)
}

function readSentence(apologies: Apologies, whole: string, at: Place): void {
  // "2. Apologies", and below it "were received from …"
  const sentence = whole
    .replace(AND_FOR_LATENESS, '')
    .replace(
      /^(?=(?:were|was|had been|have been)\b|(?:received|accepted|noted)(?: from)?\s?:)/i,
      'Apologies ',
    )
  if (NONE_FROM.test(sentence)) return
  if (NONE.test(sentence)) {
    apologies.none ??= statedNone(at)
    return
  }
  if (LATE.test(sentence) && !/apolog.{0,60}\b(?:from|by)\b/i.test(sentence.split(LATE)[0] ?? '')) return
  for (const person of absentIn(sentence)) {
    if (apologies.absent.some(({ value }) => value.name === person.name)) continue
    apologies.absent.push(found(person, at))
    const reason = reasonOf(person)
    if (reason) apologies.reasons.push(found({ member: person.name, reason }, at))
  }
}

function absentIn(sentence: string): Person[] {
  const said = /\bapolog/i.exec(sentence)
  const sent = SENT.exec(sentence)
  if (sent && said && sent.index < said.index + 1) return peopleAtEnd(sentence.slice(0, sent.index))
  if (sent && !said) return peopleAtEnd(sentence.slice(0, sent.index))
  if (!said) return onlyListed(sentence)
  const after = sentence.slice(said.index)
  const label = /^apolog\w+(?: [a-z]{2,12}){0,8}\s?[:–-]\s?/i.exec(after)?.[0]
  if (label) return listed(after.slice(label.length))
  const from = FROM.exec(after)
  return from ? listed(after.slice(from.index + from[0].length)) : []
}

/** "from Councillors Ash and Birch; and for lateness from Councillor Cole" */
const AND_FOR_LATENESS = /[;,]?\s(?:and|with)\s(?:apologies\s)?for (?:lateness|late arrival)\b.*$/i

/** The people whom a list begins with; what is said of somebody else afterwards is not of the list. */
function listed(text: string): Person[] {
  const people: Person[] = []
  for (const { person, text: words } of piecesIn(text, { surnames: true })) {
    if (!person) {
      if (people.length === 0 && !LINK.test(words)) return []
      continue
    }
    if (SUBSTITUTED.test(person.before) || (SUBSTITUTES.test(person.rest) && !IS_REPLACED.test(person.rest)))
      continue
    if (!(LINK.test(person.before) || ROLE_BEFORE.test(person.before)) || !BESIDE_A_NAME.test(person.rest))
      break
    people.push(person)
  }
  return people
}

/** Names alone, as under a heading: a word with a capital that begins a sentence is none. */
function onlyListed(text: string): Person[] {
  const [names] = text.replace(/\([^()]*\)/g, ' ').split(';')
  if (DONE_THERE.test(names ?? '') || /^(?:also )?absent\b/i.test(text)) return []
  const people = listed(text)
  const [first] = people
  if (people.some(({ rest }) => /^(?:was|were|had|have|has)\b/i.test(rest))) return []
  const sure = people.length > 1 || (first && (first.title !== '' || /[\s.]/.test(first.name)))
  return sure ? people : []
}

function namesOnly(sentence: string): boolean {
  return onlyListed(sentence).length > 0
}

const REASON = /^(?:due to|because of|owing to|on account of|reason:)\s+(.+)$/i
const A_REASON =
  /^(?:personal|work|business|family|holidays?|ill(?:ness)?|unwell|sick(?:ness)?|medical|health|prior|other|another|away|on leave|annual leave|leave|maternity|paternity|council business|bereavement|childcare|covid|self[- ]isolating|vacation|hospital|out of|conflicting|abroad)\b/i

function reasonOf(person: Person): string | undefined {
  for (const note of [...person.notes, person.rest]) {
    const reason = REASON.exec(note)?.[1] ?? (A_REASON.test(note) ? note : undefined)
    if (reason) return reason.replace(/[.;,]+$/, '')
  }
  return undefined
}
