import type { Prisma } from '../database/generated/client.ts'
import type { CastingSide, Choice, Counts } from './types.ts'

export const withNames = {
  motion: true,
  choices: { orderBy: { id: 'asc' } },
  owns: { orderBy: { id: 'asc' } },
} satisfies Prisma.VoteInclude

export type VoteRow = Prisma.VoteGetPayload<{ include: typeof withNames }>

/** What was counted; `undefined` where nothing was. */
export function countsOf(
  row: Pick<VoteRow, 'countFor' | 'countAgainst' | 'countAbstain' | 'countNone'>,
): Counts | undefined {
  const { countFor, countAgainst, countAbstain, countNone } = row
  if (countFor === null || countAgainst === null || countAbstain === null || countNone === null)
    return undefined
  return { for: countFor, against: countAgainst, abstain: countAbstain, none: countNone }
}

export function choiceOf(row: VoteRow['choices'][number]): Choice {
  const { personId, side, despite } = row
  return { personId, side, despite: despite === 'interest' || despite === 'whip' ? despite : undefined }
}

export function castingSide(side: VoteRow['casting']): CastingSide | undefined {
  return side === 'for' || side === 'against' ? side : undefined
}

/** Of each vote its latest revision, by number: what was first declared and corrected since stays behind it. */
export function latestRevisions<T extends { readonly number: number; readonly revision: number }>(
  rows: readonly T[],
): T[] {
  const latest = new Map<number, T>()
  for (const row of rows) {
    const known = latest.get(row.number)
    if (!known || known.revision < row.revision) latest.set(row.number, row)
  }
  return [...latest.values()].toSorted((one, other) => one.number - other.number)
}
