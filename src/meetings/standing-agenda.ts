import { toDate } from '../calendar/civil.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { byReport, dutiesOf } from './duty-rows.ts'
import { type MeetingAtHand, meetingAtHand } from './meeting.ts'

/** A line with which an agenda starts. */
export interface StartingLine {
  readonly title: string
  /** Empty where nobody is named. */
  readonly lead: string
}

/** What is known of a committee's next agenda before anybody types it. */
export interface StartingAgenda {
  /** The next meeting of which no papers are out. */
  readonly meeting: MeetingAtHand | undefined
  /** The standing items, what the work programme has put down, then the reports that were asked for. */
  readonly lines: readonly StartingLine[]
}

/** What a later room has put down for a meeting: the work programme stands below this one. */
export type LinesPutDown = (house: House, committeeId: string, meetingId: string) => Promise<StartingLine[]>

const nothingPutDown: LinesPutDown = async () => []

/**
 * Start a committee's agenda from its standing items, from what the work programme has put down for the meeting and
 * from the reports that were asked for. A report on what stands in the programme is the same item.
 */
export async function startingAgenda(
  house: House,
  committeeId: string,
  linesPutDown: LinesPutDown = nothingPutDown,
): Promise<StartingAgenda> {
  const meeting = await nextWithoutPapers(house, committeeId)
  const standing = (await standingItems(house, committeeId)).map((title) => ({ title, lead: '' }))
  const reports = meeting ? await reportsAsked(house, meeting.id) : []
  const known = new Set([...standing, ...reports].map(({ title }) => title.toLowerCase()))
  const putDown = meeting ? await linesPutDown(house, committeeId, meeting.id) : []
  return {
    meeting,
    lines: [...standing, ...putDown.filter(({ title }) => !known.has(title.toLowerCase())), ...reports],
  }
}

/** The titles with which every agenda of the committee begins, in their order. */
export async function standingItems(rows: CouncilRows, committeeId: string): Promise<string[]> {
  const items = await rows.db.standingItem.findMany({
    where: { councilId: rows.councilId, committeeId },
    orderBy: { position: 'asc' },
  })
  return items.map((item) => item.title)
}

async function reportsAsked(rows: CouncilRows, meetingId: string): Promise<StartingLine[]> {
  const reports = byReport(await dutiesOf(rows, [meetingId]))
  return reports.flatMap(({ title, duties }) => {
    const author = duties.find(({ step }) => step !== 'clearance') ?? duties[0]
    // The Chair's briefing is no item.
    return title === '' || !author ? [] : [{ title, lead: displayName(author.person) }]
  })
}

async function nextWithoutPapers(house: House, committeeId: string): Promise<MeetingAtHand | undefined> {
  const row = await house.db.meeting.findFirst({
    where: {
      councilId: house.councilId,
      committeeId,
      state: 'scheduled',
      endsAt: { gt: toDate(house.now()) },
      publications: { none: {} },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return row ? meetingAtHand(house, row.id) : undefined
}
