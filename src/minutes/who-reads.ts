import type { CouncilPerson, CouncilRows } from '../committees/people.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'

/** Who is asked about a draft: each once, the Chair and presenters for its text, members for who was there. */
export interface DraftReaders {
  readonly commenters: readonly CouncilPerson[]
  readonly members: readonly CouncilPerson[]
  /** Presenters whom nobody here answers to by name, or more than one does: the clerk sends it to them. */
  readonly outside: readonly string[]
}

/**
 * Whoever presided, and those who presented something in public and are known here by that name. Who presented
 * closed business alone is asked about nothing: the draft that goes out holds none of it.
 */
export async function readersOf(rows: CouncilRows, sitting: SittingAtHand): Promise<DraftReaders> {
  const { councilId, db } = rows
  const open = sitting.business.filter(({ isClosed }) => !isClosed)
  const printed = open.flatMap(({ presenters }) => presenters.map(withoutRole))
  const found = await db.person.findMany({ where: { councilId, name: { in: printed } } })
  // Two of one name: nobody is told what may be meant for the other.
  const presenters = found.filter(({ name }) => found.filter((one) => one.name === name).length === 1)
  const chairs = sitting.chairs.flatMap(({ personId }) => sitting.people.get(personId) ?? [])
  const commenters = new Map<string, CouncilPerson>(chairs.map((person) => [person.id, person]))
  for (const row of presenters)
    commenters.set(row.id, {
      ...row,
      email: row.email ?? undefined,
      slackUserId: row.slackUserId ?? undefined,
    })
  const known = new Set(presenters.map(({ name }) => name))
  const came = new Set(sitting.roll.map(({ personId }) => personId))
  return {
    commenters: [...commenters.values()],
    members: sitting.members
      .filter(({ kind, person }) => kind !== 'substitute' || came.has(person.id))
      .map(({ person }) => person),
    outside: [...new Set(printed)].filter((name) => name !== '' && !known.has(name)),
  }
}

/** "Ross Jago (Lead officer)" is Ross Jago; "Councillor Mrs Aspinall" is Aspinall in the list of people. */
function withoutRole(printed: string): string {
  return printed
    .replace(/\s*\(.*$/, '')
    .replace(/,.*$/, '')
    .replace(/^(?:(?:Councillor|Cllr|Mrs|Mr|Ms|Miss|Dr|Professor)\.?\s+)+/, '')
    .trim()
}
