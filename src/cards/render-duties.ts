import { clerksOf, isClerk, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer, Rendering } from '../delivery/rendering.ts'
import { changesOf } from '../meetings/changes.ts'
import { changeOfSlot } from '../meetings/duty-messages.ts'
import { dutyById } from '../meetings/duty-rows.ts'
import { reportsShown } from '../meetings/duty-shown.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { isAhead } from '../meetings/report-ground.ts'
import { reportListModel } from '../meetings/report-models.ts'
import type { ReportWords } from '../meetings/report-words.en.ts'
import { reportWords } from '../meetings/report-words.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { conditionLines } from './conditions.ts'
import {
  dutiesLine,
  dutiesMessage,
  lateMessage,
  type OwnDutiesModel,
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

/** For clerks alone: what is asked for and what is missing. */
const renderList: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  if (!(await isForClerks(house, message, meeting))) return { drop: 'not-a-clerk' }
  const model = await reportListModel(house, meeting)
  const conditions = await conditionLines(
    house,
    meeting,
    model.reports.map(({ title }) => title),
  )
  return { post: reportListMessage(model, reportWords('en'), conditions) }
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
  [messageKinds.reportList, renderList],
  [messageKinds.reportLate, renderLate],
]
