import { changeInterest, declareInterest, type InterestGiven } from '../../src/interests/declare-interest.ts'
import { declareNothing } from '../../src/interests/declare-nothing.ts'
import { declareWhip } from '../../src/interests/declare-whip.ts'
import { readInterests } from '../../src/interests/read-interests.ts'
import {
  type RecordDispensation,
  recordDispensation,
  revokeDispensation,
} from '../../src/interests/record-dispensation.ts'
import { interestsAsked, unansweredInterests } from '../../src/interests/unanswered-interests.ts'
import { withdrawNotice } from '../../src/interests/withdraw-interest.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import { type InventedCouncil, type InventedPerson, inventCouncil } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'

export const NATURE = 'My sister runs the Mill Lane surgery'

export interface How {
  readonly by?: InventedPerson
  readonly day?: string
  readonly mark?: string
  readonly note?: string
  readonly meetingId?: string
}

type Interest = Partial<InterestGiven> & {
  /** By position; the whole meeting when absent. */
  readonly items?: readonly number[]
  readonly repeatsId?: string
}

/** A meeting with three open items and one that is closed to the public, and its members' notices. */
export async function declaring(database: TestDatabase, given?: InventedCouncil) {
  const council = given ?? (await inventCouncil(database))
  const { house, ground } = council
  const meetingId = await council.meeting()
  const where = { councilId: council.id }
  const addItem = (position: number, title: string, closed = false, at = meetingId) =>
    ground.prisma.agendaItem.create({
      data: {
        councilId: council.id,
        meetingId: at,
        position,
        number: String(position),
        title: closed ? '' : title,
        ...(closed ? { access: 'exempt' as const, paragraphs: ['3'] } : {}),
      },
    })
  const items = [
    await addItem(1, 'Minutes'),
    await addItem(2, 'Winter pressures'),
    await addItem(3, 'Budget monitoring'),
    await addItem(4, 'Contract award', true),
  ]
  const declaringAs = (member: InventedPerson, how: How) => ({
    meetingId: how.meetingId ?? meetingId,
    memberId: member.id,
    by: how.by?.id ?? member.id,
    way: how.by ? ('relayed' as const) : ('command' as const),
    day: how.day,
    mark: how.mark,
    relayedNote: how.note,
  })
  const interestOf = ({ items: _, repeatsId: __, ...interest }: Interest): InterestGiven => ({
    type: 'dpi',
    holder: 'own',
    sensitive: false,
    registration: 'registered',
    nature: NATURE,
    dispensationId: undefined,
    ...interest,
  })
  const idOf = (position: number) => items.find((item) => item.position === position)?.id ?? ''
  const meeting = async (id = meetingId) => {
    const found = await meetingAtHand(house, id)
    if (!found) throw new Error('the meeting is gone')
    return found
  }
  return {
    ...council,
    council,
    meetingId,
    items,
    idOf,
    addItem,
    meetingRow: meeting,
    declare: (member: InventedPerson, interest: Interest = {}, how: How = {}) =>
      declareInterest(house, {
        ...declaringAs(member, how),
        interest: interestOf(interest),
        itemIds: interest.items?.map(idOf) ?? [],
        isWholeMeeting: interest.items === undefined,
        repeatsId: interest.repeatsId,
      }),
    change: (
      member: InventedPerson,
      noticeId: string,
      version: number,
      interest: Interest = {},
      how: How = {},
    ) =>
      changeInterest(house, {
        ...declaringAs(member, how),
        noticeId,
        version,
        interest: interestOf(interest),
      }),
    nothing: (member: InventedPerson, how: How = {}) => declareNothing(house, declaringAs(member, how)),
    whip: (
      member: InventedPerson,
      positions: readonly number[],
      nature = 'To support the motion',
      how: How = {},
    ) =>
      declareWhip(house, {
        ...declaringAs(member, how),
        itemIds: positions.map(idOf),
        isWholeMeeting: positions.length === 0,
        nature,
      }),
    withdraw: (member: InventedPerson, noticeId: string, how: How = {}) =>
      withdrawNotice(house, { ...declaringAs(member, how), noticeId }),
    read: (by: InventedPerson, id = meetingId) => readInterests(house, { by: by.id, meetingId: id }),
    dispense: (by: InventedPerson, given: Partial<RecordDispensation> = {}) =>
      recordDispensation(house, {
        by: by.id,
        personId: undefined,
        ground: 'residents',
        scope: 'Setting the budget',
        mayVote: true,
        grantedBy: 'Standards Committee',
        grantedOn: '2017-09-01',
        until: '2018-08-31',
        ...given,
      }),
    revoke: (by: InventedPerson, dispensationId: string) =>
      revokeDispensation(house, { by: by.id, dispensationId }),
    asked: (member: InventedPerson) => interestsAsked(house, { id: meetingId }, member.id),
    unanswered: async () => unansweredInterests(house, await meeting()),
    officer: async (person: InventedPerson) => {
      await ground.prisma.councilRole.create({
        data: { ...where, personId: person.id, duty: 'monitoringOfficer' },
      })
      return person
    },
    notices: () => ground.prisma.interestNotice.findMany({ where, orderBy: { id: 'asc' } }),
    natures: () => ground.prisma.interestNature.findMany({ where }),
    whips: () => ground.prisma.whipNotice.findMany({ where }),
    answers: () => ground.prisma.interestAnswer.findMany({ where }),
    messages: () => ground.prisma.outboxMessage.findMany({ where, orderBy: { id: 'asc' } }),
    audit: async () =>
      (await ground.prisma.auditEntry.findMany({ where, orderBy: { id: 'asc' } })).map((entry) =>
        JSON.parse(entry.canonical),
      ),
    nation: (nation: 'england' | 'wales' | 'scotland') =>
      ground.prisma.council.update({ where: { id: council.id }, data: { nation } }),
    cancel: () =>
      ground.prisma.meeting.update({ where: { id: meetingId, ...where }, data: { state: 'cancelled' } }),
    /** On to the meeting's planned end: 11 am UTC. */
    end: () => council.clock.advance({ hours: 24 * 14 + 3 }),
  }
}

/** Why something was refused; absent where it was done. */
export const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }): string | undefined =>
  outcome.ok ? undefined : outcome.refusal?.code
