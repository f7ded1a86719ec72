import type { Logger } from 'pino'
import type { FolderLock } from './folder-lock.ts'
import type { PrismaClient } from './generated/client.ts'
import { openEmbedded } from './open-embedded.ts'
import { openServer } from './open-server.ts'
import type { RawDatabase } from './raw.ts'

export type EmbeddedSettings = {
  kind: 'embedded'
  /** The data folder; the database lies in `database/` inside it. `undefined`: in memory, gone when closed. */
  folder: string | undefined
  /** A `dumpDataDir` to start from instead of an empty database: for tests. */
  from?: Blob
}

export type ServerSettings = {
  kind: 'server'
  /** `postgresql://user:password@host:port/database`; `?schema=` as Prisma reads it. */
  url: string
  poolSize?: number
  schema?: string
}

export type DatabaseSettings = EmbeddedSettings | ServerSettings

export type DatabaseLog = Pick<Logger, 'info' | 'warn' | 'error'>

export type OpenDatabase = {
  kind: DatabaseSettings['kind']
  prisma: PrismaClient
  /** Where the database is, for logs and health: never with a password. */
  place: string
  /** Below Prisma, for migrations. */
  raw: RawDatabase
  /** The hold on the data folder; only an embedded database in a folder has one. */
  lock: FolderLock | undefined
  /** Resolves when the database answers. @throws {DatabaseProblem} `unreachable` when it does not. */
  ping(): Promise<void>
  /** Closes connections and frees the data folder. Closing twice is the same as once. */
  close(): Promise<void>
}

/**
 * Opens the database; does not migrate it.
 *
 * @throws {DatabaseProblem} when it cannot be used: what happened and what to do, without the password.
 */
export function openDatabase(settings: DatabaseSettings, log: DatabaseLog): Promise<OpenDatabase> {
  return settings.kind === 'embedded' ? openEmbedded(settings, log) : openServer(settings, log)
}
