import type { Nation } from '../calendar/nations.ts'
import { displayName, membersOn, type SittingMember } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { answersOf } from './answers.ts'
import { recordsOf } from './attendance-records.ts'
import { remoteMode, type Said, saidOf } from './attendance-rules.ts'

/** A view holds 100 blocks: the rest of a larger committee follows on another page. */
export const PEOPLE_A_PAGE = 90

export interface FormPerson {
  readonly personId: string
  readonly name: string
  readonly isMember: boolean
  /** What is filled in: what stands recorded, else what was answered; absent where nothing is known. */
  readonly said: Said | undefined
}

export interface AttendanceForm {
  readonly meetingId: string
  readonly meeting: MeetingInWords
  readonly nation: Nation
  readonly remote: ReturnType<typeof remoteMode>
  readonly people: readonly FormPerson[]
  /** Members, for whom a substitute can have sat. */
  readonly members: readonly { readonly personId: string; readonly name: string }[]
  /** Rows there are by now; none while nothing was recorded. */
  readonly rows: number
  /** Counts from 0. */
  readonly page: number
  readonly pages: number
}

/** The form in which clerks say who came, a page of it. */
export async function attendanceForm(
  house: House,
  meeting: MeetingAtHand,
  page: number,
): Promise<AttendanceForm> {
  const { councilId, db } = house
  const { nation } = await db.council.findUniqueOrThrow({ where: { id: councilId } })
  const all = await membersOn(db, councilId, meeting.committeeId, meeting.date, { substitutes: true })
  const members = all.filter(({ kind }) => kind !== 'substitute')
  const answers = new Map((await answersOf(house, meeting)).map((it) => [it.person.id, it.state]))
  const standing = new Map((await recordsOf(house, [meeting.id])).map((it) => [it.personId, it]))
  const substitutions = await db.substitution.findMany({
    where: { councilId, meetingId: meeting.id, standing: true },
  })
  const people: FormPerson[] = members.map((member) => {
    const recorded = standing.get(member.person.id)
    return {
      ...named(member),
      isMember: true,
      said: recorded ? saidOf(recorded, true) : saidByAnswer(answers.get(member.person.id)),
    }
  })
  const others = await substitutesOf(house, all, members, [
    ...substitutions.map(({ substituteId }) => substituteId),
    ...standing.keys(),
  ])
  for (const { personId, name } of others) {
    const recorded = standing.get(personId)
    const accepted = substitutions.find((it) => it.substituteId === personId && it.state === 'accepted')
    const said: Said = recorded
      ? saidOf(recorded, false)
      : accepted
        ? { code: 'for', memberId: accepted.absentId, remote: false }
        : { code: 'not-there' }
    people.push({ personId, name, isMember: false, said })
  }
  const rows = await db.attendanceRecord.count({ where: { councilId, meetingId: meeting.id } })
  return {
    meetingId: meeting.id,
    meeting,
    nation,
    remote: remoteMode(nation, meeting.date),
    people: people.slice(page * PEOPLE_A_PAGE, (page + 1) * PEOPLE_A_PAGE),
    members: members.map(named),
    rows,
    page,
    pages: Math.max(1, Math.ceil(people.length / PEOPLE_A_PAGE)),
  }
}

/** Somebody who has not answered is not taken to have come, nor to have stayed away. */
function saidByAnswer(state: string | undefined): Said | undefined {
  if (state === 'absent') return { code: 'apologies' }
  return state === undefined || state === 'unanswered' ? undefined : { code: 'present' }
}

/** The committee's named substitutes, and whoever was asked or has been recorded. */
async function substitutesOf(
  house: House,
  all: readonly SittingMember[],
  members: readonly SittingMember[],
  ids: readonly string[],
) {
  const isMember = new Set(members.map(({ person }) => person.id))
  const namedSubstitutes = all.filter(({ kind, person }) => kind === 'substitute' && !isMember.has(person.id))
  const known = new Set([...isMember, ...namedSubstitutes.map(({ person }) => person.id)])
  const others = await house.db.person.findMany({
    where: { councilId: house.councilId, id: { in: ids.filter((id) => !known.has(id)) } },
    orderBy: { name: 'asc' },
  })
  return [
    ...namedSubstitutes.map(named),
    ...others.map((person) => ({ personId: person.id, name: displayName(person) })),
  ]
}

function named({ person }: SittingMember) {
  return { personId: person.id, name: displayName(person) }
}
