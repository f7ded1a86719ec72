// The operator's command line: npm run -s cli -- COMMAND …

import { pino } from 'pino'
import { askBot, BotProblem, runningBot } from './cli/ask-bot.ts'
import { deskCommands } from './cli/commands.ts'
import { type Command, FileMissing } from './cli/desk.ts'
import { localFile, openGround } from './cli/open-desk.ts'
import { unknownCommand, usage } from './cli/words.en.ts'
import { readConfig, sayProblems } from './config.ts'
import { DatabaseProblem, sayingOf } from './database/problems.ts'
import { nearest } from './nearest.ts'
import { DirectoryProblem } from './slack/directory.ts'

const standalone = [{ name: 'help', takes: '', does: 'this list' }]

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  const all = [...deskCommands, ...standalone]
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    print(usage(all))
    return name === undefined ? 2 : 0
  }
  const command = deskCommands.find((one) => one.name === name)
  if (!command) {
    complain(
      `${unknownCommand(
        name,
        nearest(
          name,
          all.map((one) => one.name),
        ),
      )}\n\n${usage(all)}`,
    )
    return 2
  }
  if (rest.includes('--help')) {
    print(usage([command]))
    return 0
  }
  try {
    return await runAtDatabase(command, rest)
  } catch (error) {
    complain(explained(error))
    return 1
  }
}

/** By the running bot when one holds the database, else with the database opened here. */
async function runAtDatabase(command: Command, args: readonly string[]): Promise<number> {
  const reading = readConfig(process.env)
  if (!reading.ok) {
    complain(sayProblems(reading.problems))
    return 2
  }
  // Before anything is opened or asked: a mistyped name is answered at once.
  const files = new Map<string, Uint8Array>()
  for (const name of command.filesIn(args)) files.set(name, await localFile(name))
  const { database } = reading.config
  const bot = database.kind === 'embedded' ? await runningBot(database.folder) : undefined
  if (bot) {
    const answer = await askBot(bot, [command.name, ...args], files)
    process.stdout.write(answer.out)
    process.stderr.write(answer.err)
    return answer.code
  }
  const log = pino({ level: 'warn' }, pino.destination(2))
  await using ground = await openGround(reading.config, log)
  const file = async (name: string) => files.get(name) ?? localFile(name)
  return await command.run(args, { ...ground, file, out: print, err: complain })
}

/** What is foreseen is said plainly; anything else keeps its stack for whoever reports it. */
function explained(error: unknown): string {
  if (error instanceof DatabaseProblem) return `${error.message}\n${error.mend}`
  if (error instanceof BotProblem || error instanceof FileMissing || error instanceof DirectoryProblem)
    return error.message
  return error instanceof Error && error.stack !== undefined ? error.stack : sayingOf(error)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`)
}
