import type { PGlite } from '@electric-sql/pglite'

/**
 * The database as Prisma's adapter asks it, without what each question would cost beside its answer.
 *
 * The adapter hands its own parsers over with every query, and PGlite (0.5.16, `parseResults`) then copies its
 * three hundred and some for that query alone: nearly half of the time that a short query takes. They are always
 * the same, so they are kept from the first query on, and later ones go without. What is read below Prisma comes
 * with the same parsers from then on: JSON, dates and large numbers as text.
 */
export function parsersOnce(database: PGlite): PGlite {
  const query = database.query.bind(database)
  database.query = <Row>(...asked: Parameters<PGlite['query']>) => query<Row>(...kept(database, asked))
  const transaction = database.transaction.bind(database)
  database.transaction = (work) =>
    transaction((open) => {
      const inside = open.query.bind(open)
      open.query = <Row>(...asked: Parameters<PGlite['query']>) => inside<Row>(...kept(database, asked))
      return work(open)
    })
  return database
}

function kept(
  { parsers: all }: PGlite,
  [sql, values, options]: Parameters<PGlite['query']>,
): Parameters<PGlite['query']> {
  const { parsers, ...others } = options ?? {}
  if (parsers === undefined) return [sql, values, options]
  for (const [type, parser] of Object.entries(parsers)) {
    const number = Number(type)
    if (all[number] !== parser) all[number] = parser
  }
  return [sql, values, others]
}
