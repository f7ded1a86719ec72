import { dateOfColumn, toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import { type DispensationAtHand, isInForce } from '../interests/dispensation-rules.ts'
import { dispensationOf } from '../interests/dispensations.ts'
import { type InterestKind, kindOfNotice } from '../interests/kind-rules.ts'
import { effectOf, type Registration, whipEffect } from '../interests/rules.ts'
import { type InterestsOfMeeting, standingInterests } from '../interests/standing-interests.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import type { SittingAtHand } from './at-hand.ts'
import type { Conduct } from './interest-rules.ts'
import {
  type DisclosureAtItem,
  effectsOf,
  type InterestsAtHand,
  type MemberEffect,
  type WhipAtItem,
} from './member-effects.ts'

export type { MemberEffect } from './member-effects.ts'

/** An interest as it was recorded at the meeting. */
export interface RecordedDisclosure extends DisclosureAtItem {
  readonly type: InterestKind
  readonly holder: 'own' | 'partner'
  readonly sensitive: boolean
  /** Public once it is disclosed; empty of a sensitive interest. */
  readonly nature: string
  readonly registration: Registration | undefined
  /** In force on the day of the meeting. */
  readonly dispensation: DispensationAtHand | undefined
  readonly conduct: Conduct | undefined
  readonly at: ReturnType<typeof toInstant>
  /** ISO civil date; absent where nothing runs. */
  readonly notifyUntil: string | undefined
  readonly isNotified: boolean
}

export interface RecordedWhip extends WhipAtItem {
  readonly nature: string
  readonly at: ReturnType<typeof toInstant>
}

/** Everything about interests in a meeting: what stands of the notices, and what was recorded at the meeting. */
export interface InterestsOfSitting {
  readonly standing: InterestsOfMeeting
  readonly disclosures: readonly RecordedDisclosure[]
  readonly whips: readonly RecordedWhip[]
}

/**
 * What members may do about an item of a sitting: those alone who have an interest or a whip in it, by what was
 * disclosed and by advance notice, the strictest of several. What was struck does not count, and neither does a
 * notice that the clerk has marked as not declared at the meeting.
 *
 * @param itemId the item of the agenda; absent for business that none listed
 */
export async function effectsOnItem(
  rows: CouncilRows,
  sitting: Pick<SittingAtHand, 'meeting'>,
  itemId: string | undefined,
): Promise<readonly MemberEffect[]> {
  return effectsOf(interestsAtHand(await interestsOfSitting(rows, sitting.meeting)), itemId)
}

/** As the rules need it. */
export function interestsAtHand({ standing, disclosures, whips }: InterestsOfSitting): InterestsAtHand {
  return {
    notices: standing.interests.map(({ id, memberId, item, effect, kind }) => ({
      id,
      personId: memberId,
      itemId: item?.id,
      effect,
      kind: kind.id,
    })),
    disclosures,
    whipNotices: standing.whips.map(({ id, memberId, item, effect }) => ({
      id,
      personId: memberId,
      itemId: item?.id,
      effect,
    })),
    whips,
  }
}

/** What stands of the notices about a meeting, and what was recorded at it, by when it was said. */
export async function interestsOfSitting(
  rows: CouncilRows,
  meeting: Pick<MeetingAtHand, 'id' | 'date'>,
): Promise<InterestsOfSitting> {
  const { councilId, db } = rows
  const standing = await standingInterests(rows, meeting)
  const where = { councilId, meetingId: meeting.id, struckAt: null }
  const orderBy = [{ at: 'asc' as const }, { id: 'asc' as const }]
  const disclosures = await db.disclosure.findMany({ where, orderBy })
  const whips = await db.whipDeclaration.findMany({ where, orderBy })
  const leaves = await db.dispensation.findMany({
    where: { councilId, id: { in: disclosures.flatMap((row) => row.dispensationId ?? []) } },
  })
  return {
    standing,
    disclosures: disclosures.map((row): RecordedDisclosure => {
      const leave = leaves.find(({ id }) => id === row.dispensationId)
      const given = leave && dispensationOf(leave)
      const dispensation = given && isInForce(given, row.personId, meeting.date) ? given : undefined
      const type = kindOfNotice(standing.code, row.type)
      return {
        id: row.id,
        personId: row.personId,
        itemId: row.itemId ?? undefined,
        noticeId: row.noticeId ?? undefined,
        outcome: row.outcome,
        effect: effectOf(type, standing.code, dispensation),
        kind: type.id,
        type,
        holder: row.holder,
        sensitive: row.sensitive,
        nature: row.nature,
        registration: row.registration ?? undefined,
        dispensation,
        conduct: row.conduct ?? undefined,
        at: toInstant(row.at),
        notifyUntil: row.notifyUntil ? dateOfColumn(row.notifyUntil) : undefined,
        isNotified: row.notifiedAt !== null,
      }
    }),
    whips: whips.map((row) => ({
      id: row.id,
      personId: row.personId,
      itemId: row.itemId ?? undefined,
      noticeId: row.noticeId ?? undefined,
      outcome: row.outcome,
      effect: whipEffect(standing.code),
      nature: row.nature,
      at: toInstant(row.at),
    })),
  }
}
