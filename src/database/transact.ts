import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { type AuditFacts, type AuditNote, appendAudit } from './audit.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import {
  type IntendedMessage,
  messageKey,
  type Recipient,
  refreshKeys,
  refreshMessages,
  wantMessage,
} from './intended-message.ts'
import { isTransientConflict } from './transient.ts'

/** Who acts: a person's id, or Scrutineer itself. */
export type Actor = string
export const SCRUTINEER: Actor = 'scrutineer'

/** One transaction of a use case: the rows, their audit and their messages, together or not at all. */
export interface Tx {
  readonly councilId: string
  readonly by: Actor
  /** The instant of the whole transaction. */
  readonly now: Temporal.Instant
  /** The rows. Inside a transaction nothing else may be used: the embedded database has one connection. */
  readonly db: Prisma.TransactionClient
  /** Note in the audit trail; nothing private may be in the facts. */
  audit(what: string, facts: AuditFacts, committeeId?: string): void
  /** Want this message to stand in Slack and be true. */
  show(message: IntendedMessage): Promise<void>
  /** Make the messages of this kind and subject true again where they stand. */
  refresh(which: { kind: string; subject: string; recipient?: Recipient; slot?: string }): Promise<void>
  /** The same for any number of messages at once. */
  refreshAll(messages: readonly IntendedMessage[]): Promise<void>
}

const TRIES = 6
const inside = new AsyncLocalStorage<true>()

/** Thrown at once when a use case opens a transaction within one; share the open `tx` instead. */
export class NestedTransaction extends Error {
  constructor() {
    super('a transaction is open already: hand its tx on instead of opening another')
    this.name = 'NestedTransaction'
  }
}

export function isInsideTransaction(): boolean {
  return inside.getStore() === true
}

/** Ends Prisma's transaction without a commit when a use case refuses, so that nothing of it stays. */
class RolledBack extends Error {}

export interface TransactionGround {
  readonly prisma: PrismaClient
  readonly councilId: string
  now(): Temporal.Instant
  /** Called after a commit that wants messages sent. */
  onMessages(): void
}

/**
 * Run a use case in one transaction. A refusal (`ok: false`) rolls everything back. Deadlocks and
 * serialisation failures are tried again, so `work` must have no effect outside its `tx`.
 */
export async function transact<T>(
  ground: TransactionGround,
  by: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (isInsideTransaction()) throw new NestedTransaction()
  for (let attempt = 1; ; attempt += 1) {
    let wantsMessages = false
    let refusal: { readonly value: T } | undefined
    try {
      const value = await inside.run(true, () =>
        ground.prisma.$transaction(async (db) => {
          const { tx, notes, touched } = openTx(ground, by, db)
          const result = await work(tx)
          if (isRefusal(result)) {
            refusal = { value: result }
            throw new RolledBack()
          }
          if (notes.length > 0) await appendAudit(db, { councilId: ground.councilId, by, at: tx.now, notes })
          wantsMessages = touched()
          return result
        }),
      )
      if (wantsMessages) ground.onMessages()
      return value
    } catch (error) {
      if (error instanceof RolledBack && refusal) return refusal.value
      if (!isTransientConflict(error) || attempt >= TRIES) throw error
      await pause(10 * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

function openTx(ground: TransactionGround, by: Actor, db: Prisma.TransactionClient) {
  const notes: AuditNote[] = []
  const now = ground.now()
  let messages = 0
  const tx: Tx = {
    councilId: ground.councilId,
    by,
    now,
    db,
    audit: (what, facts, committeeId) => void notes.push({ what, facts, committeeId }),
    show: async (message) => {
      if (await wantMessage(db, ground.councilId, message, now)) messages += 1
    },
    refresh: async (which) => {
      messages += 1
      await refreshMessages(db, ground.councilId, which, now)
    },
    refreshAll: async (wanted) => {
      if (wanted.length === 0) return
      messages += 1
      await refreshKeys(db, ground.councilId, wanted.map(messageKey), now)
    },
  }
  return { tx, notes, touched: () => messages > 0 }
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
}
