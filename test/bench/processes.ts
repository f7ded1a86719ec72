// Workspace and bot as processes of their own, the way `npm start` runs them.
import { type ChildProcess, execFile, fork, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ground {
  /** Address of the local workspace. */
  readonly url: string
  readonly dataDir: string
  /** What a bot of this workspace is started with. */
  readonly env: NodeJS.ProcessEnv
  readonly process: ChildProcess
}

export async function startWorkspace(dataDir: string, more: NodeJS.ProcessEnv = {}): Promise<Ground> {
  const credentials = {
    SLACK_BOT_TOKEN: `xoxb-bench-${randomBytes(12).toString('hex')}`,
    SLACK_APP_TOKEN: `xapp-bench-${randomBytes(12).toString('hex')}`,
    SLACK_SIGNING_SECRET: randomBytes(16).toString('hex'),
  }
  const process = run('dist/workspace/start.js', {
    ...credentials,
    PORT: '0',
    DATA_DIR: dataDir,
    WORKSPACE_SEED: join(root, 'src/sample/workspace.json'),
    WORKSPACE_MANIFEST: join(root, 'manifests/socket-mode.json'),
    // The bench asks for more in a minute than people do; limits are a measure of their own.
    WORKSPACE_RATE_LIMITS: 'off',
    ...more,
  })
  const { workspace } = z.object({ workspace: z.string() }).parse(await told(process))
  const env = {
    ...credentials,
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    SCRUTINEER_WORKSPACE_URL: workspace,
  }
  return { url: workspace, dataDir, env, process }
}

export interface StartedBot {
  readonly process: ChildProcess
  readonly readyMs: number
}

/** @param program `dist/main.js`, or the empty listener */
export async function startBot(program: string, ground: Ground): Promise<StartedBot> {
  const began = performance.now()
  const process = run(program, ground.env)
  await told(process)
  return { process, readyMs: performance.now() - began }
}

/** `npm start` until it prints its address. */
export async function npmStart(
  dataDir: string,
): Promise<{ readonly readyMs: number; stop(): Promise<void> }> {
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
  })
  for await (const line of createInterface({ input: child.stdout })) if (/http:\/\/\S+/.test(line)) break
  const readyMs = performance.now() - began
  return {
    readyMs,
    async stop() {
      const gone = once(child, 'exit')
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
      await gone
    },
  }
}

/** A command of an administrator, at the running bot. */
export async function cli(ground: Ground, ...args: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ['dist/cli.js', ...args], {
    cwd: root,
    env: { ...process.env, ...ground.env },
  })
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function run(program: string, env: NodeJS.ProcessEnv): ChildProcess {
  return fork(join(root, program), {
    cwd: root,
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** The first thing a process says: that it stands, and where. */
async function told(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of the bench ended with code ${code} before it was ready.`)
  })
  const [message]: unknown[] = await Promise.race([once(child, 'message'), ended])
  return message
}
