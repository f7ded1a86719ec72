import type { Exclusion, ExclusionRefusal } from './exclusion-rules.ts'
import type { AddressRefusal } from './restricted-address-rules.ts'

/**
 * Whether a seat alone entitles to the committee's restricted papers. Co-optees and named substitutes get them
 * by local rule or by nobody's, so that a clerk decides for each (domain.md §2.2); whoever has agreed to sit in an
 * elected seat gets those of that meeting (restricted-entitlement.ts).
 */
export function isOfRight(seat: { readonly kind: 'member' | 'coOptee' | 'substitute' }): boolean {
  return seat.kind === 'member'
}

/**
 * Why restricted papers go to no channel, ever (fixture F29): whoever is in one now or joins later would read it,
 * guests and other organisations included, and nobody could take it back.
 *
 * - `not-a-clerk`: only a clerk of the committee announces its papers
 * - `gone`: the item is not on an agenda any more
 * - `description-missing`: the mark must state the description (LGA 1972 s100B(5)); choose the paragraphs, or say
 *   by what it is confidential
 * - `address-is-public`: everybody has this address from the card of a meeting; give the restricted site's
 * - `announced-before`: this very address, for this item; nobody was told twice
 * - the refusals of `restricted-address-rules.ts` and `exclusion-rules.ts`: corrected at the field
 */
export type AnnounceRefusal =
  | AddressRefusal
  | ExclusionRefusal
  | { readonly code: 'not-a-clerk'; readonly committee: string }
  | { readonly code: 'gone' }
  | { readonly code: 'description-missing' | 'address-is-public' | 'announced-before' }

/** Whether the description that the law asks for is there. */
export function isDescribed(exclusion: Exclusion): boolean {
  return exclusion.access === 'confidential'
    ? exclusion.confidentialBasis !== ''
    : exclusion.paragraphs.length > 0
}

/** Somebody who was told, at the account that was told. */
export interface Told {
  readonly personId: string
  readonly slackUserId: string
}

/** Who must be told now, and whose message must say that the paper is theirs no more. */
export function whoseChanges<T extends Told>(
  entitled: readonly Told[],
  told: readonly T[],
): { readonly begins: Told[]; readonly ends: T[] } {
  const key = ({ personId, slackUserId }: Told) => `${personId} ${slackUserId}`
  const [wanted, standing] = [new Set(entitled.map(key)), new Set(told.map(key))]
  return {
    begins: entitled.filter((one) => !standing.has(key(one))),
    ends: told.filter((one) => !wanted.has(key(one))),
  }
}
