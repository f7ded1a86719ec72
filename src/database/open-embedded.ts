import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { ownTurn } from '../own-turn.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { PrismaClient } from './generated/client.ts'
import type { DatabaseLog, EmbeddedSettings, OpenDatabase } from './open.ts'
import { parsersOnce } from './parsers-once.ts'
import { DatabaseProblem, sayingOf } from './problems.ts'
import { rawEmbedded } from './raw.ts'

/**
 * PGlite has one connection, so a transaction waits for all those before it: the wait is as long as a
 * burst of clicks may take to work off, where a server would have served them side by side.
 */
const transactionOptions = { maxWait: 30_000, timeout: 15_000 }

/** PostgreSQL in this process. @throws {DatabaseProblem} `folder-in-use` or `folder-unusable`. */
export async function openEmbedded(settings: EmbeddedSettings, log: DatabaseLog): Promise<OpenDatabase> {
  const { folder, from } = settings
  if (folder === undefined) {
    const database = await PGlite.create(from ? { loadDataDir: from } : {})
    return opened(database, 'in memory', undefined)
  }
  const lock = await lockFolder(resolve(folder), log)
  try {
    const place = join(resolve(folder), 'database')
    return opened(await openFolder(place, from, log), place, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

function opened(database: PGlite, place: string, lock: FolderLock | undefined): OpenDatabase {
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(parsersOnce(database)), transactionOptions })
  let closing: Promise<void> | undefined
  return {
    kind: 'embedded',
    prisma,
    place,
    raw: rawEmbedded(database),
    lock,
    async ping() {
      try {
        await database.query('SELECT 1')
      } catch (error) {
        throw new DatabaseProblem(
          'unreachable',
          `The embedded database (${place}) does not answer: ${sayingOf(error)}`,
          'Start Scrutineer again.',
          { cause: error },
        )
      }
    },
    close() {
      closing ??= (async () => {
        await prisma.$disconnect()
        await database.close()
        await lock?.release()
      })()
      return closing
    },
  }
}

/**
 * PGlite computes in this thread and answers without going through the event loop: query upon query would
 * keep every acknowledgement waiting. Inside a transaction nobody else is let in anyway; in memory, as tests
 * have it, the order of things stays the same from run to run.
 */
function inTurns(database: PGlite): PGlite {
  const query = database.query.bind(database)
  database.query = async <Row>(...asked: Parameters<PGlite['query']>) => {
    await ownTurn()
    return query<Row>(...asked)
  }
  return database
}

async function openFolder(place: string, from: Blob | undefined, log: DatabaseLog): Promise<PGlite> {
  try {
    if (!existsSync(place)) {
      log.info({ place }, 'Making the embedded database: a few seconds, only this once')
      await makeWhole(place, from)
    }
    return inTurns(await PGlite.create(place))
  } catch (error) {
    throw new DatabaseProblem(
      'folder-unusable',
      `The embedded database in ${place} cannot be opened: ${sayingOf(error)}`,
      'Check that DATA_DIR is a folder this user may write to, on a disk with room. ' +
        'If the database itself is damaged, put back a copy, or move the folder away to begin anew.',
      { cause: error },
    )
  }
}

/** Made beside its place and moved there when whole, so that a first start which is killed leaves no half database. */
async function makeWhole(place: string, from: Blob | undefined): Promise<void> {
  const making = `${place}.making`
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { recursive: true })
  const database = await PGlite.create(making, from ? { loadDataDir: from } : {})
  await database.close()
  await rename(making, place)
}
