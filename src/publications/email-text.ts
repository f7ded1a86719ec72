import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { namedWithAddress } from '../meetings/change-email.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { whoIsTold, withoutSlack } from '../meetings/who-is-told.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { lineOf } from './item-lines.ts'
import { type AgendaEntry, publishedAgenda } from './published-agenda.ts'
import { words as supplementWords } from './supplement-words.en.ts'
import type { ItemLine } from './types.ts'
import type { PublicationWords } from './words.en.ts'

/** The text that a clerk pastes into an e-mail for the members without Slack, with their names. */
export async function emailForMeeting(
  house: House,
  act: { readonly by: string; readonly meetingId: string },
  say: PublicationWords,
): Promise<
  Outcome<{ readonly names: readonly string[]; readonly text: string }, { readonly code: 'not-a-clerk' }>
> {
  const meeting = await meetingAtHand(house, act.meetingId)
  if (!meeting || !(await isClerk(house, meeting.committeeId, act.by)))
    return refused({ code: 'not-a-clerk' })
  const told = await whoIsTold(house, meeting, meeting.date)
  const agenda = await publishedAgenda(house, meeting)
  const named = meetingWords.meeting(meeting)
  const body = say.email.body({
    meeting: named,
    venue: meeting.venue,
    items: agenda.entries.map((item) =>
      item.access === 'public' ? lineOf(agendaLine(item)) : say.email.closedItem(item.number, item.closed),
    ),
    address: agenda.publicAddress,
    supplements: agenda.supplements.map((one) => ({
      name: supplementWords.name(one),
      address: one.publicAddress,
    })),
  })
  return done({
    names: withoutSlack(told).map(namedWithAddress),
    text: `${say.email.subject(named)}\n\n${body}`,
  })
}

/** An item as a line of the agenda. */
function agendaLine({ number, title, pageFrom, pageTo, toFollow }: AgendaEntry): ItemLine {
  return {
    number,
    title,
    ...(pageFrom === undefined ? {} : { pageFrom }),
    ...(pageTo === undefined ? {} : { pageTo }),
    ...(toFollow ? { toFollow } : {}),
  }
}
