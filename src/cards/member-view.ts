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
  /** For a substitute: for whom they sit. */
  readonly sitsFor?: { readonly substitutionId: string; readonly said: Mrkdwn } | undefined
  /** For an absent member: who is asked, or has agreed, to sit for them. */
  readonly substitute?: string | undefined
  /** What they are asked about interests; absent where there is no agenda, or they are away. */
  readonly interests?: { readonly asked: InterestsAsked; readonly words: InterestWords } | undefined
  readonly timeZone: string
}

/** A member's one message about a meeting: always the present state, with what can be done about it. */
export function memberMessage(model: MemberModel, say: CardWords): { text: string; blocks: KnownBlock[] } {
  return {
    text: say.member.notification(model.meeting).text,
    blocks: [
      heading(model.meeting.committeeName),
      ...sections(say.pack.when(model.meeting, model.venue)),
      ...(model.items === 0 ? [] : [papers(model, say)]),
      ...(model.supplements.length === 0
        ? []
        : contexts(say.member.supplements(model.supplements.map((one) => supplementWords.nameIn(one))))),
      section(stateSaid(model, say)),
      ...(model.substitute === undefined ? [] : [context(model.substitute)]),
      ...(model.relayedBy === undefined ? [] : [context(say.member.relayed(model.relayedBy))]),
      ...whatCanBeDone(model, say),
      ...aboutInterests(model),
    ],
  }
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

function whatCanBeDone(model: MemberModel, say: CardWords): KnownBlock[] {
  if (model.phase === 'cancelled' || model.phase === 'postponed') return []
  if (model.phase === 'over') return model.state === 'unanswered' ? [] : [context(say.member.over())]
  if (model.sitsFor)
    return [
      actions(
        button({
          id: ids.substitution.decline,
          text: substituteWords.asked.notAfterAll,
          value: model.sitsFor.substitutionId,
        }),
      ),
    ]
  const value = model.meetingId
  const coming = (text: string, style?: 'primary') =>
    button({
      id: ids.apologies.coming,
      text,
      value: askedValue(value, model.meeting.date),
      ...(style ? { style } : {}),
    })
  const apologies = (text: string) => button({ id: ids.apologies.open, text, value })
  const withdraw = button({ id: ids.apologies.withdraw, text: say.member.withdraw, value })
  const offered: Record<MemberState, Button[]> = {
    unanswered: [coming(say.member.iWillBeThere, 'primary'), apologies(say.member.sendApologies)],
    coming: [apologies(say.member.sendApologies)],
    absent: [apologies(say.member.change), withdraw],
    late: [apologies(say.member.change), withdraw],
    leavingEarly: [apologies(say.member.change), withdraw],
  }
  return [actions(...offered[model.state])]
}
