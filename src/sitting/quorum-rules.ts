import { Temporal } from 'temporal-polyfill'
import { isAfter } from '../calendar/civil.ts'
import { isPresent, presentAt } from './roll-rules.ts'
import type { RollLine } from './types.ts'

export interface SittingForQuorum {
  /** How many must be there. */
  readonly needed: number
  /** How long standing orders wait without so many. */
  readonly waitMinutes: number
  /** Nobody waits for a quorum before the meeting begins, by its plan too. */
  readonly beganAt: Temporal.Instant
  readonly roll: readonly RollLine[]
  /** Who holds the seats that the quorum is counted from. */
  readonly holders: ReadonlySet<string>
  /** Who may not take part in the item under consideration, where standing orders do not count them for it. */
  readonly notCounted: ReadonlySet<string>
  /** Since when it is under consideration. */
  readonly itemSince: Temporal.Instant | undefined
}

/** How the quorum stands in the room, with everything that it takes to check it by hand (law 7). */
export interface LiveQuorum {
  readonly needed: number
  readonly state: 'met' | 'lost'
  readonly there: number
  /** In the room, and not counted for the item under consideration. */
  readonly notCounted: readonly string[]
  /** How many can go before the quorum is lost. */
  readonly spare: number
  /** Since when there are too few; the instant asked about where there are enough. */
  readonly since: Temporal.Instant
  /** From when the meeting may be ended for want of a quorum. */
  readonly waitsUntil: Temporal.Instant
}

/** The quorum at an instant, by who is in the room then. */
export function liveQuorum(sitting: SittingForQuorum, at: Temporal.Instant): LiveQuorum {
  const { needed, waitMinutes } = sitting
  const { counted, notCounted } = countedAt(sitting, at)
  const isMet = counted.length >= needed
  const since = isMet ? at : lostSince(sitting, at)
  return {
    needed,
    state: isMet ? 'met' : 'lost',
    there: counted.length,
    notCounted,
    spare: Math.max(0, counted.length - needed),
    since,
    waitsUntil: isMet ? at : since.add({ minutes: waitMinutes }),
  }
}

function countedAt(
  { roll, holders, notCounted, itemSince }: SittingForQuorum,
  at: Temporal.Instant,
): { counted: string[]; notCounted: string[] } {
  const isItemOn = itemSince !== undefined && !isAfter(itemSince, at)
  const there = presentAt(roll, at).filter(
    (presence) => isPresent(presence) && holders.has(presence.forId ?? presence.personId),
  )
  const isOut = ({ personId }: { personId: string }) => isItemOn && notCounted.has(personId)
  return {
    counted: there.filter((it) => !isOut(it)).map(({ personId }) => personId),
    notCounted: there.filter(isOut).map(({ personId }) => personId),
  }
}

/** The beginning of the unbroken time without a quorum that lasts at this instant. */
function lostSince(sitting: SittingForQuorum, at: Temporal.Instant): Temporal.Instant {
  const { beganAt, roll, itemSince, needed } = sitting
  const moments = [beganAt, ...roll.map((line) => line.at), ...(itemSince ? [itemSince] : [])]
    .filter((moment) => !isAfter(beganAt, moment) && !isAfter(moment, at))
    .toSorted(Temporal.Instant.compare)
  const lastMet = moments.findLastIndex((moment) => countedAt(sitting, moment).counted.length >= needed)
  return moments[lastMet + 1] ?? beganAt
}
