import { displayName, isClerk, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { lineOf } from './item-lines.ts'
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
  const where = { councilId: house.councilId, meetingId: meeting.id }
  const members = await membersOn(house.db, house.councilId, meeting.committeeId, meeting.date)
  const items = await house.db.agendaItem.findMany({ where, orderBy: { position: 'asc' } })
  const publication = await house.db.publication.findFirst({
    where,
    include: { pack: true },
    orderBy: { number: 'desc' },
  })
  const named = meetingWords.meeting(meeting)
  const body = say.email.body({
    meeting: named,
    venue: meeting.venue,
    items: items.map((item) =>
      item.access === 'public' ? lineOf(agendaLine(item)) : say.email.closedItem(item.number),
    ),
    address: publication?.pack.publicAddress ?? '',
  })
  return done({
    names: members
      .filter((member) => member.person.slackUserId === undefined)
      .map(
        (member) => `${displayName(member.person)}${member.person.email ? ` (${member.person.email})` : ''}`,
      ),
    text: `${say.email.subject(named)}\n\n${body}`,
  })
}

/** A stored item as a line of the agenda. */
export function agendaLine(item: {
  readonly number: string
  readonly title: string
  readonly pageFrom: number | null
  readonly pageTo: number | null
}) {
  return {
    number: item.number,
    title: item.title,
    ...(item.pageFrom === null ? {} : { pageFrom: item.pageFrom }),
    ...(item.pageTo === null ? {} : { pageTo: item.pageTo }),
  }
}
