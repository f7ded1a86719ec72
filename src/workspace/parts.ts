import type { Bots } from './bots.ts'
import type { Changes } from './changes.ts'
import type { ClientOnly } from './client-only.ts'
import type { WorkspaceClock } from './clock.ts'
import type { Deliveries } from './deliveries.ts'
import type { Faults } from './faults.ts'
import type { FileStore } from './file-store.ts'
import type { HttpDelivery } from './http-delivery.ts'
import type { Journal } from './journal.ts'
import type { AppManifest } from './manifest.ts'
import type { Modals, ShownView } from './modals.ts'
import type { Facts } from './model.ts'
import type { RateLimits } from './rate-limits.ts'
import type { ResponseUrls } from './response-urls.ts'
import type { SocketMode } from './socket-mode.ts'
import type { State } from './state.ts'
import type { Triggers } from './triggers.ts'

export interface Credentials {
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
}

/** Everything that the calls of the workspace work with. */
export interface Parts {
  readonly credentials: Credentials
  readonly transport: 'socket' | 'http'
  readonly app: AppManifest
  readonly facts: Facts
  readonly state: State
  readonly clock: WorkspaceClock
  readonly changes: Changes
  readonly journal: Journal
  readonly faults: Faults
  readonly limits: RateLimits
  readonly triggers: Triggers
  readonly modals: Modals
  /** App Homes as they are shown, by person. */
  readonly homes: Map<string, ShownView>
  readonly client: ClientOnly
  readonly files: FileStore
  readonly responseUrls: ResponseUrls
  readonly bots: Bots
  readonly sockets: SocketMode
  readonly http: HttpDelivery
  readonly deliveries: Deliveries
  /** Web API calls and responses that are being answered. */
  readonly calls: { underWay: number }
  /** The workspace's own address, known once it listens. */
  readonly address: { url: string }
}
