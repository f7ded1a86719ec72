import type { Temporal } from 'temporal-polyfill'
import { civilDate, toInstant } from '../calendar/civil.ts'
import type { Nation } from '../calendar/nations.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { CouncilRows } from '../committees/people.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import type { ClosedAs, Exclusion } from './exclusion-rules.ts'

/** An item of an agenda, open or closed, as everybody may be told of it. */
export interface ItemAtHand {
  readonly id: string
  readonly number: string
  /** Empty where it is closed. */
  readonly title: string
  readonly access: 'public' | 'exempt' | 'confidential'
  readonly exclusion: Exclusion
  readonly nation: Nation
  readonly meeting: MeetingAtHand
}

/** A paper from which the public is excluded, with the item that it is for. */
export interface RestrictedPaperAtHand {
  readonly id: string
  readonly item: ItemAtHand
  readonly closed: ClosedAs
  readonly exclusion: Exclusion
  /** For the entitled alone: it never goes anywhere else. */
  readonly address: string
  readonly announcedById: string
  readonly announcedAt: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | undefined
}

export async function itemAtHand(rows: CouncilRows, itemId: string): Promise<ItemAtHand | undefined> {
  const item = await rows.db.agendaItem.findFirst({
    where: { councilId: rows.councilId, id: itemId, withdrawnAt: null },
  })
  const meeting = item && (await meetingAtHand(rows, item.meetingId))
  if (!item || !meeting) return undefined
  return itemFrom(item, meeting, (await councilCalendar(rows)).nation)
}

export async function paperAtHand(
  rows: CouncilRows,
  paperId: string,
): Promise<RestrictedPaperAtHand | undefined> {
  const row = await rows.db.restrictedPaper.findFirst({
    where: { councilId: rows.councilId, id: paperId },
    include: { item: true },
  })
  const meeting = row && (await meetingAtHand(rows, row.item.meetingId))
  if (!row || !meeting) return undefined
  return paperFrom(row, itemFrom(row.item, meeting, (await councilCalendar(rows)).nation))
}

interface ItemRow extends StoredExclusion {
  readonly id: string
  readonly number: string
  readonly title: string
}

interface StoredExclusion {
  readonly access: 'public' | 'exempt' | 'confidential'
  readonly paragraphs: readonly string[]
  readonly publicInterest: string
  readonly confidentialBasis: string
}

export function itemFrom(row: ItemRow, meeting: MeetingAtHand, nation: Nation): ItemAtHand {
  return {
    id: row.id,
    number: row.number,
    title: row.access === 'public' ? row.title : '',
    access: row.access,
    exclusion: exclusionFrom(row),
    nation,
    meeting,
  }
}

export function paperFrom(
  row: StoredExclusion & {
    readonly id: string
    readonly address: string
    readonly announcedById: string
    readonly announcedAt: Date
    readonly withdrawnAt: Date | null
  },
  item: ItemAtHand,
): RestrictedPaperAtHand {
  const exclusion = exclusionFrom(row)
  return {
    id: row.id,
    item,
    closed: { nation: item.nation, access: exclusion.access, paragraphs: exclusion.paragraphs },
    exclusion,
    address: row.address,
    announcedById: row.announcedById,
    announcedAt: toInstant(row.announcedAt),
    withdrawnAt: row.withdrawnAt ? toInstant(row.withdrawnAt) : undefined,
  }
}

function exclusionFrom({
  access,
  paragraphs,
  publicInterest,
  confidentialBasis,
}: StoredExclusion): Exclusion {
  return {
    access: access === 'confidential' ? 'confidential' : 'exempt',
    paragraphs,
    publicInterest,
    confidentialBasis,
  }
}

/** The civil day by which somebody sits on the committee or does not. */
export function dayAt(now: Temporal.Instant, meeting: Pick<MeetingAtHand, 'timeZone'>): string {
  return civilDate(now, meeting.timeZone).toString()
}
