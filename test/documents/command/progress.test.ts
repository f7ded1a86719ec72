import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openProgress } from '../../../src/documents/command/progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function terminal(isTTY: boolean, columns = 80) {
  const written: string[] = []
  return { written, isTTY, columns, write: (text: string) => written.push(text) }
}
const open = (err: ReturnType<typeof terminal>, papers = 3) => openProgress(err, papers, () => Date.now())

test('a terminal is told which paper takes long, and the line is taken away again', () => {
  const err = terminal(true)
  const progress = open(err)
  progress.begin(0, 'quick.pdf')
  vi.advanceTimersByTime(900)
  expect(err.written).toEqual([])
  progress.end(0)
  progress.begin(1, 'long.pdf')
  vi.advanceTimersByTime(1_250)
  expect(err.written.at(-1)).toBe('\rReading long.pdf (2 of 3): 1 second …\u001b[K')
  progress.clear()
  expect(err.written.at(-1)).toBe('\r\u001b[K')
  progress.close()
  const said = err.written.length
  vi.advanceTimersByTime(10_000)
  expect(err.written).toHaveLength(said)
})

test('the line fits the terminal, and a name cannot move its cursor', () => {
  const err = terminal(true, 40)
  const progress = open(err)
  progress.begin(0, `${'\u001b[2J\u202e'}${'long '.repeat(40)}.pdf`)
  vi.advanceTimersByTime(2_000)
  const [line = ''] = err.written
  expect(line.replace('\r', '').replace('\u001b[K', '')).toMatch(/^Reading {2}\[2Jlong [^\p{Cc}\p{Cf}]*$/u)
  expect(line.length).toBeLessThanOrEqual(40 + 4)
  progress.close()
})

test('what is not a terminal is told nothing: no control characters in a log', () => {
  const err = terminal(false)
  const progress = open(err)
  progress.begin(1, 'long.pdf')
  vi.advanceTimersByTime(60_000)
  progress.clear()
  progress.close()
  expect(err.written).toEqual([])
})
