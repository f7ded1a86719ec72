// The bot's process.
import { runBot } from './bot/process.ts'
import { printProblems, readConfig } from './config.ts'

const reading = readConfig(process.env)
if (reading.ok) await runBot(reading.config)
else {
  printProblems(reading.problems)
  process.exitCode = 1
}
