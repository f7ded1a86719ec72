import { displayName } from '../committees/people.ts'
import type { VoteOfMinutes, VoteSide } from '../votes/types.ts'
import type { AttendanceOfMeeting } from './attendance-lines.ts'
import type { NamedPerson } from './attendance-names.ts'
import { csvOf } from './csv.ts'
import type { Minute, MinutesModel } from './minutes-model.ts'
import { publicRecordWords as say } from './public-record-words.en.ts'

/*
 * What goes out of a meeting as data: its votes and who was there. Nothing of closed business, no reason for an
 * absence, and names of voters only where the minutes name them.
 */

const SIDES = ['for', 'against', 'abstain', 'none'] as const satisfies readonly VoteSide[]

/** A vote as the public reads it. */
export interface PublicVote {
  readonly minute: number | undefined
  readonly item: string
  readonly question: string
  readonly method: VoteOfMinutes['method']
  readonly result: VoteOfMinutes['result']
  readonly unanimous: boolean
  /** Absent where nothing was counted. */
  readonly counts: { readonly [side in VoteSide]: number } | undefined
  readonly casting: { readonly by: string; readonly side: 'for' | 'against' } | undefined
  /** Only of a recorded vote. */
  readonly names: { readonly [side in VoteSide]: readonly string[] } | undefined
  /** Members who required the minutes to say how they voted. */
  readonly ownVotes: readonly { readonly name: string; readonly side: VoteSide }[]
}

export interface PublicAttendance {
  readonly name: string
  readonly state: 'present' | 'apologies' | 'absent' | 'remote'
  /** For whom a substitute sat. */
  readonly for: string
  /** Local times, where they differ from those of the meeting. */
  readonly joined: string
  readonly left: string
}

export function publicVotes({ minutes }: MinutesModel): PublicVote[] {
  return minutes
    .filter(({ isClosed }) => !isClosed)
    .flatMap((minute) =>
      minute.votes.filter(({ isClosed }) => !isClosed).map((vote) => publicVote(minute, vote)),
    )
}

function publicVote(minute: Minute, vote: VoteOfMinutes): PublicVote {
  const { counts, casting } = vote
  const named = (side: VoteSide) =>
    // A vote that the law disregards is in no count, and so in no list of names.
    vote.choices
      .filter((choice) => choice.side === side && choice.despite !== 'whip')
      .map(({ person }) => displayName(person))
  return {
    minute: minute.number,
    item: minute.title,
    question: vote.question,
    method: vote.method,
    result: vote.result,
    unanimous: vote.isUnanimous,
    counts,
    casting: casting && { by: displayName(casting.by), side: casting.side },
    names: vote.isRecorded
      ? { for: named('for'), against: named('against'), abstain: named('abstain'), none: named('none') }
      : undefined,
    ownVotes: vote.owns.map(({ person, side }) => ({ name: displayName(person), side })),
  }
}

function publicAttendance({ attendance, movements }: MinutesModel): PublicAttendance[] {
  const moved = (person: NamedPerson, kind: 'joined' | 'left') => {
    const late = attendance.late?.find(({ name }) => name === person.name)
    const at = movements.filter((one) => one.person.name === person.name)
    const found = kind === 'joined' ? at.find((one) => one.kind === 'joined') : at.findLast(isLast)
    return found?.at ?? late?.[kind] ?? ''
  }
  const present = attendance.present.map((one) => ({
    name: displayName(one),
    state: 'present' as const,
    for: one.sitsFor ? displayName(one.sitsFor) : '',
    joined: moved(one, 'joined'),
    left: moved(one, 'left'),
  }))
  const away = (people: AttendanceOfMeeting['absent'], state: PublicAttendance['state']) =>
    (people ?? []).map((one) => ({ name: displayName(one), state, for: '', joined: '', left: '' }))
  return [
    ...present,
    ...away(attendance.apologies, 'apologies'),
    ...away(attendance.absent, 'absent'),
    ...away(attendance.remoteObservers, 'remote'),
  ]
}

/** Whoever left and came back was there until the end. */
function isLast(
  { kind }: MinutesModel['movements'][number],
  place: number,
  all: readonly unknown[],
): boolean {
  return kind === 'left' && place === all.length - 1
}

export function votesCsv(model: MinutesModel): Uint8Array {
  const rows = publicVotes(model).map((vote) => [
    model.date,
    model.committee,
    vote.minute ?? '',
    vote.item,
    vote.question,
    say.methods[vote.method],
    say.results[vote.result],
    vote.unanimous ? say.yes : '',
    ...SIDES.map((side) => vote.counts?.[side] ?? ''),
    vote.casting ? say.casting(vote.casting.by, say.sides[vote.casting.side]) : '',
    ...SIDES.map((side) => vote.names?.[side].join('; ') ?? ''),
    vote.ownVotes.map(({ name, side }) => say.ownVote(name, say.sides[side])).join('; '),
  ])
  return csvOf([say.voteColumns, ...rows])
}

export function attendanceCsvOf(model: MinutesModel): Uint8Array {
  const rows = publicAttendance(model).map((one) => [
    model.date,
    model.committee,
    one.name,
    say.states[one.state],
    one.for,
    one.joined,
    one.left,
  ])
  return csvOf([say.attendanceColumns, ...rows])
}

/** Both, as JSON: the keys stay as they are, whatever the language of the page. */
export function meetingJson(model: MinutesModel): Uint8Array {
  const { council, committee, date, times, isDraft } = model
  const said = {
    council,
    committee,
    date,
    started: times.began,
    finished: times.ended,
    draft: isDraft,
    attendance: publicAttendance(model),
    votes: publicVotes(model),
  }
  return new TextEncoder().encode(`${JSON.stringify(said, null, 2)}\n`)
}
