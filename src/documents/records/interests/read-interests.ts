import type { Line } from '../../lines/line.ts'
import type { DeclaredInterest } from '../../record.ts'
import type { Business } from '../business.ts'
import { type Found, type FoundFields, found, listOf, placeOf, statedNone } from '../found.ts'
import { saidIn } from '../people/said.ts'
import { isSamePerson } from '../phrases/same-person.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { asList, type LeadIn, leadIn, listedIn, ofType } from './listed.ts'
import { lobbyingIn } from './lobbying.ts'
import { saysNone } from './none-declared.ts'
import { type Passage, passagesOf } from './passages.ts'
import type { Told } from './subjects.ts'
import { tabledIn } from './tabled.ts'
import { toldIn } from './told.ts'

/**
 * What members declared, and where they were lobbied; `chair` is whom "the Chair" means. An agenda asks for
 * declarations; it holds none.
 */
export function readInterests(business: Business, chair: string | undefined): FoundFields {
  if (business.kind === 'agenda' || business.kind === 'supplement') return {}
  const passages = passagesOf(business)
  const declared: Found<DeclaredInterest>[] = []
  for (const passage of passages.filter(({ underHeading }) => underHeading))
    declared.push(...underHeading(passage, chair))
  for (const passage of passages.filter(({ underHeading }) => !underHeading))
    addLater(declared, passage, chair)
  return {
    declarations: listOf(declared) ?? noneIn(passages),
    lobbying: listOf(
      passages.flatMap(({ lines }) =>
        saidIn(lines).flatMap(({ text, first }) => lobbyingIn(text).map((one) => found(one, first))),
      ),
    ),
  }
}

function underHeading(
  { lines, heading, item }: Passage,
  chair: string | undefined,
): Found<DeclaredInterest>[] {
  const tabled = tabledIn(lines)
  if (tabled.length > 0) return tabled.map((one) => ({ ...one, value: ofType(one.value, above(lines)) }))
  // Where the items have no titles, their first sentence stands for one.
  const declared: Found<DeclaredInterest>[] = heading
    ? toldIn(heading.value, { underHeading: true, chair }).map(({ interest }) => found(interest, heading.at))
    : []
  let lead = heading && leadIn(heading.value)
  for (const { text, first } of saidIn(asList(lines))) {
    const told = toldIn(text, { underHeading: true, chair })
    const entries = told.length > 0 ? told.map(({ interest }) => interest) : listedIn(text, lead)
    declared.push(...entries.map((entry) => found({ ...(item && { item }), ...entry }, first)))
    lead = leadIn(text) ?? lead
  }
  return declared
}

/** What leads in a table. */
function above(lines: readonly Line[]): LeadIn | undefined {
  return saidIn(lines)
    .map(({ text }) => leadIn(text))
    .find((lead) => lead !== undefined)
}

/** Under the other items a declaration may be made late, or told again with what it led to. */
function addLater(declared: Found<DeclaredInterest>[], passage: Passage, chair: string | undefined): void {
  const { heading } = passage
  const paragraphs = saidIn(passage.lines).map(({ text, first }) => ({ text, at: placeOf(first) }))
  if (heading) paragraphs.unshift({ text: heading.value, at: heading.at })
  for (const { text, at } of paragraphs) {
    if (!/\binterest|\bDPI\b/i.test(text)) continue
    for (const told of toldIn(text, { underHeading: false, chair })) {
      if (!isCouncillor(told)) continue
      const interest = { ...told.interest, item: told.interest.item ?? passage.item ?? '' }
      const known = declared.find(
        ({ value }) => isSame(value, interest) || isSame(value, { ...interest, item: passage.item ?? '' }),
      )
      if (known) Object.assign(known.value, outcomeOf(interest))
      else declared.push(found(interest, at))
    }
  }
}

/** Officers and the public speak of their interest too. */
function isCouncillor({ person, member }: Told): boolean {
  return person === undefined ? !/^all\b/i.test(member) : /councillor|cllr|alderman/i.test(person.title)
}

function isSame(one: DeclaredInterest, other: DeclaredInterest): boolean {
  if (!isSamePerson(one.member, other.member)) return false
  if (!one.item || !other.item) return true
  const numbers = (item: string): string[] => item.match(/\d+/g) ?? []
  const same = numbers(one.item).some((number) => numbers(other.item ?? '').includes(number))
  // A title and a number may well be the same item.
  return same || numbers(one.item).length === 0 || numbers(other.item).length === 0
}

function outcomeOf({
  leftRoom,
  tookNoPart,
}: DeclaredInterest): Pick<DeclaredInterest, 'leftRoom' | 'tookNoPart'> {
  return { ...(leftRoom !== undefined && { leftRoom }), ...(tookNoPart && { tookNoPart }) }
}

function noneIn(passages: readonly Passage[]): Found<never[]> | undefined {
  for (const { lines, underHeading, heading } of passages) {
    if (!underHeading) continue
    for (const { text, first } of saidIn(lines))
      if (sentencesOf(text).some(saysNone)) return statedNone(first)
    if (heading && saysNone(heading.value)) return { value: [], at: heading.at }
  }
  return undefined
}
