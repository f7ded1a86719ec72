import { Temporal } from 'temporal-polyfill'
import type { House } from '../../src/database/house.ts'
import { agreeMinutes, amendMinutes } from '../../src/minutes/agree-minutes.ts'
import { circulateMinutes } from '../../src/minutes/circulate-minutes.ts'
import { commentOnMinutes, settleComment } from '../../src/minutes/comment-minutes.ts'
import { draftMinutes } from '../../src/minutes/draft-minutes.ts'
import { minutesOf } from '../../src/minutes/minutes-of.ts'
import { signMinutes } from '../../src/minutes/sign-minutes.ts'
import type { Outcome } from '../../src/outcome.ts'
import { openSitting } from '../../src/sitting/open-sitting.ts'
import { meetingBegins, minute } from '../sitting/sitting-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'

export { minute } from '../sitting/sitting-stage.ts'

/** A meeting of three items that is over, and the acts about its minutes. */
export async function meetingOver(
  database: TestDatabase,
  during: (it: Awaited<ReturnType<typeof meetingBegins>>) => Promise<unknown> = async () => {},
) {
  const it = await meetingBegins(database)
  it.clock.advance({ hours: 3 })
  succeeded(await it.open(6, { at: minute(0) }))
  for (const place of [1, 2, 3]) succeeded(await it.take(place, { at: minute(place * 10) }))
  await during(it)
  succeeded(await it.change('closed', { at: minute(100) }))
  const { house, meetingId, clerk } = it
  const act = (by: InventedPerson) => ({ by: by.id, meetingId })
  return {
    ...it,
    draft: (firstNumber?: number, by = clerk, which = meetingId) =>
      draftMinutes(house, { ...act(by), meetingId: which, firstNumber }),
    circulate: (by = clerk) => circulateMinutes(house, act(by)),
    comment: (by: InventedPerson, text: string, about: 'text' | 'attendance' = 'text') =>
      commentOnMinutes(house, { ...act(by), text, about }),
    settle: (commentId: string, by = clerk) => settleComment(house, { ...act(by), commentId }),
    agree: (atMeetingId: string, amendments: readonly string[] = [], by = clerk) =>
      agreeMinutes(house, { ...act(by), atMeetingId, amendments }),
    amend: (atMeetingId: string, text: string, by = clerk) =>
      amendMinutes(house, { ...act(by), atMeetingId, text }),
    sign: (signer: InventedPerson, signedOn: string, by = clerk) =>
      signMinutes(house, { ...act(by), signedById: signer.id, signedOn }),
    model: async () => {
      const model = await minutesOf(house, meetingId)
      if (!model) throw new Error('there are no minutes')
      return model
    },
    /** A later meeting, opened and presided over by its Vice Chair. */
    laterMeeting: (date = '2017-10-18') => laterMeeting(it, house, date),
  }
}

async function laterMeeting(it: Awaited<ReturnType<typeof meetingBegins>>, house: House, date: string) {
  const id = await it.meeting(date)
  const [, vice] = it.members
  const at = Temporal.Instant.from(`${date}T09:00:00Z`)
  it.clock.advance(it.house.now().until(at.add({ hours: 1 })))
  succeeded(
    await openSitting(house, {
      by: it.clerk.id,
      meetingId: id,
      at,
      chairId: vice?.id,
      people: it.members
        .slice(1, 7)
        .map(({ id: personId }) => ({ personId, mode: 'inRoom', forId: undefined })),
    }),
  )
  return id
}

export function succeeded<T, R extends { readonly code: string }>(outcome: Outcome<T, R>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
}
