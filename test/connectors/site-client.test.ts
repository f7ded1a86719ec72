import { describe, expect, onTestFinished, test } from 'vitest'
import { answerMemory } from '../../src/connectors/answer-memory.ts'
import { openSiteClient, type SiteLimits } from '../../src/connectors/site-client.ts'
import { serving } from '../documents/fetching/serving.ts'

describe('asking a site', () => {
  const client = (limits: Partial<SiteLimits> = {}, memory = answerMemory()) => {
    const opened = openSiteClient({ allowPrivate: true, betweenMs: 0, firstPauseMs: 1, ...limits }, memory)
    onTestFinished(() => opened[Symbol.asyncDispose]())
    return opened
  }
  const text = (answer: { ok: true; value: { bytes: Uint8Array } } | { ok: false; refusal: object }) =>
    answer.ok ? Buffer.from(answer.value.bytes).toString() : answer.refusal

  test('gives the answer and where it came from', async () => {
    const address = await serving((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/there' }).end()
      else response.end('here')
    })
    const answer = await client().get(new URL(address))
    expect(text(answer)).toBe('here')
    expect(answer.ok && answer.value.url.href).toBe(`${address}there`)
  })

  test('does not go into a private network, neither at once nor by a redirect', async () => {
    const address = await serving((_, response) => response.end('inside'))
    const refused = { ok: false, refusal: { code: 'not-public' } }
    expect(await client({ allowPrivate: false }).get(new URL(address))).toEqual(refused)
    const { port } = new URL(address)
    expect(await client({ allowPrivate: false }).get(new URL(`http://localhost:${port}/`))).toEqual(refused)
  })

  test('does not take a password along', async () => {
    expect(await client().get(new URL('http://ann:secret@127.0.0.1:9/'))).toEqual({
      ok: false,
      refusal: { code: 'holds-a-password' },
    })
  })

  test('waits for a slow site, and not for ever', async () => {
    const address = await serving((request, response) => {
      if (request.url === '/slow') setTimeout(() => response.end('at last'), 300)
    })
    expect(text(await client().get(new URL('/slow', address)))).toBe('at last')
    expect(await client({ silentMs: 1 }).get(new URL('/never', address))).toEqual({
      ok: false,
      refusal: { code: 'too-slow', figure: 0.001 },
    })
    expect(await client({ wholeMs: 50 }).get(new URL('/never', address))).toMatchObject({
      refusal: { code: 'too-slow' },
    })
  })

  test('asks a busy site again, and tells how long one asks to be left alone', async () => {
    let asked = 0
    const address = await serving((request, response) => {
      asked += 1
      if (request.url === '/rest') response.writeHead(503, { 'retry-after': '3600' }).end()
      else if (asked < 3) response.writeHead(503).end()
      else response.end('free')
    })
    expect(text(await client().get(new URL(address)))).toBe('free')
    expect(asked).toBe(3)
    expect(await client().get(new URL('/rest', address))).toEqual({
      ok: false,
      refusal: { code: 'busy', figure: 503, retryAfterMs: 3_600_000 },
    })
    expect(asked).toBe(4)
  })

  test.each([
    [403, 'refuses-programs'],
    [404, 'not-found'],
    [500, 'site-failed'],
  ])('is told what %i means', async (status, code) => {
    const address = await serving((_, response) => response.writeHead(status).end('no'))
    expect(await client().get(new URL(address))).toEqual({ ok: false, refusal: { code, figure: status } })
  })

  test('asks only for what has changed, where the site can tell by either sign', async () => {
    const conditions: unknown[] = []
    const address = await serving((request, response) => {
      const { 'if-none-match': tag, 'if-modified-since': since } = request.headers
      conditions.push(tag ?? since)
      if (tag ?? since) return response.writeHead(304).end()
      const sign =
        request.url === '/tag' ? { etag: '"1"' } : request.url === '/date' ? { 'last-modified': DATE } : {}
      return response.writeHead(200, sign).end(request.url)
    })
    const memory = answerMemory()
    for (const path of ['/tag', '/date', '/neither'])
      for (const _ of [1, 2]) expect(text(await client({}, memory).get(new URL(path, address)))).toBe(path)
    expect(conditions).toEqual([undefined, '"1"', undefined, DATE, undefined, undefined])
  })

  test('knows when there is no time left for another question', () => {
    expect(client().hasTime()).toBe(true)
    expect(client({ wholeMs: 1_000, silentMs: 2_000 }).hasTime()).toBe(false)
  })
})

const DATE = 'Wed, 06 Sep 2017 08:00:00 GMT'

test('what is remembered of sites has an end', () => {
  const memory = answerMemory()
  const headers = new Headers({ etag: '"1"' })
  for (let place = 0; place < 600; place += 1) memory.keep(`a${place}`, headers, new Uint8Array(10))
  expect(memory.get('a0')).toBeUndefined()
  expect(memory.get('a599')).toBeDefined()
  memory.keep('large', headers, new Uint8Array(15 * 1024 * 1024))
  memory.keep('larger', headers, new Uint8Array(10 * 1024 * 1024))
  expect(memory.get('large')).toBeUndefined()
  expect(memory.get('larger')).toBeDefined()
})
