import { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { restrictedMessage } from '../meetings/messages.ts'
import { papersToFollow } from './restricted-differences.ts'
import { entitledTo } from './restricted-entitlement.ts'
import { paperAtHand, type RestrictedPaperAtHand } from './restricted-paper.ts'
import { type Told, whoseChanges } from './restricted-rules.ts'

/** A seat that begins at midnight is told of when people are up. */
const MORNING = Temporal.PlainTime.from('09:00')

/**
 * Tell of a paper whoever is entitled to it now and was not told, and take the link from whoever is entitled no
 * more. Doing it twice is the same as once.
 *
 * @returns how many were newly told
 */
export async function followPaper(
  tx: Tx,
  paper: RestrictedPaperAtHand,
  { inTheMorning = false } = {},
): Promise<number> {
  const { councilId, db } = tx
  const { begins, ends } = await changesOf(tx, paper, tx.now)
  const { committeeId, timeZone } = paper.item.meeting
  const about = { paperId: paper.id, committeeId }
  for (const one of ends) {
    await db.restrictedReader.update({ where: { id: one.id, councilId }, data: { until: toDate(tx.now) } })
    // Wanted and not only refreshed: an edit that failed before gets a new chance to take the link away.
    await tx.show(restrictedMessage({ ...about, ...one }))
    tx.audit('restricted.reader-ended', { paper: paper.id, person: one.personId }, committeeId)
  }
  const morning = tx.now.toZonedDateTimeISO(timeZone).withPlainTime(MORNING).toInstant()
  const isEarly = inTheMorning && Temporal.Instant.compare(tx.now, morning) < 0
  for (const one of begins) {
    await db.restrictedReader.create({
      data: { councilId, paperId: paper.id, ...one, since: toDate(tx.now) },
    })
    await tx.show(restrictedMessage({ ...about, ...one, ...(isEarly ? { dueAt: morning } : {}) }))
    tx.audit('restricted.reader-told', { paper: paper.id, person: one.personId }, committeeId)
  }
  return begins.length
}

async function changesOf(rows: CouncilRows, paper: RestrictedPaperAtHand, now: Temporal.Instant) {
  const entitled = await entitledTo(rows, paper, now)
  const told = await rows.db.restrictedReader.findMany({
    where: { councilId: rows.councilId, paperId: paper.id, until: null },
    select: { id: true, personId: true, slackUserId: true },
  })
  const reachable = entitled.flatMap(({ person }): Told[] =>
    person.slackUserId === undefined ? [] : [{ personId: person.id, slackUserId: person.slackUserId }],
  )
  return whoseChanges(reachable, told)
}

/**
 * Who sits where, or who has which account, may have changed: every paper that stands follows, in the same
 * transaction.
 *
 * @returns of how many papers the readers changed
 */
export async function followMembership(
  tx: Tx,
  how: { readonly inTheMorning?: boolean } = {},
): Promise<number> {
  const papers = await papersToFollow(tx, tx.now)
  for (const id of papers) {
    await lockPaper(tx, id)
    const paper = await paperAtHand(tx, id)
    if (paper) await followPaper(tx, paper, how)
  }
  return papers.length
}

/** The day on which each house last looked; a process that starts looks again. */
const lookedOn = new WeakMap<House, string>()

/**
 * A seat begins or ends with a day. Run every minute, it looks once a day.
 *
 * @returns of how many papers the readers changed
 */
export async function followTheDay(house: House): Promise<number> {
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  if (lookedOn.get(house) === today) return 0
  const papers = await papersToFollow(house, house.now())
  if (papers.length > 0)
    await house.transact(SCRUTINEER, (tx) => followMembership(tx, { inTheMorning: true }))
  lookedOn.set(house, today)
  return papers.length
}

/** Held until the transaction ends: what two do about one paper comes one after another. */
export async function lockPaper(tx: Tx, paperId: string): Promise<void> {
  await tx.db.$queryRaw`SELECT "id" FROM "RestrictedPaper"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${paperId}::uuid FOR UPDATE`
}
