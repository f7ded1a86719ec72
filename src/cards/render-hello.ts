import { committeesWhereClerk } from '../committees/people.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { section } from '../slack/blocks.ts'
import { cardWords } from './words.ts'

/** Slot of an answer to somebody who dropped a file and may not. */
export const HELLO_NOT_A_CLERK = 'not-a-clerk'

/** The answer to somebody who wrote to the bot: what it can do for them. */
export const renderHello: Renderer = async (house, message) => {
  if (!('person' in message.recipient)) return { drop: 'nobody' }
  const say = cardWords('en').hello
  const isClerk = (await committeesWhereClerk(house, message.recipient.person)).length > 0
  const said = message.slot === HELLO_NOT_A_CLERK ? say.notAClerk() : isClerk ? say.clerk() : say.member()
  return { post: { text: say.notification(), blocks: [section(said)] } }
}
