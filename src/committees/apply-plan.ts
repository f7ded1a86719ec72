import { v7 as newId } from 'uuid'
import { columnOfDate } from '../calendar/civil.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { Tx } from '../database/transact.ts'
import type { Difference, ImportPlan, PlannedSeat, PresentState, Who } from './import-plan.ts'
import type { SeatOffice } from './people.ts'

type Of<Code extends Difference['code']> = Extract<Difference, { code: Code }>

/**
 * Make the stored committee what the plan says, and note every change in the audit trail. The trail
 * names people by id only: names and addresses can be corrected later, the trail cannot.
 *
 * @param today first civil date on which the file's membership holds
 */
export async function applyPlan(
  tx: Tx,
  plan: ImportPlan,
  present: PresentState,
  today: string,
): Promise<void> {
  const { differences } = plan
  const committeeId = present.committee?.id ?? newId()
  await applyToCommittee(tx, differences, committeeId)
  const people = await applyToPeople(tx, differences)
  await applyToSeats(tx, { differences, committeeId, present, people, today })
  await applyToDuties(tx, differences, committeeId, people)
}

async function applyToCommittee(
  tx: Tx,
  differences: readonly Difference[],
  committeeId: string,
): Promise<void> {
  const { councilId, db } = tx
  for (const made of ofCode(differences, 'committee-new')) {
    await db.committee.create({
      data: { id: committeeId, councilId, name: made.name, quorum: made.quorum ?? null },
    })
    tx.audit('committee.created', { name: made.name, quorum: made.quorum ?? null }, committeeId)
  }
  const where = { id: committeeId, councilId }
  for (const { from, to } of ofCode(differences, 'quorum-changed')) {
    await db.committee.update({ where, data: { quorum: to } })
    tx.audit('committee.quorum-changed', { from: from ?? null, to }, committeeId)
  }
  for (const { which, from, to } of ofCode(differences, 'channel-changed')) {
    await db.committee.update({
      where,
      data: which === 'channel' ? { channelId: to } : { clerksChannelId: to },
    })
    tx.audit('committee.channel-changed', { which, from: from ?? null, to }, committeeId)
  }
}

type IdsOf = (who: Who) => string

async function applyToPeople(tx: Tx, differences: readonly Difference[]): Promise<IdsOf> {
  const { councilId, db } = tx
  const made = new Map<string, string>()
  const changes = ofCode(differences, 'person-changed')
  // Accounts are let go of first: two people may exchange theirs, and one account is one person's.
  const moving = changes.filter(({ field }) => field === 'slackUserId').flatMap(({ who }) => who.id ?? [])
  if (moving.length > 0)
    await db.person.updateMany({ where: { councilId, id: { in: moving } }, data: { slackUserId: null } })
  for (const { who, field, to } of changes) {
    if (who.id === undefined) continue
    await db.person.update({ where: { id: who.id, councilId }, data: { [field]: to } })
    tx.audit('person.changed', { person: who.id, field })
  }
  for (const { who, title, email, slackUserId, name } of ofCode(differences, 'person-new')) {
    const id = newId()
    made.set(who.key, id)
    await db.person.create({
      data: { id, councilId, name, title, email: email ?? null, slackUserId: slackUserId ?? null },
    })
    tx.audit('person.created', { person: id, inSlack: slackUserId !== undefined })
  }
  return (who) => {
    const id = who.id ?? made.get(who.key)
    if (id === undefined) throw new Error(`the plan seats ${who.key}, but does not make them`)
    return id
  }
}

