import { allCouncils, type CouncilFacts } from '../committees/councils.ts'
import { COUNCIL_SCOPE } from '../database/audit.ts'
import { verifyAudit } from '../database/verify-audit.ts'
import { audit as auditFacts } from './command-list.ts'
import type { Command, Desk } from './desk.ts'
import * as say from './words.en.ts'

/** `audit`: recompute every chain of every council. */
export const auditCommand: Command = {
  ...auditFacts,
  bring: async () => new Map(),
  async run(args, desk) {
    const [strange] = args
    if (strange !== undefined) {
      desk.err(say.unknownOption(strange, 'audit'))
      return 2
    }
    const councils = await allCouncils(desk.ground.prisma)
    if (councils.length === 0) desk.out(say.noCouncils)
    let broken = 0
    for (const council of councils) broken += await auditOf(council, desk)
    if (councils.length > 0) desk.out(say.auditSummary(broken))
    return broken === 0 ? 0 : 1
  },
}

async function auditOf({ id: councilId, name }: CouncilFacts, desk: Desk): Promise<number> {
  const { prisma } = desk.ground
  const committees = await prisma.committee.findMany({ where: { councilId } })
  const names = new Map(committees.map((committee) => [committee.id, committee.name]))
  const verdicts = await verifyAudit(prisma, councilId)
  desk.out(name)
  for (const verdict of verdicts) {
    const { scope } = verdict
    desk.out(say.chainVerdict(scope === COUNCIL_SCOPE ? say.council : (names.get(scope) ?? scope), verdict))
  }
  return verdicts.filter(({ broken }) => broken).length
}
