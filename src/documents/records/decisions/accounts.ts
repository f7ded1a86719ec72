import type { PaperResolution, PaperVote } from '../../record.ts'
import type { Found } from '../found.ts'
import { WAYS } from './ways.ts'

/**
 * A page of a meeting tells a decision twice: in a box headed "Decision" and in the minutes below it. What is
 * the same is kept once; counts that differ are left to a person.
 */
export function oneAccountOfVotes(
  decision: readonly Found<PaperVote>[],
  minutes: readonly Found<PaperVote>[],
): Found<PaperVote>[] {
  const told = [...minutes]
  const only: Found<PaperVote>[] = []
  const matched = new Set<number>()
  for (const vote of decision) {
    const at = told.findIndex((other, index) => !matched.has(index) && isSameVote(vote.value, other.value))
    const other = told[at]
    if (!other) {
      only.push(vote)
      continue
    }
    matched.add(at)
    told[at] = bothAccounts(vote.value, other)
  }
  return [...only, ...told]
}

function isSameVote(one: PaperVote, other: PaperVote): boolean {
  if (one.item !== other.item || one.result !== other.result) return false
  return one.on === undefined || other.on === undefined || one.on === other.on
}

/** The fuller account, with what the other adds. */
function bothAccounts(decision: PaperVote, minutes: Found<PaperVote>): Found<PaperVote> {
  const value = { ...minutes.value }
  const differing = WAYS.filter(
    (way) => decision[way] !== undefined && value[way] !== undefined && decision[way] !== value[way],
  )
  if (differing.length > 0) {
    const text = differing.map((way) => `${way}: ${decision[way]} / ${value[way]}`).join(', ')
    return { ...minutes, doubt: { code: 'accounts-differ', text } }
  }
  if (value.mode !== 'voice') return minutes
  return { ...minutes, value: { ...decision, ...value, mode: decision.mode } }
}

/** How far back in its item a decision is looked for; it keeps the work bounded. */
const FARTHEST_BACK = 50

/**
 * The decisions of all stretches of a paper without those whose words another stretch of the same item told before.
 * Inside one stretch the same words are another decision: "No objection" to each of five plans.
 */
export function eachResolutionOnce(
  stretches: readonly (readonly Found<PaperResolution>[])[],
): Found<PaperResolution>[] {
  const seen = new Map<string, string[]>()
  return stretches.flatMap((resolutions) => {
    const fresh = resolutions.filter(({ value }) => {
      const words = wordsOf(value.text)
      return !(seen.get(value.item ?? '') ?? []).some((other) => other.includes(words))
    })
    for (const { value } of fresh) {
      const before = seen.get(value.item ?? '') ?? []
      seen.set(value.item ?? '', [...before, wordsOf(value.text)].slice(-FARTHEST_BACK))
    }
    return fresh
  })
}

/** Of two that say the same, one may have its lead-in and its full stop. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^that /, '')
}
