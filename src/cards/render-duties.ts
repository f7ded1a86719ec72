import { Temporal } from 'temporal-polyfill'
import { columnOfDate } from '../calendar/civil.ts'
import { clerksOf, isClerk, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer, Rendering } from '../delivery/rendering.ts'
import { changesOf } from '../meetings/changes.ts'
import { changeOfSlot } from '../meetings/duty-messages.ts'
import { dutyById, officesOf } from '../meetings/duty-rows.ts'
import { hasCalled, isOfficeHour, isStillAsked } from '../meetings/duty-rules.ts'
import { type ReportShown, reportsShown } from '../meetings/duty-shown.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { isAhead } from '../meetings/report-ground.ts'
import { isPublished, reportListModel } from '../meetings/report-models.ts'
import type { ReportWords } from '../meetings/report-words.en.ts'
import { reportWords } from '../meetings/report-words.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import {
  dutiesLine,
  dutiesMessage,
  lateMessage,
  type OwnDutiesModel,
  reminderMessage,
  reportListMessage,
} from './duties-view.ts'

/** What one person owes for a meeting; nobody reads what another owes. */
const renderOwn: Renderer = async (house, message) => {
  const found = await ownModel(house, message)
  if (!found) return { drop: 'meeting-gone' }
  const { model, say } = found
  // Taken back before it was ever sent, there is nothing to say.
  if (model.reports.length === 0 && !(await stands(house, message))) return { drop: 'not-needed' }
  return { post: dutiesMessage(model, say) }
}

const renderLine: Renderer = async (house, message): Promise<Rendering> => {
  const found = await ownModel(house, message)
  if (!found) return { drop: 'meeting-gone' }
  const { model, meeting, say } = found
  const number = changeOfSlot(message.slot)
  if (number === undefined) return { post: dutiesLine(say.lines.changed(meeting), model, say) }
  const change = (await changesOf(house, meeting.id)).find((one) => one.number === number)
  if (!change) return { drop: 'change-gone' }
  // Changed again before this was sent: the present state is told, once, by the line of the last change.
  const said = saidOf(meeting, change.kinds.includes('restored'), say)
  return { post: dutiesLine(said, model, say) }
}

function saidOf(meeting: MeetingAtHand, isRestored: boolean, say: ReportWords): Mrkdwn {
  if (meeting.state !== 'scheduled') return say.lines[meeting.state](meeting)
  return isRestored ? say.lines.restored(meeting) : say.lines.moved(meeting)
}

async function ownModel(house: House, { subject, recipient }: OutgoingMessage) {
  const meeting = await meetingAtHand(house, subject)
  if (!meeting || !('person' in recipient)) return undefined
  const person = await personById(house, recipient.person)
  const say = reportWords(person?.language ?? 'en')
  const clerks = await clerksOf(house, meeting.committeeId)
  const { reports } = await reportsShown(house, meeting, { now: house.now(), personId: recipient.person })
  const isDue = isAhead(meeting, house.now())
  const model: OwnDutiesModel = {
    meetingId: meeting.id,
    meeting,
    reports,
    timeZone: house.timeZone,
    isDue,
    nothingDue: isDue ? undefined : say.list.nothingDue(meeting.state),
    clerks: clerks.map((clerk) => clerk.name),
  }
  return { model, meeting, say }
}

/** What is still unanswered of what called on that day, for every meeting that the reminder was about. */
const renderReminder: Renderer = async (house, message) => {
  const { recipient, slot } = message
  if (!('person' in recipient)) return { drop: 'no-person' }
  const day = Temporal.PlainDate.from(slot)
  const rows = await house.db.reportReminder.findMany({
    where: { councilId: house.councilId, personId: recipient.person, day: columnOfDate(slot) },
  })
  const found = await Promise.all(rows.map((row) => toRemind(house, row.meetingId, recipient.person, day)))
  const meetings = found.flatMap((one) => one ?? [])
  // Answered, or not due any more, since it was decided: nothing is sent.
  if (meetings.length === 0 && !(await stands(house, message))) return { drop: 'answered' }
  // One that had to wait, while Slack was away, would come out of hours and say what is past.
  const now = house.now().toZonedDateTimeISO(house.timeZone)
  const isInTime = now.toPlainDate().equals(day) && isOfficeHour(now, await officesOf(house))
  if (!isInTime && !(await stands(house, message))) return { drop: 'out-of-hours' }
  const person = await personById(house, recipient.person)
  return { post: reminderMessage({ meetings }, reportWords(person?.language ?? 'en')) }
}

async function toRemind(house: House, meetingId: string, personId: string, day: Temporal.PlainDate) {
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting || !isAhead(meeting, house.now())) return undefined
  const { reports, offices } = await reportsShown(house, meeting, { now: house.now(), personId })
  const published = await isPublished(house, meetingId)
  const open = reports.flatMap(({ title, duties }): ReportShown[] => {
    const called = duties.filter(
      ({ step, state, dueOn }) =>
        (state === 'open' || state === 'overdue') &&
        isStillAsked(step, published) &&
        hasCalled(Temporal.PlainDate.from(dueOn), day, offices),
    )
    return called.length === 0 ? [] : [{ title, duties: called }]
  })
  if (open.length === 0) return undefined
  return { meetingId, meeting, reports: open, timeZone: house.timeZone, isDue: true }
}

/** For clerks alone: what is asked for and what is missing. */
const renderList: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  if (!(await isForClerks(house, message, meeting))) return { drop: 'not-a-clerk' }
  return { post: reportListMessage(await reportListModel(house, meeting), reportWords('en')) }
}

const renderLate: Renderer = async (house, message) => {
  const duty = await dutyById(house, message.subject)
  const meeting = duty && (await meetingAtHand(house, duty.meetingId))
  if (!duty || !meeting) return { drop: 'meeting-gone' }
  if (!(await isForClerks(house, message, meeting))) return { drop: 'not-a-clerk' }
  const say = reportWords('en')
  const { reports } = await reportsShown(house, meeting, { now: house.now() })
  const shown = reports.flatMap(({ duties }) => duties).find(({ id }) => id === duty.id)
  if (!shown) return { drop: 'not-needed' }
  const { late } = shown
  if (!late && !(await stands(house, message))) return { drop: 'not-late' }
  const said = late
    ? say.lateForClerks(meeting, duty.title, { ...shown, late })
    : say.noLongerLate(meeting, duty.title, shown)
  return { post: lateMessage(said, meeting.id, say) }
}

/** The clerks' channel of the committee as it is now; in person, somebody who is its clerk still. */
async function isForClerks(
  house: House,
  { recipient }: OutgoingMessage,
  meeting: MeetingAtHand,
): Promise<boolean> {
  return 'channel' in recipient
    ? recipient.channel === meeting.clerksChannelId
    : isClerk(house, meeting.committeeId, recipient.person)
}

async function stands(house: House, message: OutgoingMessage): Promise<boolean> {
  const where = { id: message.id, councilId: house.councilId, slackTs: { not: null } }
  return (await house.db.outboxMessage.count({ where })) > 0
}

/** For the map of renderers. */
export const dutyRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.reportDuties, renderOwn],
  [messageKinds.reportLine, renderLine],
  [messageKinds.reportReminder, renderReminder],
  [messageKinds.reportList, renderList],
  [messageKinds.reportLate, renderLate],
]
