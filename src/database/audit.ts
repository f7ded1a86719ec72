import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { Prisma } from './generated/client.ts'

/** What a fact of the audit trail may be. Nothing private goes in: the text is stored for ever (law 5). */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export interface AuditNote {
  readonly what: string
  readonly facts: AuditFacts
  /** Committee whose chain it joins; absent for what concerns the whole council. */
  readonly committeeId?: string | undefined
}

export const COUNCIL_SCOPE = 'council'

/** The text that is hashed: keys sorted, so that the same facts always make the same text. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export function chainHash(previous: string, canonical: string): string {
  return createHash('sha256').update(`${previous}\n${canonical}`).digest('hex')
}

/** The hash that stands before the first entry of a chain. */
export function chainStart(councilId: string, scope: string): string {
  return chainHash('scrutineer', `${councilId}/${scope}`)
}

/**
 * Append notes to their chains, at the end of a transaction: chains are locked in one fixed order and
 * held for as short as possible, so that two transactions cannot wait for each other.
 */
export async function appendAudit(
  db: Prisma.TransactionClient,
  entry: { councilId: string; by: string; at: Temporal.Instant; notes: readonly AuditNote[] },
): Promise<void> {
  const scopes = [...new Set(entry.notes.map(scopeOf))].sort()
  for (const scope of scopes)
    await db.$executeRaw`
      INSERT INTO "AuditChain" ("id", "councilId", "scope", "length", "head")
      VALUES (${newId()}::uuid, ${entry.councilId}::uuid, ${scope}, 0, ${chainStart(entry.councilId, scope)})
      ON CONFLICT ("councilId", "scope") DO NOTHING`
  const chains = await db.$queryRaw<{ id: string; scope: string; length: number; head: string }[]>`
    SELECT "id", "scope", "length", "head" FROM "AuditChain"
    WHERE "councilId" = ${entry.councilId}::uuid AND "scope" IN (${Prisma.join(scopes)})
    ORDER BY "scope" FOR UPDATE`
  for (const chain of chains) {
    let { length, head } = chain
    const rows = entry.notes
      .filter((note) => scopeOf(note) === chain.scope)
      .map((note) => {
        const previous = head
        length += 1
        const canonical = canonicalText({
          at: entry.at.toString(),
          by: entry.by,
          council: entry.councilId,
          facts: note.facts,
          scope: chain.scope,
          sequence: length,
          what: note.what,
        })
        head = chainHash(previous, canonical)
        return {
          councilId: entry.councilId,
          chainId: chain.id,
          sequence: length,
          at: new Date(entry.at.epochMilliseconds),
          canonical,
          previous,
          hash: head,
        }
      })
    await db.auditEntry.createMany({ data: rows })
    await db.auditChain.update({
      where: { id: chain.id, councilId: entry.councilId },
      data: { length, head },
    })
  }
}

function scopeOf(note: AuditNote): string {
  return note.committeeId ?? COUNCIL_SCOPE
}
