import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createPlainServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verdictOf } from '../../src/delivery/answers.ts'
import { senderClient } from '../../src/delivery/sender-client.ts'
import { silentLog } from '../support/logs.ts'

type Answering = (request: IncomingMessage, response: ServerResponse) => void

const says =
  (status: number, body: string, headers: Record<string, string> = {}): Answering =>
  (_request, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
const ends = (how: (request: IncomingMessage) => void): Answering => {
  return (request) => {
    request.resume().on('end', () => how(request))
  }
}
const refusal = (code: string) => says(200, JSON.stringify({ ok: false, error: code }))

/** What the server does, as the real client on the real network meets it, and the verdict that follows. */
const answers: Record<string, { readonly does: Answering; readonly verdict: object }> = {
  'a limit with a time': {
    does: says(429, '', { 'retry-after': '7' }),
    verdict: { verdict: 'limited', code: 'ratelimited', retryAfterMs: 7_000 },
  },
  'a limit without a time': { does: says(429, ''), verdict: { verdict: 'limited', retryAfterMs: 30_000 } },
  'a limit with a time that is no number': {
    does: says(429, '', { 'retry-after': 'soon' }),
    verdict: { verdict: 'limited', retryAfterMs: 30_000 },
  },
  ratelimited: { does: refusal('ratelimited'), verdict: { verdict: 'limited', code: 'ratelimited' } },
  rate_limited: { does: refusal('rate_limited'), verdict: { verdict: 'limited', code: 'rate_limited' } },
  service_unavailable: { does: refusal('service_unavailable'), verdict: { verdict: 'not-sent' } },
  team_added_to_org: { does: refusal('team_added_to_org'), verdict: { verdict: 'not-sent' } },
  request_timeout: { does: refusal('request_timeout'), verdict: { verdict: 'not-sent' } },
  external_channel_migrating: {
    does: refusal('external_channel_migrating'),
    verdict: { verdict: 'not-sent' },
  },
  fatal_error: { does: refusal('fatal_error'), verdict: { verdict: 'in-doubt', code: 'fatal_error' } },
  internal_error: {
    does: refusal('internal_error'),
    verdict: { verdict: 'in-doubt', code: 'internal_error' },
  },
  update_failed: { does: refusal('update_failed'), verdict: { verdict: 'in-doubt' } },
  'a reset after the request': {
    does: ends((request) => request.socket.resetAndDestroy()),
    verdict: { verdict: 'in-doubt', code: 'ECONNRESET' },
  },
  'a hang-up after the request': {
    does: ends((request) => void request.socket.destroy()),
    verdict: { verdict: 'in-doubt', code: 'UND_ERR_SOCKET' },
  },
  'no answer in time': { does: ends(() => {}), verdict: { verdict: 'in-doubt', code: 'timed-out' } },
  'an answer that stops in the middle': {
    does: (request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"ok":tr', () => request.socket.destroy())
    },
    verdict: { verdict: 'in-doubt' },
  },
  'an answer that never ends': {
    does: (_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"ok":tr')
    },
    verdict: { verdict: 'in-doubt', code: 'timed-out' },
  },
  'an error of the server': { does: says(500, 'oops'), verdict: { verdict: 'in-doubt', code: 'http-500' } },
  'a gateway without its server': {
    does: says(503, '{"ok":false,"error":"invalid_auth"}'),
    verdict: { verdict: 'in-doubt', code: 'http-503' },
  },
  'a server that waited too long': {
    does: says(408, ''),
    verdict: { verdict: 'in-doubt', code: 'http-408' },
  },
  'a proxy that refuses': { does: says(403, 'no'), verdict: { verdict: 'refused', code: 'http-403' } },
  'a wrong address': { does: says(404, 'no'), verdict: { verdict: 'refused', code: 'http-404' } },
  'a redirect': { does: says(302, '', { location: '/login' }), verdict: { verdict: 'in-doubt' } },
  'a login page': {
    does: says(200, '<html>Please log in</html>'),
    verdict: { verdict: 'in-doubt', code: 'unreadable-answer' },
  },
  'an empty answer': { does: says(200, ''), verdict: { verdict: 'in-doubt', code: 'unreadable-answer' } },
  'an answer without ok': {
    does: says(200, '{}'),
    verdict: { verdict: 'in-doubt', code: 'unreadable-answer' },
  },
  'null for an answer': { does: says(200, 'null'), verdict: { verdict: 'in-doubt' } },
  'text for an answer': { does: says(200, '"hi"'), verdict: { verdict: 'in-doubt' } },
}
for (const code of [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'user_disabled',
  'messages_tab_disabled',
  'invalid_blocks',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'token_revoked',
  'invalid_auth',
  'account_inactive',
  'missing_scope',
  'restricted_action',
  'message_limit_exceeded',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'a_code_that_slack_invents_tomorrow',
])
  answers[code] = { does: refusal(code), verdict: { verdict: 'refused', code } }

describe('what an answer of Slack’s means', () => {
  let server: Server
  beforeAll(async () => {
    server = createServer((request, response) => {
      const name = decodeURIComponent(request.url?.split('/')[1] ?? '')
      answers[name]?.does(request, response)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
  })
  afterAll(async () => {
    server.closeAllConnections()
    await once(server.close(), 'close')
  })

  test.each(Object.entries(answers))('%s', async (name, { verdict }) => {
    expect(await judged(`${addressOf(server)}/${encodeURIComponent(name)}/api/`)).toMatchObject(verdict)
  })
})

describe('what surely never left this machine', () => {
  test('a connection that is refused', async () => {
    const plain = createPlainServer()
    await once(plain.listen(0, '127.0.0.1'), 'listening')
    const address = addressOf(plain)
    await once(plain.close(), 'close')
    expect(await judged(`${address}/api/`)).toEqual({ verdict: 'not-sent', code: 'ECONNREFUSED' })
    expect(await judged(`${address.replace('127.0.0.1', 'localhost')}/api/`)).toMatchObject({
      verdict: 'not-sent',
    })
  })

  test('a name that is not known', async () => {
    expect(await judged('http://scrutineer.invalid/api/')).toMatchObject({ verdict: 'not-sent' })
  })

  test('a server that does not speak TLS', async () => {
    const plain = createServer()
    await once(plain.listen(0, '127.0.0.1'), 'listening')
    expect(await judged(`${addressOf(plain).replace('http:', 'https:')}/api/`)).toMatchObject({
      verdict: 'not-sent',
    })
    plain.closeAllConnections()
    await once(plain.close(), 'close')
  })

  test.each(['http://[/api/', 'gopher://slack.test/api/', 'http://127.0.0.1:1/api/'])(
    'an address that nothing can be sent to: %s',
    async (address) => {
      expect(await judged(address)).toMatchObject({ verdict: 'not-sent' })
    },
  )
})

test('an error that nobody foresaw leaves doubt', () => {
  expect(verdictOf(new Error('?'))).toEqual({ verdict: 'in-doubt', code: 'no-answer' })
  expect(verdictOf('?')).toEqual({ verdict: 'in-doubt', code: 'no-answer' })
})

async function judged(slackApiUrl: string): Promise<unknown> {
  const client = senderClient({ token: 'xoxb-test', slackApiUrl, log: silentLog, timeoutMs: 300 })
  try {
    return await client.chat.postMessage({ channel: 'C1', text: 'hello' })
  } catch (error) {
    return verdictOf(error)
  }
}

function addressOf(server: { address(): unknown }): string {
  const address = server.address()
  const port: unknown = typeof address === 'object' && address !== null ? Reflect.get(address, 'port') : ''
  return `http://127.0.0.1:${String(port)}`
}
