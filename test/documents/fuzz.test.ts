import { expect, test } from 'vitest'
import { readPaper } from '../../src/documents/read-paper.ts'
import { bytesOf, plainAgenda, printed } from './papers.ts'

/** The same changes each time: a failure can be run again by its number. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    // Mulberry32
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function changed(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = (): number => Math.floor(next() * bytes.length)
  let copy = Uint8Array.from(bytes)
  for (let change = 0; change < 1 + next() * 12; change += 1) {
    const kind = Math.floor(next() * 5)
    if (kind === 0) copy[at() % copy.length] = Math.floor(next() * 256)
    else if (kind === 1) copy = copy.slice(0, Math.max(1, at()))
    else if (kind === 2) copy = new Uint8Array([...copy.slice(0, at()), ...copy.slice(at())])
    else if (kind === 3) {
      const from = at() % copy.length
      copy.set(copy.slice(from, from + 60), at() % Math.max(1, copy.length - 60))
    } else copy.fill(Math.floor(next() * 256), at() % copy.length, (at() % copy.length) + 8)
    if (copy.length === 0) copy = new Uint8Array([37])
  }
  return copy
}

const CODES = ['empty', 'encrypted', 'scanned', 'damaged', 'unsupported']

async function mustEnd(bytes: Uint8Array, seed: number): Promise<void> {
  const start = performance.now()
  const outcome = await readPaper({ name: `seed-${seed}`, bytes })
  if (!outcome.ok) expect([seed, CODES]).toEqual([seed, expect.arrayContaining([outcome.error.code])])
  expect([seed, performance.now() - start < 5_000]).toEqual([seed, true])
}

test('a text with any bytes changed is read or refused, and never more', async () => {
  const whole = bytesOf(plainAgenda)
  for (let seed = 1; seed <= 400; seed += 1) await mustEnd(changed(whole, numbersFrom(seed)), seed)
})

test.each([
  ['compressed', true],
  ['plain', false],
])(
  'a %s PDF with any bytes changed is read or refused, and never more',
  async (_, compress) => {
    const whole = await printed(
      (doc) => doc.text(plainAgenda).addPage().text('Part II\n\nNot for publication'),
      { compress },
    )
    for (let seed = 1; seed <= 150; seed += 1) await mustEnd(changed(whole, numbersFrom(seed)), seed)
  },
  120_000,
)
