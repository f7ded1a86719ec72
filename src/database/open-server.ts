import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { z } from 'zod'
import { PrismaClient } from './generated/client.ts'
import type { DatabaseLog, OpenDatabase, ServerSettings } from './open.ts'
import { codeOf, DatabaseProblem, sayingOf } from './problems.ts'
import { rawServer } from './raw.ts'

const oldestMajor = 15

const serverFacts = z.object({ number: z.number().int(), version: z.string(), encoding: z.string() })

/** A PostgreSQL server. @throws {DatabaseProblem} when it cannot be reached, refuses us, or is not one we can use. */
export async function openServer(settings: ServerSettings, log: DatabaseLog): Promise<OpenDatabase> {
  const { url, schema, options, place } = readUrl(settings)
  const pool = new Pool({
    connectionString: url,
    options,
    max: settings.poolSize ?? 10,
    application_name: 'scrutineer',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  pool.on('error', (error) => log.warn({ err: error, place }, 'The database closed an idle connection'))
  try {
    refuseUnfit(await factsOf(pool), place)
  } catch (error) {
    await pool.end()
    throw error instanceof DatabaseProblem ? error : whyNotConnected(error, place)
  }
  const adapter = new PrismaPg(pool, { schema })
  const prisma = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } })
  let closing: Promise<void> | undefined
  return {
    kind: 'server',
    prisma,
    place,
    raw: rawServer(pool, schema),
    lock: undefined,
    async ping() {
      try {
        await pool.query('SELECT 1')
      } catch (error) {
        throw whyNotConnected(error, place)
      }
    },
    close() {
      closing ??= (async () => {
        await prisma.$disconnect()
        await pool.end()
      })()
      return closing
    },
  }
}

/** The address without what only Prisma's own tools read, and the session's settings. */
function readUrl(settings: ServerSettings): {
  url: string
  schema: string
  options: string
  place: string
} {
  // Asked first, because the error of `new URL` carries the whole address, password and all.
  const url = URL.canParse(settings.url) ? new URL(settings.url) : undefined
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new DatabaseProblem(
      'url-invalid',
      'DATABASE_URL is not the address of a PostgreSQL database.',
      'Write it as postgresql://user:password@host:5432/database, with %-codes for special characters in the password.',
    )
  }
  const schema = settings.schema ?? url.searchParams.get('schema') ?? 'public'
  const options = [
    url.searchParams.get('options'),
    // Prisma's adapters read every timestamptz as if the session stood at UTC.
    '-c TimeZone=UTC',
    // A replica cut off from the network must not hold its locks for ever.
    '-c idle_in_transaction_session_timeout=60000',
    // Compiling a query takes longer than any of ours takes to run.
    '-c jit=off',
    `-c search_path=${quotedForOptions(schema)}`,
  ]
  url.searchParams.delete('schema')
  url.searchParams.delete('options')
  const database = decodeURIComponent(url.pathname.slice(1))
  const host = url.searchParams.get('host') ?? (url.hostname || 'localhost')
  return {
    url: url.href,
    schema,
    options: options.filter((option) => option !== null).join(' '),
    place: `${host}:${url.port || '5432'}/${database}`,
  }
}

/** An identifier in double quotes, with backslashes before what the options string would split at. */
function quotedForOptions(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`.replaceAll(/[\\\s]/g, '\\$&')
}

async function factsOf(pool: Pool): Promise<z.infer<typeof serverFacts>> {
  const { rows } = await pool.query(
    `SELECT current_setting('server_version_num')::int AS number,
            current_setting('server_version') AS version,
            current_setting('server_encoding') AS encoding`,
  )
  return serverFacts.parse(rows[0])
}

function refuseUnfit(facts: z.infer<typeof serverFacts>, place: string): void {
  if (facts.number < oldestMajor * 10_000) {
    throw new DatabaseProblem(
      'server-too-old',
      `The database server at ${place} is PostgreSQL ${facts.version}; Scrutineer needs ${oldestMajor} or newer.`,
      `Upgrade the server to PostgreSQL ${oldestMajor} or newer, or point DATABASE_URL at one.`,
    )
  }
  if (facts.encoding !== 'UTF8') {
    throw new DatabaseProblem(
      'encoding-not-utf8',
      `The database at ${place} stores text as ${facts.encoding}, which cannot hold every name.`,
      `Create it with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    )
  }
}

function whyNotConnected(error: unknown, place: string): DatabaseProblem {
  const said = sayingOf(error)
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return new DatabaseProblem(
        'password-refused',
        `The database server at ${place} refuses the user or the password: ${said}`,
        'Correct user and password in DATABASE_URL, with %-codes for special characters.',
        { cause: error },
      )
    case '3D000':
      return new DatabaseProblem(
        'database-missing',
        `The server of ${place} has no such database: ${said}`,
        'Create it (createdb), or correct the name in DATABASE_URL.',
        { cause: error },
      )
    default:
      return new DatabaseProblem(
        'unreachable',
        `The database at ${place} cannot be reached: ${said}`,
        'Check that the server runs and that host and port in DATABASE_URL are right; then start again.',
        { cause: error },
      )
  }
}
