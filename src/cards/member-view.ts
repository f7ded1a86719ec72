import type { Button, KnownBlock } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import { askedValue } from '../apologies/asked-day.ts'
import type { MemberState } from '../apologies/rules.ts'
import { words as substituteWords } from '../apologies/substitute-words.en.ts'
import { interestsPart } from '../interests/member-part.ts'
import type { InterestsAsked } from '../interests/unanswered-interests.ts'
import type { InterestWords } from '../interests/words.en.ts'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { words as supplementWords } from '../publications/supplement-words.en.ts'
import { actions, button, context, contexts, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf, limits } from '../slack/limits.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { heading } from './heading.ts'
import type { CardWords } from './words.en.ts'

export interface MemberModel {
  readonly meetingId: string
  readonly meeting: MeetingInWords
  readonly venue: string
  readonly phase: 'ahead' | 'over' | 'cancelled' | 'postponed'
  readonly items: number
  readonly publicAddress: string
  /** Those that stand. */
  readonly supplements: readonly { readonly number: number; readonly printedNo: number | undefined }[]
  readonly state: MemberState
  readonly at: Temporal.Instant | undefined
  readonly relayedBy: string | undefined
  /** While answers are taken; a substitute has none of their own. */
  readonly deadlines?: MemberDeadlines | undefined
  /** For a substitute: for whom they sit. */
  readonly sitsFor?: { readonly substitutionId: string; readonly said: Mrkdwn } | undefined
  /** For an absent member: who is asked, or has agreed, to sit for them. */
  readonly substitute?: string | undefined
  /** What they are asked about interests; absent where there is no agenda, or they are away. */
  readonly interests?: { readonly asked: InterestsAsked; readonly words: InterestWords } | undefined
  readonly timeZone: string
}

export interface MemberDeadlines {
  readonly apologies: Temporal.Instant
  /** Absent where the committee takes no substitutes. */
  readonly substitute: { readonly at: Temporal.Instant; readonly covered: boolean } | undefined
}

/** A member's one message about a meeting: always the present state, with what can be done about it. */
export function memberMessage(model: MemberModel, say: CardWords): { text: string; blocks: KnownBlock[] } {
  return {
    text: (model.sitsFor?.said ?? say.member.notification(model.meeting)).text,
    blocks: [
      heading(model.meeting.committeeName),
      ...sections(say.pack.when(model.meeting, model.venue)),
      ...(model.items === 0 ? [] : [papers(model, say)]),
      ...(model.supplements.length === 0
        ? []
        : contexts(say.member.supplements(model.supplements.map((one) => supplementWords.nameIn(one))))),
      ...ownBlocks(model, say, inMessage),
    ],
  }
}

/** Which controls a place has: in a view the form takes the view's place. */
export interface MemberControls {
  readonly coming: string
  readonly apologies: string
  /** Absent where apologies are withdrawn in their form. */
  readonly withdraw?: string
  /** Absent where a substitute is sent to their message. */
  readonly decline?: string
}

const inMessage: MemberControls = {
  coming: ids.apologies.coming,
  apologies: ids.apologies.open,
  withdraw: ids.apologies.withdraw,
  decline: ids.substitution.decline,
}

/** What a member is asked and has answered, until when, and about interests: wherever that is shown. */
export function ownBlocks(model: MemberModel, say: CardWords, controls: MemberControls): KnownBlock[] {
  return [
    section(stateSaid(model, say)),
    ...(model.substitute === undefined ? [] : [context(model.substitute)]),
    ...(model.relayedBy === undefined ? [] : [context(say.member.relayed(model.relayedBy))]),
    ...whatCanBeDone(model, say, controls),
    ...untilWhen(model, say),
    ...aboutInterests(model),
  ]
}

/** Whoever is coming needs no substitute. */
function untilWhen({ deadlines, phase, state, timeZone }: MemberModel, say: CardWords): KnownBlock[] {
  if (!deadlines || phase !== 'ahead') return []
  const { apologies, substitute } = deadlines
  const mayName = substitute && (state === 'unanswered' || state === 'absent') ? substitute : undefined
  return [context(say.member.until(apologies, mayName, timeZone))]
}

function aboutInterests({ interests, phase, meetingId, meeting }: MemberModel): KnownBlock[] {
  if (!interests || phase !== 'ahead') return []
  return interestsPart(interests.asked, { meetingId, day: meeting.date }, interests.words)
}

/** With the address inside, or beside it where it is too long for a text. */
function papers({ items, publicAddress }: MemberModel, say: CardWords): KnownBlock {
  const said = say.member.papers(items, publicAddress)
  if (lengthOf(said.text) <= limits.section.text) return section(said)
  const open = button({ id: ids.link, text: say.pack.open, url: publicAddress })
  return { ...section(say.member.papers(items, '')), accessory: open }
}

function stateSaid(model: MemberModel, say: CardWords): Mrkdwn {
  if (model.phase === 'cancelled' || model.phase === 'postponed') return say.member[model.phase]()
  if (model.sitsFor) return model.sitsFor.said
  if (model.state === 'unanswered' || !model.at)
    return model.phase === 'over' ? say.member.over() : say.member.ask()
  return say.member[model.state](model.at, model.timeZone)
}

function whatCanBeDone(model: MemberModel, say: CardWords, controls: MemberControls): KnownBlock[] {
  if (model.phase === 'cancelled' || model.phase === 'postponed') return []
  if (model.phase === 'over') return model.state === 'unanswered' ? [] : [context(say.member.over())]
  if (model.sitsFor && !controls.decline) return [context(say.member.declineInMessage())]
  if (model.sitsFor && controls.decline)
    return [
      actions(
        button({
          id: controls.decline,
          text: substituteWords.asked.notAfterAll,
          value: model.sitsFor.substitutionId,
        }),
      ),
    ]
  const value = model.meetingId
  const coming = (text: string, style?: 'primary') =>
    button({
      id: controls.coming,
      text,
      value: askedValue(value, model.meeting.date),
      ...(style ? { style } : {}),
    })
  const apologies = (text: string) => button({ id: controls.apologies, text, value })
  const withdraw = controls.withdraw
    ? [button({ id: controls.withdraw, text: say.member.withdraw, value })]
    : []
  const offered: Record<MemberState, Button[]> = {
    unanswered: [coming(say.member.iWillBeThere, 'primary'), apologies(say.member.sendApologies)],
    coming: [apologies(say.member.sendApologies)],
    absent: [apologies(say.member.change), ...withdraw],
    late: [apologies(say.member.change), ...withdraw],
    leavingEarly: [apologies(say.member.change), ...withdraw],
  }
  return [actions(...offered[model.state])]
}
