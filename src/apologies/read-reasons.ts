import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { reasonPlace } from './tender-apologies.ts'

export interface PrivateReason {
  readonly memberName: string
  /** `undefined` when it does not open: it was sealed with another key. */
  readonly reason: string | undefined
}

/** The private reasons of a meeting, for its clerks alone; that they were read is noted, what they say is not. */
export async function readReasons(
  house: House,
  act: { readonly by: string; readonly meetingId: string },
): Promise<Outcome<readonly PrivateReason[], { readonly code: 'not-a-clerk' }>> {
  return house.transact(act.by, async (tx) => {
    const meeting = await meetingAtHand(tx, act.meetingId)
    if (!meeting || !(await isClerk(tx, meeting.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    const apologies = await tx.db.apology.findMany({
      where: {
        councilId: tx.councilId,
        meetingId: act.meetingId,
        withdrawnAt: null,
        reason: { isNot: null },
      },
      include: { reason: true },
      orderBy: { tenderedAt: 'asc' },
    })
    const people = await tx.db.person.findMany({
      where: { councilId: tx.councilId, id: { in: apologies.map((apology) => apology.personId) } },
    })
    tx.audit(
      'apologies.reasons-read',
      { meeting: act.meetingId, reasons: apologies.length },
      meeting.committeeId,
    )
    return done(
      apologies.flatMap((apology) =>
        apology.reason
          ? {
              memberName: people.find((person) => person.id === apology.personId)?.name ?? '',
              reason: openedReason(house, apology.id, apology.reason.sealed),
            }
          : [],
      ),
    )
  })
}

/** One that does not open must not hide the others. */
function openedReason(house: House, apologyId: string, sealed: string): string | undefined {
  try {
    return house.privateText.open(sealed, reasonPlace(apologyId))
  } catch (error) {
    house.log.error(
      { err: error, apology: apologyId },
      'a sealed reason does not open: was PRIVATE_TEXT_KEY changed?',
    )
    return undefined
  }
}
