import { answerSubstitution } from '../../src/apologies/answer-substitution.ts'
import { nameSubstitute, takeSubstituteBack } from '../../src/apologies/name-substitute.ts'
import { changing } from '../meetings/changing.ts'
import type { InventedCouncil, InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'

interface By {
  readonly by?: InventedPerson
}

/** A committee with a meeting ahead, its named substitutes, and what is done about them. */
export async function substituting(database: TestDatabase, given?: InventedCouncil) {
  const stage = await changing(database, given)
  const { house, ground, id, meetingId } = stage
  const where = { councilId: id }
  const all = () => ground.prisma.substitution.findMany({ where, orderBy: { id: 'asc' } })
  /** The last one for this member, standing or not: what a button that is still on somebody's screen is about. */
  const lastFor = async (absent: InventedPerson) =>
    (await all()).findLast(({ absentId }) => absentId === absent.id)?.id ?? stage.meetingId
  const answer =
    (said: 'accepted' | 'declined') =>
    async (absent: InventedPerson, { by }: By = {}) => {
      const substitutionId = await lastFor(absent)
      const row = (await all()).find((one) => one.id === substitutionId)
      return answerSubstitution(house, {
        substitutionId,
        by: by?.id ?? row?.substituteId ?? absent.id,
        answer: said,
      })
    }
  return {
    ...stage,
    all,
    standing: async () => (await all()).filter((one) => one.standing),
    name: (absent: InventedPerson, substitute: InventedPerson, { by = absent }: By = {}) =>
      nameSubstitute(house, { meetingId, absentId: absent.id, substituteId: substitute.id, by: by.id }),
    takeBack: (absent: InventedPerson, { by = absent }: By = {}) =>
      takeSubstituteBack(house, { meetingId, absentId: absent.id, by: by.id }),
    accept: answer('accepted'),
    decline: answer('declined'),
    /** New lines about substitutes: to whom, and what of. */
    told: async () => {
      const lines = await ground.prisma.outboxMessage.findMany({
        where: { ...where, kind: 'substitution-line' },
        orderBy: { id: 'asc' },
      })
      return lines.map(({ recipient, slot }) => `${recipient.replace('person:', '')} ${slot}`)
    },
    rule: (data: Parameters<typeof ground.prisma.committee.update>[0]['data']) =>
      ground.prisma.committee.update({ where: { id: stage.committee.id, councilId: id }, data }),
    /** Seats of the committee belong to a group from now on. */
    async group(name: string, people: readonly InventedPerson[]) {
      const { id: groupId } = await ground.prisma.politicalGroup.create({ data: { ...where, name } })
      const occupied = await ground.prisma.seatOccupancy.findMany({
        where: { ...where, personId: { in: people.map((person) => person.id) } },
      })
      for (const { seatId } of occupied)
        await ground.prisma.seat.update({ where: { id: seatId, ...where }, data: { groupId } })
      return groupId
    },
    duty: (person: InventedPerson, duty: 'executive' | 'groupWhip', groupId?: string) =>
      ground.prisma.councilRole.create({
        data: { ...where, personId: person.id, duty, groupId: groupId ?? null },
      }),
  }
}
