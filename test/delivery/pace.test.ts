import { expect, test } from 'vitest'
import { openPace } from '../../src/delivery/pace.ts'
import { backoffMs } from '../../src/delivery/retry.ts'

function paced(settings: { workspacePerSecond?: number; burst?: number; channelBurst?: number } = {}) {
  const clock = { ms: 1_000 }
  const pace = openPace(
    { workspacePerSecond: 10, burst: 100, channelPerSecond: 1, channelBurst: 1, ...settings },
    () => clock.ms,
  )
  const lane = (recipient: string) => ({ councilId: 'council', recipient })
  const shut = () => pace.closed().lanes.map((one) => one.recipient)
  return { clock, pace, lane, shut }
}

test('a channel gets one message a second', () => {
  const { clock, pace, lane, shut } = paced()
  pace.spend(lane('a'))
  expect(shut()).toEqual(['a'])
  expect(pace.opensIn()).toBe(1_000)
  clock.ms += 1_000
  expect(shut()).toEqual([])
})

test('a limited channel rests alone', () => {
  const { clock, pace, lane, shut } = paced()
  pace.limited(lane('a'), 5_000)
  expect(shut()).toEqual(['a'])
  expect(pace.closed().councils).toEqual([])
  clock.ms += 5_000
  expect(shut()).toEqual([])
})

test('a second channel that is limited meanwhile stops the workspace until the longer of both', () => {
  const { clock, pace, lane } = paced()
  pace.limited(lane('a'), 5_000)
  pace.limited(lane('b'), 1_000)
  clock.ms += 4_999
  expect(pace.closed().councils).toEqual(['council'])
  clock.ms += 1
  expect(pace.closed().councils).toEqual([])
})

test('the same channel limited twice is still one channel, and another council is not concerned', () => {
  const { pace, lane } = paced()
  pace.limited(lane('a'), 5_000)
  pace.limited(lane('a'), 9_000)
  pace.limited({ councilId: 'other', recipient: 'b' }, 9_000)
  expect(pace.closed().councils).toEqual([])
})

test('a workspace gets its rate, no more and hardly less', () => {
  const { clock, pace, lane } = paced({ workspacePerSecond: 4, burst: 2 })
  let sent = 0
  for (const start = clock.ms; clock.ms < start + 100_000; clock.ms += 10) {
    const { councils, room } = pace.closed()
    if (councils.length > 0) continue
    for (let n = 0; n < Math.min(8, room); n += 1) {
      sent += 1
      pace.spend(lane(`person ${sent}`))
    }
  }
  expect(sent).toBeGreaterThan(395)
  expect(sent).toBeLessThanOrEqual(402)
})

test('waiting doubles, is never more than five minutes, and differs from message to message', () => {
  expect([1, 2, 3, 12].map((tries) => backoffMs(tries, () => 1))).toEqual([1_000, 2_000, 4_000, 300_000])
  expect(backoffMs(1, () => 0)).toBe(500)
})
