import { expect, test } from 'vitest'
import { BATCH_TIMEOUT_MS, batchesOf, expectNoLeak } from './seeds.ts'

/** Half of the batches: two files run beside each other on CI's two cores. */
export function leakTests(half: 0 | 1): void {
  const batches = batchesOf(half, 2)
  if (batches.length === 0) test.skip('the seed that was asked for is in the other half')
  for (const { batch, seeds } of batches) {
    const name = seeds.length === 1 ? `seed ${seeds[0]}` : `seeds ${seeds[0]} to ${seeds.at(-1)}`
    test(name, { timeout: BATCH_TIMEOUT_MS }, async () => {
      const { calls, papers, missing } = await expectNoLeak(batch, seeds)
      // The test would also pass where nothing is ever said.
      expect(calls).toBeGreaterThan(seeds.length * 5)
      if (seeds.length > 10) expect(papers).toBeGreaterThan(seeds.length / 2)
      expect(missing).toEqual([])
    })
  }
}
