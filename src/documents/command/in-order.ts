/**
 * Work on several things side by side and give the results in the order of the things.
 *
 * @param ahead how many may be begun and not yet given: results that wait for a slow first one are kept
 */
export async function* inOrder<Thing, Result>(
  things: readonly Thing[],
  ahead: number,
  work: (thing: Thing, index: number) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = []
  for (const [index, thing] of things.entries()) {
    begun.push(work(thing, index))
    const first = begun.length === ahead ? begun.shift() : undefined
    if (first) yield await first
  }
  for (const rest of begun) yield await rest
}

/** Lets so many pieces of work go on at once; the others wait their turn. */
export function openPlaces(places: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = places
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
