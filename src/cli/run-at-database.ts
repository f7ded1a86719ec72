import { pino } from 'pino'
import { readConfig, sayProblems } from '../config.ts'
import { askBot, runningBot } from './ask-bot.ts'
import { deskCommands } from './commands.ts'
import { broughtAlong } from './desk.ts'
import { explained } from './explained.ts'
import { localFile, openGround } from './open-desk.ts'
import { unknownCommand } from './words.en.ts'

interface Output {
  write(text: string): unknown
}

/**
 * A command that needs the database: by the running bot when one holds it, else with the database
 * opened here. Answers the exit code; what went wrong has been said on `err`.
 */
export async function runAtDatabase(
  name: string,
  args: readonly string[],
  out: Output,
  err: Output,
): Promise<number> {
  try {
    return await run(name, args, out, err)
  } catch (error) {
    err.write(`${explained(error)}\n`)
    return 1
  }
}

async function run(name: string, args: readonly string[], out: Output, err: Output): Promise<number> {
  const command = deskCommands.find((one) => one.name === name)
  if (!command) throw new Error(unknownCommand(name, undefined))
  const reading = readConfig(process.env)
  if (!reading.ok) {
    err.write(`${sayProblems(reading.problems)}\n`)
    return 2
  }
  const files = await command.bring(args, localFile)
  const { database } = reading.config
  const bot = database.kind === 'embedded' ? await runningBot(database.folder) : undefined
  if (bot) {
    const answer = await askBot(bot, [name, ...args], files)
    out.write(answer.out)
    err.write(answer.err)
    return answer.code
  }
  const log = pino({ level: 'warn' }, pino.destination(2))
  await using ground = await openGround(reading.config, log)
  return await command.run(args, {
    ...ground,
    file: async (name) => broughtAlong(files, name),
    out: (text) => void out.write(`${text}\n`),
    err: (text) => void err.write(`${text}\n`),
  })
}
