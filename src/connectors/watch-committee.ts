import { toDate, toInstant } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Actor, Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { siteMessageKinds } from './messages.ts'
import { problemOf } from './note-failure.ts'
import { dropStanding } from './settle-standing.ts'
import type { SiteCommittee } from './site-address.ts'
import type { LookProblem } from './types.ts'

export interface WatchCommittee {
  readonly by: Actor
  readonly committeeId: string
  readonly where: SiteCommittee
  /** Whether a pack that leaves no doubt is published without anybody's pressing a button. */
  readonly publishes: boolean
}

/** `watched-for-another`: these pages are watched for that committee already; stop that first. */
export type WatchRefusal = { readonly code: 'watched-for-another'; readonly committee: string }

/**
 * Watch a committee's pages on its council's site, beginning at once. One committee has one place: another
 * takes over from the one before. Watching again changes only the settings.
 */
export async function watchCommittee(
  house: House,
  act: WatchCommittee,
): Promise<Outcome<{ readonly isNew: boolean }, WatchRefusal>> {
  return house.transact(act.by, async (tx) => {
    const { councilId } = tx
    const { site, siteCommitteeId } = act.where
    const key = { councilId, site, siteCommitteeId }
    const there = await tx.db.watchedCommittee.findUnique({
      where: { councilId_site_siteCommitteeId: key },
      include: { committee: { select: { name: true } } },
    })
    if (there && there.stoppedAt === null && there.committeeId !== act.committeeId)
      return refused({ code: 'watched-for-another', committee: there.committee.name })
    await stopOthers(tx, act.committeeId, there?.id)
    const data = {
      committeeId: act.committeeId,
      publishes: act.publishes,
      nextLookAt: toDate(tx.now),
      failures: 0,
      problem: null,
      reference: null,
      stoppedAt: null,
    }
    const watched = await tx.db.watchedCommittee.upsert({
      where: { councilId_site_siteCommitteeId: key },
      create: { ...key, ...data },
      update: data,
    })
    if (there?.reference != null) await tx.refresh({ kind: siteMessageKinds.trouble, subject: watched.id })
    tx.audit(
      'site.watched',
      { watched: watched.id, site, number: siteCommitteeId, publishes: act.publishes },
      act.committeeId,
    )
    return done({ isNew: !there || there.stoppedAt !== null })
  })
}

/** Watch a committee no longer. @returns false when it was not watched */
export async function stopWatching(
  house: House,
  act: { readonly by: Actor; readonly committeeId: string },
): Promise<boolean> {
  return house.transact(act.by, (tx) => stopOthers(tx, act.committeeId, undefined))
}

async function stopOthers(tx: Tx, committeeId: string, exceptId: string | undefined): Promise<boolean> {
  const { councilId } = tx
  const others = await tx.db.watchedCommittee.findMany({
    where: {
      councilId,
      committeeId,
      stoppedAt: null,
      ...(exceptId === undefined ? {} : { id: { not: exceptId } }),
    },
  })
  for (const { id, site } of others) {
    await tx.db.watchedCommittee.update({
      where: { councilId, id },
      data: { stoppedAt: toDate(tx.now), problem: null, reference: null },
    })
    await dropStanding(tx, id)
    await tx.refresh({ kind: siteMessageKinds.trouble, subject: id })
    tx.audit('site.watched-no-more', { watched: id, site }, committeeId)
  }
  return others.length > 0
}

/** A watched committee as an administrator sees it. */
export interface Watched extends SiteCommittee {
  readonly committee: string
  readonly publishes: boolean
  readonly lookedAt: ReturnType<typeof toInstant> | undefined
  readonly nextLookAt: ReturnType<typeof toInstant>
  readonly problem: LookProblem | undefined
  readonly reference: string | undefined
  /** Meetings ahead that were seen there. */
  readonly meetings: number
}

/** What is watched for a council, by committee. */
export async function watchedCommittees(house: House, today: Date): Promise<Watched[]> {
  const { councilId } = house
  const rows = await house.db.watchedCommittee.findMany({
    where: { councilId, stoppedAt: null },
    include: {
      committee: { select: { name: true } },
      seen: { where: { councilId, date: { gte: today } }, select: { id: true } },
    },
    orderBy: [{ committee: { name: 'asc' } }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    committee: row.committee.name,
    site: row.site,
    siteCommitteeId: row.siteCommitteeId,
    publishes: row.publishes,
    lookedAt: row.lookedAt ? toInstant(row.lookedAt) : undefined,
    nextLookAt: toInstant(row.nextLookAt),
    problem: row.problem === null ? undefined : problemOf(row.problem),
    reference: row.reference ?? undefined,
    meetings: row.seen.length,
  }))
}
