import type { PresentCommittee, PresentState } from './import-plan.ts'
import { type CouncilRows, membersOn, personOf } from './people.ts'

/** What is stored about a council's people and one committee, as it stands on a civil date. */
export async function presentState(
  rows: CouncilRows,
  committeeName: string,
  date: string,
): Promise<PresentState> {
  const { councilId, db } = rows
  const people = await db.person.findMany({
    where: { councilId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return { committee: await presentCommittee(rows, committeeName, date), people: people.map(personOf) }
}

async function presentCommittee(
  { councilId, db }: CouncilRows,
  name: string,
  date: string,
): Promise<PresentCommittee | undefined> {
  // "Health scrutiny committee" is the Health Scrutiny Committee, and not a second one.
  const committee = await db.committee.findFirst({
    where: { councilId, name: { equals: name, mode: 'insensitive' } },
    include: { roles: { where: { councilId }, orderBy: { id: 'asc' } } },
    orderBy: { createdAt: 'asc' },
  })
  if (!committee) return undefined
  const committeeId = committee.id
  const seats = await db.seat.findMany({ where: { councilId, committeeId }, orderBy: { position: 'asc' } })
  const groups = await db.politicalGroup.findMany({ where: { councilId } })
  const groupNames = new Map(groups.map((group) => [group.id, group.name]))
  const sitting = await membersOn(db, councilId, committeeId, date, { substitutes: true })
  return {
    id: committeeId,
    name: committee.name,
    channelId: committee.channelId ?? undefined,
    clerksChannelId: committee.clerksChannelId ?? undefined,
    quorum: committee.quorum ?? undefined,
    seats: seats.map((seat) => {
      const occupant = sitting.find((member) => member.seatId === seat.id)
      return {
        id: seat.id,
        position: seat.position,
        kind: seat.kind,
        group: seat.groupId === null ? undefined : groupNames.get(seat.groupId),
        voting: seat.voting,
        occupant: occupant && { personId: occupant.person.id, office: occupant.office },
      }
    }),
    duties: committee.roles.map(({ personId, duty }) => ({ personId, duty })),
  }
}
