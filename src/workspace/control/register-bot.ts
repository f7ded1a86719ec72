import { z } from 'zod'
import { bodyOf, type ControlCall, ControlError } from './request.ts'

const registration = z.object({ url: z.url({ protocol: /^https?$/ }), leave: z.boolean().default(false) })

/** `POST /_local/bot`: a bot says where it is and learns the time; with `leave` it says goodbye. */
export const registerBot: ControlCall = async ({ parts, request }) => {
  const { url, leave } = await bodyOf(request, registration)
  const { origin } = new URL(url)
  if (leave) {
    parts.bots.remove(origin)
    return { ok: true, now: parts.clock.iso(), offsetMs: parts.clock.offsetMs }
  }
  if (parts.transport === 'http' && !parts.bots.all.includes(origin)) {
    const trouble = await parts.http.whyNotVerified(origin)
    if (trouble)
      throw new ControlError(400, `The request URL ${origin}/slack/events is not verified: ${trouble}`)
  }
  parts.bots.add(origin)
  return { ok: true, now: parts.clock.iso(), offsetMs: parts.clock.offsetMs }
}
