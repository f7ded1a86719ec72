import type { CouncilRows } from '../committees/people.ts'

/** How a committee's tracker, work programme and call-in work; what is usual until a clerk sets something. */
export interface TrackerSettings {
  readonly needsClearance: boolean
  /** The council's own rule for a response: so many weeks or months of it; neither where it has none. */
  readonly localWeeks: number | undefined
  readonly localMonths: number | undefined
  /** "rule 10.3(b)" */
  readonly localSource: string
  /** How the ten clear days of a request for a document are counted. */
  readonly documentMode: 'working' | 'calendar'
  /** Working days after the due day until the head of service hears of it. */
  readonly headAfter: number
  /** Working days that the final notice gives. */
  readonly finalDays: number
  readonly profile: string
  readonly proposalDays: number
  readonly scoring: string
  readonly variedBy: string
  readonly callInRequesters: number
  readonly callInWindow: number
  readonly callInMeetWithin: number
  readonly callInGrounds: readonly string[]
  /** How often they were set; 0 while the usual ones hold. */
  readonly version: number
}

const USUAL: TrackerSettings = {
  needsClearance: false,
  localWeeks: undefined,
  localMonths: undefined,
  localSource: '',
  documentMode: 'working',
  headAfter: 10,
  finalDays: 10,
  profile: 'plain',
  proposalDays: 5,
  scoring: 'plymouth',
  variedBy: '',
  callInRequesters: 5,
  callInWindow: 5,
  callInMeetWithin: 10,
  callInGrounds: [],
  version: 0,
}

export async function trackerSettingsOf(rows: CouncilRows, committeeId: string): Promise<TrackerSettings> {
  const settings = await trackerSettingsOfAll(rows, [committeeId])
  return settings(committeeId)
}

/** The same of several committees, read at once. */
export async function trackerSettingsOfAll(
  { councilId, db }: CouncilRows,
  committeeIds: readonly string[],
): Promise<(committeeId: string) => TrackerSettings> {
  const rows = await db.trackerSettings.findMany({
    where: { councilId, committeeId: { in: [...new Set(committeeIds)] } },
  })
  const set = new Map(
    rows.map((row) => [
      row.committeeId,
      { ...row, localWeeks: row.localWeeks ?? undefined, localMonths: row.localMonths ?? undefined },
    ]),
  )
  return (committeeId) => set.get(committeeId) ?? USUAL
}
