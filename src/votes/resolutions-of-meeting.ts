import type { CouncilRows } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import { type ResolutionOfMinutes, VERB_CLASSES, type VerbClass } from './types.ts'

export const withParts = { parts: { orderBy: { position: 'asc' } } } satisfies Prisma.ResolutionInclude

type ResolutionRow = Prisma.ResolutionGetPayload<{ include: typeof withParts }>

/** What the committee resolved at a meeting, item by item, each as it stands after the clerk's corrections. */
export async function resolutionsOfMeeting(
  { councilId, db }: CouncilRows,
  meetingId: string,
): Promise<ResolutionOfMinutes[]> {
  const found = await db.resolution.findMany({
    where: { councilId, meetingId, endedAt: null },
    include: withParts,
    orderBy: [{ recordId: 'asc' }, { number: 'asc' }],
  })
  return found.map(resolutionOf)
}

export function resolutionOf(row: ResolutionRow): ResolutionOfMinutes {
  return {
    id: row.id,
    recordId: row.recordId,
    motionId: row.motionId ?? undefined,
    number: row.number,
    revision: row.revision,
    text: row.text,
    leadIn: row.leadIn,
    reasons: row.reasons,
    parts: row.parts.map(({ path, label, text, verbClass, addressee }) => ({
      path,
      label,
      text,
      verbClass: verbClassOf(verbClass),
      addressee,
    })),
    isConfirmed: row.confirmedAt !== null,
  }
}

/** @throws for what is none: only this room writes them. */
function verbClassOf(stored: string): VerbClass {
  const known = VERB_CLASSES.find((one) => one === stored)
  if (!known) throw new Error(`no class of verb: ${stored}`)
  return known
}
