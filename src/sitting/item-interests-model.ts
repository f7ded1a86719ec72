import { type CouncilPerson, type CouncilRows, displayName } from '../committees/people.ts'
import type { Effect } from '../interests/types.ts'
import { interestWords, kindName } from '../interests/words.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import type { SittingAtHand } from './at-hand.ts'
import type { Conduct } from './interest-rules.ts'
import { type InterestsOfSitting, interestsOfSitting } from './item-interests.ts'
import { itemWords } from './item-words.ts'
import { unsettled } from './member-effects.ts'
import { sittingWords } from './words.en.ts'

/** Of every item, in the place of an item's id. */
export const EVERY = 'every'

/** A notice, or what was recorded at the meeting, as a clerk reads it; in what it lies stands nowhere. */
export interface InterestLine {
  readonly id: string
  readonly name: string
  /** "Councillor Jo Ward: Disclosable pecuniary interest (whole meeting)" */
  readonly text: string
  readonly effect: Effect
}

export interface RecordedLine extends InterestLine {
  readonly isDisclosed: boolean
  /** Absent of a party whip, of which there is no conduct. */
  readonly conduct: Conduct | undefined
  readonly isWhip: boolean
  readonly until: string | undefined
  readonly isTold: boolean
}

export interface ItemInterests {
  readonly meeting: MeetingAtHand
  /** An item of the agenda, or `EVERY`. */
  readonly which: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly toCall: readonly InterestLine[]
  readonly recorded: readonly RecordedLine[]
}

/**
 * The interests of an item with those of the whole meeting; of every item where none is meant, or where nobody has
 * any in this one.
 *
 * @param recordId the business that is meant
 */
export async function itemInterests(
  rows: CouncilRows,
  sitting: SittingAtHand,
  recordId: string,
  language: string,
): Promise<ItemInterests> {
  const say = itemWords(language)
  const found = await interestsOfSitting(rows, sitting.meeting)
  const meant = sitting.business.find((one) => one.recordId === recordId)?.itemId
  const which = meant !== undefined && hasAny(found, meant) ? meant : EVERY
  const people = await peopleOf(rows, sitting, found)
  const isMeant = (itemId: string | undefined) => which === EVERY || itemId === undefined || itemId === which
  const words = interestWords(language)
  const markOf = (itemId: string | undefined): string[] => {
    if (itemId === undefined) return [say.interests.whole]
    const item = sitting.business.find((one) => one.itemId === itemId)
    return which === EVERY && item ? [sittingWords.item(item)] : []
  }
  const lineOf = (
    one: { readonly id: string; readonly personId: string; readonly effect: Effect },
    kind: string,
    marks: readonly string[],
  ): InterestLine => {
    const person = people.get(one.personId)
    const name = person ? displayName(person) : ''
    return { id: one.id, name, effect: one.effect, text: say.interests.notice(name, kind, marks) }
  }
  const marksOf = (one: {
    readonly holder: 'own' | 'partner'
    readonly sensitive: boolean
    readonly dispensation: unknown
  }) => [
    ...(one.holder === 'partner' ? [say.interests.partners] : []),
    ...(one.sensitive ? [say.interests.sensitive] : []),
    ...(one.dispensation ? [say.interests.dispensed] : []),
  ]
  const { standing, disclosures, whips } = found
  const kindOf = (id: (typeof disclosures)[number]['type']['id']) => kindName(standing.code, id, words)
  return {
    meeting: sitting.meeting,
    which,
    choices: [
      { value: EVERY, text: say.interests.every },
      ...sitting.business.flatMap((item) =>
        item.itemId === undefined || !hasAny(found, item.itemId)
          ? []
          : [{ value: item.itemId, text: sittingWords.item(item) }],
      ),
    ],
    toCall: [
      ...unsettled(standing.interests, disclosures)
        .filter(({ item }) => isMeant(item?.id))
        .map((one) =>
          lineOf({ ...one, personId: one.memberId }, kindOf(one.kind.id), [
            ...marksOf(one),
            ...markOf(one.item?.id),
          ]),
        ),
      ...unsettled(standing.whips, whips)
        .filter(({ item }) => isMeant(item?.id))
        .map((one) => lineOf({ ...one, personId: one.memberId }, say.interests.whip, markOf(one.item?.id))),
    ],
    recorded: [
      ...disclosures
        .filter(({ itemId }) => isMeant(itemId))
        .map((one) => ({
          ...lineOf(one, kindOf(one.type.id), [...marksOf(one), ...markOf(one.itemId)]),
          isDisclosed: one.outcome === 'disclosed',
          conduct: one.conduct,
          isWhip: false,
          until: one.notifyUntil,
          isTold: one.isNotified,
        })),
      ...whips
        .filter(({ itemId }) => isMeant(itemId))
        .map((one) => ({
          ...lineOf(one, say.interests.whip, markOf(one.itemId)),
          isDisclosed: one.outcome === 'disclosed',
          conduct: undefined,
          isWhip: true,
          until: undefined,
          isTold: false,
        })),
    ],
  }
}

function hasAny({ standing, disclosures, whips }: InterestsOfSitting, itemId: string): boolean {
  return (
    [...standing.interests, ...standing.whips].some(({ item }) => item?.id === itemId) ||
    [...disclosures, ...whips].some((one) => one.itemId === itemId)
  )
}

/** Whoever gave notice or disclosed, members or not by now. */
async function peopleOf(
  { councilId, db }: CouncilRows,
  sitting: SittingAtHand,
  { standing, disclosures, whips }: InterestsOfSitting,
): Promise<Map<string, Pick<CouncilPerson, 'name' | 'title'>>> {
  const known = new Map<string, Pick<CouncilPerson, 'name' | 'title'>>(sitting.people)
  const ids = [
    ...[...standing.interests, ...standing.whips].map(({ memberId }) => memberId),
    ...[...disclosures, ...whips].map(({ personId }) => personId),
  ]
  const missing = [...new Set(ids)].filter((id) => !known.has(id))
  if (missing.length === 0) return known
  const found = await db.person.findMany({ where: { councilId, id: { in: missing } } })
  return new Map([...known, ...found.map((row) => [row.id, row] as const)])
}
