import type { PrismaClient } from '../database/generated/client.ts'

/** A look that takes longer is of a process that is gone: its time is bounded well below (site-client.ts). */
const STALE_SECONDS = 900

/** A watched committee whose turn it is, held by this process. */
export interface ClaimedWatch {
  readonly id: string
  readonly councilId: string
  readonly committeeId: string
  readonly site: string
  readonly siteCommitteeId: number
  readonly publishes: boolean
  readonly failures: number
}

/**
 * Take watched committees that are due, one of each site: no site is looked at by two processes, or for two
 * committees, at once. Claims are made one after the other, so that each sees those before it.
 *
 * @param now by the movable clock, like the column it is compared with
 */
export async function claimLooks(db: PrismaClient, now: Date, most: number): Promise<ClaimedWatch[]> {
  const [, rows] = await db.$transaction([
    db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('scrutineer/site-looks', 0))::text`,
    db.$queryRaw<ClaimedWatch[]>`
      UPDATE "WatchedCommittee" SET "claimedAt" = clock_timestamp()
      WHERE "id" IN (
        SELECT DISTINCT ON ("w"."site") "w"."id" FROM "WatchedCommittee" AS "w"
        WHERE "w"."stoppedAt" IS NULL AND "w"."nextLookAt" <= ${now}
          AND NOT EXISTS (
            SELECT 1 FROM "WatchedCommittee" AS "held" WHERE "held"."site" = "w"."site"
              AND "held"."claimedAt" > clock_timestamp() - make_interval(secs => ${STALE_SECONDS}))
        ORDER BY "w"."site", "w"."nextLookAt", "w"."id" LIMIT ${most})
      RETURNING "id", "councilId", "committeeId", "site", "siteCommitteeId", "publishes", "failures"`,
  ])
  return rows
}

/** Give it back untouched: the process ends, and another looks. */
export async function releaseLook(db: PrismaClient, watch: ClaimedWatch): Promise<void> {
  await db.watchedCommittee.updateMany({
    where: { councilId: watch.councilId, id: watch.id },
    data: { claimedAt: null },
  })
}
