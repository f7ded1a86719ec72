import type { KnownBlock } from '@slack/types'
import { actions, button, context, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { askedItemsValue, nameOfItem } from './meeting-items.ts'
import type { InterestsAsked } from './unanswered-interests.ts'
import type { InterestWords } from './words.en.ts'

/**
 * What a member's message says of interests: whether anything is left to be asked, and how many notices stand; never
 * what they say, since Slack keeps messages. One tap answers that there is nothing.
 */
export function interestsPart(
  asked: InterestsAsked,
  of: { readonly meetingId: string; readonly day: string },
  say: InterestWords,
): KnownBlock[] {
  const { toAsk, isFirst, notices, mark } = asked
  const declarations = button({
    id: ids.interests.open,
    text: say.message.declarations,
    value: of.meetingId,
  })
  const given = notices === 0 ? [] : [context(say.message.given(notices))]
  if (toAsk.length === 0)
    return [...(notices === 0 ? [context(say.message.nothing())] : given), actions(declarations)]
  const nothing = button({
    id: ids.interests.nothing,
    text: notices === 0 ? say.message.nothingToDeclare : say.message.nothingMore,
    value: askedItemsValue({ ...of, mark }),
  })
  return [
    ...(isFirst ? [section(say.message.ask())] : sections(say.message.newItems(toAsk.map(nameOfItem)))),
    ...given,
    actions(nothing, declarations),
  ]
}
