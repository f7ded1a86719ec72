import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { columnOfDate } from '../../src/calendar/civil.ts'
import type { House, HouseGround } from '../../src/database/house.ts'
import { type Houses, openHouses } from '../../src/database/houses.ts'
import { privateText } from '../../src/database/private-text.ts'
import { transact } from '../../src/database/transact.ts'
import type { TestDatabase } from './databases.ts'
import { type HandClock, handClock } from './hand-clock.ts'
import { recordingLog } from './recording-log.ts'

export interface InventedPerson {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly slackUserId: string | undefined
}

export interface InventedCommittee {
  readonly id: string
  readonly name: string
  readonly channelId: string
  readonly clerksChannelId: string
}

/** A council of our own invention, in a database that it shares with others. */
export interface InventedCouncil {
  readonly id: string
  readonly teamId: string
  readonly house: House
  readonly houses: Houses
  readonly ground: HouseGround
  readonly clock: HandClock
  readonly committee: InventedCommittee
  /** The eleven seats by position: chair, vice chair, eight members, the co-optee without Slack. */
  readonly members: readonly InventedPerson[]
  readonly chair: InventedPerson
  readonly member: InventedPerson
  readonly anotherMember: InventedPerson
  readonly coOptee: InventedPerson
  readonly substitutes: readonly [InventedPerson, InventedPerson]
  readonly clerk: InventedPerson
  readonly otherClerk: InventedPerson
  /** On Slack and in the council, but on no committee. */
  readonly outsider: InventedPerson
  /** A second committee, with a clerk and a member of its own. */
  readonly second: {
    readonly committee: InventedCommittee
    readonly clerk: InventedPerson
    readonly member: InventedPerson
  }
  /** What was logged. */
  readonly logged: readonly Record<string, unknown>[]
  /** How often a commit asked for messages to be sent. */
  readonly wakeUps: () => number
  /** A meeting of the committee that is planned already: at 10 for two hours. */
  meeting(date?: string, committeeId?: string): Promise<string>
}

/** Wednesday 6 September 2017, 9 am British Summer Time: a fortnight before the founding papers' meeting. */
export const BEGINNING = '2017-09-06T08:00:00Z'
export const MEETING_DAY = '2017-09-20'

const MEMBERS = [
  'Ottilie Brandreth',
  'Hamish Ferncastle',
  'Priya Ravensworth',
  'Callum Stoneleigh',
  'Nerys Applegarth',
  'Yusuf Thistlewood',
  'Bronwen Castlemaine',
  'Desmond Quarrington',
  'Agnieszka Fellbrook',
  'Rory Winterbourne',
  'Winifred Oakapple',
] as const
const OTHERS = ['Sunil Larkrise', 'Greta Mossop', 'Ines Penhaligon', 'Tobias Wraxall', 'Zadie Norcross']

