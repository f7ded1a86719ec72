import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import {
  openReadingDesk,
  type ReadingDesk,
  type ReadingDeskOptions,
} from '../../src/documents/reading-desk.ts'
import { bytesOf, mustRead, plainAgenda, printed } from './papers.ts'

let desk: ReadingDesk | undefined
afterEach(() => desk?.close())

function openDesk(options: ReadingDeskOptions = {}): ReadingDesk {
  desk = openReadingDesk(options)
  return desk
}

const thread = new URL('./hanging-thread.mjs', import.meta.url)
const file = (name: string): { name: string; bytes: Uint8Array } => ({ name, bytes: bytesOf(name) })

test('a paper read at the desk is the same as one read here', async () => {
  const paper = mustRead(await openDesk().read({ name: 'a.txt', bytes: bytesOf(plainAgenda) }))
  expect(paper.documents[0]).toMatchObject({ kind: 'agenda', date: '2027-03-04' })
})

test('the caller keeps the bytes, also of a part of a larger buffer', async () => {
  const whole = bytesOf(`before${plainAgenda}`)
  const part = whole.subarray('before'.length)
  const paper = mustRead(await openDesk().read({ name: 'a.txt', bytes: part }))
  expect(paper.documents[0]?.council).toBe('Wexbourne Borough Council')
  expect(new TextDecoder().decode(whole)).toBe(`before${plainAgenda}`)
})

test('many files at once are all answered, each with its own paper', async () => {
  const open = openDesk()
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      open.read({ name: `${at}.txt`, bytes: bytesOf(plainAgenda.replace('4 March', `${at + 1} March`)) }),
    ),
  )
  expect(outcomes.map((outcome) => mustRead(outcome).documents[0]?.date)).toEqual(
    Array.from({ length: 12 }, (_, at) => `2027-03-${String(at + 1).padStart(2, '0')}`),
  )
})

test('a file over the limit never reaches a thread', async () => {
  const outcome = await openDesk({ maxBytes: 3 }).read(file('long'))
  expect(outcome).toEqual({ ok: false, error: { code: 'too-large', file: 'long', bytes: 4, limit: 3 } })
})

describe('when reading goes wrong', () => {
  test('a file that takes too long is stopped, and the next is read', async () => {
    const open = openDesk({ thread, timeoutMs: 1000 })
    const both = [open.read(file('hang')), open.read(file('hang')), open.read(file('next'))]
    expect(await Promise.all(both)).toEqual([
      { ok: false, error: { code: 'too-slow', file: 'hang', seconds: 1 } },
      { ok: false, error: { code: 'too-slow', file: 'hang', seconds: 1 } },
      { ok: false, error: { code: 'empty', file: 'next' } },
    ])
  })

  test.each(['die', 'throw', 'swell'])(
    'a thread that ends by itself (%s) makes the file damaged, and is replaced',
    async (name) => {
      const said: unknown[] = []
      const open = openDesk({ thread, log: { warn: (facts) => said.push(facts) } })
      expect(await open.read(file(name))).toEqual({ ok: false, error: { code: 'damaged', file: name } })
      expect(await open.read(file('next'))).toEqual({ ok: false, error: { code: 'empty', file: 'next' } })
      expect(said).toContainEqual(expect.objectContaining({ file: name }))
    },
  )

  test('a desk that closes answers what it has not read', async () => {
    const open = openDesk({ thread })
    const reading = [open.read(file('hang')), open.read(file('hang')), open.read(file('waiting'))]
    await open.close()
    expect((await Promise.all(reading)).map((outcome) => !outcome.ok && outcome.error.code)).toEqual([
      'closed',
      'closed',
      'closed',
    ])
    expect(await open.read(file('late'))).toEqual({ ok: false, error: { code: 'closed', file: 'late' } })
  })
})

/** A pack of many pages: the largest of the corpus where it is at hand, else one printed here. */
async function bigPack(): Promise<Uint8Array> {
  const corpus = new URL('../../../shared/corpus/files/', import.meta.url)
  if (existsSync(corpus)) {
    const packs = readdirSync(corpus)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => readFileSync(new URL(name, corpus)))
    const largest = packs.sort((one, other) => other.length - one.length)[0]
    if (largest) return largest
  }
  return printed((doc) => {
    for (let page = 0; page < 80; page += 1)
      doc.addPage().text('A line of a long report about damp. '.repeat(120))
  })
}

/** How often this thread comes round to other work, and the longest that such work waited, in milliseconds. */
function countTurns(): { stop(): { turns: number; longest: number; whole: number } } {
  const began = performance.now()
  let turns = 0
  let longest = 0
  let last = began
  const turn = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    turns += 1
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  return {
    stop: () => {
      clearImmediate(next)
      const now = performance.now()
      return { turns, longest: Math.max(longest, now - last), whole: now - began }
    },
  }
}

test('while a big pack is read, nothing else waits', async () => {
  const bytes = await bigPack()
  const open = openDesk()
  // The thread's own start is not what is measured.
  await open.read({ name: 'first.txt', bytes: bytesOf(plainAgenda) })
  const others = countTurns()
  mustRead(await open.read({ name: 'big.pdf', bytes }))
  const { turns, longest, whole } = others.stop()
  // Read in this thread it would be a turn or two. In milliseconds a busy machine would be blamed for itself.
  expect(turns).toBeGreaterThan(100)
  expect(longest).toBeLessThan(whole / 2)
})
