import type { RequestListener, ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type FetchLimits, openFetcher } from '../../../src/documents/fetching/fetcher.ts'
import { serving } from './serving.ts'

const MEGABYTE = 1024 * 1024
const strict: FetchLimits = { maxBytes: MEGABYTE, allowPrivate: false }
const open: FetchLimits = { maxBytes: MEGABYTE, allowPrivate: true, firstPauseMs: 1 }

async function fetched(address: string, limits = open) {
  await using fetcher = openFetcher(limits)
  return await fetcher.get(address)
}

async function textAt(address: string, limits = open): Promise<string> {
  const outcome = await fetched(address, limits)
  if (!outcome.ok) throw new Error(`not fetched: ${JSON.stringify(outcome.refusal)}`)
  return Buffer.from(outcome.value.bytes).toString()
}

describe('an address that leads into a private network', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.8.9.10/',
    'http://localhost/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://0/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://192.0.2.1/',
    'http://203.0.113.9/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
  ])('%s is not fetched', async (address) => {
    expect(await fetched(address, strict)).toEqual({ ok: false, refusal: { code: 'not-public' } })
  })
})

describe('what is not an address of the web', () => {
  test.each([
    ['ftp://underfell.example/pack.pdf', 'not-a-web-address'],
    ['file:///etc/passwd', 'not-a-web-address'],
    ['data:text/plain,agenda', 'not-a-web-address'],
    ['pack.pdf', 'not-a-web-address'],
    ['https://clerk:secret@underfell.example/pack.pdf', 'holds-a-password'],
    ['https://clerk@underfell.example/pack.pdf', 'holds-a-password'],
  ])('%s is not fetched', async (address, code) => {
    expect(await fetched(address)).toEqual({ ok: false, refusal: { code } })
  })

  test.each([
    ['file:///etc/passwd', 'not-a-web-address'],
    ['http://clerk:secret@127.0.0.1:1/', 'holds-a-password'],
  ])('%s is not reached by way of a redirect either', async (location, code) => {
    const address = await serving((_request, response) => response.writeHead(302, { location }).end())
    expect(await fetched(address)).toEqual({ ok: false, refusal: { code } })
  })
})

