import type { KnownBlock } from '@slack/types'
import type { MemberState } from '../apologies/rules.ts'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { actions, button, header, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { channelLink, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { sectionsOf } from './pack-card-view.ts'
import type { CardWords } from './words.en.ts'

export interface ClerksAnswer {
  readonly name: string
  readonly state: MemberState
  /** "coming", "will be late": said only where the heading does not. */
  readonly stateSaid: string
  /** When the answer was given, in words. */
  readonly at: string
  readonly way: 'command' | 'button' | 'relayed'
  readonly relayedBy: string | undefined
  readonly relayedNote: string
  readonly hasReason: boolean
}

export interface ClerksModel {
  readonly meetingId: string
  readonly meeting: MeetingInWords
  readonly channelId: string | undefined
  readonly cancelled: boolean
  /** Members and co-optees; named substitutes only when they answered. */
  readonly answers: readonly ClerksAnswer[]
  readonly members: number
  readonly withoutSlack: readonly string[]
}

/** The clerks' list of a meeting: who, when and by which way; never a reason. */
export function clerksList(model: ClerksModel, say: CardWords): { text: string; blocks: KnownBlock[] } {
  const of = (...states: readonly MemberState[]) =>
    model.answers.filter((answer) => states.includes(answer.state))
  const [coming, absent, partly, unanswered] = [
    of('coming'),
    of('absent'),
    of('late', 'leavingEarly'),
    of('unanswered'),
  ]
  return {
    text: say.clerks.notification(model.meeting),
    blocks: [
      header(say.clerks.heading()),
      section(say.clerks.meeting(model.meeting, model.channelId ? channelLink(model.channelId) : undefined)),
      ...(model.cancelled ? [section(say.pack.cancelled())] : []),
      section(
        say.clerks.counts({
          coming: coming.length + partly.length,
          apologies: absent.length,
          unanswered: unanswered.length,
          members: model.members,
        }),
      ),
      ...sectionsOf([say.clerks.apologies(), ...lines(absent, say)]),
      ...(partly.length === 0 ? [] : sectionsOf([say.clerks.late(), ...lines(partly, say)])),
      ...sectionsOf([say.clerks.coming(), ...lines(coming, say)]),
      ...sectionsOf([say.clerks.unanswered(), ...names(unanswered, say)]),
      ...(model.withoutSlack.length === 0 ? [] : [section(say.clerks.withoutSlack(model.withoutSlack))]),
      actions(...buttons(model, say)),
    ],
  }
}

function buttons(model: ClerksModel, say: CardWords) {
  const value = model.meetingId
  return [
    button({ id: ids.apologies.answerFor, text: say.clerks.answerFor, value }),
    ...(model.answers.some((answer) => answer.hasReason)
      ? [button({ id: ids.apologies.reasons, text: say.clerks.reasons, value })]
      : []),
    ...(model.withoutSlack.length === 0
      ? []
      : [button({ id: ids.pack.emailText, text: say.clerks.emailText, value })]),
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
    }),
  )
}

function names(answers: readonly ClerksAnswer[], say: CardWords): Mrkdwn[] {
  if (answers.length === 0) return [say.clerks.nobody()]
  return [mrkdwn`${answers.map((answer) => answer.name).join(', ')}`]
}
