import { type Environment, Reading } from '../config/reading.ts'
import { settings } from '../config/settings.ts'
import { sayProblems } from '../config.ts'
import type { SettledLimits } from '../documents/command/read-command.ts'

/** How far addresses are followed, by the bot's own settings; what else the bot needs may be missing. */
export function fetchLimits(env: Environment): SettledLimits {
  const reading = new Reading(env)
  const limits = {
    maxBytes: reading.take(settings.maxPackMegabytes) * 1024 * 1024,
    allowPrivate: reading.take(settings.allowPrivateAddresses) === 'yes',
    contact: reading.take(settings.fetchContact),
  }
  return reading.problems.length === 0
    ? { ok: true, limits }
    : { ok: false, said: sayProblems(reading.problems) }
}
