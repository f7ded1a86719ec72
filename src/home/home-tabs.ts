import { z } from 'zod'
import type { PrismaClient } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'

/** Which page of each long list is open. */
export type HomePages = Readonly<Record<string, number>>

const pages = z.record(z.string(), z.number().int().min(0)).catch({})

/** Somebody's Home as Slack shows it. */
export interface HomeTab {
  readonly id: string
  readonly councilId: string
  readonly personId: string
  readonly hash: string
  readonly pages: HomePages
  /** As the database wrote it, whole: what comes in between makes it another. */
  readonly staleSince: string | undefined
}

/** A Home that nobody has looked at for so long is brought up to date when it is opened again. */
const KEPT_TRUE_DAYS = 7

const COLUMNS = `"id"::text AS "id", "councilId"::text AS "councilId", "personId"::text AS "personId", "hash", "pages",
  "staleSince"::text AS "staleSince"`

interface Stored {
  readonly id: string
  readonly councilId: string
  readonly personId: string
  readonly hash: string
  readonly pages: unknown
  readonly staleSince: string | null
}

function tabOf({ staleSince, pages: stored, ...tab }: Stored): HomeTab {
  return { ...tab, pages: pages.parse(stored), staleSince: staleSince ?? undefined }
}

/** Somebody looks at their Home: from now on it is kept true. */
export async function openTab(house: House, personId: string): Promise<HomeTab> {
  const { councilId } = house
  await house.db.$executeRaw`
    INSERT INTO "HomeTab" ("id", "councilId", "personId", "openedAt", "staleSince")
    VALUES (gen_random_uuid(), ${councilId}::uuid, ${personId}::uuid, clock_timestamp(), clock_timestamp())
    ON CONFLICT ("councilId", "personId") DO UPDATE
      SET "openedAt" = clock_timestamp(), "staleSince" = clock_timestamp()`
  const tab = await tabOfPerson(house, personId)
  if (!tab) throw new Error('a Home that was just opened is not there')
  return tab
}

export async function tabOfPerson(house: House, personId: string): Promise<HomeTab | undefined> {
  const [row] = await house.db.$queryRawUnsafe<Stored[]>(
    `SELECT ${COLUMNS} FROM "HomeTab" WHERE "councilId" = $1::uuid AND "personId" = $2::uuid`,
    house.councilId,
    personId,
  )
  return row && tabOf(row)
}

/**
 * What somebody sees may not be true any more.
 *
 * @returns whether they have ever opened theirs
 */
export async function markStale(house: House, personId: string): Promise<boolean> {
  const count = await house.db.$executeRaw`
    UPDATE "HomeTab" SET "staleSince" = clock_timestamp()
    WHERE "councilId" = ${house.councilId}::uuid AND "personId" = ${personId}::uuid`
  return count > 0
}

export async function isAnyTab(prisma: PrismaClient): Promise<boolean> {
  return (await prisma.homeTab.findFirst({ select: { id: true } })) !== null
}

/** Another page of a list is open from now on. */
export async function turnTab(house: House, personId: string, list: string, page: number): Promise<void> {
  await house.db.$executeRaw`
    UPDATE "HomeTab" SET "pages" = "pages" || ${JSON.stringify({ [list]: page })}::jsonb,
      "staleSince" = clock_timestamp()
    WHERE "councilId" = ${house.councilId}::uuid AND "personId" = ${personId}::uuid`
}

/** Those that wait to be brought up to date, the longest first; of every council. */
export async function staleTabs(
  prisma: PrismaClient,
  take: number,
  except: readonly string[],
): Promise<HomeTab[]> {
  const rows = await prisma.$queryRawUnsafe<Stored[]>(
    `SELECT ${COLUMNS} FROM "HomeTab"
     WHERE "staleSince" IS NOT NULL AND "openedAt" > clock_timestamp() - make_interval(days => ${KEPT_TRUE_DAYS})
       AND NOT "id" = ANY($2::uuid[])
     ORDER BY "staleSince" LIMIT $1::int`,
    take,
    [...except],
  )
  return rows.map(tabOf)
}

/** It stands as rendered; what has happened since the rendering began leaves it waiting. */
export async function published(house: House, tab: HomeTab, hash: string): Promise<void> {
  await house.db.$executeRaw`
    UPDATE "HomeTab" SET "hash" = ${hash}, "publishedAt" = clock_timestamp(),
      "staleSince" = CASE WHEN "staleSince"::text = ${tab.staleSince ?? ''} THEN NULL ELSE "staleSince" END
    WHERE "councilId" = ${house.councilId}::uuid AND "id" = ${tab.id}::uuid`
}

/** Slack takes none for this person: not tried again before they open it. */
export async function givenUp(house: House, tab: HomeTab): Promise<void> {
  await house.db.$executeRaw`
    UPDATE "HomeTab" SET "staleSince" = NULL
    WHERE "councilId" = ${house.councilId}::uuid AND "id" = ${tab.id}::uuid`
}
