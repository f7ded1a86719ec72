import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome } from '../outcome.ts'
import type { AskedDay } from './asked-day.ts'
import type { MinutesPhrase } from './minutes-phrases.ts'
import { tenderWithin } from './tender-apologies.ts'

export interface AwayReceipt {
  readonly sent: readonly MeetingAtHand[]
  /** What was moved, cancelled or ended while the form was open, by name. */
  readonly notSent: readonly string[]
  readonly reasonGiven: boolean
  readonly clerks: readonly string[]
}

/**
 * Apologies for absence from several meetings, of several committees, in one act. One that cannot be taken any
 * more does not keep the others back; it is named in the receipt.
 */
export async function tenderAway(
  house: House,
  act: {
    readonly memberId: string
    readonly meetings: readonly AskedDay[]
    readonly reason: string
    readonly inMinutes: MinutesPhrase
    readonly way: 'command' | 'button'
  },
): Promise<Outcome<AwayReceipt, never>> {
  return house.transact(act.memberId, async (tx) => {
    const sent: MeetingAtHand[] = []
    const notSent: string[] = []
    const clerks = new Set<string>()
    // In one order, so that two who hold several meetings never wait for each other.
    for (const { meetingId, day } of act.meetings.toSorted((a, b) => (a.meetingId < b.meetingId ? -1 : 1))) {
      const outcome = await tenderWithin(house, tx, {
        meetingId,
        day,
        memberId: act.memberId,
        by: act.memberId,
        way: act.way,
        kind: 'absent',
        reason: act.reason,
        inMinutes: act.inMinutes,
      })
      if (outcome.ok) {
        sent.push(outcome.value.meeting)
        for (const clerk of outcome.value.clerks) clerks.add(clerk)
      } else {
        const meeting = await meetingAtHand(tx, meetingId)
        if (meeting) notSent.push(meetingWords.meeting(meeting))
      }
    }
    return done({
      sent: sent.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
      notSent,
      reasonGiven: act.reason !== '',
      clerks: [...clerks].sort(),
    })
  })
}
