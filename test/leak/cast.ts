// The people and channels of one run, and what must never reach most of them.
import { v7 as newId } from 'uuid'
import { columnOfDate } from '../../src/calendar/civil.ts'
import type { WorkspaceSeed } from '../../src/workspace/workspace.ts'
import type { TestDatabase } from '../support/databases.ts'
import type { Chance } from './chance.ts'

export const COUNCIL = 'Leak Test Council'
export const TEAM = 'T0LEAK'

export type Part = 'clerk' | 'member' | 'leaver' | 'joiner' | 'coOptee' | 'substitute' | 'officer'

export interface Somebody {
  readonly id: string
  readonly part: Part
  readonly name: string
  readonly email: string
  /** The account that they have now. */
  slackUserId: string
}

export interface Cast {
  readonly seed: number
  readonly committeeId: string
  readonly committee: string
  readonly channel: { readonly id: string; readonly kind: 'public' | 'private' | 'with guests' | 'shared' }
  readonly clerksChannel: string
  readonly people: Readonly<Record<Part, Somebody>>
  /** In the channel, but unknown to the council. */
  readonly strangers: readonly string[]
  /** ISO civil date of its meeting. */
  readonly date: string
}

const PARTS: readonly Part[] = ['clerk', 'member', 'leaver', 'joiner', 'coOptee', 'substitute', 'officer']
const KINDS = ['public', 'private', 'with guests', 'shared'] as const

export function castOf(seed: number, chance: Chance): Cast {
  const mark = String(seed).padStart(6, '0')
  const people = Object.fromEntries(
    PARTS.map((part, place) => [
      part,
      {
        id: newId(),
        part,
        name: `${part[0]?.toUpperCase()}${part.slice(1)} Run${mark}`,
        email: `${part.toLowerCase()}.${mark}@leak.example`,
        slackUserId: `U${mark}P${place}`,
      },
    ]),
  ) as Record<Part, Somebody>
  const kind = chance.of(KINDS)
  return {
    seed,
    committeeId: newId(),
    committee: `Run ${mark} Scrutiny Committee`,
    channel: { id: `C${mark}PUB`, kind },
    clerksChannel: `C${mark}CLK`,
    people,
    strangers: kind === 'with guests' || kind === 'shared' ? [`U${mark}S0`] : [],
    // A day of its own keeps `/pack` forms apart for whoever reads a failure; any day after the run will do.
    date: `2027-02-${String(1 + (seed % 26)).padStart(2, '0')}`,
  }
}

/** Everybody in "Slack", and a channel of each kind. */
export function workspaceOf(casts: readonly Cast[]): WorkspaceSeed {
  return {
    team: { id: TEAM, name: COUNCIL, domain: 'leak' },
    people: casts.flatMap((cast) => [
      ...Object.values(cast.people).map((one) => ({
        id: one.slackUserId,
        name: one.slackUserId.toLowerCase(),
        realName: one.name,
        email: one.email,
      })),
      ...cast.strangers.map((id) => ({
        id,
        name: id.toLowerCase(),
        realName: `Stranger of ${cast.committee}`,
        isGuest: cast.channel.kind === 'with guests',
      })),
    ]),
    channels: casts.flatMap((cast) => {
      const { clerk, ...others } = cast.people
      const inside = Object.values(others).map((one) => one.slackUserId)
      return [
        {
          id: cast.channel.id,
          name: cast.channel.id.toLowerCase(),
          private: cast.channel.kind !== 'public',
          members: [clerk.slackUserId, ...inside, ...cast.strangers],
        },
        {
          id: cast.clerksChannel,
          name: cast.clerksChannel.toLowerCase(),
          private: true,
          members: [clerk.slackUserId],
        },
      ]
    }),
  }
}

/** The council's rows before anything happens: a member, one who may leave, and one who may join. */
export async function seat(database: TestDatabase, casts: readonly Cast[]): Promise<string> {
  const { prisma } = database
  const councilId = newId()
  await prisma.council.create({ data: { id: councilId, name: COUNCIL, nation: 'england' } })
  await prisma.slackWorkspace.create({ data: { councilId, teamId: TEAM, teamName: COUNCIL } })
  await prisma.person.createMany({
    data: casts.flatMap((cast) =>
      Object.values(cast.people).map(({ id, name, email, slackUserId }) => ({
        councilId,
        id,
        name,
        email,
        slackUserId,
      })),
    ),
  })
  await prisma.committee.createMany({
    data: casts.map((cast) => ({
      councilId,
      id: cast.committeeId,
      name: cast.committee,
      channelId: cast.channel.id,
      clerksChannelId: cast.clerksChannel,
      quorum: 2,
    })),
  })
  const seats = casts.flatMap((cast) =>
    (['member', 'leaver', 'coOptee', 'substitute'] as const).map((part, place) => ({
      councilId,
      id: newId(),
      committeeId: cast.committeeId,
      position: place + 1,
      kind: part === 'coOptee' || part === 'substitute' ? part : ('member' as const),
      voting: part === 'coOptee' ? ('never' as const) : ('always' as const),
      person: cast.people[part].id,
    })),
  )
  await prisma.seat.createMany({ data: seats.map(({ person: _, ...it }) => it) })
  await prisma.seatOccupancy.createMany({
    data: seats.map(({ id, person }) => ({
      councilId,
      seatId: id,
      personId: person,
      since: columnOfDate('2026-05-01'),
    })),
  })
  await prisma.committeeRole.createMany({
    data: casts.flatMap(({ committeeId, people }) => [
      { councilId, committeeId, personId: people.clerk.id, duty: 'clerk' as const },
      { councilId, committeeId, personId: people.officer.id, duty: 'officer' as const },
    ]),
  })
  return councilId
}
