// `npm start`: with real Slack the bot alone; otherwise the local workspace and the bot beside it.
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { type Config, printProblems, readConfig } from './config.ts'
import { packageRoot } from './package-root.ts'

const reading = readConfig(process.env)
if (!reading.ok) {
  printProblems(reading.problems)
  process.exit(1)
}
if (reading.config.slack.kind === 'local')
  await startBoth(reading.config.dataDir, reading.config.slack.transport)
else await runAlone(reading.config)

/** Loaded only here: a launcher that held all of the bot, too, would cost a second and 130 MB at each start. */
async function runAlone(config: Config): Promise<void> {
  const { runBot } = await import('./bot/process.ts')
  await runBot(config)
}

/** Starts both processes, restarts neither, and ends both. */
async function startBoth(dataDir: string, transport: 'socket' | 'http'): Promise<void> {
  const children: ChildProcess[] = []
  let ending: number | undefined

  const end = async (code: number) => {
    if (ending !== undefined) return
    ending = code
    // The bot first: it finishes what is on the wire while the workspace still listens.
    for (const child of children.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    process.exit(code)
  }
  process.on('SIGINT', () => void end(0))
  process.on('SIGTERM', () => void end(0))

  const start = (part: string, name: string, env: NodeJS.ProcessEnv): ChildProcess => {
    const child = fork(new URL(part, import.meta.url), {
      env, // Their log lines go where errors go, so that the address stays the one line on standard output.
      stdio: ['ignore', 2, 'inherit', 'ipc'],
    })
    children.push(child)
    child.once('exit', (code, signal) => {
      if (ending !== undefined) return
      process.stderr.write(`${name} has ended (${signal ?? `code ${code}`}). Start again with npm start.\n`)
      void end(1)
    })
    return child
  }

  const credentials = {
    SLACK_BOT_TOKEN: `xoxb-local-${randomBytes(12).toString('hex')}`,
    SLACK_APP_TOKEN: `xapp-local-${randomBytes(12).toString('hex')}`,
    SLACK_SIGNING_SECRET: randomBytes(16).toString('hex'),
  }
  const workspace = start(part('./workspace/start'), 'The local workspace', {
    ...process.env,
    ...credentials,
    DATA_DIR: dataDir,
    WORKSPACE_TRANSPORT: transport,
    WORKSPACE_SEED: join(packageRoot(), 'src', 'sample', 'workspace.json'),
    WORKSPACE_MANIFEST: join(
      packageRoot(),
      'manifests',
      transport === 'socket' ? 'socket-mode.json' : 'http.json',
    ),
  })
  const address = z.object({ workspace: z.string() }).parse(await told(workspace)).workspace

  const { CLOCK: _clock, ...env } = process.env
  const bot = start(part('./main'), 'The bot', {
    LOG_LEVEL: 'warn',
    ...env,
    ...credentials,
    DATA_DIR: dataDir,
    PORT: '0',
    WORKSPACE_TRANSPORT: transport,
    SCRUTINEER_WORKSPACE_URL: address,
  })
  await told(bot)
  process.stdout.write(`Scrutineer is ready: open ${address} in a browser. Ctrl-C ends it.\n`)
}

/** The first thing a child says: that it stands, and where. */
async function told(child: ChildProcess): Promise<unknown> {
  const [message]: unknown[] = await once(child, 'message')
  return message
}

/** A part of this program beside this file, compiled or not. */
function part(path: string): string {
  return `${path}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`
}
