import type { Button, KnownBlock } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import type { MemberState } from '../apologies/rules.ts'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { actions, button, context, header, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import type { CardWords } from './words.en.ts'

export interface MemberModel {
  readonly meetingId: string
  readonly meeting: MeetingInWords
  readonly venue: string
  readonly phase: 'ahead' | 'over' | 'cancelled'
  readonly items: number
  readonly publicAddress: string
  readonly state: MemberState
  readonly at: Temporal.Instant | undefined
  readonly relayedBy: string | undefined
  readonly timeZone: string
}

const HEADER_LIMIT = 150

/** A member's one message about a meeting: always the present state, with what can be done about it. */
export function memberMessage(model: MemberModel, say: CardWords): { text: string; blocks: KnownBlock[] } {
  return {
    text: say.member.notification(model.meeting),
    blocks: [
      header(shortened(model.meeting.committeeName, HEADER_LIMIT)),
      section(say.pack.when(model.meeting, model.venue)),
      ...(model.items === 0 ? [] : [section(say.member.papers(model.items, model.publicAddress))]),
      section(stateSaid(model, say)),
      ...(model.relayedBy === undefined ? [] : [context(say.member.relayed(model.relayedBy))]),
      ...whatCanBeDone(model, say),
    ],
  }
}

function stateSaid(model: MemberModel, say: CardWords): Mrkdwn {
  if (model.phase === 'cancelled') return say.member.cancelled()
  if (model.state === 'unanswered' || !model.at)
    return model.phase === 'over' ? say.member.over() : say.member.ask()
  return say.member[model.state](model.at, model.timeZone)
}

function whatCanBeDone(model: MemberModel, say: CardWords): KnownBlock[] {
  if (model.phase === 'cancelled') return []
  if (model.phase === 'over') return model.state === 'unanswered' ? [] : [context(say.member.over())]
  const value = model.meetingId
  const coming = (text: string, style?: 'primary') =>
    button({ id: ids.apologies.coming, text, value, ...(style ? { style } : {}) })
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
