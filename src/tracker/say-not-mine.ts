import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { acknowledge } from './note-seen.ts'
import { type ActOnOwed, type OwedRefusal, onOwed } from './owner-acting.ts'
import { createWish, isWaiting } from './wishes.ts'

export interface SayNotMine extends ActOnOwed {
  readonly why: string
  /** Whose it is, where the council knows them; else a name or an office. */
  readonly proposedId: string | undefined
  readonly proposedName: string
}

/**
 * - `whose-missing`: say whose it is
 * - `why-missing`: say why
 * - `theirs-already`: that person owes it as it is
 * - `asked-already`: it waits to be decided
 */
export type NotMineRefusal =
  | OwedRefusal
  | { readonly code: 'whose-missing' | 'why-missing' | 'theirs-already' | 'asked-already' }

/** Say that a row is somebody else's: the clerk or the Chair decides, and it stays with its owner until they have. */
export async function sayNotMine(
  house: House,
  act: SayNotMine,
): Promise<Outcome<{ readonly wishId: string }, NotMineRefusal>> {
  return onOwed<{ readonly wishId: string }, NotMineRefusal>(house, act, async ({ tx, row, today }) => {
    if (act.proposedId === undefined && act.proposedName === '') return refused({ code: 'whose-missing' })
    if (act.why === '') return refused({ code: 'why-missing' })
    if (row.state !== 'open') return refused({ code: 'row-over' })
    const owners = row.owners.filter(({ role }) => role === 'owner')
    if (act.proposedId !== undefined && owners.some(({ person }) => person?.id === act.proposedId))
      return refused({ code: 'theirs-already' })
    if (await isWaiting(tx, row.id, 'notMine')) return refused({ code: 'asked-already' })
    const wishId = await createWish(tx, row, today, {
      kind: 'notMine',
      why: act.why,
      proposedId: act.proposedId ?? null,
      proposedName: act.proposedId === undefined ? act.proposedName : '',
    })
    await acknowledge(tx, row)
    return done({ wishId })
  })
}
