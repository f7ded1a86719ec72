import type { EarlyLeave, Lateness } from '../../record.ts'
import type { Section } from '../business.ts'
import { itemReference } from '../business.ts'
import { type Found, type FoundFields, found, listOf } from '../found.ts'
import { peopleBeforeVerb, peopleIn, piecesIn } from '../phrases/people.ts'
import type { Person } from '../phrases/person.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { timeIn } from '../phrases/times.ts'
import type { Roll } from './roll.ts'
import { saidIn } from './said.ts'

const COMES_OR_GOES = /\b(?:late|lateness|left|leav(?:e|ing)|arrived|joined|entered|departed|delayed)\b/i
const LATE =
  /\s(?:(?:would|will|may|might) be (?:\w+ )?late\b|(?:was|were|had been) (?:running )?(?:late|delayed)\b|(?:arrived|joined|entered) (?:the meeting )?(?:late|at|during)\b|(?:arrived|joined the meeting)(?=\.|,|\s\(|$)|(?:had )?(?:sent|gave|given) (?:his |her |their )?apologies for (?:lateness|late arrival|being late))/i
const LATE_FROM =
  /\b(?:apolog(?:y|ies) |and |with )for (?:lateness|late arrival|arriving late|being late)\b.{0,40}?\b(?:from|by|on behalf of)\s/i
const LEFT =
  /\s(?:left (?:the meeting|at)|had to leave(?: the meeting)?|departed|(?:would|will) (?:be leaving|(?:have to |need to )?leave) (?:the meeting )?(?:early|at))\b/i
/** To leave for one item is about an interest or a moment, not about the meeting. */
const FOR_A_WHILE =
  /\b(?:declar|interest|whil(?:e|st)|return|re-?join|re-?enter|came back|took no part|room)/i
const FOR_AN_ITEM =
  /\b(?:during|for (?:the|this|agenda|item|that|consideration)|(?:prior to|before) (?:the )?(?:consideration|discussion|vote))/i
/** "left the meeting at 8.15 pm during item 7": with the time of day, to stay away. */
const CLOCK_BESIDE = 16
const NOTE_LATE = /^(?:arrived|joined|from|late|arriving)\b/i
const NOTE_LEFT = /^(?:left|until|to \d|departed|leaving|up to)\b/i

/** Who came late and who left early. */
export function movementsIn(
  rolls: readonly Roll[],
  sections: readonly Section[],
): Pick<FoundFields, 'lateness' | 'leftEarly'> {
  const late: Found<Lateness>[] = []
  const left: Found<EarlyLeave>[] = []
  for (const roll of rolls) {
    for (const { text, at } of roll.entries) {
      if (roll.kind === 'lateness')
        for (const person of peopleIn(text, { surnames: true })) late.push(found(latecomer(person, text), at))
      for (const sentence of sentencesOf(text)) {
        for (const one of lateIn(sentence)) late.push(found(one, at))
        if (roll.kind === 'present')
          for (const one of notesIn(sentence)) {
            if (one.late) late.push(found(one.late, at))
            if (one.left) left.push(found(one.left, at))
          }
      }
    }
  }
  for (const section of sections) {
    for (const { text, first } of saidIn(section.body)) {
      if (!COMES_OR_GOES.test(text)) continue
      for (const sentence of sentencesOf(text)) {
        for (const one of lateIn(sentence)) late.push(found(one, first))
        for (const one of leftIn(sentence))
          left.push(found({ ...one, afterItem: itemReference(section) }, first))
      }
    }
  }
  return { lateness: listOf(once(late)), leftEarly: listOf(once(left)) }
}

function lateIn(sentence: string): Lateness[] {
  const from = LATE_FROM.exec(sentence)
  if (from)
    return leading(sentence.slice(from.index + from[0].length)).map((person) => latecomer(person, sentence))
  const mark = LATE.exec(sentence)
  if (!mark || FOR_A_WHILE.test(sentence) || FOR_AN_ITEM.test(sentence)) return []
  return subjects(sentence.slice(0, mark.index)).map((person) =>
    latecomer(person, sentence.slice(mark.index)),
  )
}

function latecomer(person: Person, text: string): Lateness {
  const arrived = timeIn(text)?.time
  return { member: person.name, ...(arrived && { arrived }) }
}

function leftIn(sentence: string): EarlyLeave[] {
  const mark = LEFT.exec(sentence)
  if (!mark || FOR_A_WHILE.test(sentence)) return []
  const after = sentence.slice(mark.index + mark[0].length)
  const at = timeIn(after)?.time
  if (FOR_AN_ITEM.test(sentence) && !timeIn(after.slice(0, CLOCK_BESIDE))) return []
  return subjects(sentence.slice(0, mark.index)).map((person) => ({ member: person.name, ...(at && { at }) }))
}

function notesIn(sentence: string): { late?: Lateness; left?: EarlyLeave }[] {
  return peopleIn(sentence, { surnames: true }).map((person) => {
    const came = person.notes.find((note) => NOTE_LATE.test(note))
    const went = person.notes.find((note) => NOTE_LEFT.test(note))
    const at = went && timeIn(went)?.time
    return {
      ...(came && timeIn(came) && { late: latecomer(person, came) }),
      ...(at && { left: { member: person.name, at } }),
    }
  })
}

function leading(text: string): Person[] {
  const people: Person[] = []
  for (const { person } of piecesIn(text)) {
    if (!person) break
    people.push(person)
    if (person.rest !== '') break
  }
  return people
}

/** Of those before a verb, only where one of them has a title: officers and guests come and go. */
function subjects(text: string): Person[] {
  const people = peopleBeforeVerb(text)
  const members =
    people.some(({ title }) => title !== '') &&
    people.every(({ rest, title }) => rest === '' && !/^(?:pcso|pc|sgt)\b/i.test(title))
  return members ? people : []
}

function once<T extends { member: string }>(entries: readonly Found<T>[]): Found<T>[] {
  return entries.filter(
    ({ value }, at) => entries.findIndex((one) => one.value.member === value.member) === at,
  )
}
