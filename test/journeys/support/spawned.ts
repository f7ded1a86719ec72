// What `npm start` runs: the launcher, with the workspace and the bot as processes of their own, from dist/.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, TestRunner } from 'vitest'
import { packageRoot } from '../../../src/package-root.ts'
import { World } from './world.ts'

export interface SpawnedOptions {
  /** The same folder continues what an earlier life has left; `folders.ts` has some. */
  readonly dataDir: string
  readonly env?: Readonly<Record<string, string>>
}

export interface End {
  readonly code: number | null
  /** What was said on standard error. */
  readonly said: string
}

/** What can be seen and done while it runs. */
export interface Living {
  readonly world: World
  readonly as: World['as']
}

export interface Spawned extends Living {
  readonly url: string
  readonly dataDir: string
  /** Ctrl-C. */
  stop(): Promise<End>
  /** kill -9 of the bot alone; the launcher then ends. */
  killBot(): Promise<void>
}

export async function spawned(options: SpawnedOptions): Promise<Spawned> {
  const { dataDir } = options
  const { launcher, ended } = launched(options)
  const stop = () => {
    launcher.kill('SIGINT')
    return ended
  }
  if (TestRunner.getCurrentTest()) onTestFinished(() => cleanUp(launcher, ended))
  const url = await addressOf(launcher, ended)
  const world = new World(url)
  return {
    world,
    as: (name) => world.as(name),
    url,
    dataDir,
    stop,
    async killBot() {
      process.kill(await botOf(launcher), 'SIGKILL')
      await ended
    },
  }
}

/**
 * One life that ends with the bot killing itself (TEST_CRASH_AT), at once or over what is done in it.
 * What is done may be cut short by the death; anything else that goes wrong in it is an error.
 */
export async function lifeUntilDeath(
  options: SpawnedOptions,
  doing: (bot: Living) => Promise<void> = async () => {},
): Promise<void> {
  const { launcher, ended } = launched(options)
  onTestFinished(() => cleanUp(launcher, ended))
  const done = (async () => {
    const world = new World(await addressOf(launcher, ended))
    await doing({ world, as: (name) => world.as(name) })
  })()
  let wrong: unknown
  done.catch((error: unknown) => {
    wrong = error
  })
  const end = await Promise.race([ended, tooLong()]).catch((error: unknown) => {
    throw wrong ?? error
  })
  // An assertion that failed is no consequence of the death.
  if (wrong instanceof Error && wrong.name === 'AssertionError') throw wrong
  expect(end.said).toContain('The bot has ended (SIGKILL)')
}

function launched({ dataDir, env = {} }: SpawnedOptions) {
  const program = join(packageRoot(), 'dist/start.js')
  if (!existsSync(program)) throw new Error(`${program} is not there: npm run build`)
  const launcher = spawn(process.execPath, [program], {
    cwd: packageRoot(),
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: process.env['LOG'] ?? 'error',
      SLACK_SENDS_PER_SECOND: '100',
      WORKSPACE_RATE_LIMITS: 'off',
      // Slack's three seconds are measured by the bench; here another journey may run beside.
      WORKSPACE_PATIENCE_MS: '15000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that nothing of it is left whatever a test has done.
    detached: true,
  })
  return { launcher, ended: endOf(launcher) }
}

async function cleanUp(launcher: ChildProcess, ended: Promise<End>): Promise<void> {
  launcher.kill('SIGINT')
  const inTime = await Promise.race([ended, pause(GRACE_MS, undefined, { ref: false })])
  if (inTime === undefined && launcher.pid !== undefined) process.kill(-launcher.pid, 'SIGKILL')
}

const GRACE_MS = 10_000
const PATIENCE_MS = 60_000

async function tooLong(): Promise<never> {
  await pause(PATIENCE_MS, undefined, { ref: false })
  throw new Error(`It still lives after ${PATIENCE_MS} ms`)
}

function endOf(launcher: ChildProcess): Promise<End> {
  let said = ''
  launcher.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve) => launcher.once('close', (code) => resolve({ code, said })))
}

/** The one line that `npm start` prints. */
function addressOf(launcher: ChildProcess, ended: Promise<End>): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    launcher.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const url = /open (http:\S+)/.exec(printed)?.[1]
      if (url !== undefined) resolve(url)
    })
    void ended.then(({ said }) => reject(new Error(`npm start ended before it stood: ${printed}${said}`)))
  })
}

/** Linux only, where the tests run: the launcher's child whose program is the bot's. */
async function botOf({ pid }: ChildProcess): Promise<number> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  for (const child of all) {
    const [status, line] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${child}/${file}`, 'utf8').catch(() => '')),
    )
    // "pid (name) state parent …"; the name may hold spaces.
    const parent = /\) \w (\d+) /.exec(status ?? '')?.[1]
    if (parent === String(pid) && /dist\/main(\.js)?\0/.test(line ?? '')) return Number(child)
  }
  throw new Error('The bot is not among the processes')
}
