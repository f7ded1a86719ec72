import { columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { sameTitle } from '../publications/title-rules.ts'
import type { CouncilCode } from './kind-rules.ts'
import { type ItemAsked, itemAsked } from './meeting-items.ts'

/** An interest of which the member gave notice before another meeting. */
export interface EarlierInterest {
  readonly noticeId: string
  readonly type: string
  readonly holder: 'own' | 'partner'
  readonly sensitive: boolean
  /** Absent where it was in the whole meeting. */
  readonly item: ItemAsked | undefined
  /** The day of that meeting. */
  readonly date: string
  /** The items of the meeting now at hand that are called the same. */
  readonly alike: readonly string[]
}

/** A list in a form; older ones are told anew. */
const MOST = 20
/** Of the latest so many notices, alike ones are one. */
const LOOKED_AT = 200

/**
 * The interests that a member has declared before meetings of the same committee, or in an item that is called
 * like one of these, the latest first and each once. Those that were withdrawn are left out.
 */
export async function earlierInterests(
  { councilId, db }: CouncilRows,
  memberId: string,
  meeting: Pick<MeetingAtHand, 'id' | 'date' | 'committeeId'>,
  {
    code,
    items,
    forClerk = false,
  }: {
    readonly code: CouncilCode
    readonly items: readonly ItemAsked[]
    /** A clerk sees what was given to their own committee alone. */
    readonly forClerk?: boolean
  },
): Promise<EarlierInterest[]> {
  const notices = await db.interestNotice.findMany({
    where: { councilId, personId: memberId, withdrawnAt: null, meetingId: { not: meeting.id } },
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
    take: LOOKED_AT,
  })
  const meetings = await db.meeting.findMany({
    where: {
      councilId,
      id: { in: notices.map((notice) => notice.meetingId) },
      date: { lte: columnOfDate(meeting.date) },
    },
    select: { id: true, date: true, committeeId: true },
  })
  const itemRows = await db.agendaItem.findMany({
    where: { councilId, id: { in: notices.flatMap((notice) => notice.itemId ?? []) } },
  })
  const found: EarlierInterest[] = []
  for (const notice of notices) {
    const before = meetings.find((one) => one.id === notice.meetingId)
    if (!before || !code.kinds.some((kind) => kind.id === notice.type)) continue
    const row = itemRows.find((one) => one.id === notice.itemId)
    const item = row && itemAsked(row, code.nation)
    const alike = items.filter((one) => item && sameTitle(one.title, item.title)).map((one) => one.id)
    if (before.committeeId !== meeting.committeeId && (forClerk || alike.length === 0)) continue
    const { type, holder, sensitive } = notice
    const isKnown = found.some(
      (one) => one.type === type && one.holder === holder && isSameItem(one.item, item),
    )
    if (isKnown) continue
    found.push({ noticeId: notice.id, type, holder, sensitive, item, date: dateOfColumn(before.date), alike })
  }
  return found.slice(0, MOST)
}

/** By its title; of items that are closed none is said, so that each is one of its own. */
function isSameItem(one: ItemAsked | undefined, other: ItemAsked | undefined): boolean {
  if (!one || !other) return one === other
  return one.closed || other.closed ? one.id === other.id : one.title === other.title
}
