/** PostgreSQL: serialization_failure and deadlock_detected. */
const TRANSIENT_STATES: readonly unknown[] = ['40001', '40P01']

/**
 * Whether a transaction failed only because another was in its way, so that trying again is right.
 * Prisma says P2034 for its own statements and wraps the database's code in `meta` or `cause` for raw ones.
 */
export function isTransientConflict(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false
  const field = (name: string): unknown => Reflect.get(error, name)
  if (field('code') === 'P2034' || field('kind') === 'TransactionWriteConflict') return true
  if ([field('code'), field('originalCode')].some((code) => TRANSIENT_STATES.includes(code))) return true
  return ['cause', 'meta', 'driverAdapterError'].some((name) => isTransientConflict(field(name), depth + 1))
}
