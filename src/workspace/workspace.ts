import { once } from 'node:events'
import { join } from 'node:path'
import { Bots } from './bots.ts'
import { Changes } from './changes.ts'
import { ClientOnly } from './client-only.ts'
import { readInstant, WorkspaceClock } from './clock.ts'
import { Deliveries } from './deliveries.ts'
import { Faults } from './faults.ts'
import { FileStore } from './file-store.ts'
import { HttpDelivery } from './http-delivery.ts'
import { newId } from './ids.ts'
import { Journal } from './journal.ts'
import { string } from './json.ts'
import { readManifest } from './manifest.ts'
import { Modals, shownView } from './modals.ts'
import type { Facts } from './model.ts'
import type { Parts } from './parts.ts'
import { plantSeed } from './people.ts'
import { noLog, openLog } from './persistence.ts'
import { type RateLimitSettings, RateLimits } from './rate-limits.ts'
import { ResponseUrls } from './response-urls.ts'
import { type Seed, type WorkspaceSeed, workspaceSeed } from './seed.ts'
import { openServer } from './server.ts'
import { SocketMode } from './socket-mode.ts'
import { State } from './state.ts'
import { TRIGGER_LIFE_MS, Triggers } from './triggers.ts'

export type { WorkspaceSeed } from './seed.ts'
export { workspaceSeed } from './seed.ts'

export interface WorkspaceOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined
  /** State is kept in `<dataDir>/workspace`; without it, in memory only. */
  readonly dataDir?: string | undefined
  /** The first instant, London wall time or with an offset; state that is kept has its own time. */
  readonly clock?: string | undefined
  readonly seed: WorkspaceSeed
  /** The app's manifest, as parsed JSON. */
  readonly manifest: unknown
  readonly transport: 'socket' | 'http'
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  /** Slack's limits on calls are on unless they are switched off, for speed. */
  readonly rateLimits?: boolean | { readonly workspacePostsPerSecond: number } | undefined
  /** How long the app has to acknowledge, and no shorter than Slack's three seconds to use a trigger. */
  readonly ackTimeoutMs?: number | undefined
}

export interface RunningWorkspace {
  /** Such as `http://127.0.0.1:3000`; the Web API is below `/api/`. */
  readonly url: string
  close(): Promise<void>
}

/** Starts a Slack-compatible workspace; it stands when the promise does. */
export async function startWorkspace(options: WorkspaceOptions): Promise<RunningWorkspace> {
  const parts = assemble(options)
  const server = await openServer(parts, options.port ?? 0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  parts.address.url = `http://127.0.0.1:${port}`
  parts.responseUrls.base = parts.address.url
  return {
    url: parts.address.url,
    close: async () => {
      parts.deliveries.close()
      await parts.sockets.close()
      parts.changes.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await parts.journal.close()
      parts.closeLog()
    },
  }
}

function assemble(options: WorkspaceOptions): Parts & { closeLog(): void } {
  const { transport, botToken, appToken, signingSecret } = options
  const seed = workspaceSeed.parse(options.seed)
  const app = readManifest(options.manifest)
  const folder = options.dataDir ? join(options.dataDir, 'workspace') : undefined
  const log = folder ? openLog(folder) : noLog
  const changes = new Changes()
  const state = new State(log, changes)
  const isNew = state.facts === undefined
  const facts = state.facts ?? newFacts(seed, options.clock)
  const clock = new WorkspaceClock(facts.offsetMs, state.lastTs)
  if (isNew) state.putFacts(facts)
  plantSeed(state, facts, seed, app.botName, clock.seconds())
  changes.forget()

  const journal = new Journal(() => clock.iso(), folder)
  const faults = new Faults()
  const bots = new Bots()
  const sockets = new SocketMode(facts.appId, journal)
  const http = new HttpDelivery(bots, signingSecret)
  const carrier = transport === 'http' ? http : sockets
  const deliveries = new Deliveries({
    transport: carrier,
    clock,
    faults,
    journal,
    timeoutMs: options.ackTimeoutMs ?? 3000,
  })
  const homes = new Map(
    [...state.homes.values()].map(({ user, view }) => [
      user,
      { ...shownView(user, view, clock.seconds()), id: string(view['id']) ?? newId('V') },
    ]),
  )
  return {
    credentials: { botToken, appToken, signingSecret },
    transport,
    app,
    facts,
    state,
    clock,
    changes,
    journal,
    faults,
    limits: new RateLimits(limitSettings(options.rateLimits)),
    triggers: new Triggers(Math.max(TRIGGER_LIFE_MS, options.ackTimeoutMs ?? 0)),
    modals: new Modals(),
    homes,
    client: new ClientOnly(changes),
    files: new FileStore(folder ? join(folder, 'files') : undefined),
    responseUrls: new ResponseUrls(clock),
    bots,
    sockets,
    http,
    deliveries,
    calls: { underWay: 0 },
    address: { url: '' },
    closeLog: () => log.close(),
  }
}

function newFacts({ team }: Seed, firstInstant: string | undefined): Facts {
  return {
    teamId: team.id,
    teamName: team.name,
    teamDomain: team.domain,
    appId: newId('A'),
    botId: newId('B'),
    botUser: newId('U'),
    offsetMs: firstInstant ? readInstant(firstInstant).epochMilliseconds - Date.now() : 0,
  }
}

function limitSettings(wanted: WorkspaceOptions['rateLimits']): RateLimitSettings {
  if (typeof wanted === 'object')
    return { enabled: true, workspacePostsPerSecond: wanted.workspacePostsPerSecond }
  return { enabled: wanted ?? true }
}
