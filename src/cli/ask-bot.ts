import { type ControlAddress, whoHolds } from '../database/folder-lock.ts'
import { type CommandAnswer, commandAnswer } from '../web/bot-control.ts'
import { botGone, botRefused } from './words.en.ts'

/** The running bot holds the database but cannot be asked: the message says what to do. */
export class BotProblem extends Error {
  override readonly name = 'BotProblem'
}

/** An import may wait for Slack's rate limits. */
const PATIENCE_MS = 10 * 60_000

/** Where the bot that holds this data folder can be asked, or `undefined` when none lives that can be. */
export async function runningBot(folder: string): Promise<ControlAddress | undefined> {
  const holder = await whoHolds(folder)
  return holder?.life === 'dead' ? undefined : holder?.owner.control
}

/** Have the running bot run a command. @throws {BotProblem} when it does not answer or refuses. */
export async function askBot(
  { controlUrl, token }: ControlAddress,
  args: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
): Promise<CommandAnswer> {
  const encoded = [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])
  const response = await post(controlUrl, token, { args, files: Object.fromEntries(encoded) })
  const said = await response.text()
  if (!response.ok) throw new BotProblem(botRefused(response.status, said))
  return commandAnswer.parse(JSON.parse(said))
}

async function post(controlUrl: string, token: string, body: object): Promise<Response> {
  try {
    return await fetch(new URL('/_bot/command', controlUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new BotProblem(botGone(controlUrl, why), { cause: error })
  }
}
