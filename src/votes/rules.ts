import type { CastingSide, Choice, Counts, Standing, VoteResult } from './types.ts'

/*
 * How a vote adds up (law 4). A question is decided by a majority of those present and voting (LGA 1972 Sch 12
 * paras 39(1), 44): who abstains or casts no vote is present, but does not vote.
 */

export const NOTHING_COUNTED: Counts = { for: 0, against: 0, abstain: 0, none: 0 }

export function totalOf(counts: Counts): number {
  return counts.for + counts.against + counts.abstain + counts.none
}

/** What these choices add up to; a whipped vote is disregarded where the law bars it. */
export function countsOfChoices(choices: readonly Choice[]): Counts {
  const counted = choices.filter(({ despite }) => despite !== 'whip')
  const on = (side: Choice['side']) => counted.filter((choice) => choice.side === side).length
  return { for: on('for'), against: on('against'), abstain: on('abstain'), none: on('none') }
}

/**
 * - `counts-missing`, `counts-too-many`: so many more, or fewer, must be entered before the vote can be closed
 * - `despite-not-counted`: who voted despite an interest is in the count of their side, too
 * - `not-unanimous`: somebody voted against, so that it cannot be noted as unanimous
 */
export type CountFault =
  | {
      readonly code: 'counts-missing' | 'counts-too-many'
      readonly eligible: number
      readonly entered: number
      readonly by: number
    }
  | { readonly code: 'despite-not-counted' }
  | { readonly code: 'not-unanimous' }

/**
 * Why a counted vote without names does not add up, or `undefined` when it does.
 *
 * @param despite those who voted although an interest barred them; who did so against a whip is in no count
 */
export function whyNotCounted(
  counts: Counts,
  standings: readonly Standing[],
  despite: readonly Choice[] = [],
): CountFault | undefined {
  const besides = despite.filter((choice) => choice.despite === 'interest')
  const eligible = eligibleIn(standings).length + besides.length
  const entered = totalOf(counts)
  if (entered < eligible) return { code: 'counts-missing', eligible, entered, by: eligible - entered }
  if (entered > eligible) return { code: 'counts-too-many', eligible, entered, by: entered - eligible }
  const theirs = countsOfChoices(besides)
  const covers =
    theirs.for <= counts.for && theirs.against <= counts.against && theirs.abstain <= counts.abstain
  return covers ? undefined : { code: 'despite-not-counted' }
}

/** Unanimous is: nobody against, and somebody for. Who abstains is not of another opinion. */
export function whyNotUnanimous(counts: Counts): CountFault | undefined {
  return counts.for > 0 && counts.against === 0 ? undefined : { code: 'not-unanimous' }
}

export interface NamedCount {
  readonly counts: Counts
  /** Who could vote when it was closed; who voted and has left since is among them. */
  readonly standings: readonly Standing[]
}

/**
 * - `names-missing`: these are in the room and entitled, and nothing is entered for them
 * - `names-not-entitled`: a vote is entered for these, who could not vote when it was cast
 */
export type NameFault =
  | {
      readonly code: 'names-missing'
      readonly personIds: readonly string[]
      readonly eligible: number
      readonly entered: number
    }
  | { readonly code: 'names-not-entitled'; readonly personIds: readonly string[] }

/**
 * Count a vote by name: everybody who is entitled when it closes has one entry, and nobody else has any but
 * those who were entitled when they cast it and left since, and those who voted despite a bar.
 *
 * @param wasEntitled whether somebody could vote at the moment at which their choice was cast
 */
export function countByName(
  choices: readonly Choice[],
  closing: readonly Standing[],
  wasEntitled: (personId: string) => boolean,
): { readonly counted: NamedCount } | { readonly fault: NameFault } {
  const chosen = new Map(choices.map((choice) => [choice.personId, choice]))
  const eligible = new Set(eligibleIn(closing))
  const stray = choices.filter(
    ({ personId, despite }) => despite === undefined && !eligible.has(personId) && !wasEntitled(personId),
  )
  if (stray.length > 0)
    return { fault: { code: 'names-not-entitled', personIds: stray.map(({ personId }) => personId) } }
  const missing = [...eligible].filter((personId) => !chosen.has(personId))
  if (missing.length > 0) {
    const entered = chosen.size
    return {
      fault: { code: 'names-missing', personIds: missing, eligible: entered + missing.length, entered },
    }
  }
  const known = new Set(closing.map(({ personId }) => personId))
  const standings = [
    ...closing.map(({ personId, bar }) => ({
      personId,
      bar: chosen.has(personId) && chosen.get(personId)?.despite === undefined ? undefined : bar,
    })),
    ...choices
      .filter(({ personId }) => !known.has(personId))
      .map(({ personId, despite }) => ({ personId, bar: despite })),
  ]
  return { counted: { counts: countsOfChoices(choices), standings } }
}

export function eligibleIn(standings: readonly Standing[]): string[] {
  return standings.filter(({ bar }) => bar === undefined).map(({ personId }) => personId)
}

export function isEqual(counts: Counts): boolean {
  return counts.for === counts.against
}

/**
 * What the vote decides. On an equality whoever presides has a second or casting vote (Sch 12 para 39(2)) and need
 * not use it: then the question is not carried.
 */
export function resultOf(counts: Counts, casting: CastingSide | undefined): VoteResult {
  if (counts.for > counts.against) return 'carried'
  if (counts.for < counts.against) return 'lost'
  if (casting === undefined) return 'tied'
  return casting === 'for' ? 'carried' : 'lost'
}
