import type { Nation } from '../calendar/nations.ts'

/*
 * Who was there. The law asks for the names of those present (LGA 1972 Sch 12 para 40); apologies are a
 * convention beside it, and an absence without them is a third thing.
 */

export type RecordedState = 'present' | 'apologies' | 'absent'
export type AttendanceMode = 'inRoom' | 'remoteMember' | 'remoteObserver'

/** What is recorded of one person, the latest of their rows. */
export interface Recorded {
  readonly personId: string
  readonly state: RecordedState
  readonly mode: AttendanceMode
  /** The absent member for whom a substitute sat. */
  readonly forId: string | undefined
}

interface RemotePolicy {
  readonly nation: Nation
  /** ISO civil dates, both inclusive; absent means still in force. */
  readonly from: string
  readonly until?: string
  readonly source: string
}

/** When somebody who takes part from afar is present in the sense of the law; otherwise they observe. */
const REMOTE_IS_PRESENT: readonly RemotePolicy[] = [
  { nation: 'england', from: '2020-04-04', until: '2021-05-06', source: 'SI 2020/392 reg 5' },
  { nation: 'wales', from: '2020-04-22', until: '2021-04-30', source: 'WSI 2020/442 reg 5' },
  { nation: 'wales', from: '2021-05-01', source: 'Local Government and Elections (Wales) Act 2021 s47' },
  { nation: 'scotland', from: '2003-04-01', source: 'Local Government in Scotland Act 2003 s43' },
]

/**
 * What remote attendance is. In England being present "involves physical presence" (*Hertfordshire CC v
 * SSHCLG* [2021] EWHC 1093 (Admin) para 89): who follows from afar observes.
 *
 * @param date ISO civil date of the meeting
 */
export function remoteMode(nation: Nation, date: string): 'remoteMember' | 'remoteObserver' {
  const present = REMOTE_IS_PRESENT.some(
    (policy) =>
      policy.nation === nation && policy.from <= date && (policy.until === undefined || date <= policy.until),
  )
  return present ? 'remoteMember' : 'remoteObserver'
}

/** What a clerk says of a person: of a member, or of somebody who may have sat for one. */
export type Said =
  | { readonly code: 'present' | 'apologies' | 'absent' | 'remote' }
  | { readonly code: 'for'; readonly memberId: string; readonly remote: boolean }
  | { readonly code: 'not-there' }

/** What is said, as it is recorded. A remote observer is not present, and stands with the apologies. */
export function recordedAs(personId: string, said: Said, remote: ReturnType<typeof remoteMode>): Recorded {
  switch (said.code) {
    case 'present':
    case 'apologies':
    case 'absent':
      return { personId, state: said.code, mode: 'inRoom', forId: undefined }
    case 'remote':
      return {
        personId,
        state: remote === 'remoteMember' ? 'present' : 'apologies',
        mode: remote,
        forId: undefined,
      }
    case 'for':
      return {
        personId,
        state: 'present',
        mode: said.remote && remote === 'remoteMember' ? 'remoteMember' : 'inRoom',
        forId: said.memberId,
      }
    case 'not-there':
      return { personId, state: 'absent', mode: 'inRoom', forId: undefined }
  }
}

export function saidOf(recorded: Recorded, isMember: boolean): Said {
  if (recorded.forId !== undefined)
    return { code: 'for', memberId: recorded.forId, remote: recorded.mode === 'remoteMember' }
  if (!isMember) return { code: 'not-there' }
  return recorded.mode === 'inRoom' ? { code: recorded.state } : { code: 'remote' }
}

/** What a record would change: new rows, and corrections of rows that stand. */
export interface RecordChange {
  readonly fresh: readonly Recorded[]
  readonly corrected: readonly Recorded[]
}

/**
 * - `present-and-represented`: a member cannot be there while somebody sits for them
 * - `seat-twice`: two people cannot sit for one member
 * - `why-missing`: a correction says why
 */
export type RecordFault =
  | { readonly code: 'present-and-represented'; readonly personId: string; readonly memberId: string }
  | { readonly code: 'seat-twice'; readonly personId: string; readonly memberId: string }
  | { readonly code: 'why-missing' }

/** What differs from what stands. A substitute of whom nothing stands and who was not there is no row. */
export function changesOf(
  standing: readonly Recorded[],
  said: readonly Recorded[],
  members: ReadonlySet<string>,
): RecordChange {
  const before = new Map(standing.map((it) => [it.personId, it]))
  return {
    fresh: said.filter(
      (it) => !before.has(it.personId) && (members.has(it.personId) || it.state === 'present'),
    ),
    corrected: said.filter((it) => {
      const was = before.get(it.personId)
      return was !== undefined && !isSame(was, it)
    }),
  }
}

/** What is wrong with the record as it would stand, or `undefined`. */
export function faultOf(
  standing: readonly Recorded[],
  change: RecordChange,
  why: string,
): RecordFault | undefined {
  const after = new Map([...standing, ...change.fresh, ...change.corrected].map((it) => [it.personId, it]))
  const taken = new Set<string>()
  for (const { personId, forId } of after.values()) {
    if (forId === undefined) continue
    if (after.get(forId)?.state === 'present')
      return { code: 'present-and-represented', personId, memberId: forId }
    if (taken.has(forId)) return { code: 'seat-twice', personId, memberId: forId }
    taken.add(forId)
  }
  return change.corrected.length > 0 && why === '' ? { code: 'why-missing' } : undefined
}

function isSame(one: Recorded, other: Recorded): boolean {
  return one.state === other.state && one.mode === other.mode && one.forId === other.forId
}
