import { clerksOf, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { recipientText } from '../database/intended-message.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer, Rendering } from '../delivery/rendering.ts'
import { supplementOfSlot, supplementSlot } from '../meetings/messages.ts'
import { isTold } from '../meetings/who-is-told.ts'
import { type SupplementNews, supplementNews } from '../publications/supplement-news.ts'
import { supplementWords } from '../publications/words.ts'
import { cardAt } from './card-at.ts'
import { supplementLine, supplementReply, withdrawnLine } from './supplement-view.ts'

/** What a supplement changed, in the thread of the card as it stands; an ordinary message where there is none. */
export const renderSupplementReply: Renderer = async (house, message) => {
  const found = await newsOf(house, message)
  if (!found) return { drop: 'supplement-gone' }
  const { news, told } = found
  const { recipient } = message
  // A channel that was the committee's when the message was wanted may be anybody's now (law 3).
  if (!('channel' in recipient) || recipient.channel !== news.meeting.channelId)
    return { drop: 'other-channel' }
  if (await isUntold(house, message, news)) return { drop: 'withdrawn' }
  const say = supplementWords('en')
  const post =
    told === 'withdrawn'
      ? withdrawnLine(say.news.withdrawnReply(say.name(news)))
      : supplementReply(await modelOf(house, news), say)
  const threadTs = await cardAt(house, message)
  return { post: { ...post, ...(threadTs === undefined ? {} : { threadTs }) } }
}

/** The same as one new line to a member. */
export const renderSupplementLine: Renderer = async (house, message): Promise<Rendering> => {
  const found = await newsOf(house, message)
  if (!found || !('person' in message.recipient)) return { drop: 'supplement-gone' }
  const { news, told } = found
  const { meeting } = news
  const person = await personById(house, message.recipient.person)
  if (!person || !(await isTold(house, meeting, meeting.date, person.id))) return { drop: 'not-a-member' }
  if (await isUntold(house, message, news)) return { drop: 'withdrawn' }
  const say = supplementWords(person.language)
  if (told === 'withdrawn') return { post: withdrawnLine(say.news.withdrawnNow(say.name(news), meeting)) }
  return { post: supplementLine(await modelOf(house, news), say) }
}

async function newsOf(house: House, message: OutgoingMessage) {
  const { number, told } = supplementOfSlot(message.slot)
  const news = await supplementNews(house, { meetingId: message.subject, number })
  return news && { news, told }
}

async function modelOf(house: House, news: SupplementNews) {
  const clerks = await clerksOf(house, news.meeting.committeeId)
  return { news, clerks: clerks.map((clerk) => clerk.name), timeZone: house.timeZone }
}

/** Whoever was never told of a supplement need not hear that it was withdrawn. */
async function isUntold(house: House, message: OutgoingMessage, news: SupplementNews): Promise<boolean> {
  if (!news.withdrawn) return false
  const published = supplementSlot({ number: news.number, told: 'published' })
  const first = await house.db.outboxMessage.findFirst({
    where: {
      councilId: house.councilId,
      kind: message.kind,
      subject: message.subject,
      recipient: recipientText(message.recipient),
      slot: published,
    },
    select: { sentAt: true, state: true },
  })
  return first?.sentAt == null && first?.state !== 'ambiguous'
}
