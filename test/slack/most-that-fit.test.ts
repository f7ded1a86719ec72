import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostThatFit } from '../../src/slack/most-that-fit.ts'

test('the most that fit are found in a few tries, and all of them where they do', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(6_000), (all, room) => {
      let tries = 0
      const fits = (count: number) => {
        tries += 1
        return count <= room
      }
      expect(mostThatFit(all, fits)).toBe(Math.min(all, room))
      expect(tries).toBeLessThanOrEqual(15)
    }),
  )
})

test('where nothing fits it is none', () => {
  expect(mostThatFit(7, () => false)).toBe(0)
})
