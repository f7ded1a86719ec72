import type { KnownBlock, ModalView } from '@slack/types'
import { attendanceWords } from '../apologies/attendance-words.en.ts'
import type { MeetingForecast } from '../apologies/quorum-forecast.ts'
import type { MemberState } from '../apologies/rules.ts'
import { officerWords } from '../interests/officer-words.en.ts'
import type { MeetingState } from '../meetings/meeting.ts'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { openingWords } from '../sitting/opening-words.en.ts'
import { actions, button, context, header, modal, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { channelLink, inParts, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { stateBlocks } from './pack-card-view.ts'
import { quorumBlocks } from './render-quorum.ts'
import { fitsMessage, fitsView, type Lines, whatFits } from './whole.ts'
import type { CardWords } from './words.en.ts'

export interface ClerksAnswer {
  readonly name: string
  /** Named substitutes hold no seat: they are listed with their answer and counted nowhere. */
  readonly isSubstitute: boolean
  readonly state: MemberState
  /** "coming", "will be late": said only where the heading does not. */
  readonly stateSaid: string
  /** When the answer was given, in words. */
  readonly at: string
  readonly way: 'command' | 'button' | 'relayed'
  readonly relayedBy: string | undefined
  readonly relayedNote: string
  readonly hasReason: boolean
  /** "Councillor B substitutes (accepted 10:02 on Mon 11 Sep)" */
  readonly substitute?: string | undefined
}

export interface ClerksModel {
  readonly meetingId: string
  readonly meeting: MeetingInWords
  readonly channelId: string | undefined
  readonly state: MeetingState
  /** Members and co-optees; named substitutes only when they answered. */
  readonly answers: readonly ClerksAnswer[]
  readonly members: number
  /** How the quorum stands; absent where none is set, or the meeting is over. */
  readonly quorum?: MeetingForecast | undefined
  /** Who came, once it is recorded. */
  readonly recorded?: Parameters<typeof attendanceWords.inList>[0] | undefined
  /** It has begun: who came can be recorded. */
  readonly hasBegun?: boolean
  /** It can be opened, and was not yet. */
  readonly canOpen?: boolean
  /** It sits: who comes is entered in its roll, by its control. */
  readonly sits?: boolean
  /** How many members have opened the papers; absent where that is not counted. */
  readonly openings?: { readonly opened: number; readonly members: number } | undefined
  /** What the committee wants of every item on a topic that this agenda has. */
  readonly conditions?: readonly Lines[]
  /** How many there are, those that were withdrawn too. */
  readonly supplements: number
  /** There is an agenda, whose items may be closed. */
  readonly hasItems?: boolean
  readonly withoutSlack: readonly string[]
  /** Something about the meeting was changed, of which those without Slack must be told. */
  readonly isChanged: boolean
  /** It can still be changed. */
  readonly isOpen: boolean
  /** It has taken place: answers are corrected now. */
  readonly isOver?: boolean
}

/** Short lines, so that a message that is nearly full still takes some. */
const NAMES_IN_A_LINE = 1_000

/** The clerks' list of a meeting: who, when and by which way; never a reason. Too long, it goes on in a view. */
export function clerksList(model: ClerksModel, say: CardWords): { text: string; blocks: KnownBlock[] } {
  return {
    text: say.clerks.notification(model.meeting).text,
    blocks: whatFits(groupsOf(model, say), fitsMessage, (lines, left) => [
      header(say.clerks.heading()),
      ...intro(model, say),
      ...lines,
      ...(left > 0 ? [context(say.clerks.continued())] : []),
      actions(...buttons(model, left > 0, say)),
    ]),
  }
}

/** The whole list, for the clerks. */
export function wholeList(model: ClerksModel, say: CardWords): ModalView {
  return modal({
    title: say.clerks.heading(),
    close: say.close,
    blocks: whatFits(groupsOf(model, say), fitsView, (lines, left) => [
      ...intro(model, say),
      ...lines,
      ...(left > 0 ? [context(say.clerks.moreLines(left))] : []),
    ]),
  })
}

function intro(model: ClerksModel, say: CardWords): KnownBlock[] {
  const seated = counting(model.answers.filter((answer) => !answer.isSubstitute))
  return [
    ...sections(
      say.clerks.meeting(model.meeting, model.channelId ? channelLink(model.channelId) : undefined),
    ),
    ...stateBlocks(model.state, say),
    section(
      say.clerks.counts({
        coming: seated('coming', 'late', 'leavingEarly').length,
        apologies: seated('absent').length,
        unanswered: seated('unanswered').length,
        members: model.members,
      }),
    ),
    ...(model.recorded ? [section(attendanceWords.inList(model.recorded))] : []),
    ...(model.quorum ? quorumBlocks(model.quorum) : []),
    ...(model.openings ? [context(say.clerks.opened(model.openings.opened, model.openings.members))] : []),
  ]
}

function groupsOf(model: ClerksModel, say: CardWords): Lines[] {
  const of = counting(model.answers)
  const partly = of('late', 'leavingEarly')
  return [
    ...(model.conditions ?? []),
    { heading: say.clerks.apologies(), lines: lines(of('absent'), say) },
    ...(partly.length === 0 ? [] : [{ heading: say.clerks.late(), lines: lines(partly, say) }]),
    { heading: say.clerks.coming(), lines: lines(of('coming'), say) },
    { heading: say.clerks.unanswered(), lines: names(of('unanswered'), say) },
    ...(model.withoutSlack.length === 0
      ? []
      : [{ heading: say.clerks.withoutSlack(), lines: listed(model.withoutSlack) }]),
  ]
}

function recordButton(model: ClerksModel) {
  return button({
    id: ids.attendance.record,
    text: model.recorded ? attendanceWords.correctButton : attendanceWords.button,
    value: model.meetingId,
    ...(model.recorded || model.canOpen ? {} : { style: 'primary' as const }),
  })
}

function counting(answers: readonly ClerksAnswer[]) {
  return (...states: readonly MemberState[]) => answers.filter((answer) => states.includes(answer.state))
}

function buttons(model: ClerksModel, goesOn: boolean, say: CardWords) {
  const value = model.meetingId
  return [
    ...(goesOn ? [button({ id: ids.whole.list, text: say.clerks.wholeList, value, style: 'primary' })] : []),
    ...(model.canOpen
      ? [button({ id: ids.sitting.open, text: openingWords.button, value, style: 'primary' })]
      : []),
    ...(model.hasBegun && !model.sits ? [recordButton(model)] : []),
    button({
      id: ids.apologies.answerFor,
      text: model.isOver ? say.clerks.correct : say.clerks.answerFor,
      value,
    }),
    ...(model.isOpen && model.answers.some(({ state, isSubstitute }) => state === 'absent' && !isSubstitute)
      ? [button({ id: ids.substitution.desk, text: say.clerks.substitutes, value })]
      : []),
    ...(model.answers.some((answer) => answer.hasReason)
      ? [button({ id: ids.apologies.reasons, text: say.clerks.reasons, value })]
      : []),
    ...(model.withoutSlack.length === 0
      ? []
      : [button({ id: ids.pack.emailText, text: say.clerks.emailText, value })]),
    ...(model.supplements === 0
      ? []
      : [button({ id: ids.supplement.list, text: say.clerks.supplements(model.supplements), value })]),
    ...(model.hasItems ? [button({ id: ids.interests.list, text: officerWords.button, value })] : []),
    ...(model.hasItems
      ? [
          button({ id: ids.restricted.list, text: say.clerks.closedItems, value }),
          button({ id: ids.pack.correct, text: say.clerks.correctPapers, value }),
        ]
      : []),
    ...(model.withoutSlack.length > 0 && model.isChanged
      ? [button({ id: ids.meeting.email, text: say.clerks.changeEmail, value })]
      : []),
    ...(model.isOpen
      ? [
          button({ id: ids.meeting.change, text: say.clerks.changeMeeting, value }),
          button({ id: ids.report.open, text: say.clerks.reports, value }),
        ]
      : []),
  ]
}

function lines(answers: readonly ClerksAnswer[], say: CardWords): Mrkdwn[] {
  if (answers.length === 0) return [say.clerks.nobody()]
  return answers.map((answer) =>
    say.clerks.answered({
      person: answer.name,
      note: answer.state === 'late' || answer.state === 'leavingEarly' ? answer.stateSaid : '',
      at: answer.at,
      way: answer.way,
      relayedBy: answer.relayedBy,
      relayedNote: answer.relayedNote,
      hasReason: answer.hasReason,
      substitute: answer.substitute,
    }),
  )
}

function names(answers: readonly ClerksAnswer[], say: CardWords): Mrkdwn[] {
  if (answers.length === 0) return [say.clerks.nobody()]
  return listed(answers.map((answer) => answer.name))
}

/** Names in one line, or in as many as a section holds. */
function listed(names: readonly string[]): Mrkdwn[] {
  return inParts(mrkdwn`${names.join(', ')}`, NAMES_IN_A_LINE)
}
