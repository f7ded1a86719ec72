import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody, sendJson, sendText, urlOf } from './http-io.ts'
import { isRecord, parseJson } from './json.ts'
import type { Parts } from './parts.ts'
import { respond } from './respond.ts'

/** `POST /response/…`: an app answers through the response_url of a command or an interaction. */
export async function takeResponse(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = parseJson((await readBody(request, 2_000_000)).toString('utf8'))
  const fault = parts.faults.take('response_url')
  if (fault) parts.journal.write('fault', { method: 'response_url', kind: fault.kind })
  if (fault?.kind === '429')
    return sendJson(
      response,
      429,
      { ok: false, error: 'ratelimited' },
      { 'retry-after': String(fault.retryAfter) },
    )
  if (fault?.kind === '500' || fault?.kind === '503')
    return sendText(response, Number(fault.kind), 'The workspace was told to fail.')
  if (fault?.kind === 'refused' || fault?.kind === 'reset-before') return void request.socket.destroy()
  const used = parts.responseUrls.use(urlOf(request).pathname.replace('/response/', ''))
  if ('refusal' in used) {
    parts.journal.write('call', { method: 'response_url', ok: false, error: used.refusal })
    return sendText(response, 404, used.refusal)
  }
  const { target } = used
  if (!isRecord(body)) return sendText(response, 400, 'invalid_payload')
  const outcome = respond(parts, target, body)
  const refused =
    'error' in outcome ? { error: outcome.error, ...(outcome.detail ? { detail: outcome.detail } : {}) } : {}
  const effect = {
    channel: target.channel,
    user: target.user,
    ...('ts' in outcome ? { ts: outcome.ts } : {}),
  }
  parts.journal.write('call', {
    method: 'response_url',
    ok: !('error' in outcome),
    args: body,
    effect,
    ...refused,
  })
  if (fault?.kind === 'reset-after') return void request.socket.destroy()
  if ('error' in outcome)
    return sendJson(response, outcome.error === 'invalid_blocks' ? 400 : 500, { ok: false, ...refused })
  sendText(response, 200, 'ok')
}
