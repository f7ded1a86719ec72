import { auditCommand } from './audit-command.ts'
import { type Command, type Desk, FileMissing } from './desk.ts'
import { importCommand } from './import-command.ts'
import { fileMissing, unknownCommand } from './words.en.ts'

/** The commands that need the database, and so the one process that holds it. */
export const deskCommands: readonly Command[] = [importCommand, auditCommand]

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
  ground: Pick<Desk, 'ground' | 'slack'>,
): Promise<CommandRun> {
  const out: string[] = []
  const err: string[] = []
  const [name = '', ...rest] = args
  const command = deskCommands.find((one) => one.name === name)
  if (!command) return { code: 2, out: '', err: `${unknownCommand(name, undefined)}\n` }
  const code = await command.run(rest, {
    ...ground,
    async file(wanted) {
      const bytes = files.get(wanted)
      if (!bytes) throw new FileMissing(fileMissing(wanted, 'it was not handed along'))
      return bytes
    },
    out: (text) => void out.push(`${text}\n`),
    err: (text) => void err.push(`${text}\n`),
  })
  return { code, out: out.join(''), err: err.join('') }
}
