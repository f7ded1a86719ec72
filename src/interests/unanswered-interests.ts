import { answersOf } from '../apologies/answers.ts'
import type { CouncilPerson, CouncilRows } from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { hasOwnMessage, whoIsTold } from '../meetings/who-is-told.ts'
import { councilCode } from './council-code.ts'
import { askedMark, countStanding, type ItemAsked, itemsOfMeeting } from './meeting-items.ts'
import { itemsToAsk } from './rules.ts'

/** How a member stands with what they are asked about interests in a meeting. */
export interface InterestsAsked {
  /** What they must still be asked about; empty once they have answered for every item. */
  readonly toAsk: readonly ItemAsked[]
  /** They have not answered at all: all items are asked about, and not only new ones. */
  readonly isFirst: boolean
  /** How many notices of theirs stand, of interests and of party whips; never what they say. */
  readonly notices: number
  /** A button that answers for these items carries it. */
  readonly mark: string
}

/** What one member is asked, for their own message. */
export async function interestsAsked(
  rows: CouncilRows,
  meeting: Pick<MeetingAtHand, 'id'>,
  memberId: string,
): Promise<InterestsAsked> {
  const { councilId, db } = rows
  const items = await itemsOfMeeting(rows, meeting.id, await councilCode(rows))
  const of = { councilId, meetingId: meeting.id, personId: memberId }
  const answer = await db.interestAnswer.findUnique({ where: { councilId_meetingId_personId: of } })
  return {
    toAsk: itemsToAsk(items, answer ?? undefined),
    isFirst: (answer?.itemIds.length ?? 0) === 0,
    notices: await countStanding(rows, of, items),
    mark: askedMark(items),
  }
}

export interface UnansweredInterests {
  readonly person: CouncilPerson
  readonly toAsk: readonly ItemAsked[]
  readonly isFirst: boolean
}

/**
 * Who has not answered for every item on the agenda: members, co-optees and substitutes who have agreed to sit,
 * without those who are away. Nobody while there is no agenda.
 */
export async function unansweredInterests(
  rows: CouncilRows,
  meeting: MeetingAtHand,
): Promise<UnansweredInterests[]> {
  const { councilId, db } = rows
  const items = await itemsOfMeeting(rows, meeting.id, await councilCode(rows))
  if (items.length === 0) return []
  const answers = await db.interestAnswer.findMany({ where: { councilId, meetingId: meeting.id } })
  const away = new Set(
    (await answersOf(rows, meeting)).flatMap((it) => (it.state === 'absent' ? [it.person.id] : [])),
  )
  const told = await whoIsTold(rows, meeting, meeting.date)
  return told
    .filter((one) => hasOwnMessage(one) && !away.has(one.person.id))
    .flatMap(({ person }) => {
      const answer = answers.find((one) => one.personId === person.id)
      const toAsk = itemsToAsk(items, answer)
      return toAsk.length === 0 ? [] : [{ person, toAsk, isFirst: (answer?.itemIds.length ?? 0) === 0 }]
    })
}
