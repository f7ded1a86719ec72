import type { Temporal } from 'temporal-polyfill'
import { civilDate, toInstant } from '../calendar/civil.ts'
import { plainDateOf } from '../committees/council-calendar.ts'
import { type CouncilRows, displayName, personById } from '../committees/people.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { type ClosedAs, closedAs } from './exclusion-rules.ts'
import { type Lateness, noticeByDay } from './notice-rules.ts'
import { type PageRange, pagesOf, papersInForce, replacedBy } from './paper-rules.ts'
import { meetingNotice } from './published-agenda.ts'
import type { NamedItem } from './supplement-rules.ts'
import type { SupplementEffect } from './types.ts'

/** One thing that a supplement changed. */
export interface SupplementChange extends NamedItem {
  readonly open: boolean
  /** As what it is closed. */
  readonly closed?: ClosedAs | undefined
  readonly effect: SupplementEffect
  readonly pages: PageRange | undefined
  /** Pages that it takes the place of; empty where it replaces what had no pages. */
  readonly replaced: readonly PageRange[]
  /** Of a new item, whose own report is still to come. */
  readonly toFollow: boolean
  readonly lateness: Lateness
}

/** A supplement, as people are told of it. */
export interface SupplementNews {
  readonly publicationId: string
  readonly meeting: MeetingAtHand
  readonly number: number
  readonly printedNo: number | undefined
  readonly ownPages: boolean
  readonly changes: readonly SupplementChange[]
  readonly openedAt: Temporal.Instant
  readonly onlineAt: Temporal.Instant | undefined
  readonly publicAddress: string
  readonly publishedAt: Temporal.Instant
  readonly publishedBy: string
  readonly withdrawn: { readonly at: Temporal.Instant; readonly by: string } | undefined
}

/** @param which by its id, or by its place among the publications of a meeting */
export async function supplementNews(
  rows: CouncilRows,
  which: { readonly publicationId: string } | { readonly meetingId: string; readonly number: number },
): Promise<SupplementNews | undefined> {
  const { councilId, db } = rows
  const publication = await db.publication.findFirst({
    where: {
      councilId,
      ...('publicationId' in which ? { id: which.publicationId, number: { gt: 0 } } : which),
    },
    include: { pack: { select: { publicAddress: true } } },
  })
  const meeting = publication && (await meetingAtHand(rows, publication.meetingId))
  if (!publication || !meeting) return undefined
  const name = async (id: string | null) => {
    const person = id === null ? undefined : await personById(rows, id)
    return person ? displayName(person) : ''
  }
  return {
    publicationId: publication.id,
    meeting,
    number: publication.number,
    printedNo: publication.printedNo ?? undefined,
    ownPages: publication.ownPages,
    changes: await changesOf(rows, meeting, publication),
    openedAt: toInstant(publication.openedAt),
    onlineAt: publication.onlineAt ? toInstant(publication.onlineAt) : undefined,
    publicAddress: publication.pack.publicAddress ?? '',
    publishedAt: toInstant(publication.publishedAt),
    publishedBy: await name(publication.publishedById),
    withdrawn: publication.withdrawnAt
      ? { at: toInstant(publication.withdrawnAt), by: await name(publication.withdrawnById) }
      : undefined,
  }
}

async function changesOf(
  rows: CouncilRows,
  meeting: MeetingAtHand,
  publication: { readonly id: string; readonly packId: string; readonly number: number; openedAt: Date },
): Promise<SupplementChange[]> {
  const { councilId, db } = rows
  const carried = await db.agendaItem.findMany({
    where: { councilId, packItems: { some: { councilId, packId: publication.packId } } },
    include: {
      reports: { include: { publication: { select: { number: true, ownPages: true, withdrawnAt: true } } } },
      packItems: { include: { pack: { include: { publications: { select: { number: true } } } } } },
    },
    orderBy: { position: 'asc' },
  })
  const law = await meetingNotice(rows, meeting)
  const notice = noticeByDay(law)
  const openedOn = civilDate(toInstant(publication.openedAt), meeting.timeZone)
  const isLate = notice(openedOn).state === 'late'
  return carried.map((item) => {
    const reports = item.reports.map((report) => ({
      publicationNumber: report.publication.number,
      ownPages: report.publication.ownPages,
      isWithdrawn: report.publication.withdrawnAt !== null,
      effect: report.effect,
      pageFrom: report.pageFrom ?? undefined,
      pageTo: report.pageTo ?? undefined,
    }))
    const own = reports.find((report) => report.publicationNumber === publication.number)
    const earlier = reports.filter(
      (report) => report.publicationNumber < publication.number && !report.isWithdrawn,
    )
    const firstListed = Math.min(
      ...item.packItems.flatMap(({ pack }) => pack.publications.map(({ number }) => number)),
    )
    const isNew = firstListed === publication.number
    const listedOn = item.openedOn ? plainDateOf(item.openedOn) : openedOn
    const itemIsLate = notice(listedOn).state === 'late'
    return {
      number: item.number,
      title: item.access === 'public' ? item.title : '',
      open: item.access === 'public',
      closed: closedAs(item, law.nation),
      effect: isNew ? 'new' : effectOf(own?.effect),
      pages: own && pagesOf(own),
      replaced:
        own?.effect === 'replaces'
          ? replacedBy(own, papersInForce(earlier)).flatMap(({ pages }) => pages ?? [])
          : [],
      toFollow: isNew && own === undefined && item.toFollow,
      lateness: isNew && itemIsLate ? 'item-late' : isLate && own ? 'report-late' : 'none',
    }
  })
}

function effectOf(stored: 'original' | 'adds' | 'replaces' | 'fulfils' | undefined): SupplementEffect {
  return stored === undefined || stored === 'original' ? 'adds' : stored
}
