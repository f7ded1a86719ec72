import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { civilDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { comingMeetings, type MeetingAtHand } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import type { Choice } from '../slack/blocks.ts'
import { toMetadata } from '../slack/metadata.ts'
import { type Notice, noticeOf } from './notice-rules.ts'
import { emptyReading, type PackReading, storedMarks, storedReading } from './pack-reading.ts'
import {
  type AgendaEntry,
  meetingNotice,
  type PublishedSupplement,
  publishedAgenda,
} from './published-agenda.ts'
import { itemOfReading, TYPED } from './review-model.ts'
import { sameCommittee } from './rules.ts'
import { proposedLines, supplementLineOf, supplementLines } from './supplement-lines.ts'
import { countsItself, missingPages, settleLines } from './supplement-rules.ts'
import { meetingChoice } from './supplement-submission.ts'
import type { NoMeeting, SupplementModel } from './supplement-view.ts'
import type { SupplementLine } from './types.ts'

/** The state of a pack that the clerk wants to publish as a supplement. */
export type SupplementForReview =
  | { readonly state: 'open'; readonly model: SupplementModel }
  | { readonly state: 'reading' | 'published' | 'discarded' | 'gone' }

export interface SupplementAsked {
  /** A pack's id, or `TYPED`. */
  readonly packId: string
  readonly clerkId: string
  /** What stands in the form already, which the clerk may have corrected. */
  readonly typed?: {
    readonly text?: string
    readonly meetingId?: string
    readonly committeeId?: string
    readonly date?: string
    readonly publicAddress?: string
    readonly printedNo?: number
    readonly ownPages?: boolean
  }
}

/** What the form for a supplement shows: the pack held against the agenda of its meeting as it stands. */
export async function supplementForReview(
  house: House,
  asked: SupplementAsked,
): Promise<SupplementForReview> {
  const pack = await packAsked(house, asked.packId)
  if (pack && pack.state !== 'draft' && pack.state !== 'unreadable') return { state: pack.state }
  if (!pack && asked.packId !== TYPED) return { state: 'gone' }
  const reading = pack ? storedReading(pack.reading) : emptyReading
  const committees = await committeesWhereClerk(house, asked.clerkId)
  const ids = committees.map(({ id }) => id)
  const coming = await comingMeetings(house, ids, house.now())
  const lastOf = await lastPublications(house, coming)
  const offered = coming.filter((it) => it.state === 'scheduled' && lastOf.has(it.id))
  const meant = await meetingMeant(house, coming, reading, asked)
  const chosen = offered.find((it) => it.id === meant.meeting?.id)
  const agenda = chosen ? await publishedAgenda(house, chosen) : undefined
  const now = house.now().toZonedDateTimeISO(house.timeZone)
  return {
    state: 'open',
    model: {
      metadata: toMetadata({ id: pack?.id ?? TYPED, version: pack?.version ?? 0 }),
      mark: newId().slice(-8),
      keptMark: pack?.id.slice(-8) ?? TYPED,
      packId: pack?.id,
      source: !pack
        ? { kind: 'typed' }
        : pack.state === 'draft'
          ? { kind: 'read', name: pack.fileName, pages: reading.pages }
          : { kind: 'unreadable', problem: pack.readingProblem ?? '' },
      meetings: offered.map(
        (it): Choice => ({
          value: meetingChoice(it.id, (lastOf.get(it.id) ?? 0) + 1),
          text: meetingWords.entry(it),
        }),
      ),
      meetingId: chosen?.id,
      noMeeting: chosen ? undefined : whyNone(meant, lastOf, pack !== null),
      printedNo: numberFor(asked.typed?.printedNo ?? reading.supplementNo, agenda?.supplements),
      ...linesFor(reading, agenda?.entries, asked.typed),
      sameFile: await earlierOf(house, pack?.fileSha256 ?? undefined),
      marks: pack ? storedMarks(pack.restrictedMarks) : [],
      publicAddress: asked.typed?.publicAddress ?? pack?.publicAddress ?? '',
      alsoHolds: [...new Set(reading.also)],
      opened: {
        date: now.toPlainDate().toString(),
        time: now.toPlainTime().toString({ smallestUnit: 'minute' }),
      },
      notice: chosen && (await noticeNow(house, chosen)),
      where: reading.where,
      doubts: reading.doubts,
      date: reading.date,
    },
  }
}

async function packAsked(house: House, packId: string) {
  if (packId === TYPED) return null
  return house.db.pack.findFirst({ where: { councilId: house.councilId, id: packId } })
}

/** The number of the last publication of each meeting that has any; a number is never given twice. */
async function lastPublications(
  house: House,
  meetings: readonly MeetingAtHand[],
): Promise<Map<string, number>> {
  const groups = await house.db.publication.groupBy({
    by: ['meetingId'],
    where: { councilId: house.councilId, meetingId: { in: meetings.map(({ id }) => id) } },
    _max: { number: true },
  })
  return new Map(
    groups.flatMap(({ meetingId, _max }) => (_max.number === null ? [] : [[meetingId, _max.number]])),
  )
}

interface Meant {
  readonly committee: string
  readonly date: string | undefined
  readonly meeting: MeetingAtHand | undefined
}

/** The meeting that the clerk has chosen, or else the one that the paper is for, also under the day it was moved from. */
async function meetingMeant(
  house: House,
  coming: readonly MeetingAtHand[],
  reading: PackReading,
  { typed }: SupplementAsked,
): Promise<Meant> {
  const date = typed?.date ?? reading.date
  const committee = reading.committee ?? ''
  const ofCommittee = coming.filter((it) =>
    typed?.committeeId === undefined
      ? committee === '' || sameCommittee(it.committeeName, committee)
      : it.committeeId === typed.committeeId,
  )
  const onDay = ofCommittee.filter((it) => it.date === date)
  const meeting =
    typed?.meetingId === undefined
      ? // A meeting that takes place goes before one of the same day that does not.
        (onDay.find((it) => it.state === 'scheduled') ??
        onDay[0] ??
        (await movedFrom(house, ofCommittee, date)))
      : coming.find((it) => it.id === typed.meetingId)
  return { committee, date, meeting }
}

async function movedFrom(
  house: House,
  meetings: readonly MeetingAtHand[],
  date: string | undefined,
): Promise<MeetingAtHand | undefined> {
  if (date === undefined) return undefined
  const change = await house.db.meetingChange.findFirst({
    where: {
      councilId: house.councilId,
      meetingId: { in: meetings.map(({ id }) => id) },
      before: { path: ['date'], equals: date },
    },
    orderBy: { at: 'desc' },
    select: { meetingId: true },
  })
  return meetings.find(({ id }) => id === change?.meetingId)
}

function whyNone(
  { committee, date, meeting }: Meant,
  lastOf: ReadonlyMap<string, number>,
  isRead: boolean,
): NoMeeting | undefined {
  const named = meeting && meetingWords.meeting(meeting)
  if (meeting && named !== undefined && meeting.state !== 'scheduled')
    return { code: meeting.state, meeting: named }
  if (meeting && named !== undefined && !lastOf.has(meeting.id))
    return { code: 'not-published', meeting: named }
  return isRead ? { code: 'not-found', committee, date } : undefined
}

/** The number that the paper prints, or else the next that no other is known by. */
function numberFor(
  printed: number | undefined,
  supplements: readonly PublishedSupplement[] | undefined,
): number | undefined {
  if (!supplements) return printed
  const known = supplements.map(({ printedNo, number }) => printedNo ?? number)
  return printed !== undefined && !known.includes(printed) ? printed : Math.max(0, ...known) + 1
}

/** The lines as they are proposed, and what a person should look at before publishing. */
function linesFor(
  reading: PackReading,
  entries: readonly AgendaEntry[] | undefined,
  { text, ownPages: ticked = false }: NonNullable<SupplementAsked['typed']> = {},
) {
  const given = text === undefined ? undefined : supplementLines(text)
  // What cannot be read is left as it was typed, for the form to say what is wrong with it.
  if (text !== undefined && given && given.problems.length > 0)
    return { ...nothingToSay, ownPages: ticked, lines: text.split('\n') }
  const items = given?.read.map(({ item }) => item) ?? reading.items.map(itemOfReading)
  if (!entries)
    return { ...nothingToSay, lines: items.map((item) => supplementLineOf({ effect: 'adds', ...item })) }
  const proposed = proposedLines(items, entries)
  const chosen = new Map(
    (given?.read ?? []).flatMap(({ item }) => (item.effect === 'adds' ? [] : [[item.number, item]])),
  )
  // What the clerk has said about a line stays said.
  const lines = proposed.lines.map((line): SupplementLine => ({ ...line, ...chosen.get(line.number) }))
  const ownPages = ticked || countsItself(entries, lines)
  const settled = settleLines(lines, entries, ownPages)
  return {
    lines: lines.map(supplementLineOf),
    differing: proposed.differing,
    ownPages,
    refusal: settled.ok ? undefined : settled.refusal,
    missing: ownPages ? [] : missingPages(entries, lines),
  }
}

const nothingToSay = { differing: [], ownPages: false, refusal: undefined, missing: [] } as const

/** The same file was published before. */
async function earlierOf(house: House, sha256: string | undefined): Promise<SupplementModel['sameFile']> {
  if (sha256 === undefined) return undefined
  const publication = await house.db.publication.findFirst({
    where: {
      councilId: house.councilId,
      withdrawnAt: null,
      pack: { councilId: house.councilId, fileSha256: sha256 },
    },
    include: { meeting: { include: { committee: true } } },
  })
  if (!publication) return undefined
  const { meeting, number, printedNo } = publication
  const named = meetingWords.meeting({
    committeeName: meeting.committee.name,
    date: meeting.date.toISOString().slice(0, 10),
    startTime: meeting.startTime,
  })
  return { meeting: named, number, printedNo: printedNo ?? undefined }
}

async function noticeNow(house: House, meeting: MeetingAtHand): Promise<Notice> {
  const today = civilDate(house.now(), meeting.timeZone)
  return noticeOf(Temporal.PlainDate.from(today), await meetingNotice(house, meeting))
}
