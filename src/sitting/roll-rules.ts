import { Temporal } from 'temporal-polyfill'
import type { ChairLine, Presence, RollLine } from './types.ts'

/*
 * Who is at a meeting at an instant. It follows from arrivals and departures by when they happened, and not
 * by when a clerk entered them: a meeting that is written up the next morning gives the same answer.
 */

/** Everybody who is there at this instant, in the order in which they came; arriving and leaving count at once. */
export function presentAt(roll: readonly RollLine[], at: Temporal.Instant): Presence[] {
  const there = new Map<string, Presence>()
  for (const line of inOrder(roll)) {
    if (Temporal.Instant.compare(line.at, at) > 0) break
    const { personId, mode, forId } = line
    if (line.kind === 'left') there.delete(personId)
    // Entered twice, somebody has been there since the first time.
    else there.set(personId, { personId, mode, forId, since: there.get(personId)?.since ?? line.at })
  }
  return [...there.values()]
}

/** From when to when somebody was there; without an end they stayed. */
export interface Stay extends Presence {
  readonly until: Temporal.Instant | undefined
}

/** Every stay of everybody, by when it began. */
export function staysOf(roll: readonly RollLine[]): Stay[] {
  const open = new Map<string, Presence>()
  const ended: Stay[] = []
  for (const { personId, kind, mode, forId, at } of inOrder(roll)) {
    const since = open.get(personId)
    if (kind === 'arrived') open.set(personId, { personId, mode, forId, since: since?.since ?? at })
    else if (since) {
      ended.push({ ...since, until: at })
      open.delete(personId)
    }
  }
  return [...ended, ...[...open.values()].map((presence) => ({ ...presence, until: undefined }))].toSorted(
    (one, other) => Temporal.Instant.compare(one.since, other.since),
  )
}

/** Whether they are present in the sense of the law: who only looks on from afar is not (England). */
export function isPresent({ mode }: Pick<Presence, 'mode'>): boolean {
  return mode !== 'remoteObserver'
}

/**
 * Who presides at an instant: whoever took the chair last, or who took it for the item under consideration.
 *
 * @param recordId the business under consideration, where there is any
 */
export function presidingAt(
  chairs: readonly ChairLine[],
  at: Temporal.Instant,
  recordId: string | undefined,
): string | undefined {
  const before = inOrder(chairs).filter((line) => Temporal.Instant.compare(line.at, at) <= 0)
  const forItem = before.findLast((line) => line.recordId !== undefined && line.recordId === recordId)
  return (forItem ?? before.findLast((line) => line.recordId === undefined))?.personId
}

/** By when it happened; at the same instant, by when it was entered (ids are version 7). */
function inOrder<T extends { readonly id: string; readonly at: Temporal.Instant }>(lines: readonly T[]): T[] {
  return lines.toSorted(
    (one, other) => Temporal.Instant.compare(one.at, other.at) || (one.id < other.id ? -1 : 1),
  )
}
