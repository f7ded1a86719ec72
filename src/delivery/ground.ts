import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import type { PrismaClient } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from './outgoing-message.ts'
import type { PaceSettings } from './pace.ts'
import type { Renderer } from './rendering.ts'

/** Named points around a send, where tests stop or kill the process. */
export type SendPoint = 'before-claim' | 'after-claim' | 'after-accepted' | 'after-record' | 'during-edit'

export interface DeliveryGround {
  readonly prisma: PrismaClient
  houseOf(councilId: string): Promise<House>
  readonly renderers: ReadonlyMap<string, Renderer>
  /** A sender client (sender-client.ts) for the council's workspace. */
  clientOf(councilId: string): Promise<WebClient>
  /** The movable clock: it decides what is due, and nothing else here. */
  now(): Temporal.Instant
  readonly log: Logger
  /** Tells this process from other replicas and from its own earlier lives. */
  readonly instance: string
  readonly pace: PaceSettings
  /**
   * A message on the wire for longer than this was left behind by a process that died. Well above the
   * time-out of a send: a sender that lives must never be taken for dead.
   */
  readonly staleAfterMs: number
  /** No other process can be sending: all that is on the wire when this one starts was left behind. */
  readonly embedded: boolean
  /** How long a direct message in doubt is left alone before it is looked for; 3 s when absent. */
  readonly confirmAfterMs?: number
  /** Called when a message stands in Slack as it was wanted. */
  readonly onSent?: () => void
  readonly atPoint?: (point: SendPoint, message: OutgoingMessage) => void | Promise<void>
}
