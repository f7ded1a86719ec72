import type { Temporal } from 'temporal-polyfill'
import { dateOfColumn, toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, type CouncilRows, displayName, personOf } from '../committees/people.ts'
import type { QuestionDue, QuestionKind } from './question-rules.ts'

/** A question or a request as it stands. */
export interface QuestionOfMeeting {
  readonly id: string
  readonly recordId: string
  /** Within its item; what was struck leaves gaps. */
  readonly position: number
  readonly kind: QuestionKind
  readonly text: string
  /** Where they are known here. */
  readonly asker: CouncilPerson | undefined
  /** As papers name them; empty where nobody is named. */
  readonly askerName: string
  readonly owner: CouncilPerson | undefined
  readonly ownerName: string
  readonly due: QuestionDue
  /** ISO civil date; only of what is due on a day. */
  readonly dueOn: string | undefined
  /** As said; of what is due again and again, or after something. */
  readonly dueText: string
  readonly at: Temporal.Instant
  /** Read back, and confirmed by whoever presides. */
  readonly isConfirmed: boolean
  readonly version: number
}

/** The questions of a meeting by item, each in its order; what was struck is left out. */
export async function questionsOfMeeting(
  { councilId, db }: CouncilRows,
  meetingId: string,
): Promise<QuestionOfMeeting[]> {
  const rows = await db.question.findMany({
    where: { councilId, meetingId, struckAt: null },
    orderBy: [{ recordId: 'asc' }, { position: 'asc' }],
  })
  const ids = rows.flatMap(({ askerId, ownerId }) => [askerId ?? [], ownerId ?? []].flat())
  const people = await db.person.findMany({ where: { councilId, id: { in: [...new Set(ids)] } } })
  const known = new Map(people.map((row) => [row.id, personOf(row)]))
  const named = (id: string | null, name: string) => {
    const person = id === null ? undefined : known.get(id)
    return { person, name: person ? displayName(person) : name }
  }
  return rows.map((row): QuestionOfMeeting => {
    const [asker, owner] = [named(row.askerId, row.askerName), named(row.ownerId, row.ownerName)]
    return {
      id: row.id,
      recordId: row.recordId,
      position: row.position,
      kind: row.kind,
      text: row.text,
      asker: asker.person,
      askerName: asker.name,
      owner: owner.person,
      ownerName: owner.name,
      due: row.due,
      dueOn: row.dueOn ? dateOfColumn(row.dueOn) : undefined,
      dueText: row.dueText,
      at: toInstant(row.at),
      isConfirmed: row.confirmedAt !== null,
      version: row.version,
    }
  })
}

/** How many questions of each item were not read back yet. */
export function unreadByItem(questions: readonly QuestionOfMeeting[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { recordId, isConfirmed } of questions)
    if (!isConfirmed) counts.set(recordId, (counts.get(recordId) ?? 0) + 1)
  return counts
}
