import type { ModalView } from '@slack/types'
import { isClerk } from '../committees/people.ts'
import type { Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { type SittingAtHand, sittingAtHand } from './at-hand.ts'
import { sittingWords as say } from './words.en.ts'

/** A view about a sitting, for clerks of its committee alone; anybody else is told why not. */
export async function atSitting(
  { house, personId }: Visitor,
  meetingId: string,
  view: (sitting: SittingAtHand) => ModalView | Promise<ModalView>,
): Promise<Shown> {
  const sitting = await sittingAtHand(house, meetingId)
  if (!sitting) return { why: say.refusals.notOpen() }
  if (!(await isClerk(house, sitting.meeting.committeeId, personId))) return { why: say.refusals.notAClerk() }
  return { view: await view(sitting) }
}
