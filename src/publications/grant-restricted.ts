import { toDate } from '../calendar/civil.ts'
import { type CouncilPerson, isClerk, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { isEntitled } from './restricted-entitlement.ts'
import { followPaper, lockPaper } from './restricted-follow.ts'
import { paperAtHand, type RestrictedPaperAtHand } from './restricted-paper.ts'

/**
 * - `gone`: the paper, or the person, is not in this council's record; look at the list again
 * - `not-a-clerk`: only a clerk of the committee decides who else may read its papers
 * - `withdrawn`: nobody may read it any more; announce it again where it is needed after all
 * - `entitled-already`: by their seat or an earlier grant; nothing was changed
 * - `revoked-already`: somebody was faster; nothing was changed
 */
export type GrantRefusal =
  | { readonly code: 'gone' | 'withdrawn' }
  | { readonly code: 'not-a-clerk'; readonly committee: string }
  | { readonly code: 'entitled-already' | 'revoked-already'; readonly person: CouncilPerson }

export interface Granted {
  readonly paper: RestrictedPaperAtHand
  readonly person: CouncilPerson
}

/** Let somebody read a paper who is not entitled by a seat: a co-optee, an officer, a substitute, another member. */
export async function grantRestricted(
  house: House,
  act: { readonly by: string; readonly paperId: string; readonly personId: string },
): Promise<Outcome<Granted, GrantRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await paperOfClerk(tx, act.paperId)
    if (!found.ok) return found
    const paper = found.value
    const person = await personById(tx, act.personId)
    if (!person) return refused({ code: 'gone' })
    if (await isEntitled(tx, paper, person.id, tx.now)) return refused({ code: 'entitled-already', person })
    await tx.db.restrictedGrant.create({
      data: {
        councilId: tx.councilId,
        paperId: paper.id,
        personId: person.id,
        grantedById: act.by,
        grantedAt: toDate(tx.now),
      },
    })
    tx.audit('restricted.granted', { paper: paper.id, person: person.id }, paper.item.meeting.committeeId)
    await followPaper(tx, paper)
    return done({ paper, person })
  })
}

/** Take such a permission back; the message says that the paper is theirs no more. */
export async function revokeRestricted(
  house: House,
  act: { readonly by: string; readonly paperId: string; readonly personId: string },
): Promise<Outcome<Granted, GrantRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await paperOfClerk(tx, act.paperId)
    if (!found.ok) return found
    const paper = found.value
    const person = await personById(tx, act.personId)
    if (!person) return refused({ code: 'gone' })
    const revoked = await tx.db.restrictedGrant.updateMany({
      where: { councilId: tx.councilId, paperId: paper.id, personId: person.id, revokedAt: null },
      data: { revokedAt: toDate(tx.now), revokedById: act.by },
    })
    if (revoked.count === 0) return refused({ code: 'revoked-already', person })
    tx.audit('restricted.revoked', { paper: paper.id, person: person.id }, paper.item.meeting.committeeId)
    await followPaper(tx, paper)
    return done({ paper, person })
  })
}

/** Take a paper back from everybody: it was the wrong one, or is open to the public now. */
export async function withdrawRestricted(
  house: House,
  act: { readonly by: string; readonly paperId: string },
): Promise<Outcome<RestrictedPaperAtHand, GrantRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await paperOfClerk(tx, act.paperId)
    if (!found.ok) return found
    await tx.db.restrictedPaper.update({
      where: { id: found.value.id, councilId: tx.councilId },
      data: { withdrawnAt: toDate(tx.now), withdrawnById: act.by },
    })
    const paper = await paperAtHand(tx, act.paperId)
    if (!paper) return refused({ code: 'gone' })
    tx.audit('restricted.withdrawn', { paper: paper.id }, paper.item.meeting.committeeId)
    await followPaper(tx, paper)
    return done(paper)
  })
}

/** A paper that stands, held until the transaction ends, for a clerk of its committee. */
async function paperOfClerk(tx: Tx, paperId: string): Promise<Outcome<RestrictedPaperAtHand, GrantRefusal>> {
  await lockPaper(tx, paperId)
  const paper = await paperAtHand(tx, paperId)
  if (!paper) return refused({ code: 'gone' })
  const { committeeId, committeeName } = paper.item.meeting
  if (!(await isClerk(tx, committeeId, tx.by)))
    return refused({ code: 'not-a-clerk', committee: committeeName })
  return paper.withdrawnAt ? refused({ code: 'withdrawn' }) : done(paper)
}
