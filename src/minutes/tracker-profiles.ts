/** What a column of a tracker holds; its heading and its cells are in tracker-paper-words.en.ts and tracker-cells.ts. */
export type TrackerColumn =
  | 'reference'
  | 'meetingAndMinute'
  | 'asked'
  | 'who'
  | 'byWhen'
  | 'response'
  | 'progress'
  | 'status'
  /** Day, minute and the resolution as quoted. */
  | 'resolution'
  | 'officerAndResponse'
  | 'progressAndStatus'
  | 'recommendation'
  | 'rag'
  | 'comments'

/** How wide each column is beside the others, in hundredths of a page where they make one. */
export const COLUMN_SHARES: Readonly<Record<TrackerColumn, number>> = {
  reference: 10,
  meetingAndMinute: 11,
  asked: 24,
  who: 13,
  byWhen: 10,
  response: 11,
  progress: 11,
  status: 10,
  resolution: 42,
  officerAndResponse: 26,
  progressAndStatus: 32,
  recommendation: 45,
  rag: 12,
  comments: 43,
}

/**
 * How a council prints its tracker. Every profile is made of the same rows: another council's columns are another
 * line here (domain.md §4.8).
 */
export interface TrackerProfile {
  readonly columns: readonly TrackerColumn[]
  /** What the colours mean stands below the table. */
  readonly definesRag: boolean
}

export const trackerProfiles = {
  plain: {
    columns: ['reference', 'meetingAndMinute', 'asked', 'who', 'byWhen', 'response', 'progress', 'status'],
    definesRag: false,
  },
  /** Plymouth, "Tracking Resolutions" (§4.8 row 10). */
  plymouth: { columns: ['resolution', 'officerAndResponse', 'progressAndStatus'], definesRag: false },
  /** Torbay's snapshot (§4.8 row 9). */
  torbay: { columns: ['recommendation', 'rag', 'comments'], definesRag: true },
} as const satisfies Record<string, TrackerProfile>

export type TrackerProfileName = keyof typeof trackerProfiles

export const TRACKER_PROFILES: readonly TrackerProfileName[] = ['plain', 'plymouth', 'torbay']

/** A profile by its stored name; one that this version does not know is the plain one. */
export function profileNamed(name: string): TrackerProfileName {
  return TRACKER_PROFILES.find((one) => one === name) ?? 'plain'
}
