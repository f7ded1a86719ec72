import { Temporal } from 'temporal-polyfill'
import { civilDate, toInstant } from '../calendar/civil.ts'
import type { Nation } from '../calendar/nations.ts'
import { councilCalendar, plainDateOf } from '../committees/council-calendar.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { type ClosedAs, closedAs } from './exclusion-rules.ts'
import { type Lateness, latenessOf, type MeetingNotice, type Notice, noticeByDay } from './notice-rules.ts'
import { type PaperInForce, papersInForce, type ReportAtHand } from './paper-rules.ts'

/** An item as it stands now, whatever pack or supplement brought it. One that is closed to the public has no title. */
export interface AgendaEntry {
  readonly itemId: string
  readonly number: string
  readonly title: string
  /** As the agenda prints them; what supplements brought is in `papers`. */
  readonly pageFrom: number | undefined
  readonly pageTo: number | undefined
  readonly lead: string
  readonly access: 'public' | 'exempt' | 'confidential'
  /** Paragraphs of Schedule 12A. */
  readonly paragraphs: readonly string[]
  /** As what the public is excluded from it; absent where it is open. */
  readonly closed: ClosedAs | undefined
  readonly lateness: Lateness
  /** Its report was not ready when the agenda was opened, and is not there yet. */
  readonly toFollow: boolean
  /** Every paper that it ever had and that was not withdrawn. */
  readonly reports: readonly EntryReport[]
  /** Those of them that count now: what was replaced is left out. */
  readonly papers: readonly PaperInForce<EntryReport>[]
}

export interface EntryReport extends ReportAtHand {
  /** What the supplement that brought it calls itself. */
  readonly printedNo: number | undefined
  readonly openedOn: Temporal.PlainDate
  /** Empty where it stands in the pack alone. */
  readonly address: string
}

export interface PublishedAgenda {
  /** Of the agenda pack; absent while nothing is published. */
  readonly publicationId: string | undefined
  readonly entries: readonly AgendaEntry[]
  /** Of the agenda pack; absent while nothing is published. */
  readonly notice: Notice | undefined
  readonly openedOn: Temporal.PlainDate | undefined
  readonly publishedAt: Temporal.Instant | undefined
  /** Where the public reads the agenda pack; empty when it is not online. */
  readonly publicAddress: string
  /** Of the agenda pack: what was corrected last. */
  readonly corrected:
    | { readonly items: readonly string[]; readonly address: boolean; readonly at: Temporal.Instant }
    | undefined
  /** What came after it and stands, in the order of publishing. */
  readonly supplements: readonly PublishedSupplement[]
}

export interface PublishedSupplement {
  readonly publicationId: string
  /** Ours, from 1. */
  readonly number: number
  readonly printedNo: number | undefined
  readonly publishedAt: Temporal.Instant
  readonly openedOn: Temporal.PlainDate
  readonly publicAddress: string
}

/** What the law of notice needs to know of a meeting. */
export async function meetingNotice(
  rows: CouncilRows,
  meeting: MeetingAtHand,
): Promise<MeetingNotice & { readonly nation: Nation }> {
  const { nation, notice: rule, holidays, closures } = await councilCalendar(rows)
  const date = (text: string) => Temporal.PlainDate.from(text)
  return {
    nation,
    meeting: date(meeting.date),
    convenedOn: meeting.convenedOn === undefined ? undefined : date(meeting.convenedOn),
    rule,
    holidays,
    closures,
  }
}

/** The agenda of a meeting as it stands: what was withdrawn is left out, and what is late is said. */
export async function publishedAgenda(rows: CouncilRows, meeting: MeetingAtHand): Promise<PublishedAgenda> {
  const where = { councilId: rows.councilId, meetingId: meeting.id }
  const [first, ...supplements] = await publicationsOf(rows, meeting.id)
  const items = await rows.db.agendaItem.findMany({
    where: { ...where, withdrawnAt: null },
    include: {
      reports: {
        where: { publication: { withdrawnAt: null } },
        include: { publication: { select: { number: true, printedNo: true, ownPages: true } } },
        orderBy: [{ openedOn: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: { position: 'asc' },
  })
  const law = await meetingNotice(rows, meeting)
  const notice = noticeByDay(law)
  const openedOn = first ? civilDate(toInstant(first.openedAt), meeting.timeZone) : undefined
  return {
    entries: items.map((item) => {
      const listedOn = item.openedOn ? plainDateOf(item.openedOn) : openedOn
      const reports = item.reports.map((report) => ({
        publicationNumber: report.publication.number,
        printedNo: report.publication.printedNo ?? undefined,
        ownPages: report.publication.ownPages,
        effect: report.effect,
        pageFrom: report.pageFrom ?? undefined,
        pageTo: report.pageTo ?? undefined,
        openedOn: plainDateOf(report.openedOn),
        address: report.address,
      }))
      return {
        itemId: item.id,
        number: item.number,
        title: item.title,
        pageFrom: item.pageFrom ?? undefined,
        pageTo: item.pageTo ?? undefined,
        lead: item.lead,
        access: item.access,
        paragraphs: item.paragraphs,
        closed: closedAs(item, law.nation),
        lateness: listedOn
          ? latenessOf({ listedOn, reportsOpenedOn: reports.map((report) => report.openedOn) }, notice)
          : 'none',
        toFollow: item.toFollow && !reports.some((report) => report.effect === 'fulfils'),
        reports,
        papers: papersInForce(reports),
      }
    }),
    publicationId: first?.id,
    notice: openedOn && notice(openedOn),
    openedOn,
    publishedAt: first ? toInstant(first.publishedAt) : undefined,
    publicAddress: first?.pack.publicAddress ?? '',
    corrected: first?.correctedAt
      ? { items: first.correctedItems, address: first.correctedAddress, at: toInstant(first.correctedAt) }
      : undefined,
    supplements: supplements.map((one) => ({
      publicationId: one.id,
      number: one.number,
      printedNo: one.printedNo ?? undefined,
      publishedAt: toInstant(one.publishedAt),
      openedOn: civilDate(toInstant(one.openedAt), meeting.timeZone),
      publicAddress: one.pack.publicAddress ?? '',
    })),
  }
}

/** The agenda pack first; it is never withdrawn. */
async function publicationsOf(rows: CouncilRows, meetingId: string) {
  return rows.db.publication.findMany({
    where: { councilId: rows.councilId, meetingId, withdrawnAt: null },
    include: { pack: { select: { publicAddress: true } } },
    orderBy: { number: 'asc' },
  })
}
