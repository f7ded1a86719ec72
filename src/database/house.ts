import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import type { PrismaClient } from './generated/client.ts'
import type { PrivateText } from './private-text.ts'
import { type Actor, isInsideTransaction, NestedTransaction, type Tx, transact } from './transact.ts'

/** What every use case of one council stands on. */
export interface House {
  readonly councilId: string
  readonly timeZone: string
  readonly log: Logger
  readonly privateText: PrivateText
  /** Where people's browsers reach the bot's own routes, without a slash at its end; absent while that is not known. */
  readonly publicUrl: string | undefined
  now(): Temporal.Instant
  /** For reading outside a transaction. Every query carries `councilId` (law 10). */
  readonly db: PrismaClient
  transact<T>(by: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
}

export interface HouseGround {
  readonly prisma: PrismaClient
  readonly log: Logger
  readonly privateText: PrivateText
  publicUrl?(): string | undefined
  now(): Temporal.Instant
  onMessages(): void
}

export function openHouse(ground: HouseGround, council: { id: string; timeZone: string }): House {
  return {
    councilId: council.id,
    timeZone: council.timeZone,
    log: ground.log.child({ council: council.id }),
    privateText: ground.privateText,
    get publicUrl() {
      return ground.publicUrl?.()
    },
    now: () => ground.now(),
    get db() {
      // With the embedded database the outer client would wait for ever for the one connection.
      if (isInsideTransaction()) throw new NestedTransaction()
      return ground.prisma
    },
    transact: (by, work) =>
      transact(
        {
          prisma: ground.prisma,
          councilId: council.id,
          now: () => ground.now(),
          onMessages: () => ground.onMessages(),
        },
        by,
        work,
      ),
  }
}
