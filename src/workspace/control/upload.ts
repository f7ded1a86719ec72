import { z } from 'zod'
import { asTyped, postByPerson } from '../messages.ts'
import { saveUpload } from '../uploads.ts'
import {
  acted,
  actor,
  bodyOf,
  type ControlCall,
  ControlError,
  type ControlRequest,
  conversationOf,
  queryOf,
} from './request.ts'

const about = z.object({
  as: z.string(),
  name: z.string().min(1),
  channel: z.string().optional(),
  threadTs: z.string().optional(),
  text: z.string().default(''),
})
const inJson = about.extend({ contentBase64: z.base64() })

/**
 * `POST /_local/upload`: a person uploads a file, as base64 in JSON or as the raw body with the rest
 * in the query. With a channel it is shared there in a message; without one it waits for a form.
 */
export const uploadFile: ControlCall = async (control) => {
  const { parts } = control
  const { order, bytes } = await read(control)
  const person = actor(parts, order.as)
  const channel = order.channel ? conversationOf(parts, person, order.channel) : undefined
  let file: Awaited<ReturnType<typeof saveUpload>>
  try {
    file = await saveUpload(parts, person.id, order.name, bytes)
  } catch (error) {
    if (error instanceof Error && error.message === 'too large')
      throw new ControlError(413, `${order.name} is larger than 300 MB.`)
    throw error
  }
  const { id, name, size } = file
  const answer = { ok: true, file: { id, name, size } }
  if (!channel) return answer
  const { message, delivered } = postByPerson(parts, channel.id, person.id, {
    text: asTyped(order.text),
    blocks: [],
    files: [id],
    threadTs: order.threadTs,
  })
  return { ...acted(parts, person, false, await delivered), ...answer, ts: message.ts, channel: channel.id }
}

async function read({ request, query }: ControlRequest) {
  if (query.has('as')) return { order: queryOf(request, about), bytes: request }
  const { contentBase64, ...order } = await bodyOf(request, inJson)
  return { order, bytes: Buffer.from(contentBase64, 'base64') }
}
