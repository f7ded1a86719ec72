import { municipalYearOf } from '../apologies/substitute-rules.ts'
import { civilDate, toInstant } from '../calendar/civil.ts'
import { committeesWhereClerk, committeesWhereSitting, displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { committeeOfChannel } from '../publications/typed-listeners.ts'
import type { TrackerSettings } from '../tracker/settings.ts'
import { trackerSettingsOf } from '../tracker/settings.ts'
import { allCommittees, type Roles, rolesOf } from './acting.ts'
import { changeFactsOf } from './change-facts.ts'
import { programmeOf } from './entries.ts'
import { dayOf, hasDay } from './rules.ts'
import type { EntryAtHand, ProgrammeMeeting } from './types.ts'

export interface ProgrammeModel {
  readonly committee: { readonly id: string; readonly name: string }
  readonly committees: readonly { readonly id: string; readonly name: string }[]
  readonly roles: Roles
  readonly sections: ProgrammeSections
}

/** What a programme shows, in the order in which it shows it. */
export interface ProgrammeSections {
  /** What is to come, meeting by meeting; a printed day of which no meeting is known is one of its own. */
  readonly days: readonly {
    readonly meeting: ProgrammeMeeting | undefined
    readonly printedDate: string
    readonly entries: readonly EntryAtHand[]
  }[]
  readonly toReschedule: readonly EntryAtHand[]
  readonly toSchedule: readonly EntryAtHand[]
  readonly reviews: readonly EntryAtHand[]
  readonly taken: readonly EntryAtHand[]
  readonly proposals: readonly EntryAtHand[]
  readonly closed: readonly EntryAtHand[]
}

/** The programme of a committee for somebody; `undefined` where there is no committee. */
export async function programmeModel(
  house: House,
  personId: string,
  committeeId: string | undefined,
): Promise<ProgrammeModel | undefined> {
  const committees = await allCommittees(house)
  const committee = committees.find(({ id }) => id === committeeId) ?? committees[0]
  if (!committee) return undefined
  const today = civilDate(house.now(), house.timeZone).toString()
  const roles = await rolesOf(house, committee.id, personId, today)
  const entries = await programmeOf(house, committee.id)
  return { committee, committees, roles, sections: sectionsOf(entries, today, roles, personId) }
}

/** Which committee somebody means who names none: the channel's, one that they clerk, or one on which they sit. */
export async function committeeMeant(
  house: House,
  personId: string,
  channelId: string,
): Promise<string | undefined> {
  const today = civilDate(house.now(), house.timeZone).toString()
  const here = await committeeOfChannel(house, channelId)
  if (here !== undefined) return here
  const [clerked] = await committeesWhereClerk(house, personId)
  if (clerked) return clerked.id
  const [own] = await committeesWhereSitting(house, personId, today, { substitutes: true })
  return own?.id
}

/**
 * Proposals and what was declined are for the committee's members and clerks and for who proposed them; what was taken
 * and what came off, of this municipal year.
 */
export function sectionsOf(
  entries: readonly EntryAtHand[],
  today: string,
  roles: Roles,
  personId: string,
): ProgrammeSections {
  const { from } = municipalYearOf(today)
  const seesAll = roles.isClerk || roles.isMember
  const mine = (entry: EntryAtHand) => seesAll || entry.proposer?.id === personId
  const isRecent = ({ changedOn }: EntryAtHand) => changedOn >= from
  // What was taken without a day, or on one in words only, was taken when somebody said so.
  const takenOn = (entry: EntryAtHand) => (hasDay(entry) ? dayOf(entry) : entry.changedOn)
  const standing = (...wanted: readonly EntryAtHand['standing'][]) =>
    entries.filter((entry) => wanted.includes(entry.standing))
  const days: { meeting: ProgrammeMeeting | undefined; printedDate: string; entries: EntryAtHand[] }[] = []
  for (const entry of standing('scheduled')) {
    const last = days.at(-1)
    const printedDate = entry.meeting ? '' : entry.printedDate
    if (last && last.meeting?.id === entry.meeting?.id && last.printedDate === printedDate)
      last.entries.push(entry)
    else days.push({ meeting: entry.meeting, printedDate, entries: [entry] })
  }
  const open = standing('toSchedule')
  return {
    days,
    toReschedule: standing('toReschedule'),
    toSchedule: open.filter(({ kind }) => kind === 'item'),
    reviews: open.filter(({ kind }) => kind === 'review'),
    taken: standing('taken').filter((entry) => takenOn(entry) >= from),
    proposals: standing('proposed').filter(mine),
    closed: standing('declined', 'withdrawn').filter(mine).filter(isRecent),
  }
}

/** What was done to an entry, for reading. */
export interface ChangeShown {
  readonly on: string
  readonly by: string
  readonly names: readonly string[]
  readonly why: string
  readonly delegated: boolean
}

export interface EntryModel {
  readonly committeeName: string
  readonly entry: EntryAtHand
  readonly roles: Roles
  readonly isProposer: boolean
  readonly history: readonly ChangeShown[]
  /** How the time for deciding was found, while the rule is the one by which it was. */
  readonly settings: TrackerSettings
}

export async function entryModel(
  house: House,
  personId: string,
  entry: EntryAtHand,
): Promise<EntryModel | undefined> {
  const today = civilDate(house.now(), house.timeZone).toString()
  const roles = await rolesOf(house, entry.committeeId, personId, today)
  const isProposer = entry.proposer?.id === personId
  const isOpen = entry.state !== 'proposed' && entry.standing !== 'declined' && entry.standing !== 'withdrawn'
  if (!isOpen && !isProposer && !roles.isClerk && !roles.isMember) return undefined
  const { councilId, db } = house
  const committee = await db.committee.findFirst({ where: { councilId, id: entry.committeeId } })
  return {
    committeeName: committee?.name ?? '',
    entry,
    roles,
    isProposer,
    history: await historyOf(house, entry.id),
    settings: await trackerSettingsOf(house, entry.committeeId),
  }
}

async function historyOf(house: House, entryId: string): Promise<ChangeShown[]> {
  const { councilId, db } = house
  const rows = await db.programmeChange.findMany({
    where: { councilId, entryId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const people = await db.person.findMany({
    where: { councilId, id: { in: rows.map(({ byId }) => byId) } },
    select: { id: true, name: true, title: true },
  })
  return rows.map((row) => {
    const by = people.find(({ id }) => id === row.byId)
    return {
      on: civilDate(toInstant(row.at), house.timeZone).toString(),
      by: by ? displayName(by) : '',
      names: Object.keys(changeFactsOf(row.before)),
      why: row.why,
      delegated: row.delegated,
    }
  })
}
