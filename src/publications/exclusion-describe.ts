import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { lockMeetingAndCommittee } from '../meetings/locks.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import {
  type Exclusion,
  type ExclusionRefusal,
  inOrder,
  keepingReasons,
  whyNotParagraphs,
} from './exclusion-rules.ts'
import { type ItemAtHand, itemAtHand } from './restricted-paper.ts'

/**
 * - `gone`: the item is not on the agenda any more
 * - `not-a-clerk`: only a clerk of the committee says why an item is closed
 * - `open`: the public may attend this item; publish a supplement that replaces it, where that was wrong
 */
export type DescribeRefusal =
  | ExclusionRefusal
  | { readonly code: 'gone' }
  | { readonly code: 'open' }
  | { readonly code: 'not-a-clerk'; readonly committee: string }

/** Say of a closed item as what the public is excluded. The card and everything else then say so too. */
export async function describeExclusion(
  house: House,
  act: { readonly by: string; readonly itemId: string; readonly exclusion: Exclusion },
): Promise<Outcome<ItemAtHand, DescribeRefusal>> {
  return house.transact(act.by, async (tx) => {
    const before = await itemAtHand(tx, act.itemId)
    if (!before) return refused({ code: 'gone' })
    await lockMeetingAndCommittee(tx, before.meeting.id)
    const item = await itemAtHand(tx, act.itemId)
    if (!item) return refused({ code: 'gone' })
    const { committeeId, committeeName, id: meetingId } = item.meeting
    if (!(await isClerk(tx, committeeId, act.by)))
      return refused({ code: 'not-a-clerk', committee: committeeName })
    if (item.access === 'public') return refused({ code: 'open' })
    const exclusion = keepingReasons(act.exclusion, item.exclusion)
    const refusal = whyNotParagraphs(exclusion.paragraphs, item.nation)
    if (refusal) return refused(refusal)
    const paragraphs = exclusion.access === 'exempt' ? inOrder(exclusion.paragraphs) : []
    await tx.db.agendaItem.update({
      where: { id: item.id, councilId: tx.councilId },
      data: { ...exclusion, paragraphs, title: '' },
    })
    // The reasons stay out: they may say what the exemption protects.
    tx.audit(
      'item.exclusion-described',
      {
        item: item.id,
        meeting: meetingId,
        access: exclusion.access,
        paragraphs,
        publicInterestWeighed: exclusion.publicInterest !== '',
      },
      committeeId,
    )
    for (const kind of [messageKinds.packCard, messageKinds.supplement, messageKinds.supplementLine])
      await tx.refresh({ kind, subject: meetingId })
    return done({ ...item, access: exclusion.access, exclusion: { ...exclusion, paragraphs } })
  })
}
