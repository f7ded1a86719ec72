import { z } from 'zod'
import type { CouncilRows } from '../committees/people.ts'
import { BARS, type CouncilCode, codeOf, KIND_IDS } from './kind-rules.ts'

const ownKind = z.union([
  z.string().min(1),
  z.literal(false),
  z.strictObject({
    name: z.string().min(1).optional(),
    bars: z.enum(BARS).optional(),
    notifies: z.boolean().optional(),
  }),
])

/** `Council.interestNames`: what the council's own code of conduct says of a kind, by Scrutineer's name of it. */
export const ownKinds = z.partialRecord(z.enum(KIND_IDS), ownKind)

/** The code of conduct by which this council's members declare. */
export async function councilCode({ councilId, db }: CouncilRows): Promise<CouncilCode> {
  const council = await db.council.findUniqueOrThrow({ where: { id: councilId } })
  return codeOf({
    nation: council.nation,
    own: ownKinds.parse(council.interestNames),
    leavesRoom: council.interestLeavesRoom,
    asksForWhip: council.asksForWhip ?? undefined,
  })
}
