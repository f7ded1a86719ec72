import { readingStill } from '../words.en.ts'
import type { Output } from './output.ts'
import { printable } from './printable.ts'

/** Says on a terminal which paper is being read, when it takes long. */
export interface Progress {
  /** @param place of the paper among those that were given: two may have one name */
  begin(place: number, name: string): void
  end(place: number): void
  /** Before anything else is written: takes the line away. */
  clear(): void
  close(): void
}

const LOOK_EVERY_MS = 250
/** Sooner, a line would only flicker. */
const LONG_MS = 1_000
/** Some terminals say that they have none. */
const USUAL_COLUMNS = 80

/** Nothing at all where no person looks: a log holds no line that is written over. */
export function openProgress(
  err: Output,
  papers: number,
  now: () => number = performance.now.bind(performance),
): Progress {
  const nothing = () => {}
  if (!err.isTTY) return { begin: nothing, end: nothing, clear: nothing, close: nothing }
  const begun = new Map<number, { readonly name: string; readonly at: number }>()
  let done = 0
  let isShown = false

  function clear(): void {
    if (isShown) err.write('\r\u001b[K')
    isShown = false
  }

  function look(): void {
    const [oldest] = begun.values()
    const taken = oldest ? now() - oldest.at : 0
    if (!oldest || taken < LONG_MS) return
    const line = readingStill(oldest.name, done + 1, papers, Math.floor(taken / 1000))
    err.write(`\r${printable(line).slice(0, (err.columns || USUAL_COLUMNS) - 1)}\u001b[K`)
    isShown = true
  }

  const timer = setInterval(look, LOOK_EVERY_MS)
  return {
    begin: (place, name) => void begun.set(place, { name, at: now() }),
    end(place) {
      if (begun.delete(place)) done += 1
    },
    clear,
    close() {
      clearInterval(timer)
      clear()
    },
  }
}