async function applyToSeats(
  tx: Tx,
  act: {
    differences: readonly Difference[]
    committeeId: string
    present: PresentState
    people: IdsOf
    today: string
  },
): Promise<void> {
  const { councilId, db } = tx
  const { differences, committeeId, people, today } = act
  const seats = new Map(act.present.committee?.seats.map((seat) => [seat.position, seat.id]))
  const seatAt = (position: number): string => {
    const id = seats.get(position)
    if (id === undefined) throw new Error(`the plan fills seat ${position}, but does not make it`)
    return id
  }
  const groups = await groupIds(tx, differences)
  const entitlement = (seat: PlannedSeat) => ({
    groupId: seat.group === undefined ? null : (groups.get(seat.group) ?? null),
    voting: seat.voting,
  })

  for (const { seat } of ofCode(differences, 'seat-new')) {
    const { position, kind } = seat
    const id = newId()
    seats.set(position, id)
    await db.seat.create({ data: { id, councilId, committeeId, position, kind, ...entitlement(seat) } })
    tx.audit('seat.created', { seat: id, position, kind }, committeeId)
  }
  for (const { to } of ofCode(differences, 'seat-changed')) {
    const id = seatAt(to.position)
    await db.seat.update({ where: { id, councilId }, data: entitlement(to) })
    tx.audit('seat.changed', { seat: id, group: to.group ?? null, voting: to.voting }, committeeId)
  }
  for (const { position, who } of ofCode(differences, 'seat-vacated')) {
    await endOccupancy(tx, seatAt(position), people(who), today)
    tx.audit('seat.vacated', { seat: seatAt(position), person: people(who), from: today }, committeeId)
  }
  for (const { position, who, office } of ofCode(differences, 'seat-filled')) {
    await beginOccupancy(tx, seatAt(position), people(who), office, today)
    tx.audit('seat.filled', { seat: seatAt(position), person: people(who), office, from: today }, committeeId)
  }
  for (const { position, who, from, to } of ofCode(differences, 'office-changed')) {
    await endOccupancy(tx, seatAt(position), people(who), today)
    await beginOccupancy(tx, seatAt(position), people(who), to, today)
    tx.audit(
      'seat.office-changed',
      { seat: seatAt(position), person: people(who), was: from, is: to, from: today },
      committeeId,
    )
  }
}

/** The last day is the day before; who sat since this very day never sat a whole day and leaves no row. */
async function endOccupancy(tx: Tx, seatId: string, personId: string, today: string): Promise<void> {
  const { councilId, db } = tx
  const from = columnOfDate(today)
  const holding: Prisma.SeatOccupancyWhereInput = {
    councilId,
    seatId,
    personId,
    OR: [{ until: null }, { until: { gte: from } }],
  }
  await db.seatOccupancy.deleteMany({ where: { ...holding, since: { gte: from } } })
  const dayBefore = new Date(from.getTime() - 24 * 60 * 60 * 1000)
  await db.seatOccupancy.updateMany({ where: holding, data: { until: dayBefore } })
}

async function beginOccupancy(
  tx: Tx,
  seatId: string,
  personId: string,
  office: SeatOffice,
  today: string,
): Promise<void> {
  const { councilId, db } = tx
  await db.seatOccupancy.create({
    data: { councilId, seatId, personId, office, since: columnOfDate(today) },
  })
}

async function groupIds(tx: Tx, differences: readonly Difference[]): Promise<Map<string, string>> {
  const { councilId, db } = tx
  const named = [
    ...ofCode(differences, 'seat-new').map(({ seat }) => seat.group),
    ...ofCode(differences, 'seat-changed').map(({ to }) => to.group),
  ].filter((name) => name !== undefined)
  const names = [...new Set(named)].sort()
  if (names.length === 0) return new Map()
  await db.politicalGroup.createMany({
    data: names.map((name) => ({ councilId, name })),
    skipDuplicates: true,
  })
  const groups = await db.politicalGroup.findMany({ where: { councilId, name: { in: names } } })
  return new Map(groups.map((group) => [group.name, group.id]))
}

async function applyToDuties(
  tx: Tx,
  differences: readonly Difference[],
  committeeId: string,
  people: IdsOf,
): Promise<void> {
  const { councilId, db } = tx
  for (const { who, duty } of ofCode(differences, 'duty-ended')) {
    await db.committeeRole.deleteMany({ where: { councilId, committeeId, personId: people(who), duty } })
    tx.audit('duty.ended', { person: people(who), duty }, committeeId)
  }
  for (const { who, duty } of ofCode(differences, 'duty-given')) {
    await db.committeeRole.create({ data: { councilId, committeeId, personId: people(who), duty } })
    tx.audit('duty.given', { person: people(who), duty }, committeeId)
  }
}

function ofCode<Code extends Difference['code']>(
  differences: readonly Difference[],
  code: Code,
): readonly Of<Code>[] {
  return differences.filter((difference): difference is Of<Code> => difference.code === code)
}