describe('a file at its address', () => {
  test('is fetched, politely named: who asks, what for and whom to ask about it', async () => {
    const named: (string | undefined)[] = []
    const address = await serving((request, response) => {
      named.push(request.headers['user-agent'])
      response.end('the pack')
    })
    expect(await textAt(address)).toBe('the pack')
    await textAt(address, { ...open, contact: 'democracy@underfell.example' })
    expect(named).toEqual([
      'Scrutineer (reads agenda packs for the members of a council committee)',
      'Scrutineer (reads agenda packs for the members of a council committee; democracy@underfell.example)',
    ])
  })

  test('is found behind a redirect to a relative address', async () => {
    const address = await serving((request, response) => {
      if (request.url === '/') response.writeHead(301, { location: '/moved/pack.pdf' }).end()
      else response.end(request.url)
    })
    const outcome = await fetched(address)
    expect(outcome).toMatchObject({
      ok: true,
      value: { name: 'pack.pdf', url: { pathname: '/moved/pack.pdf' } },
    })
  })

  test('that is exactly as large as allowed is taken, and one byte more is not', async () => {
    const address = await serving((request, response) => {
      response.end(Buffer.alloc(request.url === '/fits' ? MEGABYTE : MEGABYTE + 1))
    })
    expect((await fetched(`${address}fits`)).ok).toBe(true)
    expect(await fetched(address)).toEqual({ ok: false, refusal: { code: 'too-large', megabytes: 1 } })
  })

  test('that never ends is left as soon as it is too large', async () => {
    const address = await serving((_request, response) => endless(response))
    expect(await fetched(address)).toMatchObject({ refusal: { code: 'too-large' } })
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('that comes packed with %s is unpacked, and counted as it unpacks', async (encoding, pack) => {
    const address = await serving((request, response) => {
      response.writeHead(200, { 'content-encoding': encoding })
      response.end(pack(request.url === '/bomb' ? Buffer.alloc(64 * MEGABYTE) : Buffer.from('the pack')))
    })
    expect(await textAt(address)).toBe('the pack')
    expect(await fetched(`${address}bomb`)).toEqual({
      ok: false,
      refusal: { code: 'too-large', megabytes: 1 },
    })
  })

  test('that is said to be packed and is not is garbled', async () => {
    const address = await serving((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('%PDF-1.7, not packed at all')
    })
    expect(await fetched(address)).toEqual({ ok: false, refusal: { code: 'broke-off' } })
  })

  test('that nobody waits for any more is left at once', async () => {
    const leaving = new AbortController()
    const address = await serving(() => leaving.abort())
    const begun = performance.now()
    await fetched(address, { ...open, signal: leaving.signal })
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  test('that leads from page to page without end is given up', async () => {
    let hops = 0
    const address = await serving((_request, response) => {
      hops += 1
      response.writeHead(302, { location: `/${hops}` }).end()
    })
    expect(await fetched(address)).toEqual({ ok: false, refusal: { code: 'too-many-redirects' } })
    expect(hops).toBe(6)
  })

  test.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'refuses-programs'],
    [403, 'refuses-programs'],
    [500, 'site-failed'],
    [301, 'site-failed'],
  ])('answered with %i: %s, and asked for once', async (status, code) => {
    let asked = 0
    const address = await serving((_request, response) => {
      asked += 1
      response.writeHead(status).end('no')
    })
    expect(await fetched(address)).toEqual({ ok: false, refusal: { code, status } })
    expect(asked).toBe(1)
  })

  test.each([
    ['answers nothing', (() => {}) as RequestListener],
    ['begins and stops', ((_request, response) => response.write('%PDF')) as RequestListener],
  ])('from a server that %s is given up after the time allowed', async (_how, listener) => {
    const address = await serving(listener)
    const outcome = await fetched(address, { ...open, wholeMs: 100 })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'too-slow', seconds: 0.1 } })
  })

  test('from a server that is silent for too long is given up although there would be time', async () => {
    const address = await serving((_request, response) => response.write('%PDF'))
    const outcome = await fetched(address, { ...open, silentMs: 1_000 })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'too-slow', seconds: 1 } })
  })

  test('from a server that hangs up, is switched off or has no name is unreachable', async () => {
    const hangingUp = await serving((_request, response) => response.destroy())
    for (const address of [hangingUp, 'http://127.0.0.1:1/', 'http://no-such-council.invalid/'])
      expect(await fetched(address)).toEqual({ ok: false, refusal: { code: 'unreachable' } })
  })

  test('cut off in the middle each time is not half a pack', async () => {
    const address = await serving((_request, response) => cutOff(response))
    expect(await fetched(address)).toEqual({ ok: false, refusal: { code: 'broke-off' } })
  })
})

describe('a site that fails for a moment', () => {
  test.each<[string, (response: ServerResponse) => unknown]>([
    ['502', (response) => response.writeHead(502).end()],
    ['503', (response) => response.writeHead(503).end()],
    ['504', (response) => response.writeHead(504).end()],
    ['429', (response) => response.writeHead(429, { 'retry-after': '0' }).end()],
    ['a reset', (response) => response.destroy()],
    ['half a file', cutOff],
  ])('with %s is asked again', async (_how, fail) => {
    let asked = 0
    const address = await serving((_request, response) => {
      asked += 1
      if (asked < 3) fail(response)
      else response.end('the pack')
    })
    expect(await textAt(address)).toBe('the pack')
    expect(asked).toBe(3)
  })

  test('and goes on failing is asked three times', async () => {
    let asked = 0
    const address = await serving((_request, response) => {
      asked += 1
      response.writeHead(503).end()
    })
    expect(await fetched(address)).toEqual({ ok: false, refusal: { code: 'busy', status: 503 } })
    expect(asked).toBe(3)
  })

  test('is not asked before the time that it names', async () => {
    const at: number[] = []
    const address = await serving((_request, response) => {
      at.push(Date.now())
      if (at.length === 1) response.writeHead(429, { 'retry-after': '1' }).end()
      else response.end('the pack')
    })
    expect(await textAt(address)).toBe('the pack')
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(990)
  })

  test('and names a time long away is not waited for', async () => {
    const address = await serving((_request, response) =>
      response.writeHead(429, { 'retry-after': '3600' }).end(),
    )
    expect(await fetched(address)).toEqual({ ok: false, refusal: { code: 'busy', status: 429 } })
  })
})

function endless(response: ServerResponse): void {
  const more = () => {
    while (response.write(Buffer.alloc(64 * 1024)));
    response.once('drain', more)
  }
  more()
}

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('%PDF', () => response.destroy())
}
