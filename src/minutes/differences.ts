import { z } from 'zod'
import type { DocumentRecord, PaperResolution, PaperVote } from '../documents/record.ts'
import { isSamePerson } from '../documents/records/phrases/same-person.ts'
import { differenceWords as say } from './difference-words.en.ts'

/** A list of people that both accounts have. */
const LISTS = ['present', 'apologies', 'inAttendance'] as const

/**
 * Something that the council's own text says otherwise than the record. `missing`: only the record has it; `added`:
 * only the text; `differs`: both have it, in other words.
 */
export const difference = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('person'),
    list: z.enum(LISTS),
    how: z.enum(['missing', 'added']),
    name: z.string(),
  }),
  z.object({ about: z.literal('chair'), ours: z.string(), theirs: z.string() }),
  z.object({
    about: z.enum(['resolution', 'vote']),
    how: z.enum(['missing', 'added', 'differs']),
    item: z.string(),
    ours: z.string(),
    theirs: z.string(),
  }),
  /** No minutes of this meeting were found in the file. */
  z.object({ about: z.literal('reading') }),
])
export type Difference = z.infer<typeof difference>

/**
 * What two accounts of one meeting say differently of people, votes and resolutions. Both were read by the same
 * reader, the record's own from the draft that is printed of it, so that what the reader cannot tell it cannot tell
 * of either.
 */
export function differencesOf(ours: DocumentRecord, theirs: DocumentRecord): Difference[] {
  return [
    ...LISTS.flatMap((list) => peopleIn(list, ours[list] ?? [], theirs[list] ?? [])),
    ...chairIn(ours, theirs),
    ...byItem('resolution', ours.resolutions, theirs.resolutions, wholeText),
    ...byItem('vote', ours.votes, theirs.votes, voteText),
  ]
}

function peopleIn(
  list: (typeof LISTS)[number],
  ours: readonly string[],
  theirs: readonly string[],
): Difference[] {
  const only = (how: 'missing' | 'added', some: readonly string[], others: readonly string[]) =>
    some
      .filter((name) => !others.some((other) => isSamePerson(name, other)))
      .map((name): Difference => ({ about: 'person', list, how, name }))
  return [...only('missing', ours, theirs), ...only('added', theirs, ours)]
}

function chairIn({ chair: ours }: DocumentRecord, { chair: theirs }: DocumentRecord): Difference[] {
  if (ours === undefined || theirs === undefined || isSamePerson(ours, theirs)) return []
  return [{ about: 'chair', ours, theirs }]
}

/** Item by item in the order of both; where one has more of an item, the rest is missing or added. */
function byItem<T extends { readonly item?: string }>(
  about: 'resolution' | 'vote',
  ours: readonly T[] = [],
  theirs: readonly T[] = [],
  said: (one: T) => string,
): Difference[] {
  const items = [...new Set([...ours, ...theirs].map(({ item = '' }) => item))]
  return items.flatMap((item) => {
    const at = (those: readonly T[]) => those.filter((one) => (one.item ?? '') === item).map(said)
    const [mine, other] = [at(ours), at(theirs)]
    const length = Math.max(mine.length, other.length)
    return Array.from({ length }, (_, place): Difference[] => {
      const [one, another] = [mine[place], other[place]]
      if (one === undefined)
        return another === undefined ? [] : [{ about, how: 'added', item, ours: '', theirs: another }]
      if (another === undefined) return [{ about, how: 'missing', item, ours: one, theirs: '' }]
      return plain(one) === plain(another)
        ? []
        : [{ about, how: 'differs', item, ours: one, theirs: another }]
    }).flat()
  })
}

function wholeText({ text }: PaperResolution): string {
  return text
}

/** "carried; for 5; against 2; for: Ash, Birch" */
function voteText({ result, mode, names, casting, ...counts }: PaperVote): string {
  const sides = ['for', 'against', 'abstain', 'noVote'] as const
  return [
    result,
    ...(mode === 'unanimous' ? [say.unanimously] : []),
    ...sides.flatMap((side) => {
      const count = counts[side]
      return count === undefined ? [] : [say.count(say.sides[side], count)]
    }),
    ...sides.flatMap((side) => {
      const named = names?.[side] ?? []
      return named.length === 0 ? [] : [say.names(say.sides[side], named.toSorted())]
    }),
    ...(casting === undefined ? [] : [say.casting(casting)]),
  ].join('; ')
}

/** Without case, space, punctuation and the labels of clauses: councils lay them out anew. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/(?:^|\s)\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\)?(?=\s)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*that /, '')
    .trim()
}
