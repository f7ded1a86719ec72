import { toDate } from '../calendar/civil.ts'
import { committeesWhereClerk, committeesWhereSitting } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type Business, type SittingAtHand, sittingAtHand } from '../sitting/at-hand.ts'

/** The meeting that somebody means who names none: the one that sits, else the one that was opened last. */
export async function sittingOf(
  house: House,
  personId: string,
  as: 'clerk' | 'member',
): Promise<SittingAtHand | undefined> {
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const committees =
    as === 'clerk'
      ? await committeesWhereClerk(house, personId)
      : await committeesWhereSitting(house, personId, today, { substitutes: true })
  const rows = await house.db.sitting.findMany({
    where: {
      councilId: house.councilId,
      meeting: { committeeId: { in: committees.map(({ id }) => id) } },
      ...(as === 'member' ? { openedAt: { gt: toDate(house.now().subtract({ hours: 24 })) } } : {}),
    },
    select: { meetingId: true, state: true },
    orderBy: { openedAt: 'desc' },
    take: RECENT,
  })
  const sits = rows.find(({ state }) => state === 'open' || state === 'adjourned')
  const found = sits ?? rows[0]
  return found && sittingAtHand(house, found.meetingId)
}

const RECENT = 20

/** `meeting/record` or `meeting/vote/page`, as buttons and forms of this room say what they are about. */
export function partsOf(value: string): [string, string, string] {
  const [meetingId = '', id = '', more = ''] = value.split('/')
  return [meetingId, id, more]
}

export function businessOfId(sitting: SittingAtHand, recordId: string): Business | undefined {
  return sitting.business.find((one) => one.recordId === recordId)
}
