import type { Temporal } from 'temporal-polyfill'
import { done, type Outcome, refused } from '../outcome.ts'
import { isPresent, presentAt } from './roll-rules.ts'
import type { PresenceMode, RollLine } from './types.ts'

/** That somebody came in or went, as a clerk wants it entered. */
export interface RollWish {
  readonly personId: string
  readonly kind: 'arrived' | 'left'
  readonly mode: PresenceMode
  /** The absent member for whom they sit. */
  readonly forId: string | undefined
}

/**
 * - `not-a-member`: they hold no seat, and nobody is named for whom they sit
 * - `represented`: somebody sits for this member at this meeting
 * - `was-there`: the member was there, so that nobody can sit for them
 */
export interface RollFault {
  readonly code: 'not-a-member' | 'represented' | 'was-there'
  readonly personId: string
}

/** The sitting as this rule needs it. */
export interface SittingForRoll {
  readonly roll: readonly RollLine[]
  readonly members: readonly { readonly kind: string; readonly person: { readonly id: string } }[]
}

/**
 * What must be entered so that the roll says what is wished; who is there already does not arrive again. A
 * substitute takes the member's place for the whole of the meeting.
 */
export function rollChanges(
  { roll, members }: SittingForRoll,
  wishes: readonly RollWish[],
  at: Temporal.Instant,
): Outcome<{ entered: readonly RollWish[]; already: readonly RollWish[] }, RollFault> {
  const holders = new Set(members.filter(({ kind }) => kind !== 'substitute').map(({ person }) => person.id))
  const there = new Map(presentAt(roll, at).map((presence) => [presence.personId, presence]))
  // Who looks on from afar is not there, and somebody may sit for them.
  const came = new Set(
    roll.filter((line) => line.kind === 'arrived' && isPresent(line)).map(({ personId }) => personId),
  )
  const satFor = new Map(roll.flatMap(({ personId, forId }) => (forId ? [[forId, personId] as const] : [])))
  const entered = new Map<string, RollWish>()
  const already: RollWish[] = []
  for (const wish of wishes) {
    const now = there.get(wish.personId)
    if (wish.kind === 'left') {
      // Whoever goes leaves as they came.
      if (now) entered.set(wish.personId, { ...wish, mode: now.mode, forId: now.forId })
      else already.push(wish)
      continue
    }
    if (now && now.mode === wish.mode && now.forId === wish.forId) {
      already.push(wish)
      continue
    }
    const fault = faultOf(wish, holders, came, satFor)
    if (fault) return refused({ code: fault, personId: wish.personId })
    entered.set(wish.personId, wish)
    if (isPresent(wish)) came.add(wish.personId)
    if (wish.forId !== undefined) satFor.set(wish.forId, wish.personId)
  }
  return done({ entered: [...entered.values()], already })
}

function faultOf(
  { personId, forId, mode }: RollWish,
  holders: ReadonlySet<string>,
  came: ReadonlySet<string>,
  satFor: ReadonlyMap<string, string>,
): RollFault['code'] | undefined {
  if (forId === undefined) {
    if (!holders.has(personId)) return 'not-a-member'
    return isPresent({ mode }) && satFor.has(personId) ? 'represented' : undefined
  }
  if (!holders.has(forId) || holders.has(personId)) return 'not-a-member'
  const already = satFor.get(forId)
  if (already !== undefined && already !== personId) return 'represented'
  return came.has(forId) ? 'was-there' : undefined
}
