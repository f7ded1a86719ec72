import { z } from 'zod'
import { shortened } from '../slack/shorten.ts'
import type { SitePaper } from './types.ts'

const seenPaper = z.object({
  key: z.string(),
  address: z.string(),
  title: z.string(),
  item: z.string(),
  at: z.string(),
})
/** A public paper, as it was first seen; absent addresses are of closed ones, which are not kept. */
export type SeenPaper = z.infer<typeof seenPaper>

/** Stands among the papers once the agenda was seen: from then on what is new is a supplement. */
const AGENDA = 'agenda'
/** No meeting has more; a list that grows without end is not kept. */
const MOST_PAPERS = 400
const TITLE = 300

export function storedPapers(column: unknown): SeenPaper[] {
  return z.array(seenPaper).parse(column)
}

/** The keys seen since the agenda was; `undefined` before. */
export function knownKeys(papers: readonly SeenPaper[]): ReadonlySet<string> | undefined {
  return papers.some((paper) => paper.key === AGENDA) ? new Set(papers.map((paper) => paper.key)) : undefined
}

/** What is kept after a look at a meeting whose agenda is out; what has gone from the site stays known. */
export function withSeen(
  before: readonly SeenPaper[],
  seen: readonly SitePaper[],
  packAddress: string,
  at: string,
): SeenPaper[] {
  const papers = new Map(before.map((paper) => [paper.key, paper]))
  const agenda = { key: AGENDA, address: packAddress, title: '', item: '' }
  for (const { key, address, title, item } of [agenda, ...seen])
    if (!papers.has(key)) papers.set(key, { key, address, title: shortened(title, TITLE), item, at })
  return [...papers.values()].slice(0, MOST_PAPERS)
}
