import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { MovableClock, systemClock } from '../../src/calendar/clock.ts'

const HOUR = 3_600_000

describe('a clock that is moved', () => {
  test('runs at the real pace from where it was put', () => {
    const before = Date.now()
    const now = new MovableClock(-HOUR).now().epochMilliseconds
    expect(now).toBeGreaterThanOrEqual(before - HOUR)
    expect(now).toBeLessThanOrEqual(Date.now() - HOUR)
  })

  test('goes forward only: reminders already sent cannot be unsent', () => {
    const clock = new MovableClock()
    expect(clock.moveTo(2 * HOUR)).toBe(true)
    expect(clock.moveTo(HOUR)).toBe(false)
    expect(clock.moveTo(2 * HOUR)).toBe(true)
    expect(clock.now().epochMilliseconds).toBeGreaterThanOrEqual(Date.now() + 2 * HOUR - 1_000)
  })

  test('is not needed in real life: the system’s clock tells the time', () => {
    const away = systemClock.now().until(Temporal.Now.instant()).abs()
    expect(away.total('seconds')).toBeLessThan(60)
  })
})
