import type { Args } from './args.ts'
import { SlackError } from './call.ts'

export interface Page<T> {
  readonly items: readonly T[]
  readonly response_metadata: { readonly next_cursor: string }
}

/** Slack's cursors are opaque; ours are the position, encoded so that nobody counts on it. */
export function page<T>(all: readonly T[], args: Args, usual: number): Page<T> {
  const limit = Math.min(Math.max(Math.trunc(args.number('limit') ?? usual), 1), 1000)
  const cursor = args.text('cursor')
  const from = cursor ? position(cursor) : 0
  const next = from + limit
  return {
    items: all.slice(from, next),
    response_metadata: { next_cursor: next < all.length ? Buffer.from(`at:${next}`).toString('base64') : '' },
  }
}

function position(cursor: string): number {
  const found = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))
  if (!found) throw new SlackError('invalid_cursor')
  return Number(found[1])
}
