import type { Temporal } from 'temporal-polyfill'
import type { AnswerWay } from '../apologies/answering.ts'
import { toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { councilCode } from './council-code.ts'
import { type DispensationAtHand, isInForce } from './dispensation-rules.ts'
import { dispensationOf } from './dispensations.ts'
import { type CouncilCode, type InterestKind, kindOfNotice } from './kind-rules.ts'
import { type ItemAsked, itemsOfMeeting } from './meeting-items.ts'
import { type Effect, effectOf, type Registration, strictest, whipEffect } from './rules.ts'

interface Given {
  readonly id: string
  readonly version: number
  readonly memberId: string
  /** Absent where it is in the whole meeting. */
  readonly item: ItemAsked | undefined
  readonly effect: Effect
  readonly givenAt: Temporal.Instant
  readonly way: AnswerWay
  readonly givenById: string
  readonly relayedNote: string
}

/** A notice of an interest that stands; its nature is read by `readInterests` alone. */
export interface StandingInterest extends Given {
  readonly kind: InterestKind
  readonly holder: 'own' | 'partner'
  readonly sensitive: boolean
  readonly registration: Registration | undefined
  /** In force on the day of the meeting; one that has run out or was revoked counts no more. */
  readonly dispensation: DispensationAtHand | undefined
}

export interface StandingWhip extends Given {
  readonly nature: string
}

export interface InterestsOfMeeting {
  readonly code: CouncilCode
  readonly items: readonly ItemAsked[]
  readonly interests: readonly StandingInterest[]
  readonly whips: readonly StandingWhip[]
}

/**
 * What stands of the notices about a meeting, by the order of its items; those about items that were withdrawn
 * from the agenda are left out.
 *
 * @param memberId of this member alone
 */
export async function standingInterests(
  rows: CouncilRows,
  meeting: Pick<MeetingAtHand, 'id' | 'date'>,
  memberId?: string,
): Promise<InterestsOfMeeting> {
  const { councilId, db } = rows
  const code = await councilCode(rows)
  const items = await itemsOfMeeting(rows, meeting.id, code)
  const where = {
    councilId,
    meetingId: meeting.id,
    withdrawnAt: null,
    ...(memberId === undefined ? {} : { personId: memberId }),
  }
  const orderBy = [{ givenAt: 'asc' as const }, { id: 'asc' as const }]
  const notices = await db.interestNotice.findMany({ where, include: { dispensation: true }, orderBy })
  const whips = await db.whipNotice.findMany({ where, orderBy })
  const place = new Map(items.map((item, index) => [item.id, index]))
  const onAgenda = <T extends { readonly itemId: string | null }>(rows: readonly T[]) =>
    rows
      .filter(({ itemId }) => itemId === null || place.has(itemId))
      .toSorted((one, other) => placeOf(one.itemId, place) - placeOf(other.itemId, place))
  const itemOf = (itemId: string | null) => items.find((item) => item.id === itemId)
  return {
    code,
    items,
    interests: onAgenda(notices).map((row) => {
      const kind = kindOfNotice(code, row.type)
      const leave = row.dispensation ? dispensationOf(row.dispensation) : undefined
      const dispensation = leave && isInForce(leave, row.personId, meeting.date) ? leave : undefined
      return {
        ...givenOf(row),
        version: row.version,
        item: itemOf(row.itemId),
        effect: effectOf(kind, code, dispensation),
        kind,
        holder: row.holder,
        sensitive: row.sensitive,
        registration: row.registration ?? undefined,
        dispensation,
      }
    }),
    whips: onAgenda(whips).map((row) => ({
      ...givenOf(row),
      version: 1,
      item: itemOf(row.itemId),
      effect: whipEffect(code),
      nature: row.nature,
    })),
  }
}

function placeOf(itemId: string | null, place: ReadonlyMap<string, number>): number {
  return itemId === null ? -1 : (place.get(itemId) ?? 0)
}

function givenOf(row: {
  readonly id: string
  readonly personId: string
  readonly givenAt: Date
  readonly way: AnswerWay
  readonly givenById: string
  readonly relayedNote: string
}) {
  const { id, personId: memberId, way, givenById, relayedNote } = row
  return { id, memberId, givenAt: toInstant(row.givenAt), way, givenById, relayedNote }
}

/** What a member may do about an item, by all notices of theirs that touch it: the strictest counts. */
export function effectOnItem(
  { interests, whips }: Pick<InterestsOfMeeting, 'interests' | 'whips'>,
  memberId: string,
  itemId: string,
): Effect {
  const touching = [...interests, ...whips].filter(
    (one) => one.memberId === memberId && (one.item === undefined || one.item.id === itemId),
  )
  return strictest(touching.map((one) => one.effect))
}
