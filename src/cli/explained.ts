import { DatabaseProblem, sayingOf } from '../database/problems.ts'
import { DirectoryProblem } from '../slack/directory.ts'
import { BotProblem } from './ask-bot.ts'
import { FileMissing } from './desk.ts'

/** What is foreseen is said plainly; anything else keeps its stack for whoever reports it. */
export function explained(error: unknown): string {
  if (error instanceof DatabaseProblem) return `${error.message}\n${error.mend}`
  if (error instanceof BotProblem || error instanceof FileMissing || error instanceof DirectoryProblem)
    return error.message
  return error instanceof Error && error.stack !== undefined ? error.stack : sayingOf(error)
}
