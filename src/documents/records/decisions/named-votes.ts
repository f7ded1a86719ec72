import type { Paragraph } from '../../lines/paragraphs.ts'
import type { VoteNames } from '../../record.ts'
import { Ballot } from './ballot.ts'
import { listsAt, type NameList } from './name-lists.ts'
import type { Counts } from './ways.ts'

/** How each of those named voted. */
export interface NamedVote {
  names: VoteNames
  /** As printed beside the names: "For (19)". */
  counts: Counts
  /** The first paragraph after the names. */
  next: number
  /** What stands before the names in the first paragraph. */
  before: string
  /** What follows the last name in its paragraph. */
  after?: string
}

/** One way of voting with names after it may be anything: two must stand near each other. */
const FEWEST_HEADINGS = 2

/** The recorded vote whose first heading stands in a paragraph, with the names below it. */
export function namedVoteAt(paragraphs: readonly Paragraph[], at: number): NamedVote | undefined {
  const listed = listsAt(paragraphs, at)
  if (!listed || listed.lists.length < FEWEST_HEADINGS) return undefined
  if (listed.lists.flatMap(({ names }) => names).length < 2) return undefined
  return { ...gathered(listed.lists), before: listed.before, ...listed.below }
}

/** In a division the amendment stands against the motion: who voted for it voted against the motion. */
function gathered(lists: readonly NameList[]): { names: VoteNames; counts: Counts } {
  const isFor = ({ way, on }: NameList, matter: RegExp): boolean => way === 'for' && matter.test(on)
  const division =
    lists.some((list) => isFor(list, /motion/i)) && lists.some((list) => isFor(list, /amendment/i))
  const ballot = new Ballot()
  for (const list of lists) {
    const way = division && isFor(list, /amendment/i) ? 'against' : list.way
    ballot.add(way, list.names)
    ballot.count(way, list.count)
  }
  return { names: ballot.names, counts: ballot.counts }
}
