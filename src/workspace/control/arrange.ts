import { z } from 'zod'
import { sendEvent } from '../events.ts'
import { faultOrder } from '../faults.ts'
import { findPerson } from '../lookup.ts'
import type { Channel } from '../model.ts'
import type { Parts } from '../parts.ts'
import { addChannel, addPerson, userObject } from '../people.ts'
import { personShown } from '../screen-of.ts'
import { bodyOf, type ControlCall, ControlError, personCalled } from './request.ts'

const newPerson = z.object({
  id: z.string().optional(),
  name: z.string().min(1),
  realName: z.string().min(1),
  title: z.string().optional(),
  email: z.string().optional(),
  isGuest: z.boolean().optional(),
})

/** `POST /_local/people`: a new person; somebody who is there already is answered as they are. */
export const createPerson: ControlCall = async ({ parts, request }) => {
  const wanted = await bodyOf(request, newPerson)
  const isNew = !findPerson(parts.state, wanted.id ?? wanted.email ?? wanted.name)
  const person = addPerson(parts.state, parts.facts, wanted, parts.clock.seconds())
  if (isNew) {
    const user = userObject(person, parts.facts, parts.clock.now(), parts.app.scopes.has('users:read.email'))
    await sendEvent(parts, {
      subscription: 'team_join',
      event: { type: 'team_join', user, event_ts: parts.clock.nextTs() },
    })
  }
  return { ok: true, person: personShown(person) }
}

const newChannel = z.object({
  name: z.string().min(1),
  private: z.boolean().optional(),
  topic: z.string().optional(),
  members: z.array(z.string()).optional(),
  withApp: z.boolean().optional(),
})

/** `POST /_local/channels`: a new channel, or more members for one that exists. */
export const createChannel: ControlCall = async ({ parts, request }) => {
  const wanted = await bodyOf(request, newChannel)
  for (const said of wanted.members ?? []) personCalled(parts, said)
  const { channel, joined } = addChannel(parts.state, parts.facts, wanted, parts.clock.seconds())
  for (const user of joined) await membershipEvent(parts, channel, user, 'member_joined_channel')
  const { id, name, kind, members } = channel
  return { ok: true, channel: { id, name, kind, members } }
}

/** `POST /_local/leave`: somebody leaves a channel or is removed from it; so can the app. */
export const leaveChannel: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, z.object({ person: z.string(), channel: z.string() }))
  const person = personCalled(parts, order.person)
  const name = order.channel.replace(/^#/, '')
  const channel = [...parts.state.channels.values()].find(
    (one) => one.kind !== 'direct' && (one.id === name || one.name === name),
  )
  if (!channel?.members.includes(person.id))
    throw new ControlError(404, `${person.realName} is not in "${order.channel}".`)
  parts.state.putChannel({ ...channel, members: channel.members.filter((id) => id !== person.id) })
  await membershipEvent(parts, channel, person.id, 'member_left_channel')
  return { ok: true }
}

/** `POST /_local/archive`: archive a channel; the app can no longer post there. */
export const archiveChannel: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, z.object({ channel: z.string() }))
  const name = order.channel.replace(/^#/, '')
  const channel = [...parts.state.channels.values()].find(
    (one) => one.kind !== 'direct' && (one.id === name || one.name === name),
  )
  if (!channel) throw new ControlError(404, `There is no channel "${order.channel}".`)
  parts.state.putChannel({ ...channel, archived: true })
  return { ok: true }
}

/** `POST /_local/deactivate`: an administrator deactivates somebody's account. */
export const deactivatePerson: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, z.object({ person: z.string() }))
  const before = personCalled(parts, order.person)
  const person = { ...before, deactivated: true, updated: parts.clock.seconds() }
  parts.state.putPerson(person)
  parts.modals.clear(person.id)
  const user = userObject(person, parts.facts, parts.clock.now(), parts.app.scopes.has('users:read.email'))
  await sendEvent(parts, {
    subscription: 'user_change',
    event: { type: 'user_change', user, event_ts: parts.clock.nextTs() },
  })
  return { ok: true, person: personShown(person) }
}

async function membershipEvent(
  parts: Parts,
  channel: Channel,
  user: string,
  type: 'member_joined_channel' | 'member_left_channel',
) {
  const aboutApp = user === parts.facts.botUser
  if (!aboutApp && !channel.members.includes(parts.facts.botUser)) return
  const channelType = channel.kind === 'private' ? 'G' : 'C'
  const event = {
    type,
    user,
    channel: channel.id,
    channel_type: channelType,
    team: parts.facts.teamId,
    event_ts: parts.clock.nextTs(),
  }
  await sendEvent(parts, { subscription: type, event, channel: channel.id })
}

/** `POST /_local/faults`: order trouble. A `socket-drop` or reconnect of method `socket` happens at once. */
export const addFault: ControlCall = async ({ parts, request }) => {
  const fault = await bodyOf(request, faultOrder)
  if (fault.kind === 'socket-drop' && fault.method === 'socket') parts.sockets.drop()
  else parts.faults.add(fault)
  return { ok: true, faults: parts.faults.waiting }
}

export const listFaults: ControlCall = ({ parts }) => ({ ok: true, faults: parts.faults.waiting })

export const clearFaults: ControlCall = ({ parts }) => {
  parts.faults.clear()
  return { ok: true, faults: [] }
}

/** `POST /_local/reconnect`: Slack recycles the Socket Mode connections and says so. */
export const askToReconnect: ControlCall = async ({ parts, request }) => {
  const reasons = z.enum(['warning', 'refresh_requested', 'link_disabled'])
  const { reason } = await bodyOf(request, z.object({ reason: reasons.default('refresh_requested') }))
  parts.sockets.askToReconnect(reason)
  return { ok: true }
}

/** `POST /_local/limits`: rate limits on or off, and the workspace's own limit on posts. */
export const setLimits: ControlCall = async ({ parts, request }) => {
  const wanted = z.object({
    enabled: z.boolean().optional(),
    workspacePostsPerSecond: z.number().positive().nullable().optional(),
  })
  const order = await bodyOf(request, wanted)
  const { enabled, workspacePostsPerSecond } = parts.limits.settings
  const posts =
    order.workspacePostsPerSecond === undefined
      ? workspacePostsPerSecond
      : (order.workspacePostsPerSecond ?? undefined)
  parts.limits.settings = { enabled: order.enabled ?? enabled, workspacePostsPerSecond: posts }
  return { ok: true, ...parts.limits.settings }
}
