import { answersOf } from '../apologies/answers.ts'
import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { alsoPresentOf } from '../sitting/also-present.ts'
import type { Business, SittingAtHand } from '../sitting/at-hand.ts'
import { nameOf } from '../sitting/chair-view.ts'
import type { ControlPart } from '../sitting/control-types.ts'
import { itemControlPart } from '../sitting/item-part.ts'
import { type QuorumInRoom, quorumAt } from '../sitting/quorum-live.ts'
import { presenceName } from '../sitting/roll-form.ts'
import { presentAt, presidingAt, staysOf } from '../sitting/roll-rules.ts'
import { rollWords } from '../sitting/roll-words.en.ts'
import { isSitting } from '../sitting/state-rules.ts'
import { nextItem } from '../sitting/take-item.ts'
import type { SittingState } from '../sitting/types.ts'
import { timeWords } from '../sitting/words.en.ts'
import { trackerControlPart } from '../tracker/control-part.ts'
import { votesControlPart } from '../votes/control-part.ts'
import { controlWords } from './control-words.en.ts'

/** Everything that the control shows of a meeting. */
export interface ControlModel {
  readonly meeting: MeetingAtHand
  readonly state: SittingState
  /** "10.03 am" */
  readonly began: string
  readonly ended: string | undefined
  readonly presiding: string | undefined
  /** Absent where the committee has no rule, and once the meeting is over. */
  readonly quorum: QuorumInRoom | undefined
  readonly there: readonly string[]
  /** "Councillor A at 10.40 am": who went and did not come back. */
  readonly left: readonly string[]
  /** Members who never came, with what they have said. */
  readonly away: readonly string[]
  readonly also: readonly string[]
  readonly current: Business | undefined
  readonly next: Business | undefined
  readonly taken: number
  readonly items: number
  /** What the other rooms hand in, in the order in which it is shown. */
  readonly parts: readonly ControlPart[]
}

/** What the control says now, by the present state. */
export async function controlModel(house: House, sitting: SittingAtHand): Promise<ControlModel> {
  const { meeting, state, openedAt, closedAt, roll, chairs, business, current } = sitting
  const { timeZone } = meeting
  const at = closedAt ?? house.now()
  const presiding = presidingAt(chairs, at, current?.recordId)
  const there = presentAt(roll, at)
  const isThere = new Set(there.map(({ personId }) => personId))
  const gone = staysOf(roll)
    .toReversed()
    .filter(
      (stay, place, all) =>
        !isThere.has(stay.personId) && all.findIndex((it) => it.personId === stay.personId) === place,
    )
  return {
    meeting,
    state,
    began: timeWords(openedAt, timeZone),
    ended: closedAt && timeWords(closedAt, timeZone),
    presiding: presiding && nameOf(sitting, presiding),
    quorum: isSitting(state) ? await quorumAt(house, sitting, at) : undefined,
    there: there.map((presence) => presenceName(sitting, presence)),
    left: gone.flatMap((stay) =>
      stay.until ? [controlWords.leftAt(presenceName(sitting, stay), timeWords(stay.until, timeZone))] : [],
    ),
    away: await neverCame(house, sitting),
    also: (await alsoPresentOf(house, meeting.id)).map(({ name, role }) => rollWords.also.person(name, role)),
    current,
    next: nextItem(business),
    taken: business.filter(({ taken }) => taken !== undefined).length,
    items: business.length,
    parts: [
      await votesControlPart(house, sitting),
      await itemControlPart(house, sitting),
      await trackerControlPart(house, sitting),
    ],
  }
}

async function neverCame(house: House, { meeting, members, roll }: SittingAtHand): Promise<string[]> {
  const came = new Set(roll.flatMap(({ personId, forId }) => [personId, ...(forId ? [forId] : [])]))
  const answers = new Map((await answersOf(house, meeting)).map((it) => [it.person.id, it.state]))
  return members
    .filter(({ kind, person }) => kind !== 'substitute' && !came.has(person.id))
    .map(({ person }) => {
      const [name, state] = [displayName(person), answers.get(person.id)]
      if (state === 'absent') return controlWords.awayAs.apologies(name)
      return state === 'late' ? controlWords.awayAs.late(name) : name
    })
}
