import type { KnownBlock } from '@slack/types'
import { limits } from './limits.ts'

/** Room for what stands around the entries of a page: its heading, its buttons and its metadata. */
const FRAME = { blocks: 6, bytes: 5_000 }

/**
 * Entries page by page, each of as many whole entries as a view takes; one that is longer than a page goes on on the
 * next. Nothing is left out (law 8). There is always a first page.
 *
 * @param beside what stands on every page besides, where it is more than a heading and some buttons
 */
export function pagesOf(
  entries: readonly (readonly KnownBlock[])[],
  beside: readonly KnownBlock[] = [],
): KnownBlock[][] {
  const empty = { blocks: beside.length, bytes: bytesOf(beside) }
  const pages: KnownBlock[][] = [[]]
  let held = empty
  const begin = () => {
    pages.push([])
    held = empty
  }
  const fits = (more: readonly KnownBlock[]) =>
    held.blocks + more.length <= limits.view.blocks - FRAME.blocks &&
    held.bytes + bytesOf(more) <= limits.view.bytes - FRAME.bytes
  for (const entry of entries) {
    if (!fits(entry) && (pages.at(-1) ?? []).length > 0) begin()
    for (const block of entry) {
      if (!fits([block])) begin()
      pages.at(-1)?.push(block)
      held = { blocks: held.blocks + 1, bytes: held.bytes + bytesOf([block]) }
    }
  }
  return pages
}

/** The page that is meant; the last where there are not so many any more. */
export function pageOf<T>(
  pages: readonly T[],
  wanted: number,
): { readonly page: T | undefined; readonly at: number } {
  const at = Math.min(Math.max(0, Number.isFinite(wanted) ? wanted : 0), Math.max(0, pages.length - 1))
  return { page: pages[at], at }
}

/** As JSON, each with the comma after it. */
function bytesOf(blocks: readonly KnownBlock[]): number {
  return blocks.reduce((sum, block) => sum + Buffer.byteLength(JSON.stringify(block)) + 1, 0)
}
