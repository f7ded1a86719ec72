// The leak test would pass on a quiet oracle, too: here something leaks, and it has to say so.
import { expect, test } from 'vitest'
import { credentials } from '../journeys/support/scrutineer.ts'
import { runBatch } from './batch.ts'
import type { Cast } from './cast.ts'
import { leaksIn, Paper } from './oracle.ts'

const SEED = 3
const WORD = `Quokka${SEED}`
const ADDRESS = 'https://restricted.leak.example/s9000003001'

async function postToEverybody(url: string, casts: readonly Cast[]): Promise<void> {
  const answer = await fetch(`${url}/api/chat.postMessage`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${credentials.botToken}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      channel: casts[0]?.channel.id ?? '',
      text: `${WORD} disposal, see ${ADDRESS}`,
    }).toString(),
  })
  expect(await answer.json()).toMatchObject({ ok: true })
}

test('a title and an address that are posted in the committee’s channel are found in the call and before those who see it', {
  timeout: 300_000,
}, async () => {
  const { leaks } = await runBatch([SEED], 0, { plant: postToEverybody })
  const said = leaks.map(({ what }) => what)
  expect(said).toContain(`${WORD} in chat.postMessage to C000003PUB`)
  expect(said).toContain(`${ADDRESS} in chat.postMessage to C000003PUB`)
  expect(said).toContain(`${WORD} before U000003P1`)
  expect(new Set(leaks.map(({ seed }) => seed))).toEqual(new Set([SEED]))
})

test('an address in a direct message is no leak while it is theirs, and one before, after, and for anybody else', () => {
  const paper = new Paper(ADDRESS)
  paper.begins('UMEMBER', 10)
  paper.ends('UMEMBER', 20)
  const leaks = (channel: string, claimedAt: number, calledAt: number) =>
    leaksIn(
      { method: 'chat.postMessage', body: `Read it at ${ADDRESS}`, channel, claimedAt, calledAt },
      () => paper,
      () => undefined,
    )
  expect(leaks('DMEMBER', 12, 13)).toEqual([])
  // Claimed while it was theirs: it may arrive a moment later.
  expect(leaks('DMEMBER', 19, 25)).toEqual([])
  expect(leaks('DMEMBER', 5, 9)).toHaveLength(1)
  expect(leaks('DMEMBER', 21, 22)).toHaveLength(1)
  expect(leaks('DOFFICER', 12, 13)).toHaveLength(1)
  expect(leaks('CCOMMITTEE', 12, 13)).toHaveLength(1)
})

test('a title in a direct message is a leak for whoever gets it, also for a member', () => {
  const call = { method: 'chat.update', channel: 'DMEMBER', claimedAt: 1, calledAt: 2 }
  expect(
    leaksIn(
      { ...call, body: `${WORD} disposal` },
      () => undefined,
      () => undefined,
    ),
  ).toEqual([{ seed: SEED, what: `${WORD} in chat.update to DMEMBER` }])
})
