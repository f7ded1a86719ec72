import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/civil.ts'
import {
  type CouncilPerson,
  type CouncilRows,
  membersOn,
  type SeatKind,
  type SeatOffice,
  type SittingMember,
} from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { type StandingSubstitution, standingSubstitutions } from '../meetings/substitutions.ts'
import type { AnswerWay } from './answering.ts'
import { sinceAsked } from './asked-day.ts'
import { type MemberState, memberState } from './rules.ts'

/** What one member has answered about a meeting. */
export interface MemberAnswer {
  readonly person: CouncilPerson
  readonly kind: SeatKind
  readonly office: SeatOffice
  readonly group: string | undefined
  readonly state: MemberState
  /** When the answer in force was given; absent while there is none. */
  readonly at: Temporal.Instant | undefined
  readonly way: AnswerWay | undefined
  /** Who gave it, where that was not the member. */
  readonly relayedBy: string | undefined
  readonly relayedNote: string
  /** A private reason is kept; its words are read by `readReasons` alone. */
  readonly hasReason: boolean
  /** What the minutes may say of the reason, by `minutes-phrases.ts`; empty for nothing. */
  readonly inMinutes: string
  /** Who is asked, or has agreed, to sit for them. */
  readonly substitution: StandingSubstitution | undefined
}

/** Every member's answer, by seat; named substitutes appear only when they have answered. */
export async function answersOf(rows: CouncilRows, meeting: MeetingAtHand): Promise<MemberAnswer[]> {
  const { councilId, db } = rows
  const members = await membersOn(db, councilId, meeting.committeeId, meeting.date, { substitutes: true })
  return answersIn(rows, meeting, members, { councilId, meetingId: meeting.id })
}

/** The answer of one who sits at the meeting; a named substitute has none before they have given it. */
export async function answerOf(
  rows: CouncilRows,
  meeting: MeetingAtHand,
  member: SittingMember,
): Promise<MemberAnswer | undefined> {
  const where = { councilId: rows.councilId, meetingId: meeting.id, personId: member.person.id }
  const [answer] = await answersIn(rows, meeting, [member], where)
  return answer
}

async function answersIn(
  rows: CouncilRows,
  meeting: MeetingAtHand,
  members: readonly SittingMember[],
  where: { readonly councilId: string; readonly meetingId: string; readonly personId?: string },
): Promise<MemberAnswer[]> {
  const since = sinceAsked(meeting)
  const apologies = await rows.db.apology.findMany({
    where: { ...where, tenderedAt: since },
    include: { reason: { select: { id: true } } },
  })
  const attendance = await rows.db.attendance.findMany({ where: { ...where, saidAt: since } })
  const substitutions = await standingSubstitutions(rows, meeting)
  const relayers = await namesOf(rows, [
    ...apologies.map((it) => it.tenderedById),
    ...attendance.map((it) => it.saidById),
  ])
  const answers = members.map((member) => {
    const apology = apologies.find((it) => it.personId === member.person.id)
    const said = attendance.find((it) => it.personId === member.person.id && it.state === 'expected')
    const inForce = apology && apology.withdrawnAt === null ? apology : undefined
    const by = inForce?.tenderedById ?? said?.saidById
    return {
      person: member.person,
      kind: member.kind,
      office: member.office,
      group: member.group,
      state: memberState(inForce && { kind: inForce.kind, withdrawn: false }, said !== undefined),
      at: inForce ? toInstant(inForce.tenderedAt) : said ? toInstant(said.saidAt) : undefined,
      way: inForce?.way ?? said?.way,
      relayedBy: by !== undefined && by !== member.person.id ? relayers.get(by) : undefined,
      relayedNote: inForce?.relayedNote ?? '',
      hasReason: Boolean(inForce?.reason),
      inMinutes: inForce?.inMinutes ?? '',
      substitution: substitutions.find(({ absent }) => absent.id === member.person.id),
    }
  })
  return answers.filter((answer) => answer.kind !== 'substitute' || answer.state !== 'unanswered')
}

async function namesOf(rows: CouncilRows, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await rows.db.person.findMany({
    where: { councilId: rows.councilId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(people.map((person) => [person.id, person.name]))
}
