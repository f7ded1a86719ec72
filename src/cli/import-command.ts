import { readCommitteeFile } from '../committees/committee-file.ts'
import { findInSlack, importCommittee, OPERATOR, previewImport } from '../committees/import-committee.ts'
import { importRefused, planList } from '../committees/words.en.ts'
import { importCommittee as importCommitteeFacts } from './command-list.ts'
import type { Command } from './desk.ts'
import { importUsage, unknownOption } from './words.en.ts'

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
    const request = { file, slack, team: await desk.slack.team(), by: OPERATOR }
    const outcome = await (apply ? importCommittee : previewImport)(desk.ground, request)
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
