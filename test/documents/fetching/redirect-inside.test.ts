import { expect, test, vi } from 'vitest'
import { openFetcher } from '../../../src/documents/fetching/fetcher.ts'
import { serving } from './serving.ts'

// One loopback address stands for a public site, so that the way from it into a private network can be tried.
vi.mock('../../../src/documents/fetching/private-networks.ts', async (original) => {
  const networks = await original<typeof import('../../../src/documents/fetching/private-networks.ts')>()
  return {
    ...networks,
    isPrivateNumber: (url: URL) => url.hostname !== '127.0.0.1' && networks.isPrivateNumber(url),
  }
})

test.each(['127.0.0.2', '[::ffff:127.0.0.1]', '0177.0.0.2', '[::1]', 'localhost', '10.0.0.1'])(
  'a public site does not lead into the private network at %s',
  async (host) => {
    const asked: (string | undefined)[] = []
    const address = await serving((request, response) => {
      asked.push(request.url)
      const inside = `http://${host}:${new URL(address).port}/secret`
      if (request.url === '/pack.pdf') response.writeHead(302, { location: inside }).end()
      else response.end('the secret')
    })
    await using fetcher = openFetcher({ maxBytes: 1_000, allowPrivate: false })
    const outcome = await fetcher.get(`${address}pack.pdf`)
    expect(outcome).toEqual({ ok: false, refusal: { code: 'not-public' } })
    expect(asked).toEqual(['/pack.pdf'])
  },
)
