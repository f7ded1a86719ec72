import { civilDate } from '../calendar/civil.ts'
import { clerksToAsk } from '../committees/clerks-to-ask.ts'
import { committeesWhereClerk, committeesWhereSitting, displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { overdueUnder } from '../tracker/own-rows.ts'
import type { HomeModel } from './home-model.ts'
import type { HomePages } from './home-tabs.ts'
import { type Health, loadAdmin } from './load-admin.ts'
import { loadChair } from './load-chair.ts'
import { loadClerk } from './load-clerk.ts'
import { loadMember } from './load-member.ts'
import { loadOfficer } from './load-officer.ts'

/** Pages of lists on a Home, by name. */
export const homeLists = { whole: 'home', meetings: 'meetings' } as const

/** Everything that a person's Home shows: one person may be a clerk, a member and an officer at once. */
export async function loadHome(
  house: House,
  personId: string,
  of: { readonly pages: HomePages; readonly health: Health },
): Promise<HomeModel> {
  const { councilId, db } = house
  const today = civilDate(house.now(), house.timeZone).toString()
  const person = await db.person.findFirstOrThrow({ where: { councilId, id: personId } })
  const clerkOf = await committeesWhereClerk(house, personId)
  const sits = await committeesWhereSitting(house, personId, today, { substitutes: true })
  const parts = {
    clerk: clerkOf.length === 0 ? undefined : await loadClerk(house, clerkOf),
    chair: await loadChair(house, personId),
    member: await loadMember(house, {
      personId,
      wantsFewer: person.wantsFewer,
      sits: sits.length > 0,
      page: of.pages[homeLists.meetings] ?? 0,
    }),
    officer: await loadOfficer(house, personId, await isOfficer(house, personId)),
    head: await headOf(house, personId),
    admin: (await isAdministrator(house, clerkOf.length)) ? await loadAdmin(house, of.health) : undefined,
  }
  const hasNone = Object.values(parts).every((part) => part === undefined)
  return {
    name: displayName(person),
    mention: `<@${person.slackUserId ?? ''}>`,
    today,
    timeZone: house.timeZone,
    ...parts,
    clerksToAsk: hasNone ? await anyClerks(house, personId, today) : [],
  }
}

async function isOfficer({ councilId, db }: House, personId: string): Promise<boolean> {
  const roles = await db.committeeRole.count({ where: { councilId, personId, duty: 'officer' } })
  return roles > 0 || (await db.serviceLine.count({ where: { councilId, personId } })) > 0
}

async function headOf(house: House, personId: string) {
  const overdue = await overdueUnder(house, personId)
  return overdue.count === 0 ? undefined : overdue
}

/** Whoever clerks every committee of the council looks after the installation too. */
async function isAdministrator({ councilId, db }: House, clerkOf: number): Promise<boolean> {
  return clerkOf > 0 && (await db.committee.count({ where: { councilId } })) === clerkOf
}

/** Enough to turn to. */
const CLERKS_NAMED = 3

async function anyClerks(house: House, personId: string, today: string): Promise<string[]> {
  const theirs = await clerksToAsk(house, personId, today)
  if (theirs.length > 0) return theirs.slice(0, CLERKS_NAMED)
  const clerks = await house.db.committeeRole.findMany({
    where: { councilId: house.councilId, duty: 'clerk' },
    select: { person: { select: { name: true, title: true } } },
    distinct: ['personId'],
    orderBy: { id: 'asc' },
    take: CLERKS_NAMED,
  })
  return clerks.map(({ person }) => displayName(person))
}
