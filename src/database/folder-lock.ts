import { randomUUID } from 'node:crypto'
import { mkdir, readFile, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { createWhole, removeIfThere, replaceWhole } from './lock-file.ts'
import type { DatabaseLog } from './open.ts'
import { codeOf, DatabaseProblem, sayingOf } from './problems.ts'
import { lifeOf, processIdentity, thisProcess } from './process-identity.ts'

/*
 * Two processes that open one PGlite folder destroy it, so the folder has one owner at a time, named in
 * `scrutineer.lock`. The file of an owner who died is taken over. Where the kernel can tell (same boot, same
 * set of process numbers) it is asked; where it cannot (another container on the same volume, Windows,
 * macOS) the owner's heartbeat, the file's time of change, is watched for a while.
 */

const fileName = 'scrutineer.lock'

const controlAddress = z.object({ controlUrl: z.string(), token: z.string() })

const lockOwner = processIdentity.extend({
  id: z.string(),
  startedAt: z.string(),
  control: controlAddress.optional(),
})

export type ControlAddress = z.infer<typeof controlAddress>
export type LockOwner = z.infer<typeof lockOwner>

export type FolderLock = {
  owner: LockOwner
  /** Aborts when another process holds the folder in our stead (ours slept too long): stop writing at once. */
  lost: AbortSignal
  /** Says where the running bot can be asked, so that the command line asks it instead of opening the folder. */
  publish(control: ControlAddress): Promise<void>
  /** Frees the folder. Releasing twice is the same as once. */
  release(): Promise<void>
}

/** How often an owner shows that it lives, and for how long a silent one is watched before it counts as dead. */
export type Heartbeat = { beatMs: number; watchMs: number }

// PGlite may hold the process for seconds (its first start takes five), so the watch is long.
const usualHeartbeat: Heartbeat = { beatMs: 2_000, watchMs: 15_000 }

/**
 * Takes the data folder for this process; makes the folder when it is missing.
 *
 * @throws {DatabaseProblem} `folder-in-use` with who holds it, `folder-unusable` when it cannot be written to.
 */
export async function lockFolder(
  folder: string,
  log: DatabaseLog,
  heartbeat: Heartbeat = usualHeartbeat,
): Promise<FolderLock> {
  const owner: LockOwner = { ...thisProcess(), id: randomUUID(), startedAt: new Date().toISOString() }
  const file = join(folder, fileName)
  try {
    await mkdir(folder, { recursive: true })
    await take(file, owner, log, heartbeat)
  } catch (error) {
    throw error instanceof DatabaseProblem ? error : unusable(folder, error)
  }
  return held(file, owner, log, heartbeat)
}

/** Who holds the folder, or held it last and died; `undefined` when nobody does. Opens and changes nothing. */
export async function whoHolds(
  folder: string,
): Promise<{ owner: LockOwner; life: ReturnType<typeof lifeOf> } | undefined> {
  const found = await read(join(folder, fileName))
  return found?.owner && { owner: found.owner, life: lifeOf(found.owner) }
}

/**
 * Two that find the same dead owner must not both replace it: the right to do so is a lock itself, named
 * after that owner and taken in the same way. Whoever comes second finds somebody else in the file.
 */
async function take(file: string, owner: LockOwner, log: DatabaseLog, heartbeat: Heartbeat): Promise<void> {
  while (!(await createWhole(file, JSON.stringify(owner)))) {
    const found = await read(file)
    if (!found) continue
    await refuseIfAlive(file, found, heartbeat)
    const right = `${file}.after-${found.id}`
    await take(right, owner, log, heartbeat)
    try {
      if ((await read(file))?.id !== found.id) continue
      await replaceWhole(file, JSON.stringify(owner))
      log.warn(
        { file, pid: found.owner?.pid },
        'The last process ended without freeing the data folder; taken over',
      )
      return
    } finally {
      await removeIfThere(right)
    }
  }
}

type Found = { id: string; owner: LockOwner | undefined }

async function read(file: string): Promise<Found | undefined> {
  try {
    const owner = parseOwner(await readFile(file, 'utf8'))
    return { id: owner?.id ?? 'nobody', owner }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function parseOwner(text: string): LockOwner | undefined {
  try {
    return lockOwner.parse(JSON.parse(text))
  } catch (error) {
    // Cut off by a full disk or a power failure: it names nobody, and its time of change decides.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

async function refuseIfAlive(file: string, found: Found, heartbeat: Heartbeat): Promise<void> {
  const life = found.owner ? lifeOf(found.owner) : 'unknown'
  if (life === 'dead') return
  if (life === 'unknown' && !(await beats(file, heartbeat))) return
  // Read again: while it was watched, another process may have taken over.
  const owner = (await read(file))?.owner ?? found.owner
  const who = owner
    ? `process ${owner.pid} on ${owner.host}, running since ${owner.startedAt}`
    : 'a process that is writing its lock file'
  throw new DatabaseProblem(
    'folder-in-use',
    `The data folder is in use by ${who} (${file}).`,
    'Stop that process, or give this one another DATA_DIR. The embedded database serves one process; ' +
      'for several, set DATABASE_URL to a PostgreSQL server.',
  )
}

async function beats(file: string, { beatMs, watchMs }: Heartbeat): Promise<boolean> {
  const first = await changedAt(file)
  for (let watched = 0; watched < watchMs; watched += beatMs) {
    await wait(beatMs)
    const last = await changedAt(file)
    if (last === undefined) return false
    if (last !== first) return true
  }
  return false
}

async function changedAt(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function held(file: string, owner: LockOwner, log: DatabaseLog, { beatMs }: Heartbeat): FolderLock {
  const lost = new AbortController()
  const isOurs = async () => (await read(file))?.id === owner.id

  async function beat(): Promise<void> {
    if (await isOurs()) {
      const now = new Date()
      await utimes(file, now, now)
    } else if (!lost.signal.aborted) {
      clearInterval(beating)
      log.error({ file }, 'Another process has taken the data folder: this one must stop')
      lost.abort()
    }
  }
  const beating = setInterval(() => {
    beat().catch((error: unknown) =>
      log.warn({ err: error, file }, 'Could not show that the data folder is in use'),
    )
  }, beatMs)
  beating.unref()

  return {
    owner,
    lost: lost.signal,
    async publish(control) {
      owner.control = control
      if (await isOurs()) await replaceWhole(file, JSON.stringify(owner))
    },
    async release() {
      clearInterval(beating)
      if (await isOurs()) await removeIfThere(file)
    },
  }
}

function unusable(folder: string, error: unknown): DatabaseProblem {
  return new DatabaseProblem(
    'folder-unusable',
    `The data folder ${folder} cannot be used: ${sayingOf(error)}`,
    'Check that DATA_DIR is a folder this user may write to, on a disk with room.',
    { cause: error },
  )
}
