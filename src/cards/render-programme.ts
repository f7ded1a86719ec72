import type { KnownBlock } from '@slack/types'
import { civilDate } from '../calendar/civil.ts'
import { workingOfPeriod } from '../calendar/working.en.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { displayName, memberOn, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { recipientText } from '../database/intended-message.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer, Rendering } from '../delivery/rendering.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { messageKinds } from '../meetings/messages.ts'
import { meetingClock } from '../programme/call-in-rules.ts'
import { windowWorking } from '../programme/call-in-shown.ts'
import { callInValue } from '../programme/call-in-views.ts'
import { type CallInRow, callInAtHand, lastAsked, placesOf } from '../programme/call-ins.ts'
import { entryAtHand } from '../programme/entries.ts'
import { formWords } from '../programme/form-words.en.ts'
import { entryValue } from '../programme/programme-views.ts'
import { words as programmeWords } from '../programme/words.en.ts'
import { callInWordsOf } from '../programme/words.ts'
import { actions, button, contexts, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { heading } from './heading.ts'

const { message: say } = formWords
const callIn = callInWordsOf('en')

/** To the clerks: a proposal, with its buttons while it waits, and how it was decided. */
const renderProposal: Renderer = async (house, message) => proposalPosted(house, message, say.notification)

/** The same once more when its last day is over: an edit alone notifies nobody. */
const renderOverdue: Renderer = async (house, message) => proposalPosted(house, message, say.overdue)

async function proposalPosted(
  house: House,
  message: OutgoingMessage,
  notification: (committee: string) => Mrkdwn,
): Promise<Rendering> {
  const entry = await entryAtHand(house, message.subject)
  if (!entry) return { drop: 'entry-gone' }
  if (!(await isForClerks(house, entry.committeeId, message))) return { drop: 'not-a-clerk' }
  const committee = await nameOf(house, entry.committeeId)
  const { id, version } = entry
  const value = entryValue({ id, version })
  const isOpen = entry.state === 'proposed'
  return posted(committee, notification(committee), [
    ...sections(say.proposed({ committee, topic: entry.title })),
    ...programmeWords.marks(entry).flatMap((mark) => sections(programmeWords.view.heading(mark))),
    ...(isOpen ? [] : sections(say.settled(programmeWords.entry.standing(entry)))),
    ...(isOpen || !entry.proposer || entry.proposer.onSlack
      ? []
      : sections(say.tellProposer(entry.proposer.name))),
    actions(
      ...(isOpen ? [button({ id: ids.programme.decide, text: say.decide, value, style: 'primary' })] : []),
      button({ id: ids.programme.open, text: say.open, value }),
    ),
  ])
}

/** To the proposer alone. */
const renderDecided: Renderer = async (house, message) => {
  const entry = await entryAtHand(house, message.subject)
  if (!entry?.proposer) return { drop: 'entry-gone' }
  if (recipientText(message.recipient) !== recipientText({ person: entry.proposer.id }))
    return { drop: 'not-the-proposer' }
  const { title: topic, decisionReason: reason } = entry
  const said =
    entry.state === 'proposed'
      ? say.again(topic)
      : entry.state === 'declined'
        ? say.declined(topic)
        : entry.state === 'withdrawn'
          ? say.takenOff(topic)
          : say.accepted(topic, programmeWords.entry.standing(entry))
  const isDecided = entry.state !== 'proposed' && entry.state !== 'withdrawn'
  const committee = await nameOf(house, entry.committeeId)
  return posted(committee, say.told(committee), [
    ...sections(said),
    ...(isDecided && reason !== '' ? sections(say.reason(reason)) : []),
    actions(button({ id: ids.programme.open, text: say.open, value: entryValue(entry) })),
  ])
}

/** In the committee's channel: numbers, and no names of those who asked. */
const renderCallIn: Renderer = async (house, message) => {
  const one = await callInAtHand(house, message.subject)
  if (!one) return { drop: 'call-in-gone' }
  const { channelId } = await placesOf(house, one.committeeId)
  if (channelId === undefined || recipientText(message.recipient) !== recipientText({ channel: channelId }))
    return { drop: 'other-channel' }
  return callInPosted(house, one, false)
}

const renderCallInClerks: Renderer = async (house, message) => {
  const one = await callInAtHand(house, message.subject)
  if (!one) return { drop: 'call-in-gone' }
  if (!(await isForClerks(house, one.committeeId, message))) return { drop: 'not-a-clerk' }
  return callInPosted(house, one, true)
}

/** To clerks and the Chair, once: with the committee's time to meet and its working. */
const renderCallInMade: Renderer = async (house, message) => {
  const one = await callInAtHand(house, message.subject)
  if (!one?.calledAt) return { drop: 'not-called' }
  const forClerks = await isForClerks(house, one.committeeId, message)
  if (!forClerks && !(await isForChair(house, one, message))) return { drop: 'not-a-clerk' }
  const committee = await nameOf(house, one.committeeId)
  const { holidays } = await councilCalendar(house)
  const clock = meetingClock(lastAsked(one, house.timeZone), one.rule, holidays)
  const working = clock.lastDay.toString() === one.meetBy ? workingOfPeriod(clock, holidays) : []
  return posted(committee, callIn.card.made(one), [
    ...sections(callIn.card.made(one)),
    ...sections(callIn.stateLine(one)),
    ...(working.length === 0 ? [] : contexts(callIn.working(working))),
    ...(forClerks ? await chairNotReached(house, one.committeeId) : []),
    actions(button({ id: ids.callIn.open, text: callIn.open, value: callInValue(one) })),
  ])
}

/** For the clerks: that the Chair must be told by somebody. */
async function chairNotReached(house: House, committeeId: string): Promise<KnownBlock[]> {
  const today = civilDate(house.now(), house.timeZone).toString()
  const members = await membersOn(house.db, house.councilId, committeeId, today)
  const chair = members.find(({ office }) => office === 'chair')
  if (!chair) return sections(callIn.card.noChair())
  return chair.person.slackUserId === undefined
    ? sections(callIn.card.chairNotOnSlack(displayName(chair.person)))
    : []
}

/** What is said of the work programme and of call-in, by kind. */
export const programmeRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.proposal, renderProposal],
  [messageKinds.proposalOverdue, renderOverdue],
  [messageKinds.proposalDecided, renderDecided],
  [messageKinds.callIn, renderCallIn],
  [messageKinds.callInClerks, renderCallInClerks],
  [messageKinds.callInMade, renderCallInMade],
]

