import { committeesWhereClerk, displayName, membersOn, personBySlackUser } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { comingMeetings, type MeetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { SaidMember } from './read-command.ts'

/**
 * - `not-a-clerk`: is a clerk of no committee
 * - `no-such-member`: nobody of that name sits on those committees
 * - `several`: the name fits more than one; give the whole name
 */
export type FindRefusal =
  | { readonly code: 'not-a-clerk' }
  | { readonly code: 'no-such-member'; readonly said: string }
  | { readonly code: 'several'; readonly said: string; readonly names: readonly string[] }

export interface FoundMember {
  readonly id: string
  readonly name: string
  /** Their coming meetings, of the committees that the clerk serves, soonest first. */
  readonly meetings: readonly MeetingAtHand[]
}

/** The member whom a clerk means, by mention or by name, among those of the clerk's own committees. */
export async function findMember(
  house: House,
  clerkId: string,
  said: SaidMember,
): Promise<Outcome<FoundMember, FindRefusal>> {
  const committees = await committeesWhereClerk(house, clerkId)
  if (committees.length === 0) return refused({ code: 'not-a-clerk' })
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const ids = committees.map(({ id }) => id)
  const meetings = (await comingMeetings(house, ids, house.now())).filter(
    ({ state }) => state === 'scheduled',
  )
  const days = [
    ...ids.map((committeeId) => ({ committeeId, date: today, meeting: undefined })),
    ...meetings.map((meeting) => ({ committeeId: meeting.committeeId, date: meeting.date, meeting })),
  ]
  const found = new Map<string, { name: string; meetings: MeetingAtHand[] }>()
  for (const { committeeId, date, meeting } of days) {
    const members = await membersOn(house.db, house.councilId, committeeId, date, { substitutes: true })
    for (const { person } of members) {
      const entry = found.get(person.id) ?? { name: displayName(person), meetings: [] }
      if (meeting) entry.meetings.push(meeting)
      found.set(person.id, entry)
    }
  }
  const person =
    'slackUserId' in said ? await personBySlackUser(house.db, house.councilId, said.slackUserId) : undefined
  const fits = [...found].filter(([id, { name }]) =>
    'name' in said ? isMeant(said.name, name) : id === person?.id,
  )
  const exact = 'name' in said ? fits.filter(([, { name }]) => sameName(said.name, name)) : fits
  const [one, ...others] = exact.length === 1 ? exact : fits
  const words = 'name' in said ? said.name : person ? displayName(person) : said.slackUserId
  if (!one) return refused({ code: 'no-such-member', said: words })
  if (others.length > 0)
    return refused({ code: 'several', said: words, names: [one, ...others].map(([, { name }]) => name) })
  return done({ id: one[0], ...one[1] })
}

/** "Cllr Ward" is Councillor Jo Ward: each word begins a word of the name. */
function isMeant(said: string, name: string): boolean {
  const parts = wordsOf(name)
  const wanted = wordsOf(said).map((word) => (word === 'cllr' ? 'councillor' : word))
  return wanted.length > 0 && wanted.every((word) => parts.some((part) => part.startsWith(word)))
}

function sameName(said: string, name: string): boolean {
  const wanted = wordsOf(said).join(' ')
  return wordsOf(name).join(' ').endsWith(wanted)
}

/** Without accents, hyphens and dots, which nobody types. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
