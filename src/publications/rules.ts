import type { Temporal } from 'temporal-polyfill'
import { isAfter } from '../calendar/civil.ts'
import type { PackFields } from './types.ts'

/** Why a pack cannot be published as it was filled in; each is said at its field. */
export type FieldRefusal =
  | { readonly code: 'meeting-over'; readonly date: string }
  | { readonly code: 'no-items' }
  | { readonly code: 'opened-after-start' }
  | { readonly code: 'convened-after-start' }
  | { readonly code: 'confirm-public-copy'; readonly marks: number }

/**
 * A pack of a meeting that is over would call members to a past date, nearly always because of a
 * mistyped year; and marks of exempt matter are answered for by a person before anything is posted
 * (LGA 1972 s100B(2), (5)).
 */
export function whyNotPublish(
  fields: PackFields,
  meeting: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  openedAt: Temporal.Instant,
  now: Temporal.Instant,
  mustConfirm: { readonly marks: number } | undefined,
): FieldRefusal | undefined {
  if (!isAfter(meeting.endsAt, now)) return { code: 'meeting-over', date: fields.date }
  if (isAfter(openedAt, meeting.startsAt)) return { code: 'opened-after-start' }
  // ISO dates compare as text.
  if (fields.convenedOn !== undefined && fields.convenedOn > fields.date)
    return { code: 'convened-after-start' }
  if (fields.items.length === 0) return { code: 'no-items' }
  if (mustConfirm && !fields.publicCopyConfirmed)
    return { code: 'confirm-public-copy', marks: mustConfirm.marks }
  return undefined
}

/** Two names for one person: "Aspinall" and "Mrs Pat Aspinall"; "J Ward" and "Jo Ward", not "K Ward". */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)]
  if (a.length === 0 || a.at(-1) !== b.at(-1)) return false
  const [first, second] = [a.at(-2), b.at(-2)]
  if (first === undefined || second === undefined) return true
  return first.startsWith(second) || second.startsWith(first)
}

const HONORIFICS = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'professor',
  'sir',
  'dame',
  'lord',
  'lady',
  'rev',
  'reverend',
  'councillor',
  'cllr',
  'the',
])

function nameWords(name: string): string[] {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/[.,]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !HONORIFICS.has(word))
}

/** Where the paper's list of members and the committee's seats differ: a sign of the wrong committee or an old list. */
export function compareMembership(
  onPaper: readonly string[],
  inSeats: readonly string[],
): { readonly onlyOnPaper: string[]; readonly onlyInSeats: string[] } {
  return {
    onlyOnPaper: onPaper.filter((name) => !inSeats.some((other) => sameName(name, other))),
    onlyInSeats:
      onPaper.length === 0 ? [] : inSeats.filter((name) => !onPaper.some((other) => sameName(name, other))),
  }
}

/** Whether a paper's committee is this committee: "&" and "and", case and punctuation do not matter. */
export function sameCommittee(one: string, other: string): boolean {
  return plainName(one) !== '' && plainName(one) === plainName(other)
}

function plainName(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim()
}

function withoutAccents(name: string): string {
  return name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
}
