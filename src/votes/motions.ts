import type { CouncilRows } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { MotionAtHand } from './motion-rules.ts'

/** The motions and amendments of an item, in the order moved. */
export async function motionsOn({ councilId, db }: CouncilRows, recordId: string): Promise<MotionAtHand[]> {
  const rows = await db.motion.findMany({ where: { councilId, recordId }, orderBy: { number: 'asc' } })
  return rows.map(motionAtHand)
}

export async function motionById(
  { councilId, db }: CouncilRows,
  meetingId: string,
  id: string,
): Promise<MotionAtHand | undefined> {
  const row = await db.motion.findFirst({ where: { councilId, meetingId, id } })
  return row ? motionAtHand(row) : undefined
}

function motionAtHand(row: Prisma.MotionGetPayload<object>): MotionAtHand {
  return {
    id: row.id,
    recordId: row.recordId,
    number: row.number,
    kind: row.kind,
    parentId: row.parentId ?? undefined,
    text: row.text,
    substantive: row.substantive === '' ? row.text : row.substantive,
    moverId: row.moverId ?? undefined,
    seconderId: row.seconderId ?? undefined,
    state: row.state,
  }
}
