/** Where a new item stands among those of the agenda, by its number. */

/**
 * The places of new items on an agenda: each goes after the last item whose number comes before its own,
 * or before the first that comes after; one that cannot be placed goes to the end.
 *
 * @returns all of them in their order
 */
export function inAgendaOrder<T extends { readonly number: string }>(
  agenda: readonly T[],
  added: readonly T[],
): T[] {
  return added.reduce<T[]>(
    (order, item) => {
      const at = placeOf(item.number, order)
      return [...order.slice(0, at), item, ...order.slice(at)]
    },
    [...agenda],
  )
}

function placeOf(number: string, order: readonly { readonly number: string }[]): number {
  const before = order.findLastIndex((one) => (compareNumbers(one.number, number) ?? 1) <= 0)
  if (before >= 0) return before + 1
  const after = order.findIndex((one) => (compareNumbers(one.number, number) ?? -1) > 0)
  return after >= 0 ? after : order.length
}

/** 8 before 8a before 9 before 10; of numbers that are made differently, such as 8 and A3, nothing is known. */
export function compareNumbers(one: string, other: string): number | undefined {
  const [a, b] = [partsOf(one), partsOf(other)]
  if (a.length === 0 || b.length === 0) return undefined
  for (const [place, part] of a.entries()) {
    const its = b[place]
    if (its === undefined) return 1
    if (typeof part === 'number' && typeof its === 'number') {
      if (part !== its) return part - its
    } else if (typeof part === 'string' && typeof its === 'string') {
      if (part !== its) return part < its ? -1 : 1
    } else return undefined
  }
  return a.length < b.length ? -1 : 0
}

function partsOf(number: string): (number | string)[] {
  return (number.toLowerCase().match(/\d+|[a-z]+/g) ?? []).map((part) =>
    /\d/.test(part) ? Number(part) : part,
  )
}
