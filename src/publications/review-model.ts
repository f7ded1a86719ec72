import { Temporal } from 'temporal-polyfill'
import { councilCalendar } from '../committees/council-calendar.ts'
import { type CommitteeFacts, committeesWhereClerk, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type LinesPutDown, startingAgenda } from '../meetings/standing-agenda.ts'
import { toMetadata } from '../slack/metadata.ts'
import { itemsOf } from './item-lines.ts'
import { type Notice, noticeOf } from './notice-rules.ts'
import { closedMarks, emptyReading, type PackReading, storedMarks, storedReading } from './pack-reading.ts'
import type { ReviewModel } from './review-view.ts'
import { compareMembership, sameCommittee } from './rules.ts'
import { mayBeShared } from './share-rules.ts'
import type { ItemLine, LocalMoment } from './types.ts'

/** Stands for a pack that the clerk types without a file. */
export const TYPED = 'typed'

/** The state of a pack that the clerk asked to see. */
export type PackForReview =
  | { readonly state: 'open'; readonly model: ReviewModel }
  /** It adds to papers that are published, and has a form of its own. */
  | { readonly state: 'supplement' }
  | { readonly state: 'reading' | 'published' | 'discarded' | 'gone' }

/**
 * What the review form shows for a pack, with the paper's people held against the committee's seats.
 *
 * @param asAgenda the clerk knows better than the reader, who took it for a supplement
 */
export async function packForReview(
  house: House,
  packId: string,
  clerkId: string,
  { asAgenda = false } = {},
): Promise<PackForReview> {
  const pack = await house.db.pack.findFirst({ where: { councilId: house.councilId, id: packId } })
  if (!pack) return { state: 'gone' }
  if (pack.state !== 'draft' && pack.state !== 'unreadable') return { state: pack.state }
  const reading = storedReading(pack.reading)
  if (reading.kind === 'supplement' && !asAgenda) return { state: 'supplement' }
  const marks = storedMarks(pack.restrictedMarks)
  const committees = await committeesWhereClerk(house, clerkId)
  const committee =
    committees.find((it) => sameCommittee(it.name, reading.committee ?? '')) ?? only(committees, reading)
  return {
    state: 'open',
    model: {
      ...formOf(reading, committees, committee),
      metadata: toMetadata({ id: pack.id, version: pack.version }),
      mark: pack.id.slice(-8),
      source:
        pack.state === 'draft'
          ? { kind: 'read', name: pack.fileName, pages: reading.pages }
          : { kind: 'unreadable', problem: pack.readingProblem ?? '' },
      membership: committee ? await membershipOn(house, committee, reading) : undefined,
      marks,
      mayShareFile: mayBeShared({
        ...pack,
        closedMarks: closedMarks(marks).length,
        // Which are closed the clerk says on this form: publishing looks at those.
        closedItems: 0,
      }),
      publicAddress: pack.publicAddress ?? '',
      ...(await openingNow(house, reading.date)),
    },
  }
}

/**
 * The form for a clerk who types everything, started with what is known already: the committee's standing
 * items, its work programme and the reports that were asked for, and the next meeting without papers.
 *
 * @param chosen the committee, where the clerk has chosen it or typed the command in its channel
 */
export async function typedForReview(
  house: House,
  clerkId: string,
  chosen?: string,
  linesPutDown?: LinesPutDown,
): Promise<ReviewModel> {
  const committees = await committeesWhereClerk(house, clerkId)
  const committee = committees.find(({ id }) => id === chosen) ?? only(committees, emptyReading)
  const start = committee ? await startingAgenda(house, committee.id, linesPutDown) : undefined
  const meeting = start?.meeting
  return {
    ...formOf(emptyReading, committees, committee),
    ...(meeting ? { date: meeting.date, time: meeting.startTime, venue: meeting.venue } : {}),
    items: (start?.lines ?? []).map(({ title, lead }, index) => ({
      number: String(index + 1),
      title,
      ...(lead === '' ? {} : { lead }),
    })),
    metadata: toMetadata({ id: TYPED, version: 0 }),
    // Chosen anew, the fields are new: Slack would keep what stood in them.
    mark: chosen === undefined ? TYPED : `${TYPED}-${chosen.slice(-8)}`,
    source: { kind: 'typed' },
    membership: undefined,
    marks: [],
    mayShareFile: false,
    publicAddress: '',
    ...(await openingNow(house, meeting?.date)),
  }
}

/** Papers are mostly opened when they are published; and what the notice would then be. */
async function openingNow(
  house: House,
  meetingDate: string | undefined,
): Promise<{ opened: LocalMoment; notice: Notice | undefined }> {
  const now = house.now().toZonedDateTimeISO(house.timeZone)
  const opened = {
    date: now.toPlainDate().toString(),
    time: now.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
  if (meetingDate === undefined) return { opened, notice: undefined }
  const { notice: rule, holidays, closures } = await councilCalendar(house)
  const meeting = Temporal.PlainDate.from(meetingDate)
  return {
    opened,
    notice: noticeOf(now.toPlainDate(), { meeting, convenedOn: undefined, rule, holidays, closures }),
  }
}

/** A clerk of one committee need not choose it, unless the paper names another. */
function only(committees: readonly CommitteeFacts[], reading: PackReading): CommitteeFacts | undefined {
  return committees.length === 1 && reading.committee === undefined ? committees[0] : undefined
}

function formOf(
  reading: PackReading,
  committees: readonly CommitteeFacts[],
  committee: CommitteeFacts | undefined,
) {
  return {
    committees: committees.map((it) => ({ value: it.id, text: it.name })),
    committeeId: committee?.id,
    unknownCommittee: committee ? undefined : reading.committee,
    date: reading.date,
    time: reading.time,
    venue: reading.venue ?? '',
    items: reading.items.map(itemOfReading),
    chair: reading.chair ?? '',
    viceChair: reading.viceChair ?? '',
    members: reading.members,
    alsoHolds: [...new Set(reading.also)],
    where: reading.where,
    doubts: reading.doubts,
  }
}

/** "7-28" → from and to; anything else that a paper prints as pages is left for the clerk to type. */
export function itemOfReading(item: PackReading['items'][number]): ItemLine {
  const pages = itemsOf(`x (pages ${item.pages ?? ''})`).items[0]
  return {
    number: item.number,
    title: item.title,
    ...(pages?.pageFrom === undefined ? {} : { pageFrom: pages.pageFrom }),
    ...(pages?.pageTo === undefined ? {} : { pageTo: pages.pageTo }),
    ...(item.exempt && !item.part ? { closed: true as const } : {}),
  }
}

async function membershipOn(house: House, committee: CommitteeFacts, reading: PackReading) {
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const seats = await membersOn(house.db, house.councilId, committee.id, reading.date ?? today)
  return compareMembership(
    reading.members,
    seats.map((seat) => seat.person.name),
  )
}
