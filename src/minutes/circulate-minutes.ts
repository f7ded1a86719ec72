import { toDate } from '../calendar/civil.ts'
import type { CouncilPerson } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnMinutes, type MinutesRefusal, onMinutes } from './acting.ts'
import { checkMessage, commentsMessage, draftMessage, refreshMinutes } from './minutes-messages.ts'
import { readersOf } from './who-reads.ts'

/**
 * - `not-drafted`: make the draft first
 * - `past-comment`: they are agreed, so that nobody's comment could change them
 */
export type CirculateRefusal = MinutesRefusal | { readonly code: 'not-drafted' | 'past-comment' }

export interface Circulated {
  readonly commenters: readonly CouncilPerson[]
  readonly members: readonly CouncilPerson[]
  /** Who is not on Slack: the clerk sends it to them. */
  readonly withoutSlack: readonly CouncilPerson[]
  /** Presenters who are not known here: the clerk sends it to them too. */
  readonly outside: readonly string[]
}

/**
 * Ask the Chair and the presenters what they say of the draft, and each member whether they were there as it says.
 * Done again it reaches whoever came to it since, and nobody twice.
 */
export async function circulateMinutes(
  house: House,
  act: ActOnMinutes,
): Promise<Outcome<Circulated, CirculateRefusal>> {
  return onMinutes<Circulated, CirculateRefusal>(house, act, async ({ tx, sitting, minutes }) => {
    if (!minutes) return refused({ code: 'not-drafted' })
    if (minutes.state === 'agreed' || minutes.state === 'signed') return refused({ code: 'past-comment' })
    const { meetingId } = act
    const { committeeId, clerksChannelId } = sitting.meeting
    const { commenters, members, outside } = await readersOf(tx, sitting)
    await tx.db.minutes.update({
      where: { id: minutes.id, councilId: tx.councilId },
      data: {
        state: 'circulated',
        circulatedAt: minutes.circulatedAt ?? toDate(tx.now),
        version: { increment: 1 },
      },
    })
    for (const { id: personId } of commenters.filter(isOnSlack))
      await tx.show(draftMessage({ meetingId, committeeId, personId }))
    for (const { id: personId } of members.filter(isOnSlack))
      await tx.show(checkMessage({ meetingId, committeeId, personId }))
    if (clerksChannelId)
      await tx.show(commentsMessage({ meetingId, committeeId, channelId: clerksChannelId }))
    const facts = { meeting: meetingId, commenters: commenters.length, members: members.length }
    tx.audit('minutes.circulated', facts, committeeId)
    await refreshMinutes(tx, meetingId)
    const all = new Map([...commenters, ...members].map((person) => [person.id, person]))
    return done({
      commenters,
      members,
      withoutSlack: [...all.values()].filter((person) => !isOnSlack(person)),
      outside,
    })
  })
}

function isOnSlack({ slackUserId }: CouncilPerson): boolean {
  return slackUserId !== undefined
}
