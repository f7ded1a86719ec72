import { dateOfColumn } from '../calendar/civil.ts'
import { type CouncilRows, committeesWhereClerk, displayName, personById } from '../committees/people.ts'
import { type MeetingAtHand, meetingAtHand, meetingsAtHand } from '../meetings/meeting.ts'
import type { Business } from '../sitting/at-hand.ts'
import { businessOf } from '../sitting/at-hand.ts'
import { words as declarationsSay } from './declarations-lines.en.ts'
import { declarationsLines } from './declarations-lines.ts'
import { declarationsOfSitting } from './declarations-of-sitting.ts'
import { difference } from './differences.ts'
import { clashesOf, type NumberClash, nextNumber } from './number-rules.ts'
import { numbersOfYear } from './numbers-of-year.ts'
import { styleOfCommittee } from './style-of-committee.ts'
import { type MinutesStyleName, minutesStyles } from './styles.ts'

export type MinutesStanding =
  | { readonly code: 'none' }
  | { readonly code: 'draft' }
  | { readonly code: 'circulated'; readonly on: string }
  | { readonly code: 'agreed'; readonly on: string }
  | { readonly code: 'signed'; readonly by: string; readonly on: string }

/** What a clerk sees and does about the minutes of a meeting. */
export interface MinutesDesk {
  readonly meeting: MeetingAtHand
  readonly standing: MinutesStanding
  readonly business: readonly Business[]
  /** Absent while nothing is numbered. */
  readonly numbers: { readonly first: number; readonly last: number } | undefined
  readonly unnumbered: number
  readonly nextNumber: number
  readonly clashes: readonly NumberClash[]
  readonly style: MinutesStyleName
  readonly comments: readonly {
    readonly id: string
    readonly name: string
    readonly about: 'text' | 'attendance'
    readonly text: string
  }[]
  readonly amendments: readonly string[]
  readonly papers: readonly {
    readonly id: string
    readonly number: number
    readonly name: string
    readonly differences: number
    readonly on: string
  }[]
  /** What is recorded and the law does not allow; it stands in the minutes all the same. */
  readonly problems: readonly string[]
}

/** Slack lists at most so many options in groups; nobody minutes a meeting of years ago. */
const MEETINGS_LISTED = 100

/** The meetings that this person minutes and that are over, the latest first. */
export async function meetingsToMinute(rows: CouncilRows, personId: string): Promise<MeetingAtHand[]> {
  const committees = await committeesWhereClerk(rows, personId)
  const found = await rows.db.meeting.findMany({
    where: {
      councilId: rows.councilId,
      committeeId: { in: committees.map(({ id }) => id) },
      sittings: { some: { councilId: rows.councilId, state: { in: ['closed', 'inquorate'] } } },
    },
    select: { id: true },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: MEETINGS_LISTED,
  })
  return meetingsAtHand(
    rows,
    found.map(({ id }) => id),
  )
}

export async function minutesDesk(rows: CouncilRows, meeting: MeetingAtHand): Promise<MinutesDesk> {
  const { councilId, db } = rows
  const minutes = await db.minutes.findUnique({
    where: { councilId_meetingId: { councilId, meetingId: meeting.id } },
    include: {
      comments: { where: { settledAt: null }, orderBy: { id: 'asc' } },
      papers: {
        select: { id: true, number: true, name: true, differences: true, at: true },
        orderBy: { number: 'desc' },
      },
    },
  })
  const style = await styleOfCommittee(rows, meeting.committeeId)
  const business = await businessOf(rows, meeting.id)
  const numbered = business.flatMap(({ minuteNumber }) => minuteNumber ?? [])
  const others = await numbersOfYear(rows, meeting)
  const first = Math.min(...numbered)
  const commenters = await db.person.findMany({
    where: { councilId, id: { in: minutes?.comments.map(({ personId }) => personId) ?? [] } },
    select: { id: true, name: true, title: true },
  })
  return {
    meeting,
    standing: await standingOf(rows, minutes ?? undefined),
    business,
    numbers: minutes && numbered.length > 0 ? { first, last: Math.max(...numbered) } : undefined,
    unnumbered: minutes ? business.length - numbered.length : 0,
    nextNumber: nextNumber(others, meeting.date),
    clashes: numbered.length === 0 ? [] : clashesOf(others, { first, count: numbered.length }).drafts,
    style,
    comments: (minutes?.comments ?? []).map(({ id, personId, about, text }) => {
      const person = commenters.find((one) => one.id === personId)
      return { id, name: person ? displayName(person) : '', about, text }
    }),
    amendments: minutes?.amendments ?? [],
    papers: (minutes?.papers ?? []).map(({ id, number, name, differences, at }) => ({
      id,
      number,
      name,
      differences: difference.array().parse(differences).length,
      on: dateOfColumn(at),
    })),
    problems: declarationsLines(
      await declarationsOfSitting(rows, meeting.id),
      minutesStyles[style].declarations,
      declarationsSay,
    ).problems,
  }
}

interface StandingRow {
  readonly state: 'draft' | 'circulated' | 'agreed' | 'signed'
  readonly circulatedAt: Date | null
  readonly agreedAtMeetingId: string | null
  readonly signedById: string | null
  readonly signedOn: Date | null
}

async function standingOf(rows: CouncilRows, row: StandingRow | undefined): Promise<MinutesStanding> {
  if (!row) return { code: 'none' }
  if (row.state === 'signed' && row.signedById !== null && row.signedOn) {
    const signer = await personById(rows, row.signedById)
    return { code: 'signed', by: signer ? displayName(signer) : '', on: dateOfColumn(row.signedOn) }
  }
  if (row.state === 'agreed' && row.agreedAtMeetingId !== null) {
    const at = await meetingAtHand(rows, row.agreedAtMeetingId)
    return { code: 'agreed', on: at?.date ?? '' }
  }
  return row.state === 'circulated' && row.circulatedAt
    ? { code: 'circulated', on: dateOfColumn(row.circulatedAt) }
    : { code: 'draft' }
}
