import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { type LockOwner, lockFolder, whoHolds } from '../../src/database/folder-lock.ts'
import { thisProcess } from '../../src/database/process-identity.ts'
import { silentLog } from '../support/logs.ts'

const quick = { beatMs: 20, watchMs: 200 }
const file = 'scrutineer.lock'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrutineer-lock-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('a folder that is free is taken, and freed again', async () => {
  const lock = await lockFolder(folder, silentLog)
  expect(await whoHolds(folder)).toMatchObject({ owner: { pid: process.pid, host: hostname() } })
  await lock.release()
  await lock.release()
  expect(await readdir(folder)).toEqual([])
  expect(await whoHolds(folder)).toBeUndefined()
})

test('a second process is told who holds the folder and what to do', async () => {
  const holder = await holderOf(folder)
  await expect(lockFolder(folder, silentLog, quick)).rejects.toMatchObject({
    code: 'folder-in-use',
    message: expect.stringContaining(`process ${holder.pid} on ${hostname()}`),
    mend: expect.stringContaining('DATA_DIR'),
  })
})

test('a process that is stopped properly leaves no lock', async () => {
  const holder = await holderOf(folder)
  holder.kill('SIGTERM')
  await once(holder, 'exit')
  expect(await readdir(folder)).toEqual([])
})

test('the lock of a process that was killed is taken over', async () => {
  const holder = await holderOf(folder)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  expect(await whoHolds(folder)).toMatchObject({ owner: { pid: holder.pid } })
  const lock = await lockFolder(folder, silentLog, quick)
  expect(await whoHolds(folder)).toMatchObject({ owner: { id: lock.owner.id } })
  expect(await readdir(folder)).toEqual([file])
  await lock.release()
})

test('of eight processes that find a dead owner at once, one takes the folder', {
  timeout: 60_000,
}, async () => {
  await abandonedBy({ bornAt: '1' })
  const children = Array.from({ length: 8 }, () => start(folder))
  const said = await Promise.all(children.map(firstLine))
  expect(said.toSorted()).toEqual([...Array(7).fill('folder-in-use'), 'taken'])
  expect(await readdir(folder)).toEqual([file])
})

test('of thirty attempts at once in one process, one takes the folder', async () => {
  await abandonedBy({ bornAt: '1' })
  const attempts = await Promise.allSettled(
    Array.from({ length: 30 }, () => lockFolder(folder, silentLog, quick)),
  )
  const taken = attempts.filter((attempt) => attempt.status === 'fulfilled')
  expect(taken).toHaveLength(1)
  await taken[0]?.value.release()
  expect(await readdir(folder)).toEqual([])
})

test.skipIf(process.platform !== 'linux')(
  'a process that merely got the number of the dead owner does not keep the folder',
  async () => {
    await abandonedBy({ bornAt: '1' })
    const lock = await lockFolder(folder, silentLog, quick)
    await lock.release()
  },
)

test('an owner in another container who shows no life is taken over', async () => {
  await abandonedBy({ host: 'another', numbering: 'another' })
  const lock = await lockFolder(folder, silentLog, quick)
  await lock.release()
})

test('an owner in another container who shows life keeps the folder', async () => {
  const lock = await lockFolder(folder, silentLog, quick)
  onTestFinished(() => lock.release())
  await abandonedBy({ host: 'another', numbering: 'another', id: lock.owner.id })
  await expect(lockFolder(folder, silentLog, quick)).rejects.toMatchObject({
    code: 'folder-in-use',
    message: expect.stringContaining('on another'),
  })
})

test('a lock file that was cut off is taken over when nobody keeps it fresh', async () => {
  await writeFile(join(folder, file), '{"pid": 12')
  const lock = await lockFolder(folder, silentLog, quick)
  await lock.release()
})

test('an owner from whom the folder was taken learns of it', async () => {
  const lock = await lockFolder(folder, silentLog, quick)
  const lost = once(lock.lost, 'abort')
  await abandonedBy({ id: 'somebody else' })
  await lost
  await lock.release()
  expect(await whoHolds(folder)).toMatchObject({ owner: { id: 'somebody else' } })
})

test('the command line learns where the running bot can be asked; nobody else can read it', async () => {
  const lock = await lockFolder(folder, silentLog)
  onTestFinished(() => lock.release())
  const control = { controlUrl: 'http://127.0.0.1:3000/_control', token: 'secret' }
  await lock.publish(control)
  expect(await whoHolds(folder)).toMatchObject({ owner: { control } })
  expect((await stat(join(folder, file))).mode & 0o077).toBe(0)
})

test('a folder that cannot be made is refused with the mend', async () => {
  await writeFile(join(folder, 'a-file'), '')
  await expect(lockFolder(join(folder, 'a-file', 'data'), silentLog)).rejects.toMatchObject({
    code: 'folder-unusable',
    mend: expect.stringContaining('DATA_DIR'),
  })
})

/** A lock file as this process would have written it, but for what is given. */
async function abandonedBy(different: Partial<LockOwner>): Promise<void> {
  const owner = { ...thisProcess(), id: 'abandoned', startedAt: '2026-01-01T00:00:00Z', ...different }
  await writeFile(join(folder, file), JSON.stringify(owner))
}

async function holderOf(locked: string): Promise<ChildProcess> {
  const child = start(locked)
  expect(await firstLine(child)).toBe('taken')
  expect(await readFile(join(locked, file), 'utf8')).toContain(`"pid":${child.pid}`)
  return child
}

function start(locked: string): ChildProcess {
  const program = join(import.meta.dirname, 'lock-holder.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, locked], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child was started without a pipe.')
  const [line] = await once(createInterface(child.stdout), 'line')
  return String(line)
}
