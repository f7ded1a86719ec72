import { isAfter } from '../calendar/civil.ts'
import { displayName, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { meetingsToSitAt } from '../meetings/substitutions.ts'
import { isTold } from '../meetings/who-is-told.ts'
import { type DispensationAtHand, isInForce } from './dispensation-rules.ts'
import { dispensationsInForce } from './dispensations.ts'
import { type EarlierInterest, earlierInterests } from './earlier-interests.ts'
import type { FormMetadata } from './form-metadata.ts'
import type { CouncilCode } from './kind-rules.ts'
import type { ItemAsked } from './meeting-items.ts'
import { type StandingInterest, type StandingWhip, standingInterests } from './standing-interests.ts'
import { type InterestsAsked, interestsAsked } from './unanswered-interests.ts'

/** What the form about a member's interests in a meeting shows. */
export interface DeclareForm {
  readonly metadata: FormMetadata
  readonly meeting: MeetingAtHand
  /** Those that can be chosen; the one meeting alone where a clerk enters it for somebody. */
  readonly meetings: readonly MeetingAtHand[]
  /** The member, where it is a clerk who enters it. */
  readonly forName: string | undefined
  readonly code: CouncilCode
  readonly items: readonly ItemAsked[]
  readonly asked: InterestsAsked
  readonly interests: readonly StandingInterest[]
  readonly whips: readonly StandingWhip[]
  /** Who entered notices that the member did not give. */
  readonly relayers: ReadonlyMap<string, string>
  readonly earlier: readonly EarlierInterest[]
  readonly dispensations: readonly DispensationAtHand[]
  /** The notice to be changed. */
  readonly changing: StandingInterest | undefined
}

export interface WhichForm {
  readonly memberId: string
  readonly way: FormMetadata['way']
  /** The meeting; the member's next one when absent. */
  readonly meetingId?: string | undefined
  /** Whether a clerk opens it for the member. */
  readonly isRelayed?: boolean
  readonly changingId?: string | undefined
}

/** The form for a member; `undefined` where there is no meeting ahead of them, or not this one. */
export async function declareForm(house: House, which: WhichForm): Promise<DeclareForm | undefined> {
  const { memberId, way, isRelayed = false } = which
  const { meeting, meetings } = await meetingsOf(house, which)
  if (!meeting) return undefined
  const { code, items, interests, whips } = await standingInterests(house, meeting, memberId)
  const changing = interests.find((one) => one.id === which.changingId)
  if (which.changingId !== undefined && !changing) return undefined
  const asked = await interestsAsked(house, meeting, memberId)
  const member = isRelayed ? await personById(house, memberId) : undefined
  const people = await house.db.person.findMany({
    where: { councilId: house.councilId, id: { in: interests.map((one) => one.givenById) } },
  })
  return {
    metadata: {
      meetingId: meeting.id,
      day: meeting.date,
      mark: asked.mark,
      way,
      ...(isRelayed ? { forId: memberId } : {}),
      ...(changing ? { notice: { id: changing.id, version: changing.version } } : {}),
    },
    meeting,
    meetings,
    forName: member && displayName(member),
    code,
    items,
    asked,
    interests,
    whips,
    relayers: new Map(
      people.filter((person) => person.id !== memberId).map((person) => [person.id, person.name]),
    ),
    earlier: changing
      ? []
      : await earlierInterests(house, memberId, meeting, { code, items, forClerk: isRelayed }),
    dispensations: await dispensationsInForce(house, memberId, meeting.date),
    changing,
  }
}

async function meetingsOf(house: House, { memberId, meetingId, isRelayed }: WhichForm) {
  if (isRelayed && meetingId !== undefined) {
    const meeting = await meetingAtHand(house, meetingId)
    return { meeting, meetings: meeting ? [meeting] : [] }
  }
  const meetings = await meetingsToSitAt(house, memberId, house.now(), house.timeZone)
  const listed = meetings.find((it) => it.id === meetingId)
  if (meetingId === undefined || listed) return { meeting: listed ?? meetings[0], meetings }
  // Who takes a seat later sits on no committee yet whose meetings could be listed.
  const meeting = await meetingAtHand(house, meetingId)
  const isOpen = meeting?.state === 'scheduled' && isAfter(meeting.endsAt, house.now())
  if (!meeting || !isOpen || !(await isTold(house, meeting, meeting.date, memberId)))
    return { meeting: undefined, meetings: [] }
  return { meeting, meetings: [meeting, ...meetings] }
}

/** The dispensation that was chosen, when it is in force for the member on the day. */
export async function chosenLeave(
  house: House,
  of: { readonly memberId: string; readonly day: string; readonly dispensationId: string | undefined },
): Promise<DispensationAtHand | undefined> {
  if (of.dispensationId === undefined) return undefined
  const inForce = await dispensationsInForce(house, of.memberId, of.day)
  return inForce.find((one) => one.id === of.dispensationId && isInForce(one, of.memberId, of.day))
}
