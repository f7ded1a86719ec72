/** The workspace as a process of its own: settings from the environment, one line on stdout when it stands. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { startWorkspace, workspaceSeed } from './workspace.ts'

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().optional(),
  CLOCK: z.string().optional(),
  WORKSPACE_SEED: z.string().optional(),
  WORKSPACE_MANIFEST: z.string(),
  WORKSPACE_TRANSPORT: z.enum(['socket', 'http']).default('socket'),
  WORKSPACE_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  /** Longer than Slack's three seconds, for tests on a busy machine. */
  WORKSPACE_PATIENCE_MS: z.coerce.number().int().min(3000).optional(),
  SLACK_BOT_TOKEN: z.string().min(1),
  SLACK_APP_TOKEN: z.string().min(1),
  SLACK_SIGNING_SECRET: z.string().min(1),
})

try {
  await start()
} catch (error) {
  console.error(`The workspace could not start: ${explained(error)}`)
  process.exitCode = 1
  process.disconnect?.()
}

async function start(): Promise<void> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const env = settings.parse(given)
  const workspace = await startWorkspace({
    port: env.PORT,
    dataDir: env.DATA_DIR,
    clock: env.CLOCK,
    seed: env.WORKSPACE_SEED ? workspaceSeed.parse(readJson('WORKSPACE_SEED', env.WORKSPACE_SEED)) : {},
    manifest: readJson('WORKSPACE_MANIFEST', env.WORKSPACE_MANIFEST),
    transport: env.WORKSPACE_TRANSPORT,
    botToken: env.SLACK_BOT_TOKEN,
    appToken: env.SLACK_APP_TOKEN,
    signingSecret: env.SLACK_SIGNING_SECRET,
    rateLimits: env.WORKSPACE_RATE_LIMITS === 'on',
    ackTimeoutMs: env.WORKSPACE_PATIENCE_MS,
  })
  const standing = { workspace: workspace.url }
  if (process.send) process.send(standing)
  else process.stdout.write(`${JSON.stringify(standing)}\n`)

  let isLeaving = false
  const leave = async () => {
    if (isLeaving) return
    isLeaving = true
    await workspace.close()
    process.exit(0)
  }
  process.once('SIGTERM', leave)
  // A terminal tells the whole group of Ctrl-C; the launcher ends the bot first, which still needs us.
  process.on('SIGINT', () => process.connected || void leave())
  // Without its parent nobody would ever stop it.
  process.once('disconnect', leave)
}

function readJson(variable: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${variable} names ${path}, which cannot be read as JSON: ${explained(error)}`)
  }
}

function explained(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  }
  if (Reflect.get(Object(error), 'code') === 'EADDRINUSE')
    return 'another program uses its port. End that program, or choose another port with PORT.'
  return error instanceof Error ? error.message : String(error)
}
