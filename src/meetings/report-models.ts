import { displayName, personOf } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Choice } from '../slack/blocks.ts'
import { shortened } from '../slack/shorten.ts'
import { dueDays, leadCalendar } from './duty-rows.ts'
import { reportsShown } from './duty-shown.ts'
import type { MeetingAtHand } from './meeting.ts'
import type { AskForm, ChangeReportForm } from './report-forms.ts'
import { isAhead } from './report-ground.ts'
import { type ReportsBelow, shownOf, toReportForm } from './report-submission.ts'
import type { ReportListModel } from './report-views.ts'
import type { ReportWords } from './report-words.en.ts'

/** What the clerks see of a meeting's reports, in the view and in their message. */
export async function reportListModel(
  house: House,
  meeting: MeetingAtHand,
  page = 0,
): Promise<ReportListModel> {
  const { reports, offices } = await reportsShown(house, meeting, { now: house.now() })
  return {
    meetingId: meeting.id,
    meeting,
    isAhead: isAhead(meeting, house.now()),
    isPublished: await isPublished(house, meeting.id),
    reports,
    offices,
    timeZone: house.timeZone,
    page,
  }
}

export async function isPublished(house: House, meetingId: string): Promise<boolean> {
  return (await house.db.publication.count({ where: { councilId: house.councilId, meetingId } })) > 0
}

export async function askForm(house: House, meeting: MeetingAtHand, list: ReportsBelow): Promise<AskForm> {
  return {
    metadata: toReportForm({ meetingId: meeting.id, list }),
    meeting,
    people: await peopleToAsk(house, meeting, []),
    due: dueDays(meeting.date, await leadCalendar(house, meeting.committeeId)),
  }
}

/** The report that has this duty; absent when nobody is asked for it any more. */
export async function changeReportForm(
  house: House,
  meeting: MeetingAtHand,
  dutyId: string,
  list: ReportsBelow,
): Promise<ChangeReportForm | undefined> {
  const { reports } = await reportsShown(house, meeting, { now: house.now() })
  const report = reports.find(({ duties }) => duties.some(({ id }) => id === dutyId))
  if (!report) return undefined
  const { duties, title } = report
  const owners = duties.map(({ personId }) => personId)
  return {
    metadata: toReportForm({ meetingId: meeting.id, list, dutyId, shown: shownOf(duties) }),
    title,
    duties,
    people: await peopleToAsk(house, meeting, owners),
    timeZone: house.timeZone,
  }
}

const OPTION_TEXT = 75

/** Officers and clerks of the council: those of the committee first; and whoever is asked already. */
async function peopleToAsk(
  house: House,
  meeting: MeetingAtHand,
  asked: readonly string[],
): Promise<Choice[]> {
  const { councilId } = house
  const rows = await house.db.person.findMany({
    where: { councilId, OR: [{ roles: { some: { councilId } } }, { id: { in: [...asked] } }] },
    include: { roles: { where: { councilId } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const ofCommittee = (row: (typeof rows)[number]) =>
    row.roles.some(({ committeeId }) => committeeId === meeting.committeeId)
  return [...rows.filter(ofCommittee), ...rows.filter((row) => !ofCommittee(row))].map((row) => {
    const job = row.roles.find(({ jobTitle }) => jobTitle !== '')?.jobTitle
    const name = displayName(personOf(row))
    return { value: row.id, text: shortened(job === undefined ? name : `${name}, ${job}`, OPTION_TEXT) }
  })
}

/** What those without Slack are told, each for themselves. */
export async function reportEmails(
  house: House,
  meeting: MeetingAtHand,
  say: ReportWords,
): Promise<{ readonly name: string; readonly text: string }[]> {
  const { reports } = await reportsShown(house, meeting, { now: house.now() })
  const owed = reports.flatMap(({ title, duties }) =>
    duties
      .filter(({ inSlack, state }) => !inSlack && state !== 'done')
      .map((duty) => ({ personId: duty.personId, name: duty.name, line: say.email.line(title, duty) })),
  )
  const people = new Map(owed.map(({ personId, name }) => [personId, name]))
  return [...people].map(([personId, name]) => ({
    name,
    text: say.email.body(
      meeting,
      owed.filter((one) => one.personId === personId).map(({ line }) => line),
    ),
  }))
}
