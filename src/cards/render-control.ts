import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer } from '../delivery/rendering.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { sittingAtHand } from '../sitting/at-hand.ts'
import { controlModel } from './control-model.ts'
import { controlMessageOf } from './control-view.ts'

/** The control of a meeting as it sits: for its clerks alone, in the channel that is theirs now. */
export const renderControl: Renderer = async (house, message) => {
  const sitting = await sittingAtHand(house, message.subject)
  if (!sitting) return { drop: 'meeting-gone' }
  if (!(await isForClerks(house, message, sitting.meeting))) return { drop: 'not-entitled' }
  return { post: controlMessageOf(await controlModel(house, sitting)) }
}

async function isForClerks(
  house: House,
  { recipient }: OutgoingMessage,
  { committeeId, clerksChannelId }: MeetingAtHand,
): Promise<boolean> {
  if ('channel' in recipient) return recipient.channel === clerksChannelId
  return isClerk(house, committeeId, recipient.person)
}
