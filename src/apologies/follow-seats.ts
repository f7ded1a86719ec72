import { toDate } from '../calendar/civil.ts'
import { membersOn } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { lockMeetingAndCommittee } from '../meetings/locks.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { standingSubstitutions } from '../meetings/substitutions.ts'
import { noteQuorum } from './quorum-changes.ts'
import { endIn } from './substituting.ts'

/**
 * Seats or duties of the council may have changed: a substitute who has joined the executive, or the committee
 * itself, sits for nobody any more (LGA 2000 s9FA), and the forecast of each coming meeting is told afresh. In the
 * same transaction, and twice is the same as once.
 */
export async function followSeats(tx: Tx): Promise<void> {
  const { councilId, db } = tx
  const ahead = await db.meeting.findMany({
    where: { councilId, state: 'scheduled', startsAt: { gt: toDate(tx.now) } },
    select: { id: true },
    orderBy: [{ committeeId: 'asc' }, { id: 'asc' }],
  })
  const executive = await db.councilRole.findMany({ where: { councilId, duty: 'executive' } })
  const isExecutive = new Set(executive.map(({ personId }) => personId))
  for (const { id } of ahead) {
    await lockMeetingAndCommittee(tx, id)
    const meeting = await meetingAtHand(tx, id)
    if (!meeting) continue
    const members = await membersOn(db, councilId, meeting.committeeId, meeting.date)
    const seated = new Set(members.map(({ person }) => person.id))
    for (const { absent, substitute } of await standingSubstitutions(tx, meeting))
      if (isExecutive.has(substitute.id) || seated.has(substitute.id))
        await endIn(tx, meeting, { absentId: absent.id }, 'not-in-pool')
    await noteQuorum(tx, meeting)
  }
}
