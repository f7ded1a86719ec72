import { clerksOf, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { isEntitled } from '../publications/restricted-entitlement.ts'
import { paperAtHand } from '../publications/restricted-paper.ts'
import { restrictedWords } from '../publications/words.ts'
import { restrictedMessage } from './restricted-view.ts'

/**
 * That a restricted paper is there, to somebody who is entitled to it at this moment (law 3): whoever is not
 * is sent nothing, and where the message stands already it says so, without the link. Never to a channel.
 */
export const renderRestricted: Renderer = async (house, message) => {
  const { recipient } = message
  if (!('person' in recipient)) return { drop: 'never-to-a-channel' }
  const paper = await paperAtHand(house, message.subject)
  if (!paper) return { drop: 'paper-gone' }
  const person = await personById(house, recipient.person)
  // The account that is told is part of the message: another one may have become theirs, and this one somebody else's.
  const isTheirs =
    person?.slackUserId === message.slot && (await isEntitled(house, paper, recipient.person, house.now()))
  if (!isTheirs && !(await stands(house, message))) return { drop: 'not-entitled' }
  const { item } = paper
  const model = {
    meeting: item.meeting,
    meetingState: item.meeting.state,
    number: item.number,
    title: item.title,
    closed: paper.closed,
    address: isTheirs ? paper.address : undefined,
    state: isTheirs ? ('theirs' as const) : paper.withdrawnAt ? ('withdrawn' as const) : ('over' as const),
    clerks: (await clerksOf(house, item.meeting.committeeId)).map((clerk) => clerk.name),
  }
  return { post: restrictedMessage(model, restrictedWords(person?.language ?? 'en')) }
}

/** Whether it was sent, so that sending means editing: nothing is posted to tell somebody of what they never had. */
async function stands(house: House, message: OutgoingMessage): Promise<boolean> {
  const row = await house.db.outboxMessage.findFirst({
    where: { councilId: house.councilId, id: message.id },
    select: { slackTs: true },
  })
  return row?.slackTs != null
}
