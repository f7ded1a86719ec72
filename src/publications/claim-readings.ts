import type { House } from '../database/house.ts'

/** A process that reads for longer than this is gone: downloading and reading are both bounded well below. */
const STALE_SECONDS = 300
const AT_ONCE = 20

export interface ClaimedReading {
  readonly packId: string
  /** How often it was taken up again. */
  readonly attempts: number
}

/**
 * Packs whose reading was left behind, claimed for this process. Replicas share them out.
 *
 * @param all no other process can be reading, so that every pack still unread was left behind
 */
export async function claimReadings(house: House, all: boolean): Promise<ClaimedReading[]> {
  return house.db.$queryRaw<ClaimedReading[]>`
    UPDATE "Pack" SET "claimedAt" = now(), "attempts" = "attempts" + 1
    WHERE "councilId" = ${house.councilId}::uuid AND "id" IN (
      SELECT "id" FROM "Pack"
      WHERE "councilId" = ${house.councilId}::uuid AND "state" = 'reading'
        AND (${all} OR "claimedAt" IS NULL OR "claimedAt" < now() - make_interval(secs => ${STALE_SECONDS}))
      ORDER BY "createdAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING "id" AS "packId", "attempts"`
}

/** Give a pack back: the next tick takes it up again. */
export async function releaseReading(house: House, packId: string): Promise<void> {
  await house.db.pack.updateMany({
    where: { councilId: house.councilId, id: packId, state: 'reading' },
    data: { claimedAt: null },
  })
}
