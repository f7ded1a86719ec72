import { createServer, type RequestListener } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fetchAddress } from '../../src/publications/fetch-address.ts'

const MEGABYTE = 1024 * 1024
const strict = { maxBytes: MEGABYTE, allowPrivate: false }
const open = { maxBytes: MEGABYTE, allowPrivate: true }

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
    'ftp://underfell.example/pack.pdf',
    'file:///etc/passwd',
  ])('%s is not fetched', async (address) => {
    expect(await fetchAddress(address, strict)).toEqual({ ok: false, refusal: { code: 'not-public' } })
  })

  test('is not reached by way of a redirect either, nor a file of this machine', async () => {
    for (const location of ['http://127.0.0.1:1/', 'file:///etc/passwd', 'http://[::ffff:127.0.0.1]:1/']) {
      const asked: string[] = []
      const address = await serving((request, response) => {
        asked.push(request.url ?? '')
        response.writeHead(302, { location }).end()
      })
      const outcome = await fetchAddress(address, { ...open, allowPrivate: location.startsWith('file') })
      expect(outcome).toEqual({ ok: false, refusal: { code: 'not-public' } })
      expect(asked).toEqual(location.startsWith('file') ? ['/'] : [])
    }
  })
})

describe('a file at its address', () => {
  test('is fetched, politely named', async () => {
    let named = ''
    const address = await serving((request, response) => {
      named = request.headers['user-agent'] ?? ''
      response.end('the pack')
    })
    const outcome = await fetchAddress(address, open)
    expect(outcome.ok && Buffer.from(outcome.value).toString()).toBe('the pack')
    expect(named).toContain('Scrutineer')
  })

  test('is found behind a redirect to a relative address', async () => {
    const address = await serving((request, response) => {
      if (request.url === '/') response.writeHead(301, { location: '/moved/pack.pdf' }).end()
      else response.end(request.url)
    })
    const outcome = await fetchAddress(address, open)
    expect(outcome.ok && Buffer.from(outcome.value).toString()).toBe('/moved/pack.pdf')
  })

  test('that is exactly as large as allowed is taken, and one byte more is not', async () => {
    const address = await serving((request, response) => {
      response.end(Buffer.alloc(request.url === '/fits' ? MEGABYTE : MEGABYTE + 1))
    })
    expect((await fetchAddress(`${address}fits`, open)).ok).toBe(true)
    expect(await fetchAddress(address, open)).toEqual({
      ok: false,
      refusal: { code: 'too-large', megabytes: 1 },
    })
  })

  test('that never ends is left as soon as it is too large', async () => {
    const address = await serving((_request, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(64 * 1024)));
        response.once('drain', more)
      }
      more()
    })
    expect(await fetchAddress(address, open)).toMatchObject({ refusal: { code: 'too-large' } })
  })

  test('that leads from page to page without end is given up', async () => {
    let hops = 0
    const address = await serving((_request, response) => {
      hops += 1
      response.writeHead(302, { location: `/${hops}` }).end()
    })
    expect(await fetchAddress(address, open)).toEqual({ ok: false, refusal: { code: 'too-many-redirects' } })
    expect(hops).toBe(6)
  })

  test.each([404, 403, 500])('answered with %i is not there', async (status) => {
    const address = await serving((_request, response) => response.writeHead(status).end('no'))
    expect(await fetchAddress(address, open)).toEqual({ ok: false, refusal: { code: 'not-found', status } })
  })

  test.each([
    ['answers nothing', (() => {}) as RequestListener],
    [
      'begins and stops',
      ((_request, response) => {
        response.write('%PDF')
      }) as RequestListener,
    ],
  ])('from a server that %s is given up after the time allowed', async (_how, listener) => {
    const address = await serving(listener)
    const outcome = await fetchAddress(address, { ...open, timeoutMs: 100 })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'too-slow', seconds: 0.1 } })
  })

  test('from a server that hangs up, is switched off or has no name is unreachable', async () => {
    const hangingUp = await serving((_request, response) => response.destroy())
    for (const address of [hangingUp, 'http://127.0.0.1:1/', 'http://no-such-council.invalid/'])
      expect(await fetchAddress(address, open)).toEqual({ ok: false, refusal: { code: 'unreachable' } })
  })

  test('cut off in the middle is not half a pack', async () => {
    const address = await serving((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('%PDF', () => response.destroy())
    })
    expect(await fetchAddress(address, open)).toEqual({ ok: false, refusal: { code: 'unreachable' } })
  })
})

/** The address of a server on loopback, which ends with the test. */
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return `http://127.0.0.1:${address.port}/`
}