/** A message holds 50 blocks; the view behind *Open* has every name. */
const NAMED = 30

async function callInPosted(house: House, one: CallInRow, withNames: boolean): Promise<Rendering> {
  const committee = await nameOf(house, one.committeeId)
  const working = one.state === 'open' ? await windowWorking(house, one) : []
  const value = callInValue(one)
  const names = withNames && one.requests.length <= NAMED ? one.requests : []
  return posted(committee, callIn.card.notification(one.title), [
    ...sections(callIn.decision(one)),
    ...sections(callIn.stateLine(one)),
    ...(working.length === 0 ? [] : contexts(callIn.working(working))),
    ...(names.length === 0 ? [] : sections(callIn.names(names.map(({ name }) => name)))),
    actions(
      ...(one.state === 'open' ? [button({ id: ids.callIn.ask, text: callIn.ask, value })] : []),
      button({ id: ids.callIn.open, text: callIn.open, value }),
    ),
  ])
}

async function isForClerks(house: House, committeeId: string, message: OutgoingMessage): Promise<boolean> {
  const { clerksChannelId } = await placesOf(house, committeeId)
  const clerks = await clerksAddress(house, { committeeId, clerksChannelId })
  return clerks.some((one) => recipientText(one) === recipientText(message.recipient))
}

async function isForChair(house: House, one: CallInRow, { recipient }: OutgoingMessage): Promise<boolean> {
  if (!('person' in recipient)) return false
  const today = civilDate(house.now(), house.timeZone).toString()
  const seat = await memberOn(house.db, house.councilId, one.committeeId, today, recipient.person)
  return seat?.office === 'chair'
}

async function nameOf({ councilId, db }: House, committeeId: string): Promise<string> {
  const committee = await db.committee.findFirst({
    where: { councilId, id: committeeId },
    select: { name: true },
  })
  return committee?.name ?? ''
}

function posted(committee: string, notification: Mrkdwn, blocks: readonly KnownBlock[]): Rendering {
  return { post: { text: notification.text, blocks: [heading(committee), ...blocks] } }
}
