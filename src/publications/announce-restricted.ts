import { toDate } from '../calendar/civil.ts'
import { type CouncilPerson, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { lockMeetingAndCommittee } from '../meetings/locks.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type Exclusion, inOrder, keepingReasons, whyNotParagraphs } from './exclusion-rules.ts'
import { plainAddress, whyNotAddress } from './restricted-address-rules.ts'
import { entitledTo } from './restricted-entitlement.ts'
import { followPaper } from './restricted-follow.ts'
import { type ItemAtHand, itemAtHand, paperAtHand } from './restricted-paper.ts'
import { type AnnounceRefusal, isDescribed } from './restricted-rules.ts'

export interface AnnounceRestricted {
  readonly by: string
  readonly itemId: string
  /** Where the entitled read it: on the council's own restricted site. */
  readonly address: string
  readonly exclusion: Exclusion
}

export interface RestrictedAnnounced {
  readonly paperId: string
  readonly item: ItemAtHand
  readonly told: number
  /** Entitled, but not on Slack: the clerk sends it to them. */
  readonly withoutSlack: readonly CouncilPerson[]
}

/**
 * Tell those entitled to a paper that it is there and where: one direct message each, in the words that the
 * public may read, and a link to the council's own site. Scrutineer holds no file and no title of it.
 */
export async function announceRestricted(
  house: House,
  act: AnnounceRestricted,
): Promise<Outcome<RestrictedAnnounced, AnnounceRefusal>> {
  return house.transact(act.by, async (tx) => {
    const before = await itemAtHand(tx, act.itemId)
    if (!before) return refused({ code: 'gone' })
    await lockMeetingAndCommittee(tx, before.meeting.id)
    const item = await itemAtHand(tx, act.itemId)
    if (!item) return refused({ code: 'gone' })
    const { meeting } = item
    if (!(await isClerk(tx, meeting.committeeId, act.by)))
      return refused({ code: 'not-a-clerk', committee: meeting.committeeName })
    const exclusion = keepingReasons(act.exclusion, item.exclusion)
    const refusal =
      whyNotAddress(act.address) ??
      whyNotParagraphs(exclusion.paragraphs, item.nation) ??
      (await whyNotThere(tx, item, plainAddress(act.address)))
    if (refusal) return refused(refusal)
    if (!isDescribed(exclusion)) return refused({ code: 'description-missing' })

    const { id: paperId } = await tx.db.restrictedPaper.create({
      data: {
        councilId: tx.councilId,
        itemId: item.id,
        address: plainAddress(act.address),
        ...exclusion,
        paragraphs: exclusion.access === 'exempt' ? inOrder(exclusion.paragraphs) : [],
        announcedById: act.by,
        announcedAt: toDate(tx.now),
      },
      select: { id: true },
    })
    const paper = await paperAtHand(tx, paperId)
    if (!paper) return refused({ code: 'gone' })
    tx.audit(
      'restricted.announced',
      {
        paper: paperId,
        item: item.id,
        meeting: meeting.id,
        access: exclusion.access,
        paragraphs: paper.exclusion.paragraphs,
      },
      meeting.committeeId,
    )
    const told = await followPaper(tx, paper)
    const entitled = await entitledTo(tx, paper, tx.now)
    const withoutSlack = entitled.flatMap(({ person }) => (person.slackUserId === undefined ? [person] : []))
    return done({ paperId, item, told, withoutSlack })
  })
}

async function whyNotThere(tx: Tx, item: ItemAtHand, address: string): Promise<AnnounceRefusal | undefined> {
  const { councilId, db } = tx
  const packs = await db.pack.findMany({
    where: { councilId, state: 'published', publicAddress: { not: null } },
    select: { publicAddress: true },
  })
  if (packs.some(({ publicAddress }) => plainAddress(publicAddress ?? '') === address))
    return { code: 'address-is-public' }
  const twice = await db.restrictedPaper.count({
    where: { councilId, itemId: item.id, address, withdrawnAt: null },
  })
  return twice > 0 ? { code: 'announced-before' } : undefined
}
