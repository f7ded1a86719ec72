import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/civil.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import type { ItemExcluded } from './exclusion-motion.ts'
import { type ClosedAs, closedAs, type Lacking, lackingOf } from './exclusion-rules.ts'
import { siteOf } from './restricted-address-rules.ts'
import { entitledTo } from './restricted-entitlement.ts'
import {
  type ItemAtHand,
  itemAtHand,
  itemFrom,
  paperAtHand,
  paperFrom,
  type RestrictedPaperAtHand,
} from './restricted-paper.ts'

/** An item in the clerk's overview. */
export interface ItemEntry {
  readonly id: string
  readonly number: string
  /** Empty where it is closed. */
  readonly title: string
  readonly closed: ClosedAs | undefined
  readonly lacking: readonly Lacking[]
  /** Restricted papers that stand. */
  readonly papers: number
}

export interface OverviewModel {
  readonly meeting: MeetingAtHand
  readonly items: readonly ItemEntry[]
}

export interface PaperEntry {
  readonly id: string
  readonly closed: ClosedAs
  readonly announcedBy: string
  readonly announcedAt: Temporal.Instant
  readonly isWithdrawn: boolean
}

export interface ItemModel {
  readonly item: ItemAtHand
  readonly closed: ClosedAs | undefined
  readonly lacking: readonly Lacking[]
  readonly papers: readonly PaperEntry[]
  readonly timeZone: string
}

export interface PaperModel {
  readonly paper: RestrictedPaperAtHand
  /** Where it lies; the address itself goes to the entitled alone. */
  readonly site: string
  readonly members: readonly string[]
  readonly granted: readonly {
    readonly personId: string
    readonly name: string
    readonly grantedBy: string
    readonly grantedAt: Temporal.Instant
  }[]
  readonly withoutSlack: readonly string[]
  readonly timeZone: string
}

/** The items of a meeting, with what is closed and what that still lacks. */
export async function overviewModel(house: House, meetingId: string): Promise<OverviewModel | undefined> {
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return undefined
  const { nation } = await councilCalendar(house)
  const rows = await house.db.agendaItem.findMany({
    where: { councilId: house.councilId, meetingId, withdrawnAt: null },
    include: { restricted: { where: { withdrawnAt: null }, select: { id: true } } },
    orderBy: { position: 'asc' },
  })
  return {
    meeting,
    items: rows.map((row) => {
      const item = itemFrom(row, meeting, nation)
      return {
        ...closing(item),
        id: item.id,
        number: item.number,
        title: item.title,
        papers: row.restricted.length,
      }
    }),
  }
}

/** What the exclusion motion is about. */
export function excludedItems({ items }: OverviewModel): ItemExcluded[] {
  return items.flatMap(({ number, closed }) => (closed ? [{ number, closed }] : []))
}

export async function itemModel(house: House, itemId: string): Promise<ItemModel | undefined> {
  const item = await itemAtHand(house, itemId)
  if (!item) return undefined
  const rows = await house.db.restrictedPaper.findMany({
    where: { councilId: house.councilId, itemId },
    orderBy: { id: 'desc' },
  })
  const papers = rows.map((row) => paperFrom(row, item))
  const names = await namesOf(
    house,
    papers.map((paper) => paper.announcedById),
  )
  return {
    item,
    ...closing(item),
    papers: papers.map(({ id, closed, announcedAt, announcedById, withdrawnAt }) => ({
      id,
      closed,
      announcedAt,
      announcedBy: names.get(announcedById) ?? '',
      isWithdrawn: withdrawnAt !== undefined,
    })),
    timeZone: house.timeZone,
  }
}

export async function paperModel(house: House, paperId: string): Promise<PaperModel | undefined> {
  const paper = await paperAtHand(house, paperId)
  if (!paper) return undefined
  const entitled = await entitledTo(house, paper, house.now())
  const grants = await house.db.restrictedGrant.findMany({
    where: { councilId: house.councilId, paperId, revokedAt: null },
    orderBy: { id: 'asc' },
  })
  const names = await namesOf(
    house,
    grants.flatMap(({ personId, grantedById }) => [personId, grantedById]),
  )
  return {
    paper,
    site: siteOf(paper.address),
    members: entitled.flatMap(({ person, by }) => (by !== 'grant' ? [displayName(person)] : [])),
    granted: grants.map(({ personId, grantedById, grantedAt }) => ({
      personId,
      name: names.get(personId) ?? '',
      grantedBy: names.get(grantedById) ?? '',
      grantedAt: toInstant(grantedAt),
    })),
    withoutSlack: entitled.flatMap(({ person }) =>
      person.slackUserId === undefined ? [displayName(person)] : [],
    ),
    timeZone: house.timeZone,
  }
}

function closing(item: ItemAtHand): Pick<ItemModel, 'closed' | 'lacking'> {
  const closed = closedAs({ access: item.access, paragraphs: item.exclusion.paragraphs }, item.nation)
  return { closed, lacking: closed ? lackingOf(item.exclusion, item.nation) : [] }
}

async function namesOf(house: House, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await house.db.person.findMany({
    where: { councilId: house.councilId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, title: true },
  })
  return new Map(people.map((person) => [person.id, displayName(person)]))
}
