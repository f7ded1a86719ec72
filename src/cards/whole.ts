import type { KnownBlock } from '@slack/types'
import { section } from '../slack/blocks.ts'
import { lengthOf, limits } from '../slack/limits.ts'
import { mostThatFit } from '../slack/most-that-fit.ts'
import { inParts, joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'

/** Lines that stand together, under a heading of their own. */
export interface Lines {
  readonly heading: Mrkdwn
  readonly lines: readonly Mrkdwn[]
}

export function fitsMessage(blocks: readonly KnownBlock[]): boolean {
  const { message } = limits
  return blocks.length <= message.blocks && lengthOf(JSON.stringify(blocks)) <= message.characters
}

/** Some bytes of a view are its title, its buttons and its metadata. */
const VIEW_FRAME = 2_000

export function fitsView(blocks: readonly KnownBlock[]): boolean {
  const bytes = Buffer.byteLength(JSON.stringify(blocks))
  return blocks.length <= limits.view.blocks && bytes <= limits.view.bytes - VIEW_FRAME
}

/**
 * The blocks for all lines, or for as many as fit: then `build` is told how many are left and says where
 * they stand in full (law 8).
 */
export function whatFits(
  groups: readonly Lines[],
  fits: (blocks: readonly KnownBlock[]) => boolean,
  build: (lines: readonly KnownBlock[], left: number) => readonly KnownBlock[],
): KnownBlock[] {
  const all = groups.reduce((sum, group) => sum + group.lines.length, 0)
  const blocksFor = (shown: number) => build(firstOf(groups, shown).flatMap(blocksOf), all - shown)
  return [...blocksFor(mostThatFit(all, (shown) => fits(blocksFor(shown))))]
}

/** The first so many lines; a group that none of them belongs to has no heading either. */
function firstOf(groups: readonly Lines[], shown: number): Lines[] {
  let left = shown
  return groups.flatMap(({ heading, lines }) => {
    const here = lines.slice(0, left)
    left -= here.length
    return here.length === 0 ? [] : [{ heading, lines: here }]
  })
}

/** Lines joined into sections, each within Slack's limit, and none broken that is not longer itself. */
function blocksOf({ heading, lines }: Lines): KnownBlock[] {
  const blocks: KnownBlock[] = []
  let open: Mrkdwn[] = []
  let length = 0
  for (const line of [heading, ...lines].flatMap((it) => inParts(it))) {
    const size = lengthOf(line.text) + 1
    if (open.length > 0 && length + size > limits.section.text) {
      blocks.push(section(joinMrkdwn(open)))
      open = []
      length = 0
    }
    open.push(line)
    length += size
  }
  blocks.push(section(joinMrkdwn(open)))
  return blocks
}
