import { answersOf } from '../apologies/answers.ts'
import type { MemberState } from '../apologies/rules.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { standingSubstitutions } from '../meetings/substitutions.ts'

/** Somebody whom the roll call at the beginning names. */
export interface Expected {
  readonly personId: string
  readonly name: string
  /** The absent member for whom they have agreed to sit. */
  readonly forId: string | undefined
  readonly forName: string | undefined
  readonly state: MemberState
  readonly office: 'none' | 'chair' | 'viceChair'
  /** Ticked to begin with: they said that they come, and not late. */
  readonly isTicked: boolean
}

/**
 * Who is expected at the beginning, by what members have answered: somebody who has not answered is not taken to
 * have come. Accepted substitutes stand after the members.
 */
export async function expectedRoll(rows: CouncilRows, meeting: MeetingAtHand): Promise<Expected[]> {
  const answers = (await answersOf(rows, meeting)).filter(({ kind }) => kind !== 'substitute')
  const accepted = await standingSubstitutions(rows, meeting, 'accepted')
  return [
    ...answers.map(
      ({ person, state, office }): Expected => ({
        personId: person.id,
        name: displayName(person),
        forId: undefined,
        forName: undefined,
        state,
        office,
        isTicked: state === 'coming' || state === 'leavingEarly',
      }),
    ),
    ...accepted.map(
      ({ substitute, absent }): Expected => ({
        personId: substitute.id,
        name: displayName(substitute),
        forId: absent.id,
        forName: displayName(absent),
        state: 'coming',
        office: 'none',
        isTicked: true,
      }),
    ),
  ]
}
