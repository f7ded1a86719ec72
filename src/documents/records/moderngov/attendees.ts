import { type Found, type FoundFields, found, listOf } from '../found.ts'
import { officeIn, plainName } from '../phrases/names.ts'
import type { Attendee } from './answered-meeting.ts'

const BELONGS = /\b(?:member|chair\w*|convenor|convener|co-?opt\w*|representative|governor|mayor|leader)\b/i
const ONLY_THERE =
  /\b(?:officers?|guests?|visitors?|observers?|in attendance|substitutes?|deputy member|reserve|clerk|director|advis[eo]r|press|public)\b/i

/** The people of a meeting, each with a role and what is known of their attendance. */
export function peopleAnswered(attendees: readonly Attendee[]): FoundFields {
  const members = attendees.filter(belongs)
  const of = (pattern: RegExp): Attendee[] => attendees.filter(({ attendance }) => pattern.test(attendance))
  const present = of(/^present\b/i)
  return {
    ...named('members', members),
    ...named(
      'present',
      present.filter((one) => belongs(one) || /substitute/i.test(one.attendance + one.role)),
    ),
    ...named('inAttendance', [
      ...of(/^(?:in attendance|attended|attending)\b/i),
      ...present.filter((one) => !belongs(one) && !/substitute/i.test(one.attendance + one.role)),
    ]),
    ...named('apologies', of(/\bapolog/i)),
    ...office('chair', members),
    ...office('viceChair', members),
  }
}

function belongs({ role }: Attendee): boolean {
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
