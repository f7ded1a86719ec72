import { expect } from 'vitest'
import { type BatchOutcome, runBatch } from './batch.ts'

/** Seeds in one batch: one bot, one workspace, a committee for each. */
export const BATCH = 100
/** LEAK_SEEDS=10000 for the long run; LEAK_SEED=123 for one alone, in the batch that it belongs to. */
const wanted = Number(process.env['LEAK_SEEDS'] ?? 1_000)
const alone = process.env['LEAK_SEED']
/** A batch takes 40 s on a quiet machine; the long run may go on beside other work. */
export const BATCH_TIMEOUT_MS = wanted > 1_000 ? 3_600_000 : 600_000

/** The batches of one of several files, which run beside each other. */
export function batchesOf(
  part: number,
  parts: number,
): { readonly batch: number; readonly seeds: number[] }[] {
  if (alone !== undefined) {
    const seed = Number(alone)
    return part === 0 ? [{ batch: Math.floor(seed / BATCH), seeds: [seed] }] : []
  }
  const batches = Array.from({ length: Math.ceil(wanted / BATCH) }, (_, batch) => ({
    batch,
    seeds: Array.from(
      { length: Math.min(BATCH, wanted - batch * BATCH) },
      (__, place) => batch * BATCH + place,
    ),
  }))
  return batches.filter(({ batch }) => batch % parts === part)
}

/** @throws with the seeds that leaked, what leaked where, and how each can be run alone */
export async function expectNoLeak(batch: number, seeds: readonly number[]): Promise<BatchOutcome> {
  const outcome = await runBatch(seeds, batch)
  const leaking = [...new Set(outcome.leaks.map(({ seed }) => seed))]
  const said = leaking.map((seed) => {
    const what = [...new Set(outcome.leaks.filter((leak) => leak.seed === seed).map((leak) => leak.what))]
    return `seed ${seed} (alone: LEAK_SEED=${seed} npx vitest run --project rooms test/leak/leak-1.test.ts)\n  ${what.join('\n  ')}\n  after ${outcome.stories.get(seed)?.join(' → ')}`
  })
  expect(said, said.join('\n')).toEqual([])
  return outcome
}
