import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import type { Ack } from '../deliveries.ts'
import { readBody, urlOf } from '../http-io.ts'
import { isRecord, type Json, parseJson } from '../json.ts'
import { findChannel, findPerson } from '../lookup.ts'
import type { Channel, Person } from '../model.ts'
import type { Parts } from '../parts.ts'
import type { Responded } from '../respond.ts'
import { screenOf } from '../screen-of.ts'

/** A wrong request, in a sentence for whoever made it. */
export class ControlError extends Error {
  readonly status: number
  readonly more: Json

  constructor(status: number, message: string, more: Json = {}) {
    super(message)
    this.status = status
    this.more = more
  }
}

export interface ControlRequest {
  readonly parts: Parts
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly query: URLSearchParams
}

/** Answers the JSON to send, or nothing when the call has answered by itself. */
export type ControlCall = (request: ControlRequest) => Promise<Json | undefined> | Json | undefined

const bodyLimit = 450 * 1024 * 1024

export async function bodyOf<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const text = (await readBody(request, bodyLimit)).toString('utf8')
  const json = text.trim() === '' ? {} : parseJson(text)
  if (json === undefined) throw new ControlError(400, 'The body is not JSON.')
  return checked(schema, json)
}

export function queryOf<T>(request: IncomingMessage, schema: z.ZodType<T>): T {
  return checked(schema, Object.fromEntries(urlOf(request).searchParams))
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'the body'}: ${issue.message}`,
  )
  throw new ControlError(400, `The request is not right: ${problems.join('; ')}.`)
}

export function personCalled(parts: Parts, said: string): Person {
  const person = findPerson(parts.state, said)
  if (person) return person
  throw new ControlError(
    404,
    `Nobody in this workspace is called "${said}"; GET /_local/people lists everybody.`,
  )
}

/** A person who can act: there, human, and not deactivated. */
export function actor(parts: Parts, said: string): Person {
  const person = personCalled(parts, said)
  if (person.isBot) throw new ControlError(400, `${person.realName} is the app; act as a person.`)
  if (person.deactivated)
    throw new ControlError(400, `${person.realName} is deactivated and can no longer act.`)
  return person
}

/** A conversation that the person is in. */
export function conversationOf(parts: Parts, person: Person, said: string): Channel {
  const channel = findChannel(parts.state, said, person.id)
  if (!channel)
    throw new ControlError(404, `There is no conversation "${said}"; GET /_local/channels lists them.`)
  if (channel.members.includes(person.id)) return channel
  throw new ControlError(
    400,
    `${person.realName} is not in ${channel.kind === 'direct' ? 'that conversation' : `#${channel.name}`}.`,
  )
}

/** The answer to everything a person does: whether the app acknowledged it, and what they see, when asked. */
export function acted(
  parts: Parts,
  person: Person,
  wantsScreen: boolean | undefined,
  ack: Ack | undefined,
  responded?: Responded,
): Json {
  return {
    ok: true,
    acknowledged: ack?.acknowledged ?? true,
    ackMs: ack?.ms ?? 0,
    ...(ack?.failure ? { failure: ack.failure } : {}),
    ...(isRecord(ack?.payload) && Object.keys(ack.payload).length > 0 ? { response: ack.payload } : {}),
    ...(responded && Object.keys(responded).length > 0 ? { responded } : {}),
    ...(wantsScreen ? { screen: screenOf(parts, person) } : {}),
  }
}
