import type { PGlite } from '@electric-sql/pglite'
import type { Pool } from 'pg'

export type Row = Record<string, unknown>

/** An open transaction, below Prisma. */
export type RawTransaction = {
  /** Any number of statements, without parameters. */
  run(sql: string): Promise<void>
  query(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
}

/** What the migration runner needs, the same over PGlite and over a server. */
export type RawDatabase = {
  /** Where the tables lie; Prisma's queries name it, so it is not left to the server's search path. */
  schema: string
  /** Commits when `work` resolves, rolls back and rethrows when it throws. */
  transaction<T>(work: (transaction: RawTransaction) => Promise<T>): Promise<T>
}

export function rawEmbedded(database: PGlite): RawDatabase {
  return {
    schema: 'public',
    async transaction(work) {
      const result = await database.transaction((tx) =>
        work({
          run: async (sql) => {
            await tx.exec(sql)
          },
          query: async (sql, parameters = []) => (await tx.query<Row>(sql, [...parameters])).rows,
        }),
      )
      // PGlite learns the array types when it opens: a list of an enum that was made since could not be sent.
      await database.refreshArrayTypes()
      return result
    },
  }
}

export function rawServer(pool: Pool, schema: string): RawDatabase {
  return {
    schema,
    async transaction(work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('BEGIN')
        const result = await work({
          run: async (sql) => {
            await client.query(sql)
          },
          query: async (sql, parameters = []) => (await client.query<Row>(sql, [...parameters])).rows,
        })
        await client.query('COMMIT')
        return result
      } catch (error) {
        // The first error is the one to tell; a connection that cannot roll back is thrown away.
        await client.query('ROLLBACK').catch((failure: Error) => {
          broken = failure
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}
