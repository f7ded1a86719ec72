import type { Line } from '../../lines/line.ts'
import type { Place } from '../../paper.ts'

export type RollKind =
  | 'present'
  | 'inAttendance'
  | 'public'
  | 'apologies'
  | 'absent'
  | 'substitutes'
  | 'lateness'

/** What an attendance block says under one of its labels. */
export interface Roll {
  kind: RollKind
  label: string
  at: Line
  entries: RollEntry[]
  /** The next label follows at once: a field of a form that was left empty. */
  empty?: true
}

/** One person, one list or one sentence of a roll. */
export interface RollEntry {
  text: string
  at: Place
}
