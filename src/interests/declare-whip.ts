import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { NoticeReceipt } from './declare-interest.ts'
import { type DeclareRefusal, type Declaring, declarationAtHand, noteAnswer } from './declaring.ts'

export interface DeclareWhip extends Declaring {
  readonly itemIds: readonly string[]
  readonly isWholeMeeting: boolean
  /** Which whip, and what it asks; it is declared in public, and so not private. */
  readonly nature: string
}

/** Take notice that a member was given a party whip, for items or for the whole meeting. The last one on an item stands. */
export async function declareWhip(
  house: House,
  act: DeclareWhip,
): Promise<Outcome<NoticeReceipt, DeclareRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await declarationAtHand(tx, act)
    if (!found.ok) return found
    const { meeting, code, items } = found.value
    if (!code.whip.asks) return refused({ code: 'no-whip' })
    if (act.nature === '') return refused({ code: 'nature-missing' })
    const chosen = items.filter((item) => act.itemIds.includes(item.id))
    if (!act.isWholeMeeting && chosen.length === 0) return refused({ code: 'no-item' })
    const of = { councilId: tx.councilId, meetingId: meeting.id, personId: act.memberId }
    const noticeIds: string[] = []
    for (const itemId of act.isWholeMeeting ? [null] : chosen.map((item) => item.id)) {
      const data = {
        nature: act.nature,
        way: act.way,
        relayedNote: act.relayedNote ?? '',
        givenById: act.by,
        givenAt: toDate(tx.now),
      }
      const standing = await tx.db.whipNotice.findFirst({ where: { ...of, itemId, withdrawnAt: null } })
      const { id } = standing
        ? await tx.db.whipNotice.update({ where: { id: standing.id, councilId: tx.councilId }, data })
        : await tx.db.whipNotice.create({ data: { ...of, itemId, ...data } })
      noticeIds.push(id)
    }
    tx.audit(
      'whip.notice-given',
      {
        meeting: meeting.id,
        member: act.memberId,
        way: act.way,
        relayed: act.by !== act.memberId,
        items: act.isWholeMeeting ? ['whole meeting'] : chosen.map(({ position }) => String(position)),
      },
      meeting.committeeId,
    )
    await noteAnswer(tx, found.value, act, 'all')
    return done({ meeting, noticeIds })
  })
}
