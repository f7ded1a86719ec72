import { readCommitteeFile } from '../committees/committee-file.ts'
import { findInSlack, importCommittee, OPERATOR, previewImport } from '../committees/import-committee.ts'
import { importRefused, planList } from '../committees/words.en.ts'
import { importCommittee as importCommitteeFacts } from './command-list.ts'
import type { Command } from './desk.ts'
import { followImport } from './follow-import.ts'
import { councilInTheWay, makeWay } from './make-way.ts'
import { importUsage, makesWay, unknownOption } from './words.en.ts'

/** `import-committee FILE.csv [--apply]`: what would change, or the change. */
export const importCommand: Command = {
  ...importCommitteeFacts,
  async bring(args, file) {
    return new Map(await Promise.all(filesIn(args).map(async (name) => [name, await file(name)] as const)))
  },
  async run(args, desk) {
    const files = filesIn(args)
    const strange = args.find((arg) => arg.startsWith('--') && arg !== '--apply')
    const [name] = files
    if (strange !== undefined || name === undefined || files.length > 1) {
      if (strange !== undefined) desk.err(unknownOption(strange, 'import-committee'))
      desk.err(importUsage())
      return 2
    }
    const apply = args.includes('--apply')
    const read = readCommitteeFile(await desk.file(name))
    if (!read.ok) {
      desk.err(importRefused(read.refusal))
      return 1
    }
    const file = read.value
    const slack = await findInSlack(desk.slack.directoryFor(file, apply), file)
    const team = await desk.slack.team()
    const { council, nation } = file
    const inTheWay =
      desk.slack.isTrial && team ? await councilInTheWay(desk, { name: council, team }) : undefined
    if (inTheWay !== undefined) desk.out(makesWay(inTheWay, council))
    if (inTheWay !== undefined && apply && team) await makeWay(desk, { name: council, nation, team })
    // A dry run asks nothing of the workspace that the council in the way still has.
    const request = { file, slack, team: inTheWay !== undefined && !apply ? undefined : team, by: OPERATOR }
    const outcome = await (apply
      ? importCommittee(desk.ground, request, followImport)
      : previewImport(desk.ground, request))
    if (!outcome.ok) {
      desk.err(importRefused(outcome.refusal))
      return 1
    }
    desk.out(planList(outcome.value, apply))
    return 0
  },
}

function filesIn(args: readonly string[]): readonly string[] {
  return args.filter((arg) => !arg.startsWith('--'))
}
