import { civilDate, dateOfColumn } from '../calendar/civil.ts'
import { type CouncilRows, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { trackerListWords } from './list-words.en.ts'
import { lookView, rowDeskView } from './row-views.ts'
import { rowWords as say } from './row-words.en.ts'
import { trackedRow, trackedRows } from './rows.ts'
import type { TrackedRow } from './types.ts'

/** A row for a clerk of its committee, or why not. */
export async function clerksRow(
  { house, personId }: Visitor,
  rowId: string,
): Promise<{ readonly row: TrackedRow } | { readonly why: Mrkdwn }> {
  const row = await trackedRow(house, rowId)
  if (!row) return { why: say.refusals.gone() }
  const may = await isClerk(house, row.committeeId, personId)
  return may ? { row } : { why: say.refusals.notAClerk() }
}

/** A row with everything that its clerk does about it, after something was done. */
export async function deskShown(visitor: Visitor, rowId: string, first?: Mrkdwn): Promise<Shown> {
  const found = await clerksRow(visitor, rowId)
  if ('why' in found) return found
  const { house } = visitor
  const { councilId, db } = house
  const { row } = found
  const committee = await db.committee.findFirst({ where: { councilId, id: row.committeeId } })
  const clocks = await db.trackerClock.findMany({
    where: { councilId, rowId, struckAt: null },
    orderBy: { at: 'asc' },
  })
  return {
    view: rowDeskView(
      {
        row,
        committee: committee?.name ?? '',
        today: todayOf(house),
        first,
        clocks: clocks.map(({ id, kind, startedOn, startedBy, dueOn, rule }) => ({
          id,
          said: trackerListWords.page.clock({
            kind,
            startedOn: dateOfColumn(startedOn),
            startedBy,
            dueOn: dateOfColumn(dueOn),
            rule,
            struckWhy: undefined,
          }),
        })),
      },
      say,
    ),
  }
}

/** The rows of a meeting, for a clerk of its committee. */
export async function lookShown(
  { house, personId }: Visitor,
  meetingId: string,
  page: number,
): Promise<Shown> {
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return { why: say.look.gone() }
  if (!(await isClerk(house, meeting.committeeId, personId))) return { why: say.refusals.notAClerk() }
  const { committeeName: committee, date } = meeting
  const rows = await rowsOfMeeting(house, meetingId)
  return { view: lookView({ meetingId, committee, date, rows, page, today: todayOf(house) }, say) }
}

/** Everything that the tracker holds of a meeting, in the order in which it was resolved and asked. */
export async function rowsOfMeeting(rows: CouncilRows, meetingId: string): Promise<TrackedRow[]> {
  return trackedRows(rows, { meetingId }, { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
}

/** Older ones are looked up by their minutes; the lists of a form offer the latest. */
const MEETINGS_OFFERED = 40

/** The meetings of a committee that were opened, the latest first. */
export async function openedMeetings(
  { councilId, db }: CouncilRows,
  committeeId: string,
): Promise<Pick<MeetingAtHand, 'id' | 'date'>[]> {
  const meetings = await db.meeting.findMany({
    where: { councilId, committeeId, sittings: { some: { councilId } } },
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
    take: MEETINGS_OFFERED,
    select: { id: true, date: true },
  })
  return meetings.map(({ id, date }) => ({ id, date: dateOfColumn(date) }))
}

/** The civil date in the council's zone. */
export function todayOf(house: House): string {
  return civilDate(house.now(), house.timeZone).toString()
}
