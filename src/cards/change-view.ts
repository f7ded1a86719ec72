import type { KnownBlock } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import { askedValue } from '../apologies/asked-day.ts'
import type { MemberState } from '../apologies/rules.ts'
import { changeWords, type ToldChange } from '../meetings/change-words.en.ts'
import type { MeetingFace } from '../meetings/types.ts'
import { actions, button, contexts, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import type { CardWords } from './words.en.ts'

export interface ChangeModel {
  readonly meetingId: string
  readonly committeeName: string
  readonly change: ToldChange
  /** What holds now, where a later change has overtaken this one. */
  readonly overtakenBy: MeetingFace | undefined
  /** In a direct message about a new day: what this member has answered for it. */
  readonly answer:
    | { readonly state: MemberState; readonly at: Temporal.Instant | undefined; readonly timeZone: string }
    | undefined
  readonly clerks: readonly string[]
}

/** The one new line about a change of a meeting: what changed, from what to what, and why. */
export function changeLine(model: ChangeModel, say: CardWords): { text: string; blocks: KnownBlock[] } {
  const { committeeName, change, overtakenBy, clerks } = model
  return {
    text: mrkdwn`${shortened(changeWords.plain(committeeName, change), NOTIFICATION)}`.text,
    blocks: [
      ...sections(changeWords.line(committeeName, change)),
      ...(overtakenBy ? sections(changeWords.overtaken(overtakenBy)) : []),
      ...answerBlocks(model, say),
      ...(clerks.length === 0 ? [] : contexts(say.pack.contact(clerks.slice(0, CLERKS_NAMED)))),
    ],
  }
}

/** Somebody to turn to; a committee with dozens of clerks need not name them all in a line. */
const CLERKS_NAMED = 3
/** The whole stands in the blocks; beside a telephone's bell there is room for a few lines. */
const NOTIFICATION = 500

function answerBlocks({ meetingId: value, change, answer }: ChangeModel, say: CardWords): KnownBlock[] {
  if (!answer) return []
  const { state, at, timeZone } = answer
  if (state !== 'unanswered' && at) return [section(say.member[state](at, timeZone))]
  return [
    section(say.change.ask()),
    actions(
      button({
        id: ids.apologies.coming,
        text: say.member.iWillBeThere,
        value: askedValue(value, change.after.date),
        style: 'primary',
      }),
      button({ id: ids.apologies.open, text: say.member.sendApologies, value }),
    ),
  ]
}
