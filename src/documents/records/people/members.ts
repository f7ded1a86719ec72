import type { Line } from '../../lines/line.ts'
import type { Business } from '../business.ts'
import { type Found, found, listOf } from '../found.ts'
import { isTitled, type Office } from '../phrases/names.ts'
import { peopleIn } from '../phrases/people.ts'
import type { Person } from '../phrases/person.ts'
import { attendanceRow } from './attendance-table.ts'
import { blockFrom, type Start, startsIn } from './membership-block.ts'
import type { Roll } from './roll.ts'
import { rollsIn } from './rolls-in-lines.ts'

export interface Membership {
  members?: Found<string[]>
  chair?: Found<string>
  viceChair?: Found<string>
}

/** Without the word members above it, a shorter list is of other people: who moves a motion, who reports. */
const FEWEST_UNLABELLED = 3
/** What is longer is a sentence. */
const LONGEST_OFFICE = 80
/** A letter to the members ends the paper; its business can be long. */
const LONGEST_LETTER = 60

/** The members that an agenda lists: on its front sheet, or in a letter or a table below its business. */
export function membersOf({ front, sections }: Business): Membership | undefined {
  const below = sections.at(-1)?.body.slice(-LONGEST_LETTER) ?? []
  return membersIn(front) ?? membersIn(below) ?? expectedIn(sections.flatMap(({ body }) => body))
}

/** The first list of members in some lines. */
export function membersIn(lines: readonly Line[]): Membership | undefined {
  for (const start of startsIn(lines)) {
    const people = rollsIn(blockFrom(lines, start), openAt(start))
      .filter(({ kind }) => kind === 'present')
      .flatMap(({ entries }) => entries)
      .flatMap(({ text, at }) => peopleIn(text, { surnames: true }).map((person) => found(person, at)))
    if (people.length >= (start.labelled ? 2 : FEWEST_UNLABELLED)) return membershipOf(people)
  }
  return undefined
}

function openAt({ at }: Start): Roll {
  return { kind: 'present', label: at.text, at, entries: [] }
}

/** The rows of a committee system's table: "Cllr Ash | Chair | Expected". */
function expectedIn(lines: readonly Line[]): Membership | undefined {
  const people = lines.flatMap((line) => {
    const row = attendanceRow(line)
    const [person] = row && row.kind !== 'inAttendance' ? peopleIn(row.text) : []
    return person ? [found(person, line)] : []
  })
  return people.length >= FEWEST_UNLABELLED && people.some(({ value }) => isTitled(value.title))
    ? membershipOf(people)
    : undefined
}

function membershipOf(people: readonly Found<Person>[]): Membership | undefined {
  const once = people.filter(
    ({ value }, at) => people.findIndex((one) => one.value.name === value.name) === at,
  )
  const members = listOf(once.map((person) => ({ ...person, value: person.value.name })))
  return members && { members, ...holdersIn(once) }
}

/** "Chair: Councillor Ash" on a front sheet that lists no members. */
export function officesIn(front: readonly Line[]): Membership {
  const named = front.flatMap((line) => {
    const [person, ...others] = line.text.length < LONGEST_OFFICE ? peopleIn(line.text) : []
    return person?.office && others.length === 0 && person.rest === '' ? [found(person, line)] : []
  })
  return holdersIn(named)
}

function holdersIn(people: readonly Found<Person>[]): Pick<Membership, 'chair' | 'viceChair'> {
  const chair = holderOf('chair', people)
  const viceChair = holderOf('viceChair', people)
  return { ...(chair && { chair }), ...(viceChair && { viceChair }) }
}

/** Who holds an office by a list; where two do, a person must say which committee each belongs to. */
export function holderOf(office: Office, people: readonly Found<Person>[]): Found<string> | undefined {
  const holders = people.filter(({ value }) => value.office === office)
  // A member by office is the Chairman of the Council, not of the committee.
  const here = holders.filter(({ value }) => !value.notes.some((note) => /\bof the council\b/i.test(note)))
  const [holder, ...others] = here.length > 0 ? here : holders
  return holder && others.length === 0 ? { value: holder.value.name, at: holder.at } : undefined
}
