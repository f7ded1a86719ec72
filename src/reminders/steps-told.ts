import type { House } from '../database/house.ts'

/** A step of a meeting that is told once: so many working days before it. */
interface Step {
  readonly meeting: { readonly id: string }
  readonly slot: string
}

/**
 * The steps of which nothing was wanted yet. The unique key of the message settles it; this only spares a
 * transaction a minute for each meeting.
 */
export async function notToldYet<S extends Step>(
  house: House,
  kind: string,
  steps: readonly S[],
): Promise<S[]> {
  const rows = await house.db.outboxMessage.findMany({
    where: {
      councilId: house.councilId,
      kind,
      subject: { in: steps.map(({ meeting }) => meeting.id) },
    },
    select: { subject: true, slot: true },
  })
  const told = new Set(rows.map(({ subject, slot }) => `${subject}/${slot}`))
  return steps.filter(({ meeting, slot }) => !told.has(`${meeting.id}/${slot}`))
}
