import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, openPlaces } from '../../../src/documents/command/in-order.ts'

test('results come in the order of the things, however long each takes, and never too many are begun', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4)), fc.integer({ min: 1, max: 5 }), async (times, ahead) => {
      let begun = 0
      let given = 0
      let most = 0
      const results: number[] = []
      const work = async (time: number, index: number) => {
        begun += 1
        most = Math.max(most, begun - given)
        await pause(time)
        return index
      }
      for await (const result of inOrder(times, ahead, work)) {
        given += 1
        results.push(result)
      }
      expect(results).toEqual(times.map((_, index) => index))
      expect(most).toBeLessThanOrEqual(ahead)
    }),
    { numRuns: 30 },
  )
})

test('no more work than there are places goes on at once, and one that fails gives its place back', async () => {
  const inPlace = openPlaces(2)
  let going = 0
  let most = 0
  const work = (index: number) => async () => {
    going += 1
    most = Math.max(most, going)
    await pause(1)
    going -= 1
    if (index % 3 === 0) throw new Error(`${index} failed`)
    return index
  }
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => inPlace(work(index))))
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4)
  expect(most).toBe(2)
})
