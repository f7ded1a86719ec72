import type { KnownBlock } from '@slack/types'
import { doubtWords } from '../documents/doubt-words.en.ts'
import { contexts, sections } from '../slack/blocks.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { PackReading, PlaceRead, ReadField } from './pack-reading.ts'
import type { PublicationWords } from './words.en.ts'

/** What the form knows of where its fields were read, and of what is doubtful. */
export interface Provenance {
  readonly date: string | undefined
  readonly where: PackReading['where']
  readonly doubts: PackReading['doubts']
}

/** Doubts of one field that are shown in words; all are counted. */
const DOUBTS_SHOWN = 3

/** The hint at a field: where in the paper it was read; of a list, the entries from one to before another. */
export function readHint(
  { where }: Provenance,
  field: ReadField,
  say: PublicationWords,
  entries?: readonly [number, number],
): string | undefined {
  const [from, to] = ends(entries ? where[field]?.slice(...entries) : where[field])
  return from && to && say.review.readAt(from, to)
}

/** The same for small print. */
export function readBriefly(
  { where }: Provenance,
  field: ReadField,
  say: PublicationWords,
): Mrkdwn | undefined {
  const [from, to] = ends(where[field])
  return from && to && say.review.readAtBrief(from, to)
}

/** What the clerk is asked to check of a field, to stand before it. */
export function doubtBlocks(
  { doubts, date }: Provenance,
  field: ReadField,
  say: PublicationWords,
): KnownBlock[] {
  const about = doubts.filter((doubt) => doubt.field === field)
  const more = about.length - DOUBTS_SHOWN
  return [
    ...about
      .slice(0, DOUBTS_SHOWN)
      .flatMap((doubt) =>
        sections(say.review.doubt(field, doubtWords(doubt, field === 'date' ? date : undefined), doubt.at)),
      ),
    ...(more > 0 ? contexts(say.review.moreDoubts(more)) : []),
  ]
}

/** The first and the last place, as they follow each other in the paper. */
function ends(places: readonly PlaceRead[] = []): [PlaceRead?, PlaceRead?] {
  const inOrder = [...places].sort((one, other) => one.page - other.page || one.line - other.line)
  const [from] = inOrder
  const to = inOrder.at(-1)
  return from && to ? [from, to] : []
}
