import { toInstant } from '../calendar/civil.ts'
import { stamp } from '../calendar/words.en.ts'
import { isClerk } from '../committees/people.ts'
import { siteMessageKinds } from '../connectors/messages.ts'
import { problemOf } from '../connectors/note-failure.ts'
import { proposalsModel } from '../connectors/proposals-model.ts'
import { committeePage } from '../connectors/site-address.ts'
import { newsView, proposalsMessageView, troubleView } from '../connectors/views.ts'
import { connectorWords } from '../connectors/words.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer } from '../delivery/rendering.ts'

/** What the clerks are asked about a meeting on their council's site. */
const renderProposals: Renderer = async (house, message) => {
  const model = await proposalsModel(house, message.subject)
  if (!model || !(await isForClerks(house, message))) return { drop: 'not-asked' }
  const isToTell = model.asked.some((it) => it.state === 'open' || it.byItself === 'published')
  if (!isToTell && !(await stands(house, message.id))) return { drop: 'settled' }
  return { post: proposalsMessageView(model, connectorWords('en')) }
}

/** One new line about it. */
const renderNews: Renderer = async (house, message) => {
  const model = await proposalsModel(house, message.subject)
  if (!model || !(await isForClerks(house, message))) return { drop: 'not-asked' }
  const open = model.asked.filter((it) => it.state === 'open')
  return open.length === 0 ? { drop: 'settled' } : { post: newsView(model, open, connectorWords('en')) }
}

/** A site that cannot be looked at; slot is the reference under which that stands in the log. */
const renderTrouble: Renderer = async (house, message) => {
  const watched = await house.db.watchedCommittee.findFirst({
    where: { councilId: house.councilId, id: message.subject },
    include: { committee: true },
  })
  if (!watched || !(await isForClerks(house, message))) return { drop: 'not-watched' }
  const isMended = watched.reference !== message.slot
  if (isMended && !(await stands(house, message.id))) return { drop: 'mended' }
  const { code, figure } = problemOf(watched.problem ?? '')
  const model = {
    committeeName: watched.committee.name,
    siteName: new URL(watched.site).hostname,
    page: committeePage(watched),
    code,
    figure,
    reference: message.slot,
    mended: isMended ? stamp(toInstant(watched.lookedAt ?? new Date()), house.timeZone) : undefined,
  }
  return { post: troubleView(model, connectorWords('en')) }
}

/** For the map of renderers. */
export const proposalRenderers: readonly (readonly [string, Renderer])[] = [
  [siteMessageKinds.proposals, renderProposals],
  [siteMessageKinds.news, renderNews],
  [siteMessageKinds.trouble, renderTrouble],
]

/** The clerks' channel of the committee as it is now; in person, somebody who is its clerk still. */
async function isForClerks(house: House, message: OutgoingMessage): Promise<boolean> {
  const { recipient, committeeId } = message
  if (committeeId === undefined) return false
  if ('person' in recipient) return isClerk(house, committeeId, recipient.person)
  const where = { councilId: house.councilId, id: committeeId, clerksChannelId: recipient.channel }
  return (await house.db.committee.count({ where })) > 0
}

async function stands(house: House, messageId: string): Promise<boolean> {
  const where = { id: messageId, councilId: house.councilId, slackTs: { not: null } }
  return (await house.db.outboxMessage.count({ where })) > 0
}
