import type { Tx } from '../database/transact.ts'

/**
 * Everything about the schedule of a committee comes one after another: publishing, scheduling, changing.
 * The committee is held first and the meeting second, always in this order.
 */
export async function lockCommittee(tx: Tx, committeeId: string): Promise<void> {
  await tx.db.$queryRaw`SELECT "id" FROM "Committee"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${committeeId}::uuid FOR UPDATE`
}

export async function lockMeetingAndCommittee(tx: Tx, meetingId: string): Promise<void> {
  const meeting = await tx.db.meeting.findFirst({
    where: { councilId: tx.councilId, id: meetingId },
    select: { committeeId: true },
  })
  if (!meeting) return
  await lockCommittee(tx, meeting.committeeId)
  await tx.db.$queryRaw`SELECT "id" FROM "Meeting"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${meetingId}::uuid FOR UPDATE`
}
