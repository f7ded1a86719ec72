import { z } from 'zod'

/** What the workspace remembers. The shapes are schemas because they are also read back from disk. */

const json = z.record(z.string(), z.unknown())

export const person = z.object({
  id: z.string(),
  name: z.string(),
  realName: z.string(),
  title: z.string().optional(),
  email: z.string().optional(),
  isGuest: z.boolean(),
  isBot: z.boolean(),
  deactivated: z.boolean(),
  updated: z.number(),
})

export const channel = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['channel', 'private', 'direct']),
  topic: z.string(),
  members: z.array(z.string()),
  archived: z.boolean(),
  created: z.number(),
  /** The person on the other side of the app's direct message. */
  with: z.string().optional(),
})

export const message = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  byApp: z.boolean(),
  text: z.string(),
  blocks: z.array(json),
  attachments: z.array(json).default([]),
  threadTs: z.string().optional(),
  edited: z.object({ user: z.string(), ts: z.string() }).optional(),
  metadata: json.optional(),
  files: z.array(z.string()),
  subtype: z.string().optional(),
  clientMsgId: z.string().optional(),
})

export const storedFile = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  mimetype: z.string(),
  size: z.number(),
  user: z.string(),
  created: z.number(),
  /** Conversations that it was shared in. */
  channels: z.array(z.string()),
  /** Given to the app by a form or made by it: it may read it without any conversation. */
  givenToApp: z.boolean(),
  /** Part of the address, so that an address alone cannot be guessed. */
  secret: z.string(),
  complete: z.boolean(),
})

export const home = z.object({ user: z.string(), view: json })

export const facts = z.object({
  teamId: z.string(),
  teamName: z.string(),
  teamDomain: z.string(),
  appId: z.string(),
  botId: z.string(),
  botUser: z.string(),
  offsetMs: z.number(),
})

export type Person = z.output<typeof person>
export type Channel = z.output<typeof channel>
export type Message = z.output<typeof message>
export type StoredFile = z.output<typeof storedFile>
export type Home = z.output<typeof home>
export type Facts = z.output<typeof facts>
