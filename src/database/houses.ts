import type { HouseGround } from './house.ts'
import { type House, openHouse } from './house.ts'

/** Every council's house, opened once and kept. */
export interface Houses {
  /** The house of a council that exists. */
  of(councilId: string): Promise<House>
  /** The house of the council that a Slack workspace belongs to, or `undefined` before it is set up. */
  ofTeam(teamId: string): Promise<House | undefined>
  all(): Promise<readonly House[]>
  /** A Slack workspace belongs to another council from now on. */
  forgetTeam(teamId: string): void
}

export function openHouses(ground: HouseGround): Houses {
  const open = new Map<string, House>()
  const councilOfTeam = new Map<string, string>()

  const houses: Houses = {
    async of(councilId) {
      const known = open.get(councilId)
      if (known) return known
      const council = await ground.prisma.council.findUniqueOrThrow({ where: { id: councilId } })
      const house = openHouse(ground, council)
      open.set(councilId, house)
      return house
    },
    async ofTeam(teamId) {
      const known = councilOfTeam.get(teamId)
      if (known) return houses.of(known)
      const workspace = await ground.prisma.slackWorkspace.findUnique({ where: { teamId } })
      if (!workspace) return undefined
      councilOfTeam.set(teamId, workspace.councilId)
      return houses.of(workspace.councilId)
    },
    forgetTeam: (teamId) => void councilOfTeam.delete(teamId),
    async all() {
      const councils = await ground.prisma.council.findMany({ select: { id: true } })
      return Promise.all(councils.map((council) => houses.of(council.id)))
    },
  }
  return houses
}