/** Who is in it: names, offices and numbers are the same in each council, ids and Slack accounts are not. */
export async function inventCouncil(database: TestDatabase): Promise<InventedCouncil> {
  const { prisma } = database
  const id = newId()
  const mark = id.replaceAll('-', '').slice(-8).toUpperCase()
  const teamId = `T${mark}`
  await prisma.council.create({ data: { id, name: `Underfell Council ${mark}`, nation: 'england' } })
  await prisma.slackWorkspace.create({ data: { councilId: id, teamId, teamName: 'Underfell' } })

  const person = (name: string, title: string, inSlack = true): InventedPerson => ({
    id: newId(),
    name,
    title,
    slackUserId: inSlack ? `U${initials(name)}${mark}` : undefined,
  })
  const members = MEMBERS.map((name, place) =>
    place === MEMBERS.length - 1 ? person(name, 'Mrs', false) : person(name, 'Councillor'),
  )
  const [firstSubstitute, secondSubstitute, clerk, otherClerk, outsider] = OTHERS.map((name) =>
    person(name, 'Ms'),
  ) as [InventedPerson, InventedPerson, InventedPerson, InventedPerson, InventedPerson]
  const second = {
    committee: committeeOf('Places and Growth Scrutiny Committee', `P${mark}`),
    clerk: person('Elspeth Harbottle', 'Ms'),
    member: person('Jerome Catterall', 'Councillor'),
  }
  const committee = committeeOf('Wellbeing & Care Scrutiny Committee', `W${mark}`)
  const substitutes = [firstSubstitute, secondSubstitute] as const
  const people = [...members, ...substitutes, clerk, otherClerk, outsider, second.clerk, second.member]
  await prisma.person.createMany({
    data: people.map(({ slackUserId, ...it }) => ({
      ...it,
      councilId: id,
      slackUserId: slackUserId ?? null,
    })),
  })
  await prisma.committee.createMany({
    data: [committee, second.committee].map((it) => ({ ...it, councilId: id, quorum: 4 })),
  })
  const seated = [...members, ...substitutes].map((it, place) => ({
    person: it,
    committeeId: committee.id,
    position: place + 1,
    kind: place < 10 ? ('member' as const) : place === 10 ? ('coOptee' as const) : ('substitute' as const),
    office: place === 0 ? ('chair' as const) : place === 1 ? ('viceChair' as const) : ('none' as const),
  }))
  const seats = [
    ...seated,
    {
      person: second.member,
      committeeId: second.committee.id,
      position: 1,
      kind: 'member' as const,
      office: 'chair' as const,
    },
  ].map((seat) => ({ ...seat, id: newId() }))
  await prisma.seat.createMany({
    data: seats.map(({ id: seatId, committeeId, position, kind }) => ({
      id: seatId,
      councilId: id,
      committeeId,
      position,
      kind,
      voting: kind === 'coOptee' ? 'never' : 'always',
    })),
  })
  await prisma.seatOccupancy.createMany({
    data: seats.map((seat) => ({
      councilId: id,
      seatId: seat.id,
      personId: seat.person.id,
      office: seat.office,
      since: columnOfDate('2017-05-01'),
    })),
  })
  await prisma.committeeRole.createMany({
    data: [
      { personId: clerk.id, committeeId: committee.id },
      { personId: otherClerk.id, committeeId: committee.id },
      { personId: second.clerk.id, committeeId: second.committee.id },
    ].map((role) => ({ ...role, councilId: id, duty: 'clerk' as const })),
  })

  const clock = handClock(BEGINNING)
  const logged: Record<string, unknown>[] = []
  let wakeUps = 0
  const ground: HouseGround = {
    prisma,
    log: recordingLog(logged),
    privateText: privateText(randomBytes(32)),
    now: clock.now,
    onMessages: () => {
      wakeUps += 1
    },
  }
  const houses = openHouses(ground)
  const [chair, , member, anotherMember] = members as [
    InventedPerson,
    InventedPerson,
    InventedPerson,
    InventedPerson,
  ]
  return {
    id,
    teamId,
    house: await houses.of(id),
    houses,
    ground,
    clock,
    committee,
    members,
    chair,
    member,
    anotherMember,
    coOptee: members.at(-1) ?? member,
    substitutes,
    clerk,
    otherClerk,
    outsider,
    second,
    logged,
    wakeUps: () => wakeUps,
    meeting: (date = MEETING_DAY, committeeId = committee.id) =>
      plannedMeeting(prisma, { councilId: id, committeeId, date }),
  }
}

/** Two councils side by side in one database, for what one must never see of the other (law 10). */
export async function inventTwoCouncils(database: TestDatabase) {
  return { ours: await inventCouncil(database), theirs: await inventCouncil(database) }
}

/** The ground of one transaction, for tests below the house. */
export function transactionsOf({ ground, id }: Pick<InventedCouncil, 'ground' | 'id'>) {
  const transaction = {
    prisma: ground.prisma,
    councilId: id,
    now: () => ground.now(),
    onMessages: () => ground.onMessages(),
  }
  return <T>(work: Parameters<typeof transact<T>>[2], by = 'operator') => transact(transaction, by, work)
}

function committeeOf(name: string, mark: string): InventedCommittee {
  return { id: newId(), name, channelId: `C${mark}`, clerksChannelId: `G${mark}` }
}

function initials(name: string): string {
  return name.replaceAll(/[^A-Z]/g, '') + name.length
}

export async function plannedMeeting(
  prisma: TestDatabase['prisma'],
  of: { councilId: string; committeeId: string; date: string },
): Promise<string> {
  const meeting = await prisma.meeting.create({
    data: {
      ...of,
      date: columnOfDate(of.date),
      startTime: '10:00',
      // 10 am British Summer Time, for two hours.
      startsAt: new Date(`${of.date}T09:00:00Z`),
      endsAt: new Date(`${of.date}T11:00:00Z`),
      venue: 'Committee Room 2',
    },
  })
  return meeting.id
}
