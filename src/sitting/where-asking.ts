import { isClerk } from '../committees/people.ts'
import type { Visitor } from '../slack/visitor.ts'
import { type SittingAtHand, sittingAtHand } from './at-hand.ts'
import { isPresent, presentAt } from './roll-rules.ts'

/**
 * The meeting that sits and at which somebody may ask: where they are present, or whose clerk they are. Of several
 * the one of the channel in which they write, else the one that was opened last.
 */
export async function sittingWhereAsking(
  { house, personId }: Visitor,
  channelId: string | undefined,
): Promise<SittingAtHand | undefined> {
  const { councilId, db } = house
  const open = await db.sitting.findMany({
    where: { councilId, state: { in: ['open', 'adjourned'] } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    select: { meetingId: true },
  })
  const theirs: SittingAtHand[] = []
  for (const { meetingId } of open) {
    const sitting = await sittingAtHand(house, meetingId)
    if (!sitting) continue
    const isThere = presentAt(sitting.roll, house.now()).some(
      (one) => one.personId === personId && isPresent(one),
    )
    if (isThere || (await isClerk(house, sitting.meeting.committeeId, personId))) theirs.push(sitting)
  }
  const here = theirs.find(({ meeting }) =>
    [meeting.channelId, meeting.clerksChannelId].some((id) => id !== undefined && id === channelId),
  )
  return here ?? theirs[0]
}
