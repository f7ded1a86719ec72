import { auditCommand } from './audit-command.ts'
import { clearDaysAtCouncil } from './clear-days-at-council.ts'
import { codeCommand } from './code-command.ts'
import { committeeCommand } from './committee-command.ts'
import { daysCommand } from './days-command.ts'
import { broughtAlong, type Command, type Desk } from './desk.ts'
import { explained } from './explained.ts'
import { importAttendanceCommand } from './import-attendance-command.ts'
import { importCommand } from './import-command.ts'
import { importProgrammeCommand } from './import-programme-command.ts'
import { importTrackerCommand } from './import-tracker-command.ts'
import { packCommand } from './pack-command.ts'
import { privacyCommand } from './privacy-command.ts'
import { standingItemsCommand } from './standing-items-command.ts'
import { watchCommand } from './watch-command.ts'
import { unknownCommand } from './words.en.ts'

/** The commands that need the database, and so the one process that holds it. */
export const deskCommands: readonly Command[] = [
  packCommand,
  importCommand,
  importAttendanceCommand,
  importTrackerCommand,
  importProgrammeCommand,
  committeeCommand,
  codeCommand,
  privacyCommand,
  standingItemsCommand,
  daysCommand,
  watchCommand,
  auditCommand,
  clearDaysAtCouncil,
]

export interface CommandRun {
  readonly code: number
  readonly out: string
  readonly err: string
}

/**
 * Run a command that the command line has handed to this process, with the files it brought along.
 * For the bot's `POST /_bot/command`.
 */
export async function runHandedCommand(
  args: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
  ground: Pick<Desk, 'ground' | 'slack' | 'houses'>,
): Promise<CommandRun> {
  const out: string[] = []
  const err: string[] = []
  const [name = '', ...rest] = args
  const command = deskCommands.find((one) => one.name === name)
  if (!command) return { code: 2, out: '', err: `${unknownCommand(name, undefined)}\n` }
  const desk: Desk = {
    ...ground,
    file: async (name) => broughtAlong(files, name),
    out: (text) => void out.push(`${text}\n`),
    err: (text) => void err.push(`${text}\n`),
  }
  const code = await command.run(rest, desk).catch((error: unknown) => {
    desk.err(explained(error))
    return 1
  })
  return { code, out: out.join(''), err: err.join('') }
}
