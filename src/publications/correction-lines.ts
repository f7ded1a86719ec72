import { lineOf } from './item-lines.ts'
import type { ItemLine } from './types.ts'

/** An item of a published agenda, as its row and the pack's own report of it say. */
export interface PublishedItem {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly access: 'public' | 'exempt' | 'confidential'
  readonly paragraphs: readonly string[]
  readonly lead: string
  readonly toFollow: boolean
  readonly pageFrom: number | null
  readonly pageTo: number | null
  readonly address: string
}

export interface CorrectedItem {
  readonly before: PublishedItem
  readonly after: ItemLine
  /** From 1. */
  readonly place: number
}

/** The line that would have published the item as it stands. */
export function lineOfItem(item: PublishedItem): ItemLine {
  const { number, lead, pageFrom, pageTo, address } = item
  return {
    number,
    title: item.title,
    ...(pageFrom === null ? {} : { pageFrom }),
    ...(pageTo === null ? {} : { pageTo }),
    ...(item.access === 'public' ? {} : { closed: true as const, paragraphs: item.paragraphs }),
    ...(item.access === 'confidential' ? { confidential: true as const } : {}),
    ...(item.toFollow ? { toFollow: true as const } : {}),
    ...(lead === '' ? {} : { lead }),
    ...(address === '' ? {} : { address }),
  }
}

/**
 * The items that a clerk has corrected: lines belong to items in their order.
 *
 * @returns nothing where there are more or fewer lines than items: whose line each is would be a guess
 */
export function correctedItems(
  items: readonly PublishedItem[],
  lines: readonly ItemLine[],
): CorrectedItem[] | undefined {
  if (items.length !== lines.length) return undefined
  return items.flatMap((before, index) => {
    const after = lines[index]
    if (!after || lineOf(lineOfItem(before)) === lineOf(after)) return []
    return [{ before, after, place: index + 1 }]
  })
}
