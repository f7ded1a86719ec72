import type { VoteStyle } from '../votes/vote-lines.ts'
import { type AttendanceStyle, attendanceStyles } from './attendance-styles.ts'
import { type DeclarationsStyle, declarationsStyles } from './declarations-styles.ts'

/**
 * A council's house style of minutes, each form as a named choice. The sentences are in `minutes-lines.en.ts`,
 * `attendance-lines.en.ts` and `declarations-lines.en.ts`.
 */
export interface MinutesStyle {
  readonly attendance: AttendanceStyle
  readonly declarations: DeclarationsStyle
  /** `committee`: its name, and the day below; `minutesOf`: "Minutes of the meeting of the … held at … on …". */
  readonly heading: 'committee' | 'minutesOf'
  /** `keyAreas`: "Key areas of questioning related to –"; `raised`: "In discussion, Members raised the following:". */
  readonly questions: 'keyAreas' | 'raised'
  /** `agreed`: "Agreed that …", "Agreed –" and numbers; `resolved`: "RESOLVED: That …", "(1) That …". */
  readonly outcome: 'agreed' | 'resolved'
  /** Where who moved and seconded stands: before the outcome in a sentence, or after it in brackets. */
  readonly movers: 'before' | 'after'
  /** How votes are printed; by name only where they were recorded so. */
  readonly votes: Pick<VoteStyle, 'layout' | 'division' | 'saysPut'>
  /** `head`: when it began and ended, below who was there; `close`: when it closed, as the last line. */
  readonly times: 'head' | 'close'
}

export const minutesStyles = {
  /** Seed 000: Plymouth's scrutiny committees, 2017. */
  plymouth: {
    attendance: attendanceStyles.plymouth,
    declarations: declarationsStyles.plymouth,
    heading: 'committee',
    questions: 'keyAreas',
    outcome: 'agreed',
    movers: 'after',
    votes: { layout: 'table', division: 'counts', saysPut: false },
    times: 'head',
  },
  /** The classic form (domain.md §4.6, North Hertfordshire). */
  resolved: {
    attendance: attendanceStyles.northHertfordshire,
    declarations: declarationsStyles.bromsgrove,
    heading: 'minutesOf',
    questions: 'raised',
    outcome: 'resolved',
    movers: 'before',
    votes: { layout: 'by-heading', division: 'counts', saysPut: false },
    times: 'close',
  },
} as const satisfies Record<string, MinutesStyle>

export type MinutesStyleName = keyof typeof minutesStyles

export const MINUTES_STYLES: readonly MinutesStyleName[] = ['plymouth', 'resolved']

/** A style by its stored name; a name that this version does not know is Plymouth's. */
export function styleNamed(name: string): MinutesStyleName {
  return MINUTES_STYLES.find((one) => one === name) ?? 'plymouth'
}
