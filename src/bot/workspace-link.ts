// How the bot finds the local workspace beside it: its clock, and where the bot can be reached.
import { z } from 'zod'

const clock = z.looseObject({ offsetMs: z.number() })
const PATIENCE_MS = 10_000

/** How far the workspace's clock is from the real one, in milliseconds. */
export async function workspaceClock(origin: string): Promise<number> {
  const response = await fetch(new URL('/_local/clock', origin), { signal: AbortSignal.timeout(PATIENCE_MS) })
  return clock.parse(await response.json()).offsetMs
}

/**
 * Tell the workspace where this bot listens, so that it moves the bot's clock with its own.
 *
 * @returns how far the workspace's clock is from the real one, in milliseconds
 */
export async function joinWorkspace(origin: string, botUrl: string): Promise<number> {
  return clock.parse(await tell(origin, { url: botUrl })).offsetMs
}

export async function leaveWorkspace(origin: string, botUrl: string): Promise<void> {
  await tell(origin, { url: botUrl, leave: true })
}

async function tell(origin: string, body: object): Promise<unknown> {
  const response = await fetch(new URL('/_local/bot', origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (!response.ok)
    throw new Error(`The local workspace does not take this bot: ${response.status} ${await response.text()}`)
  return response.json()
}
