import { quorumRule } from '../apologies/quorum-forecast.ts'
import { countsForQuorum, type Quorum, quorumOf } from '../apologies/quorum-rules.ts'
import { type CouncilRows, displayName, membersOn } from '../committees/people.ts'
import { standingInterests } from '../interests/standing-interests.ts'
import { interestWords, kindName } from '../interests/words.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { exclusionWords } from '../publications/exclusion-words.en.ts'
import { publishedAgenda } from '../publications/published-agenda.ts'
import { type Expected, expectedRoll } from '../sitting/expected-roll.ts'
import { itemWords } from '../sitting/item-words.ts'
import { sheetWords as say } from './meeting-sheet-words.en.ts'

/** An item as the sheet prints it: of a closed one the lawful words alone. */
export interface SheetItem {
  readonly name: string
  readonly lead: string
  /** It needs the ruling of whoever presides. */
  readonly isLate: boolean
}

/** An interest or a whip of which a member gave notice. */
export interface SheetInterest {
  readonly member: string
  readonly item: string
  readonly kind: string
  readonly effect: string
}

/** Everything that the clerk's sheet says before a meeting. */
export interface MeetingSheet {
  readonly meeting: MeetingAtHand
  readonly roll: readonly Expected[]
  readonly quorum: Quorum | undefined
  readonly interests: readonly SheetInterest[]
  readonly items: readonly SheetItem[]
}

/** The sheet by the present state; what an interest is stands nowhere in it. */
export async function meetingSheet(rows: CouncilRows, meeting: MeetingAtHand): Promise<MeetingSheet> {
  const { entries } = await publishedAgenda(rows, meeting)
  return {
    meeting,
    roll: await expectedRoll(rows, meeting),
    quorum: await quorumFor(rows, meeting),
    interests: await interestsFor(rows, meeting),
    items: entries.map(({ number, title, closed, access, lead, lateness }) => ({
      name:
        access === 'public'
          ? number === ''
            ? title
            : `${number}. ${title}`
          : exclusionWords.closedItem(number, closed),
      lead: access === 'public' ? lead : '',
      isLate: lateness === 'item-late',
    })),
  }
}

async function quorumFor(rows: CouncilRows, meeting: MeetingAtHand): Promise<Quorum | undefined> {
  const { councilId, db } = rows
  const { committeeId, date } = meeting
  const { chairSeesNames: _, ...rule } = await quorumRule(rows, committeeId)
  const seats = await db.seat.findMany({
    where: { councilId, committeeId },
    select: { kind: true, voting: true },
  })
  const members = await membersOn(db, councilId, committeeId, date)
  return quorumOf(rule, {
    whole: seats.filter(countsForQuorum).length,
    held: members.filter(countsForQuorum).length,
  })
}

async function interestsFor(rows: CouncilRows, meeting: MeetingAtHand): Promise<SheetInterest[]> {
  const { code, interests, whips } = await standingInterests(rows, meeting)
  const members = await membersOn(rows.db, rows.councilId, meeting.committeeId, meeting.date, {
    substitutes: true,
  })
  const nameOf = (id: string) => {
    const member = members.find(({ person }) => person.id === id)
    return member ? displayName(member.person) : ''
  }
  const itemName = (item: (typeof interests)[number]['item']) => {
    if (!item) return say.interests.whole
    if (item.closed || item.title === '') return exclusionWords.closedItem(item.number, item.closed)
    return item.number === '' ? item.title : `${item.number}. ${item.title}`
  }
  const { effect: said } = itemWords('en')
  return [
    ...interests.map(({ memberId, item, kind, sensitive, effect }) => ({
      member: nameOf(memberId),
      item: itemName(item),
      kind: sensitive ? say.interests.sensitive : kindName(code, kind.id, interestWords('en')),
      effect: said(effect),
    })),
    ...whips.map(({ memberId, item, effect }) => ({
      member: nameOf(memberId),
      item: itemName(item),
      kind: say.interests.whip,
      effect: said(effect),
    })),
  ]
}
