import type { DeclaredInterest } from '../../record.ts'
import { peopleBeforeVerb } from '../phrases/people.ts'
import type { Person } from '../phrases/person.ts'
import { consequencesIn } from './consequences.ts'
import { itemIn, namesItem, natureIn } from './interest-item.ts'

/** A declaration as a sentence tells it. */
export interface Told {
  member: string
  person: Person | undefined
  interest: DeclaredInterest
  /** All who declared it. */
  together: Subject[]
}

export interface Telling {
  /** Whether it stands under a heading about interests, where less is needed to be sure. */
  underHeading: boolean
  /** Who "the Chair" is. */
  chair?: string | undefined
}

const TRAILING =
  /(?:[\s,]+(?:who|which|also|both|each|all|had|has|have|then|again|having|previously|already|earlier|verbally|jointly|duly|hereby|subsequently|therefore|and|separately|later|in turn|for (?:the sake of )?(?:transparency|openness|clarity|completeness)(?: purposes)?|for the record|at this (?:point|stage|juncture)))+[\s,]*$/i
/** "All members of the committee" */
export const EVERYONE =
  /\b(all (?:(?:other|remaining|the|present|committee|panel|board|\w+ group) )*(?:members|councillors)(?: of the \w+)?(?: present)?)$/i

/** The same interest for each of those who declared it. */
export function togetherTold(
  together: readonly Subject[],
  type: string,
  words: string,
  lead: string,
): Told[] {
  return together.map(({ member, person }) => ({
    member,
    person,
    together: [...together],
    interest: interestOf(member, type, words, lead),
  }))
}

function interestOf(member: string, type: string, tail: string, lead: string): DeclaredInterest {
  const item = itemIn(tail) ?? (namesItem(lead) ? itemIn(lead) : undefined)
  // "Councillor Ash said that, as a governor, she had an interest"
  const nature = natureIn(tail) ?? natureIn(/,\s(as\s[^,]{3,100}),\s\S{2,4}\s*$/i.exec(lead)?.[1] ?? '')
  return { member, ...(item && { item }), type, ...(nature && { nature }), ...consequencesIn(tail) }
}

/** Who declared. */
export interface Subject {
  member: string
  person: Person | undefined
}

/** Who stands before a verb: people, all members, or the chair. */
export function subjectsIn(lead: string, { chair }: Telling): Subject[] {
  const words = lead.replace(TRAILING, '').replace(/[\s,(]+$/, '')
  const everyone = EVERYONE.exec(words)?.[1]
  if (everyone) return [{ member: everyone, person: undefined }]
  const people = peopleBeforeVerb(words)
  if (people.length > 0 && people.every(({ rest }) => rest === ''))
    return people.map((person) => ({ member: person.name, person }))
  const theChair = /(?:^|[\s,])the chair(?:man|woman|person)?$/i.test(words)
  return theChair && chair && people.length === 0 ? [{ member: chair, person: undefined }] : []
}
