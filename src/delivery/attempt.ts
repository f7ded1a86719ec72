import type { WebClient } from '@slack/web-api'
import type { House } from '../database/house.ts'
import { unreadableAnswer, type Verdict, verdictOf } from './answers.ts'
import { aboutToPost } from './claim.ts'
import type { DeliveryGround } from './ground.ts'
import { marked } from './mark.ts'
import type { HeldMessage } from './outgoing-message.ts'
import type { Rendering } from './rendering.ts'
import { shareFile } from './share-file.ts'

/** How far one try came. */
export type Attempt =
  | { readonly sent: { readonly channel: string; readonly ts: string } }
  | { readonly dropped: string }
  /** The message is not ours any more: another replica thought this one dead. */
  | { readonly lost: true }
  | { readonly failed: Verdict; readonly error?: unknown }

type Post = Extract<Rendering, { post: unknown }>['post']

/** The answer on editing a message that somebody deleted. It is not posted anew: law 2 posts once. */
export const MESSAGE_GONE = 'message-gone'

/** Finds the direct message with a person; remembered by Slack user, since opening has a limit of its own. */
export type Conversations = Map<string, string>

/** Render and send or edit one message. Never throws for what Slack or a renderer does. */
export async function attempt(
  ground: DeliveryGround,
  house: House,
  held: HeldMessage,
  conversations: Conversations,
): Promise<Attempt> {
  const renderer = ground.renderers.get(held.kind)
  if (!renderer) return { failed: { verdict: 'refused', code: 'unknown-kind' } }
  let rendering: Rendering
  try {
    rendering = await renderer(house, held)
  } catch (error) {
    return { failed: { verdict: 'not-sent', code: 'not-rendered' }, error }
  }
  if ('drop' in rendering) return { dropped: rendering.drop }
  let client: WebClient
  try {
    client = await ground.clientOf(held.councilId)
  } catch (error) {
    return { failed: { verdict: 'not-sent', code: 'no-client' }, error }
  }
  const { file } = rendering.post
  // What is shared is never shared a second time, whoever wants it true again.
  if (held.standing && file) return { sent: held.standing }
  if (held.standing) return edit(ground, client, held, held.standing, rendering.post)
  // A clerk saw it arrive, but nobody knows where it stands: posting would be the second time.
  if (held.sentAt) return { failed: { verdict: 'in-doubt', code: 'changed-since' } }
  if (!file) return post(ground, house, client, held, rendering.post, conversations)
  const { recipient } = held
  if (!('channel' in recipient)) return { failed: { verdict: 'refused', code: 'file-to-person' } }
  return shareFile(ground.prisma, client, held, { ...rendering.post, file, channel: recipient.channel })
}

async function edit(
  ground: DeliveryGround,
  client: WebClient,
  held: HeldMessage,
  standing: { readonly channel: string; readonly ts: string },
  message: Post,
): Promise<Attempt> {
  try {
    const call = client.chat.update({
      channel: standing.channel,
      ts: standing.ts,
      text: message.text,
      blocks: marked(held.id, message),
      // chat.update parses like a person's typing unless told otherwise; chat.postMessage does not.
      parse: 'none',
    })
    await Promise.all([call, ground.atPoint?.('during-edit', held)])
    return { sent: standing }
  } catch (error) {
    const failed = verdictOf(error)
    if (failed.verdict === 'in-doubt') return { failed: { verdict: 'not-sent', code: failed.code }, error }
    if (failed.code === 'message_not_found')
      return { failed: { verdict: 'refused', code: MESSAGE_GONE }, error }
    return { failed, error }
  }
}

async function post(
  ground: DeliveryGround,
  house: House,
  client: WebClient,
  held: HeldMessage,
  message: Post,
  conversations: Conversations,
): Promise<Attempt> {
  const place = await placeOf(house, client, held, conversations)
  if (!('channel' in place)) return place
  if ('person' in held.recipient && message.threadTs !== undefined)
    return { failed: { verdict: 'refused', code: 'thread-to-person' } }
  if (!(await aboutToPost(ground.prisma, held, place.channel))) return { lost: true }
  try {
    const answer = await client.chat.postMessage({
      channel: place.channel,
      text: message.text,
      blocks: marked(held.id, message),
      unfurl_links: false,
      unfurl_media: false,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    })
    if (answer.ts === undefined) return { failed: unreadableAnswer }
    return { sent: { channel: answer.channel ?? place.channel, ts: answer.ts } }
  } catch (error) {
    return { failed: verdictOf(error), error }
  }
}

/** The channel to post to. Opening a direct message is idempotent, so doubt about it is no doubt. */
async function placeOf(
  house: House,
  client: WebClient,
  held: HeldMessage,
  conversations: Conversations,
): Promise<{ readonly channel: string } | Attempt> {
  if ('channel' in held.recipient) return held.recipient
  const person = await house.db.person.findFirst({
    where: { councilId: held.councilId, id: held.recipient.person },
    select: { slackUserId: true },
  })
  if (!person) return { dropped: 'no-such-person' }
  const user = person.slackUserId
  if (user === null) return { dropped: 'without-slack' }
  const known = conversations.get(`${held.councilId} ${user}`)
  if (known !== undefined) return { channel: known }
  try {
    const answer = await client.conversations.open({ users: user })
    const channel = answer.channel?.id
    if (channel === undefined) return { failed: { verdict: 'not-sent', code: 'unreadable-answer' } }
    conversations.set(`${held.councilId} ${user}`, channel)
    return { channel }
  } catch (error) {
    const failed = verdictOf(error)
    return {
      failed: failed.verdict === 'in-doubt' ? { verdict: 'not-sent', code: failed.code } : failed,
      error,
    }
  }
}
