import type { Nation } from '../calendar/nations.ts'
import { describedAs, exclusionLaws } from './exclusion-law-rules.ts'
import type { ItemLine } from './types.ts'

/** Why the public is excluded from an item or a paper, as everybody may be told. */
export interface ClosedAs {
  readonly nation: Nation
  readonly access: 'exempt' | 'confidential'
  /** Of the nation's Schedule; empty while the clerk has not said which. */
  readonly paragraphs: readonly string[]
}

/** The same with what only the record keeps. */
export interface Exclusion {
  readonly access: 'exempt' | 'confidential'
  readonly paragraphs: readonly string[]
  /** Why the public interest in disclosing it is outweighed. */
  readonly publicInterest: string
  /** By which enactment, order or department's terms it is confidential (LGA 1972 s100A(3)). */
  readonly confidentialBasis: string
}

/** What of an exclusion the record still lacks. */
export type Lacking = 'paragraphs' | 'public-interest' | 'basis'

/** - `no-such-paragraph`: the nation's Schedule has none of that number; choose one that it has */
export type ExclusionRefusal = {
  readonly code: 'no-such-paragraph'
  readonly paragraph: string
  readonly known: readonly string[]
}

/** `undefined` for what is open to the public. */
export function closedAs(
  of: { readonly access: 'public' | 'exempt' | 'confidential'; readonly paragraphs: readonly string[] },
  nation: Nation,
): ClosedAs | undefined {
  return of.access === 'public' ? undefined : { nation, access: of.access, paragraphs: of.paragraphs }
}

/**
 * What a clerk gives anew, with the reasons that are recorded where none is given: the form does not show them
 * again, since Slack would have them once more.
 */
export function keepingReasons(given: Exclusion, recorded: Exclusion): Exclusion {
  if (given.access !== recorded.access) return given
  return {
    ...given,
    publicInterest: given.publicInterest || recorded.publicInterest,
    confidentialBasis: given.confidentialBasis || recorded.confidentialBasis,
  }
}

/**
 * What a resolution and a lawful mark still need: the description (LGA 1972 s100A(5), s100B(5)), the public
 * interest weighed where the nation's law asks for it, or what makes it confidential (s100A(3)).
 */
export function lackingOf(exclusion: Exclusion, nation: Nation): Lacking[] {
  if (exclusion.access === 'confidential') return exclusion.confidentialBasis === '' ? ['basis'] : []
  const weighs = exclusionLaws[nation].publicInterestTest !== undefined
  return [
    ...(exclusion.paragraphs.length === 0 ? (['paragraphs'] as const) : []),
    ...(weighs && exclusion.publicInterest === '' ? (['public-interest'] as const) : []),
  ]
}

export function whyNotParagraphs(
  paragraphs: readonly string[],
  nation: Nation,
): ExclusionRefusal | undefined {
  const paragraph = paragraphs.find((one) => !describedAs(nation, one))
  if (paragraph === undefined) return undefined
  const known = exclusionLaws[nation].descriptions.map((one) => one.paragraph)
  return { code: 'no-such-paragraph', paragraph, known }
}

/** Each once, in the order of the Schedule. */
export function inOrder(paragraphs: readonly string[]): string[] {
  return [...new Set(paragraphs)].sort((one, other) => Number(one) - Number(other))
}

/** What is stored of a line: of a closed item no title, since that is a fact the exemption protects. */
export function storedItem(item: ItemLine): {
  title: string
  access: 'public' | 'exempt' | 'confidential'
  paragraphs: string[]
} {
  if (!item.closed) return { title: item.title, access: 'public', paragraphs: [] }
  if (item.confidential) return { title: '', access: 'confidential', paragraphs: [] }
  return { title: '', access: 'exempt', paragraphs: inOrder(item.paragraphs ?? []) }
}
