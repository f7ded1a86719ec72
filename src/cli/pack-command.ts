import { resolve } from 'node:path'
import { readPaper } from '../documents/read-paper.ts'
import { handOverPack } from '../publications/give-pack.ts'
import { readingResult, resultOf } from '../publications/record-reading.ts'
import { pack as packFacts } from './command-list.ts'
import type { Command } from './desk.ts'
import { clerkByEmail } from './find-clerk.ts'
import { packHandedOver, packUsage, unknownClerk, unknownOption } from './words.en.ts'

const READING = 'reading.json'

/**
 * `pack FILE --clerk E-MAIL`: a pack too large for Slack, read here and handed to its clerk, who checks
 * and publishes it in Slack as any other. The file is read by the process that was called; the bot gets
 * what it says.
 */
export const packCommand: Command = {
  ...packFacts,
  async bring(args, file) {
    const asked = argumentsOf(args)
    if (!asked) return new Map()
    const path = resolve(asked.file)
    const paper = { name: path.split(/[\\/]/).at(-1) ?? path, bytes: await file(path) }
    return new Map([[READING, Buffer.from(JSON.stringify(resultOf(paper, await readPaper(paper))))]])
  },
  async run(args, desk) {
    const asked = argumentsOf(args)
    if (!asked) {
      const strange = args.find((arg) => arg.startsWith('--') && arg !== '--clerk')
      if (strange !== undefined) desk.err(unknownOption(strange, packFacts.name))
      desk.err(packUsage())
      return 2
    }
    const clerk = await clerkByEmail(desk, asked.clerk)
    if (!clerk) {
      desk.err(unknownClerk(asked.clerk))
      return 1
    }
    const result = readingResult.parse(JSON.parse(Buffer.from(await desk.file(READING)).toString('utf8')))
    const given = await handOverPack(clerk.house, { by: clerk.personId, result })
    if (!given.ok) {
      desk.err(unknownClerk(asked.clerk))
      return 1
    }
    desk.out(packHandedOver(result.name, clerk.name, result.ok ? undefined : result.problem))
    return 0
  },
}

function argumentsOf(args: readonly string[]): { file: string; clerk: string } | undefined {
  const at = args.indexOf('--clerk')
  const clerk = at < 0 ? undefined : args[at + 1]
  const rest = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  const [file] = rest
  if (clerk === undefined || file === undefined || rest.length > 1 || file.startsWith('--')) return undefined
  return { file, clerk }
}
