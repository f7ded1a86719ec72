import type { VoteNames } from '../../record.ts'
import { type Answer, type Counts, WAYS, type Way } from './ways.ts'

/** Gathers who voted which way, as a list, a table or a roll call names them. Who was absent did not vote. */
export class Ballot {
  private readonly lists = new Map<Way, string[]>()
  private readonly stated = new Map<Way, number>()

  /** Add names to those who voted one way. */
  add(way: Answer, names: readonly string[]): void {
    if (way === 'absent' || names.length === 0) return
    const list = this.lists.get(way)
    if (list) list.push(...names)
    else this.lists.set(way, [...names])
  }

  /** How many the paper says there were: "For (19)". */
  count(way: Answer, count: number | undefined): void {
    if (way !== 'absent' && count !== undefined) this.stated.set(way, count)
  }

  get names(): VoteNames {
    return inOrder(this.lists)
  }

  get counts(): Counts {
    return inOrder(this.stated)
  }
}

function inOrder<T>(values: ReadonlyMap<Way, T>): Partial<Record<Way, T>> {
  const ordered: Partial<Record<Way, T>> = {}
  for (const way of WAYS) {
    const value = values.get(way)
    if (value !== undefined) ordered[way] = value
  }
  return ordered
}
