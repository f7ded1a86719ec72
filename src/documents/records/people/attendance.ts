import { type Found, found } from '../found.ts'
import { peopleIn } from '../phrases/people.ts'
import type { Person } from '../phrases/person.ts'
import { isSamePerson } from '../phrases/same-person.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import type { Roll } from './roll.ts'

/** Who came, by the rolls of a paper. */
export interface Attendance {
  present: Found<Person>[]
  inAttendance: Found<Person>[]
  publicPresent: Found<Person>[]
}

const IS_OFFICER =
  /\b(?:clerk|officer|rfo|responsible financ\w*|director|manager|solicitor|head of|chief executive|minutes?[- ]taker|democratic services)\b/i
const IS_COURTESY = /^(?:mr|mrs|ms|miss|mx|dr)\b/i
const IS_POLICE = /^(?:pcso|pc|sgt|sergeant|inspector)\b/i
const COMES_FROM_ELSEWHERE = /^(?:county|district|borough|city|unitary)\s/i
const NOT_ONE_OF_THE_PUBLIC =
  /^[A-Z]{2,8}\.?$|\b(?:[Cc]ouncil|[Pp]olice|[Tt]rust|[Aa]ssociation|[Ll]td|[Ll]imited|[Pp]ress|[Rr]eporter)\b/
/** "Councillor Ash attended the meeting under rule 4": a sentence below the list of members. */
const ALSO_CAME = /^(?:also )?(?:attended|observed|was also|were also|(?:was|were) in attendance)\b/i
/** "Assistant to Councillor Ash", "representing Councillor Ash": who came is another. */
const SOMEBODY_ELSES = /\b(?:to|for|of|representing|instead of|in place of|on behalf of)$/i
/** "Ash for Birch", "Ash (substitute for Birch)" */
const IS_SUBSTITUTE =
  /^(?:(?:as |a |the )*(?:sub\b|substitut|deput|replac)\w*|for\b|in (?:the )?place of|on behalf of)/i
const ABSENT = /^(?:apologies|apology|absent|sent apologies)\b/i

export function attendanceIn(rolls: readonly Roll[]): Attendance {
  const attendance: Attendance = { present: [], inAttendance: [], publicPresent: [] }
  const elsewhere = guestCouncillors(rolls)
  for (const roll of rolls) {
    for (const { text, at } of roll.entries) {
      /** After the clerk of a list of councillors come guests. */
      let guests = false
      for (const person of peopleOfRoll(text, roll)) {
        if (person.notes.some((note) => ABSENT.test(note)) || SOMEBODY_ELSES.test(person.before)) continue
        const named = listFor(roll, person, elsewhere)
        const list = guests && named === 'present' && IS_COURTESY.test(person.title) ? 'inAttendance' : named
        guests ||= named === 'inAttendance'
        if (list) attendance[list].push(found(person, at))
      }
    }
  }
  withoutRepetition(attendance)
  askAboutUnlabelled(rolls, attendance.present)
  return presentUnderOtherLabel(rolls, attendance)
}

function peopleOfRoll(text: string, { kind }: Roll): Person[] {
  if (kind === 'apologies' || kind === 'absent' || kind === 'lateness') return []
  const manners = { surnames: kind === 'present', clerk: kind !== 'public' }
  return sentencesOf(text).flatMap((sentence) => peopleIn(sentence, manners))
}

function listFor(roll: Roll, person: Person, elsewhere: boolean): keyof Attendance | undefined {
  const said = [person.before, ...person.notes].join(' ')
  switch (roll.kind) {
    case 'present': {
      if (ALSO_CAME.test(person.rest)) return 'inAttendance'
      const guest = elsewhere && COMES_FROM_ELSEWHERE.test(person.title)
      const councillor = /councillor|cllr/i.test(person.title)
      if (guest || IS_POLICE.test(person.title) || /\bclerk$/i.test(person.name)) return 'inAttendance'
      return !councillor && IS_OFFICER.test(said) ? 'inAttendance' : 'present'
    }
    case 'inAttendance':
      return 'inAttendance'
    case 'public':
      return person.notes.some((note) => NOT_ONE_OF_THE_PUBLIC.test(note)) ? 'inAttendance' : 'publicPresent'
    case 'substitutes': {
      const alone = said.trim() === '' && person.rest === ''
      return alone || [person.rest, ...person.notes].some((words) => IS_SUBSTITUTE.test(words))
        ? 'present'
        : undefined
    }
    default:
      return undefined
  }
}

/**
 * Whether County or Borough Councillors among those present come from another council: they do where the
 * others are plain Councillors. In a county's own minutes all are County Councillors.
 */
function guestCouncillors(rolls: readonly Roll[]): boolean {
  const titles = rolls
    .filter((roll) => roll.kind === 'present')
    .flatMap((roll) => roll.entries.flatMap(({ text }) => peopleOfRoll(text, roll)))
    .map((person) => person.title)
  const plain = titles.filter((title) => !COMES_FROM_ELSEWHERE.test(title)).length
  return plain > titles.length - plain
}

/** One person stands once, in the first list that names them. */
function withoutRepetition(attendance: Attendance): void {
  const seen = new Set<string>()
  for (const list of [attendance.present, attendance.inAttendance, attendance.publicPresent]) {
    const once = list.filter(
      (person) => !seen.has(person.value.name) && !isToldAgain(person, list) && seen.add(person.value.name),
    )
    list.splice(0, list.length, ...once)
  }
}

/** "Councillor Ash presided." below a list with Councillor Jo Ash in it. */
function isToldAgain({ value }: Found<Person>, list: readonly Found<Person>[]): boolean {
  return (
    value.office === 'chair' &&
    !value.name.includes(' ') &&
    list.some((other) => other.value.name !== value.name && isSamePerson(other.value.name, value.name))
  )
}

/** No word of the paper says that they were present: a person is asked. */
function askAboutUnlabelled(rolls: readonly Roll[], present: readonly Found<Person>[]): void {
  const unlabelled = rolls.find(({ kind, label }) => kind === 'present' && label === '')
  const [first] = present
  if (unlabelled && first) first.doubt = { code: 'by-layout', text: unlabelled.at.text }
}

/** Some councils print "In attendance:" above their members and have no "Present:". */
function presentUnderOtherLabel(rolls: readonly Roll[], attendance: Attendance): Attendance {
  if (attendance.present.length > 0) return attendance
  const label = rolls.find((roll) => roll.kind === 'inAttendance')?.label ?? ''
  const isMember = ({ value }: Found<Person>): boolean => /councillor|cllr/i.test(value.title)
  const members = attendance.inAttendance.filter(isMember)
  if (!/^in attendance$/i.test(label) || members.length < 2) return attendance
  return {
    ...attendance,
    present: members,
    inAttendance: attendance.inAttendance.filter((person) => !isMember(person)),
  }
}
