import type { AttendanceMode, RecordedState } from './attendance-rules.ts'

/** What stands recorded of one person at one meeting. */
export interface SummaryRecord {
  readonly personId: string
  readonly state: RecordedState
  readonly mode: AttendanceMode
  /** Whom a substitute sat for. */
  readonly forId: string | undefined
  /** Absent for somebody who was neither expected nor there. */
  readonly seatId: string | undefined
}

/** A member's attendance at one committee over a period. */
export interface AttendanceFigures {
  readonly personId: string
  /** Meetings at which they held a seat. */
  readonly expected: number
  readonly present: number
  readonly apologies: number
  readonly absent: number
  /** Followed from afar without being present in law (England). */
  readonly observed: number
  /** Sat for somebody else: beside the meetings expected of them. */
  readonly asSubstitute: number
  /** Of the meetings expected, in whole per cent; absent where none were. */
  readonly percentage: number | undefined
}

/**
 * The figures of everybody of whom anything stands recorded. Meetings that did not take place are to be left
 * out before: a cancelled meeting is nobody's absence.
 */
export function figuresOf(records: readonly SummaryRecord[]): AttendanceFigures[] {
  const people = [...new Set(records.map(({ personId }) => personId))]
  return people.flatMap((personId) => {
    const own = records.filter((it) => it.personId === personId && it.seatId !== undefined)
    const seated = own.filter(({ forId }) => forId === undefined)
    const count = (is: (one: SummaryRecord) => boolean) => seated.filter(is).length
    const expected = seated.length
    const present = count(({ state }) => state === 'present')
    const asSubstitute = own.length - expected
    if (own.length === 0) return []
    return {
      personId,
      expected,
      present,
      apologies: count(({ state, mode }) => state === 'apologies' && mode !== 'remoteObserver'),
      absent: count(({ state }) => state === 'absent'),
      observed: count(({ state, mode }) => state === 'apologies' && mode === 'remoteObserver'),
      asSubstitute,
      percentage: expected === 0 ? undefined : Math.round((present * 100) / expected),
    }
  })
}
