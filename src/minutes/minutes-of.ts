import type { Temporal } from 'temporal-polyfill'
import { answersOf } from '../apologies/answers.ts'
import { toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import { type Business, type SittingAtHand, sittingAtHand } from '../sitting/at-hand.ts'
import { closedAtMeeting } from '../tracker/closed-at-meeting.ts'
import { resolutionsOfMeeting } from '../votes/resolutions-of-meeting.ts'
import { motionsOfMeeting, votesOfMeeting } from '../votes/votes-of-meeting.ts'
import { attendanceOfSitting, localTime } from './attendance-of-sitting.ts'
import { saidAtItems } from './business-of-minutes.ts'
import { declarationsOfSitting } from './declarations-of-sitting.ts'
import type { Minute, MinuteAbout, MinutesModel, TimesOfMeeting } from './minutes-model.ts'

/** The minutes of a meeting from what is recorded of it; `undefined` while it has not been opened. */
export async function minutesOf(rows: CouncilRows, meetingId: string): Promise<MinutesModel | undefined> {
  const sitting = await sittingAtHand(rows, meetingId)
  if (!sitting) return undefined
  const { councilId, db } = rows
  const { meeting } = sitting
  const stored = await db.minutes.findUnique({
    where: { councilId_meetingId: { councilId, meetingId } },
    select: { state: true, amendments: true, agreedAt: true },
  })
  const also = await db.alsoPresent.findMany({
    where: { councilId, meetingId, struckAt: null },
    orderBy: { position: 'asc' },
  })
  const declarations = await declarationsOfSitting(rows, meetingId)
  return {
    meetingId,
    council: declarations.council,
    committee: meeting.committeeName,
    date: meeting.date,
    venue: meeting.venue,
    isDraft: stored?.state !== 'agreed' && stored?.state !== 'signed',
    times: await timesOf(rows, sitting),
    ...attendanceOfSitting(sitting, await answersOf(rows, meeting)),
    alsoPresent: also.map(({ name, role }) => ({ name, role })),
    declarations,
    minutes: await minutesIn(rows, sitting, stored?.agreedAt ? toInstant(stored.agreedAt) : undefined),
    amendments: stored?.amendments ?? [],
  }
}

/** @param fixedAt when a later meeting agreed them */
async function minutesIn(
  rows: CouncilRows,
  sitting: SittingAtHand,
  fixedAt: Temporal.Instant | undefined,
): Promise<Minute[]> {
  const { id: meetingId } = sitting.meeting
  const said = await saidAtItems(rows, sitting)
  const motions = await motionsOfMeeting(rows, meetingId)
  const votes = await votesOfMeeting(rows, meetingId)
  const resolutions = await resolutionsOfMeeting(rows, meetingId)
  const closed = await closedAtMeeting(rows, { meetingId, fixedAt })
  return sitting.business.map((item) => {
    const { recordId } = item
    const of = <T extends { readonly recordId: string }>(those: readonly T[]) =>
      those.filter((one) => one.recordId === recordId)
    return {
      recordId,
      number: item.minuteNumber,
      itemNumber: item.number,
      title: item.title,
      about: aboutOf(item),
      isClosed: item.isClosed,
      state: stateOf(item),
      presiding: presidingFor(sitting, recordId),
      presenters: item.presenters,
      presented: item.presented,
      ...said(recordId),
      passage: item.passage,
      summary: item.summary,
      motions: of(motions),
      votes: of(votes),
      resolutions: of(resolutions),
      closedRows: of(closed).map(({ reference }) => reference),
    }
  })
}

/** Standing items are known by what every agenda calls them. */
function aboutOf({ title, isClosed }: Business): MinuteAbout {
  if (isClosed) return 'other'
  if (/\bdeclarations?\b.{0,20}\binterests?\b|^declarations?\b/i.test(title)) return 'declarations'
  return /\burgent (?:business|items?)\b/i.test(title) ? 'urgent' : 'other'
}

function stateOf({ state }: Business): Minute['state'] {
  if (state === 'deferred' || state === 'withdrawn') return state
  return state === 'waiting' ? 'notReached' : 'done'
}

function presidingFor({ chairs, people }: SittingAtHand, recordId: string): Minute['presiding'] {
  const chair = chairs.findLast((line) => line.recordId === recordId)
  return chair && people.get(chair.personId)
}

async function timesOf({ councilId, db }: CouncilRows, sitting: SittingAtHand): Promise<TimesOfMeeting> {
  const acts = await db.sittingAct.findMany({
    where: { councilId, sittingId: sitting.id, struckAt: null, kind: { in: ['adjourned', 'resumed'] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const local = (at: Date) => localTime(toInstant(at), sitting.meeting.timeZone)
  const adjournments = acts.flatMap((act, place) => {
    if (act.kind !== 'adjourned') return []
    const next = acts[place + 1]
    return [{ from: local(act.at), to: next?.kind === 'resumed' ? local(next.at) : undefined }]
  })
  return {
    began: localTime(sitting.openedAt, sitting.meeting.timeZone),
    ended: sitting.closedAt && localTime(sitting.closedAt, sitting.meeting.timeZone),
    adjournments,
    isInquorate: sitting.state === 'inquorate',
  }
}
