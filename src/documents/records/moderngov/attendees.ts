import { type Found, type FoundFields, found, listOf } from '../found.ts'
import { officeIn, plainName } from '../phrases/names.ts'
import type { Attendee } from './answered-meeting.ts'

const BELONGS = /\b(?:member|chair\w*|convenor|convener|co-?opt\w*|representative|governor|mayor|leader)\b/i
const ONLY_THERE =
  /\b(?:officers?|guests?|visitors?|observers?|in attendance|substitutes?|deputy member|reserve|clerk|director|advis[eo]r|press|public)\b/i
/** At the cabinet they are its members; where others are called members of the committee, they answer to it. */
const OF_THE_EXECUTIVE = /\b(?:cabinet|executive)\s+member\b|\bportfolio\b|\bleader\b/i
const OF_THE_COMMITTEE = /\bcommittee member\b/i
const SUBSTITUTE = /\bsubstitut/i
const PRESENT = /^(?:present|attended|attending)\b/i
const IN_ATTENDANCE = /^in attendance\b/i
const APOLOGIES = /\bapolog/i

/** The people of a meeting, each with a role and what is known of their attendance. */
export function peopleAnswered(attendees: readonly Attendee[]): FoundFields {
  const ofCommittee = attendees.some(({ role }) => OF_THE_COMMITTEE.test(role))
  const belongs = (one: Attendee): boolean =>
    isMember(one) && !(ofCommittee && OF_THE_EXECUTIVE.test(one.role) && !officeIn(one.role))
  const members = attendees.filter(belongs)
  const came = attendees.filter(({ attendance }) => PRESENT.test(attendance))
  const sat = came.filter((one) => belongs(one) || SUBSTITUTE.test(`${one.role} ${one.attendance}`))
  const visited = attendees.filter(
    (one) => IN_ATTENDANCE.test(one.attendance) || (came.includes(one) && !sat.includes(one)),
  )
  return {
    ...named('members', members),
    ...named('present', sat),
    ...named('inAttendance', visited),
    ...named(
      'apologies',
      attendees.filter(({ attendance }) => APOLOGIES.test(attendance)),
    ),
    ...office('chair', members),
    ...office('viceChair', members),
  }
}

/** Who has no role is a member if a councillor. */
function isMember({ line, role }: Attendee): boolean {
  if (role === '') return /^(?:councillor|cllr)\b/i.test(line.text)
  return BELONGS.test(role) && !ONLY_THERE.test(role)
}

function named(
  field: 'members' | 'present' | 'inAttendance' | 'apologies',
  attendees: readonly Attendee[],
): FoundFields {
  const names = listOf(attendees.map(nameOf))
  return names ? { [field]: names } : {}
}

function office(field: 'chair' | 'viceChair', members: readonly Attendee[]): FoundFields {
  const holders = members.filter(({ role }) => officeIn(role) === field)
  const [holder] = holders
  return holder && holders.length === 1 ? { [field]: nameOf(holder) } : {}
}

function nameOf({ line }: Attendee): Found<string> {
  return found(plainName(line.text), line)
}
