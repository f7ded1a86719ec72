import type { KnownBlock } from '@slack/types'
import { limits } from './limits.ts'

/** Room for what stands around the entries of a page: its heading, its buttons and its metadata. */
const FRAME = { blocks: 6, bytes: 5_000 }

/**
 * Entries page by page, each of as many whole entries as a view takes; one that is longer than a page goes on on the
 * next. Nothing is left out (law 8). There is always a first page.
 */
export function pagesOf(entries: readonly (readonly KnownBlock[])[]): KnownBlock[][] {
  const pages: KnownBlock[][] = [[]]
  for (const entry of entries) {
    const whole = fits([...(pages.at(-1) ?? []), ...entry])
    if (!whole && (pages.at(-1) ?? []).length > 0) pages.push([])
    for (const block of entry) {
      if (!fits([...(pages.at(-1) ?? []), block])) pages.push([])
      pages.at(-1)?.push(block)
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

function fits(blocks: readonly KnownBlock[]): boolean {
  const bytes = Buffer.byteLength(JSON.stringify(blocks))
  return blocks.length <= limits.view.blocks - FRAME.blocks && bytes <= limits.view.bytes - FRAME.bytes
}
