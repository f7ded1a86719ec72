import type { KnownBlock } from '@slack/types'
import { forecastOf, type MeetingForecast } from '../apologies/quorum-forecast.ts'
import { quorumWords as say } from '../apologies/quorum-words.en.ts'
import { isClerk, memberOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { context, contexts, section, sections } from '../slack/blocks.ts'

/**
 * How the quorum stands at the moment of sending: with names to the clerks, in numbers to the Chair unless
 * the committee has decided otherwise. Why somebody is away is said to nobody.
 */
const renderQuorum: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  const reader = await readerOf(house, message, meeting)
  if (!reader) return { drop: 'not-entitled' }
  // A message of before the meeting was moved says nothing of the new day.
  if (meeting.state !== 'scheduled' || !message.slot.startsWith(`${meeting.date}/`)) {
    const said = say.notNeeded({ ...meeting, date: message.slot.slice(0, 10) })
    return { post: { text: said.text, blocks: sections(said) } }
  }
  const forecast = await forecastOf(house, meeting)
  if (!forecast) {
    const said = say.noRule(meeting)
    return { post: { text: said.text, blocks: sections(said) } }
  }
  const withNames = reader === 'clerk' || forecast.chairSeesNames
  const blocks: KnownBlock[] = [
    section(say.heading(meeting)),
    ...quorumBlocks(forecast),
    ...(withNames ? sections(say.names(forecast)) : []),
    ...(reader === 'clerk' ? advice(forecast) : []),
  ]
  return { post: { text: say.short(meeting, forecast).text, blocks } }
}

/** State, numbers, working and what threatens it: the same in every place. */
export function quorumBlocks(forecast: MeetingForecast): KnownBlock[] {
  const risks = say.risks(forecast)
  return [
    section(say.inList(forecast)),
    context(say.workingInList(forecast)),
    ...(risks ? contexts(risks) : []),
  ]
}

function advice(forecast: MeetingForecast): KnownBlock[] {
  const said = say.whatToDo(forecast)
  return said ? contexts(said) : []
}

/** The clerks' channel as it is now, a clerk of the committee, or its Chair. */
async function readerOf(
  house: House,
  { recipient, kind }: OutgoingMessage,
  meeting: MeetingAtHand,
): Promise<'clerk' | 'chair' | undefined> {
  if ('channel' in recipient) return recipient.channel === meeting.clerksChannelId ? 'clerk' : undefined
  if (await isClerk(house, meeting.committeeId, recipient.person)) return 'clerk'
  if (kind !== messageKinds.quorumForecast) return undefined
  const { db, councilId } = house
  const member = await memberOn(db, councilId, meeting.committeeId, meeting.date, recipient.person)
  return member?.office === 'chair' ? 'chair' : undefined
}

/** For the map of renderers. */
export const quorumRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.quorumChange, renderQuorum],
  [messageKinds.quorumForecast, renderQuorum],
]
