import type { IncomingMessage, ServerResponse } from 'node:http'
import { callFaults } from '../faults.ts'
import { readBody, sendJson, sendText, urlOf } from '../http-io.ts'
import type { Json } from '../json.ts'
import type { Parts } from '../parts.ts'
import { type Args, readArgs } from './args.ts'
import { type Call, type Method, SlackError } from './call.ts'
import { methods } from './methods.ts'

const bodyLimit = 64 * 1024 * 1024

/** `POST /api/<method>`: token, fault, rate limit, scopes, the method itself, the journal. */
export async function answerCall(
  parts: Parts,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = performance.now()
  const body = await readBody(request, bodyLimit)
  const args = await readArgs(urlOf(request), request.headers['content-type'] ?? '', body)
  const channel = args.text('channel') ?? args.text('channel_id')
  const effect: Json = {}
  const record = (what: Json) =>
    parts.journal.write('call', {
      method: name,
      ...(channel ? { channel } : {}),
      args: args.summary(),
      ...(Object.keys(effect).length > 0 ? { effect } : {}),
      ...what,
      ms: Math.round((performance.now() - began) * 10) / 10,
    })

  const fault = parts.faults.take(name, channelNames(parts, channel), callFaults)
  if (fault) parts.journal.write('fault', { method: name, kind: fault.kind, ...(channel ? { channel } : {}) })
  switch (fault?.kind) {
    case '429':
      record({ ok: false, error: 'ratelimited' })
      return rateLimited(response, fault.retryAfter)
    case '500':
    case '503':
      record({ ok: false, error: `http_${fault.kind}` })
      return sendText(response, Number(fault.kind), 'The workspace was told to fail.')
    case 'refused':
    case 'reset-before':
      record({ ok: false, error: 'connection destroyed before the effect' })
      request.socket.destroy()
      return
    case 'error':
      record({ ok: false, error: fault.error })
      return sendJson(response, 200, { ok: false, error: fault.error })
    case 'latency':
      await new Promise((passed) => setTimeout(passed, fault.ms))
      break
    default:
  }

  const token = bearer(request) ?? args.text('token')
  const outcome = await run(parts, name, args, token, effect)
  if ('retryAfter' in outcome) {
    record({ ok: false, error: 'ratelimited' })
    return rateLimited(response, outcome.retryAfter)
  }
  record({ ok: outcome.answer['ok'], ...(outcome.answer['error'] ? { error: outcome.answer['error'] } : {}) })
  if (fault?.kind === 'reset-after') request.socket.destroy()
  else sendJson(response, 200, outcome.answer)
}

type Outcome = { readonly answer: Json } | { readonly retryAfter: number }

async function run(
  parts: Parts,
  name: string,
  args: Args,
  token: string | undefined,
  effect: Json,
): Promise<Outcome> {
  const method = methods[name]
  if (!method) return refused('unknown_method', { req_method: name })
  const noToken = whyNotToken(parts, method, token)
  if (noToken) return refused(noToken)
  const retryAfter = parts.limits.retryAfter(name, args.text('channel'))
  if (retryAfter !== undefined) return { retryAfter }
  const call: Call = { parts, args, effect, need: (...scopes) => needScope(parts, scopes) }
  try {
    if (method.scopes) call.need(...method.scopes)
    return { answer: { ok: true, ...(await method.run(call)) } }
  } catch (error) {
    if (error instanceof SlackError) return refused(error.code, error.more)
    parts.journal.write('fault', { method: name, kind: 'bug', message: String(error) })
    console.error(`The workspace failed in ${name}:`, error)
    return refused('internal_error')
  }
}

function refused(error: string, more: Json = {}): Outcome {
  return { answer: { ok: false, error, ...more } }
}

function whyNotToken(parts: Parts, method: Method, token: string | undefined): string | undefined {
  const { botToken, appToken } = parts.credentials
  if (method.token === 'none') return undefined
  if (!token) return 'not_authed'
  if (token !== botToken && token !== appToken) return 'invalid_auth'
  const wanted = method.token === 'app' ? appToken : botToken
  return token === wanted ? undefined : 'not_allowed_token_type'
}

function needScope(parts: Parts, scopes: readonly string[]): void {
  if (scopes.some((scope) => parts.app.scopes.has(scope))) return
  throw new SlackError('missing_scope', {
    needed: scopes.join(','),
    provided: [...parts.app.scopes].join(','),
  })
}

/** A fault may name a channel by id or by name. */
function channelNames(parts: Parts, channel: string | undefined): string[] {
  if (!channel) return []
  const direct = parts.state.directOf(channel)?.id
  const name = parts.state.channels.get(channel)?.name
  return [channel, ...(name ? [name, `#${name}`] : []), ...(direct ? [direct] : [])]
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

function rateLimited(response: ServerResponse, retryAfter: number): void {
  sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(retryAfter) })
}
