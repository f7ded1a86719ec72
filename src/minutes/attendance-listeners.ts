import type { App } from '@slack/bolt'
import { type AttendanceSummary, attendanceSummary, yearsBack } from '../apologies/attendance-summary.ts'
import { civilDate, columnOfDate, dateOfColumn, toDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, type PressVisit, type Reception } from '../slack/listen.ts'
import { platformError } from '../slack/platform-error.ts'
import { shortened } from '../slack/shorten.ts'
import type { Visitor } from '../slack/visitor.ts'
import { attendanceChart, attendanceCsv, attendanceWord, type PaperFile } from './attendance-paper.ts'
import { type AttendanceModel, attendanceView } from './attendance-view.ts'
import { attendancePaperWords as say } from './attendance-words.en.ts'

/** A council keeps its minutes for six years (LGA 1972 s100C); nobody compares older figures. */
const YEARS = 6
/** The view offers the latest: the others stand by their days. */
const TO_RECORD = 10
const OPTION_TEXT = 75

/** `/meeting attendance`: for clerks. */
export const attendanceFiguresWord: MeetingWord = {
  word: 'attendance',
  async open({ visitor, client, triggerId, answer }) {
    const model = await modelOf(visitor, undefined, undefined)
    if (!model) return answer(say.notAClerk())
    await client.views.open({ trigger_id: triggerId, view: attendanceView(model) })
  },
}

/** The figures of a committee, and the files made of them. */
export function registerAttendanceFigures(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.attendance.summary },
    asOpening(reception, async ({ visitor, client, triggerId, view, answer }) => {
      const model = await modelOf(visitor, undefined, undefined)
      if (!model) return answer(say.notAClerk())
      const opened = { trigger_id: triggerId, view: attendanceView(model) }
      await (view ? client.views.push(opened) : client.views.open(opened))
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.attendance.committee },
    asOpening(reception, async (visit) => show(visit, visit.value, undefined)),
  )

  app.action(
    { type: 'block_actions', action_id: ids.attendance.year },
    asOpening(reception, async (visit) => show(visit, visit.view?.metadata.split('/')[0], visit.value)),
  )

  const files: Readonly<Record<string, (summary: AttendanceSummary) => Promise<PaperFile>>> = {
    [ids.attendance.chart]: attendanceChart,
    [ids.attendance.word]: attendanceWord,
    [ids.attendance.csv]: attendanceCsv,
  }
  for (const [id, make] of Object.entries(files))
    app.action(
      { type: 'block_actions', action_id: id },
      asOpening(reception, async ({ visitor, client, value, answer }) => {
        const [committeeId, from] = value.split('/')
        const model = await modelOf(visitor, committeeId, from)
        if (!model || model.summary.committeeId !== committeeId) return answer(say.notAClerk())
        // Said first: drawing and writing may take longer than there is to answer in.
        await answer(say.coming())
        const file = await make(model.summary)
        // Figures of a committee are for its clerks: they go to whoever asked, and into no channel.
        await handOver(client, visitor.slackUserId, { ...file, title: say.paper.title(model.summary) })
      }),
    )
}

async function show(
  { visitor, client, view, answer }: PressVisit,
  committeeId: string | undefined,
  from: string | undefined,
) {
  if (!view) return
  const model = await modelOf(visitor, committeeId, from)
  if (!model) return answer(say.notAClerk())
  try {
    await client.views.update({ view_id: view.id, hash: view.hash, view: attendanceView(model) })
  } catch (error) {
    // Chosen anew before this answer: the later choice shows its own figures.
    if (platformError(error) !== 'hash_conflict') throw error
  }
}

async function modelOf(
  { house, personId }: Visitor,
  committeeId: string | undefined,
  from: string | undefined,
): Promise<AttendanceModel | undefined> {
  const committees = await committeesWhereClerk(house, personId)
  const committee = committeeId ? committees.find(({ id }) => id === committeeId) : committees[0]
  if (!committee) return undefined
  const years = yearsBack(civilDate(house.now(), house.timeZone).toString(), YEARS)
  const period = years.find((one) => one.from === from) ?? years[0]
  if (!period) return undefined
  const unrecorded = await house.db.meeting.findMany({
    where: {
      councilId: house.councilId,
      committeeId: committee.id,
      state: 'scheduled',
      date: { gte: columnOfDate(period.from), lte: columnOfDate(period.until) },
      startsAt: { lte: toDate(house.now()) },
      attendanceRecords: { none: {} },
    },
    orderBy: { startsAt: 'desc' },
    take: TO_RECORD,
    select: { id: true, date: true },
  })
  return {
    committees: committees.map(({ id, name }) => ({ value: id, text: shortened(name, OPTION_TEXT) })),
    years,
    summary: await attendanceSummary(house, committee.id, period),
    toRecord: unrecorded.map(({ id, date }) => ({ meetingId: id, day: dateOfColumn(date) })),
  }
}
