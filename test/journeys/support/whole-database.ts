import type { PrismaClient } from '../../../src/database/generated/client.ts'

/** Every row of every table as text: what somebody with a copy of the database could read. */
export async function wholeDatabase(prisma: PrismaClient): Promise<string> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ text: string }[]>(
      `SELECT row_to_json(t)::text AS "text" FROM "${name}" AS t`,
    )
    texts.push(...rows.map((row) => `${name}: ${row.text}`))
  }
  return texts.join('\n')
}
