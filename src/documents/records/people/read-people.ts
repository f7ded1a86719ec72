import type { Business } from '../business.ts'
import { type Found, type FoundFields, listOf } from '../found.ts'
import type { Person } from '../phrases/person.ts'
import { inEnglish, translated } from '../phrases/welsh.ts'
import { apologiesIn } from './apologies.ts'
import { attendanceIn } from './attendance.ts'
import { chairsIn } from './chairs.ts'
import { membersOf, officesIn } from './members.ts'
import { movementsIn } from './movements.ts'
import { rollsOf } from './rolls-of-meeting.ts'
import { substitutionsIn } from './substitutes.ts'

/** Who belongs to the committee, who came, who did not, and who came for whom. */
export function readPeople(printed: Business): FoundFields {
  const business = {
    ...printed,
    front: inEnglish(printed.front),
    sections: printed.sections.map((section) => ({
      ...section,
      item: { ...section.item, title: translated(section.item.title) },
      body: inEnglish(section.body),
    })),
  }
  return business.kind === 'agenda' || business.kind === 'supplement'
    ? readMembership(business)
    : readMeeting(business)
}

function readMembership(business: Business): FoundFields {
  const { members, chair, viceChair } = membersOf(business) ?? officesIn(business.front)
  return { chair, viceChair, members }
}

function readMeeting(business: Business): FoundFields {
  const { front, sections } = business
  const rolls = rollsOf(business)
  const attendance = attendanceIn(rolls)
  const apologies = apologiesIn(rolls, sections)
  return {
    ...chairsIn(front, sections, attendance.present, apologies.absent),
    present: namesOf(attendance.present),
    inAttendance: namesOf(attendance.inAttendance),
    publicPresent: namesOf(attendance.publicPresent),
    apologies: namesOf(apologies.absent) ?? apologies.none,
    apologyReasons: listOf(apologies.reasons),
    ...movementsIn(rolls, sections),
    substitutes: listOf(substitutionsIn(rolls, sections, apologies.absent)),
  }
}

function namesOf(people: readonly Found<Person>[]): Found<string[]> | undefined {
  return listOf(people.map((person) => ({ ...person, value: person.value.name })))
}
