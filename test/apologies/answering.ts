import { answersOf, type MemberAnswer } from '../../src/apologies/answers.ts'
import { sayComing } from '../../src/apologies/say-coming.ts'
import { type TenderApologies, tenderApologies } from '../../src/apologies/tender-apologies.ts'
import { withdrawApologies } from '../../src/apologies/withdraw-apologies.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import { type InventedCouncil, type InventedPerson, inventCouncil } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'

type How = Partial<Pick<TenderApologies, 'kind' | 'reason' | 'way' | 'relayedNote' | 'why'>> & {
  readonly by?: InventedPerson
}

/** A committee with a meeting ahead of it, and its members' answers. */
export async function meetingAhead(database: TestDatabase, given?: InventedCouncil) {
  const council = given ?? (await inventCouncil(database))
  const { house, ground } = council
  const meetingId = await council.meeting()
  const answering = (member: InventedPerson, how: How) => ({
    meetingId,
    memberId: member.id,
    by: how.by?.id ?? member.id,
    why: how.why,
    way: how.way ?? (how.by ? ('relayed' as const) : ('command' as const)),
  })
  const answers = async (): Promise<MemberAnswer[]> => {
    const meeting = await meetingAtHand(house, meetingId)
    return meeting ? answersOf(house, meeting) : []
  }
  const where = { councilId: council.id }
  return {
    ...council,
    council,
    meetingId,
    tender: (member: InventedPerson, { kind = 'absent', reason = '', relayedNote = '', ...how }: How = {}) =>
      tenderApologies(house, { ...answering(member, how), kind, reason, relayedNote }),
    withdraw: (member: InventedPerson, how: How = {}) => withdrawApologies(house, answering(member, how)),
    coming: (member: InventedPerson, how: How = {}) => sayComing(house, answering(member, how)),
    answers,
    answerOf: async (member: InventedPerson) => (await answers()).find((it) => it.person.id === member.id),
    apologies: () => ground.prisma.apology.findMany({ where, include: { reason: true } }),
    reasons: () => ground.prisma.apologyReason.findMany({ where }),
    messages: () => ground.prisma.outboxMessage.findMany({ where, orderBy: { id: 'asc' } }),
    audit: () => ground.prisma.auditEntry.findMany({ where, orderBy: { sequence: 'asc' } }),
    cancel: () =>
      ground.prisma.meeting.update({
        where: { id: meetingId, councilId: council.id },
        data: { state: 'cancelled' },
      }),
    /** On to the meeting's planned end: 11 am UTC. */
    end: () => council.clock.advance({ hours: 24 * 14 + 3 }),
  }
}
