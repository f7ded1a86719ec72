import { Prisma } from '../database/generated/client.ts'
import type { OutgoingMessage } from './outgoing-message.ts'

/**
 * Whoever is told something has a Home that may not be true any more: the person, or the clerks whose channel it is.
 * Of those alone who have ever opened theirs. The rows are held in a fixed order, so that two sends never wait for
 * each other.
 */
export function homesNotTrueAnyMore({ councilId, recipient }: OutgoingMessage): Prisma.Sql {
  const whose =
    'person' in recipient
      ? Prisma.sql`"personId" = ${recipient.person}::uuid`
      : Prisma.sql`"personId" IN (
          SELECT "CommitteeRole"."personId" FROM "CommitteeRole"
          JOIN "Committee" ON "Committee"."id" = "CommitteeRole"."committeeId"
          WHERE "Committee"."councilId" = ${councilId}::uuid AND "CommitteeRole"."councilId" = ${councilId}::uuid
            AND "Committee"."clerksChannelId" = ${recipient.channel} AND "CommitteeRole"."duty" = 'clerk')`
  return Prisma.sql`UPDATE "HomeTab" SET "staleSince" = clock_timestamp() WHERE "id" IN (
    SELECT "id" FROM "HomeTab" WHERE "councilId" = ${councilId}::uuid AND ${whose} ORDER BY "id" FOR UPDATE)`
}
