import { z } from 'zod'
import { shortened } from '../slack/shorten.ts'
import type { SiteMeeting } from './types.ts'

const seenPaper = z.object({
  key: z.string(),
  address: z.string(),
  title: z.string(),
  item: z.string(),
  at: z.string(),
})
/** A public paper, as it was first seen. */
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
  const keys = keysOf(papers)
  return keys.has(AGENDA) ? keys : undefined
}

export function keysOf(papers: readonly SeenPaper[]): ReadonlySet<string> {
  return new Set(papers.map((paper) => paper.key))
}

/**
 * What is kept after a look at a meeting whose agenda is out. A paper that the site does not name any more is
 * let go, title and all: perhaps it ought never to have been public. It stays only where whoever names it
 * could not be asked this time.
 */
export function withSeen(
  before: readonly SeenPaper[],
  meeting: Pick<SiteMeeting, 'papers' | 'isByService' | 'isByPage'>,
  packAddress: string,
  at: string,
): SeenPaper[] {
  const known = new Map(before.map((paper) => [paper.key, paper]))
  const agenda = { key: AGENDA, address: packAddress, title: '', item: '' }
  const now = new Map<string, SeenPaper>()
  for (const { key, address, title, item } of [agenda, ...meeting.papers])
    now.set(key, known.get(key) ?? { key, address, title: shortened(title, TITLE), item, at })
  for (const paper of before) {
    const isAsked = paper.key.startsWith('b') ? meeting.isByPage : meeting.isByService
    if (!isAsked && !now.has(paper.key)) now.set(paper.key, paper)
  }
  return [...now.values()].slice(0, MOST_PAPERS)
}
