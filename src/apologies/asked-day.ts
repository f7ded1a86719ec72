import { toDate } from '../calendar/civil.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'

/**
 * What somebody answers to: a meeting on a day. A message or form that was made before the meeting was moved
 * asked about another day, and must not be taken for an answer to the new one.
 */
export interface AskedDay {
  readonly meetingId: string
  /** ISO civil date; absent in messages of before the day was kept. */
  readonly day: string | undefined
}

/** As a button carries it. */
export function askedValue(meetingId: string, day: string): string {
  return `${meetingId}/${day}`
}

export function askedOf(value: string): AskedDay {
  const [meetingId = '', day] = value.split('/')
  return { meetingId, day }
}

/**
 * Answers that count: those given since everybody was asked, which is anew for each day that the meeting is
 * put off to. An empty condition where it never was.
 */
export function sinceAsked({ answersSince }: Pick<MeetingAtHand, 'answersSince'>): { gte?: Date } {
  return answersSince ? { gte: toDate(answersSince) } : {}
}
