import { readFile } from 'node:fs/promises'
import type { Logger } from 'pino'
import { systemClock } from '../calendar/clock.ts'
import type { DatabasePlace, PrivateKeyPlace, SlackSettings } from '../config.ts'
import { openHouses } from '../database/houses.ts'
import { migrate } from '../database/migrate.ts'
import { type DatabaseSettings, openDatabase } from '../database/open.ts'
import { keptPrivateKey } from '../database/private-key.ts'
import { privateText } from '../database/private-text.ts'
import { sayingOf } from '../database/problems.ts'
import { senderClient } from '../delivery/sender-client.ts'
import { type Desk, FileMissing, type SlackAccess, withoutSlack } from './desk.ts'
import { slackAccess } from './slack-access.ts'
import { fileMissing } from './words.en.ts'

/** The ground for commands when no bot runs: the database opened here, and a Slack client of its own. */
export async function openGround(
  settings: {
    readonly database: DatabasePlace
    readonly slack: SlackSettings
    readonly privateKey: PrivateKeyPlace
  },
  log: Logger,
): Promise<Pick<Desk, 'ground' | 'slack' | 'houses'> & AsyncDisposable> {
  const { privateKey } = settings
  const key = privateKey.kind === 'given' ? privateKey.key : await keptPrivateKey(privateKey.file)
  const database = await openDatabase(placeOf(settings.database), log)
  try {
    await migrate(database.raw, log)
  } catch (error) {
    await database.close()
    throw error
  }
  // What a command wants sent, the bot sends when it next runs.
  const ground = { prisma: database.prisma, now: () => systemClock.now(), onMessages: () => undefined }
  return {
    ground,
    houses: openHouses({ ...ground, log, privateText: privateText(key) }),
    slack: slackOf(settings.slack, log),
    [Symbol.asyncDispose]: () => database.close(),
  }
}

/** A file of this machine. @throws {FileMissing} */
export async function localFile(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name)
  } catch (error) {
    throw new FileMissing(fileMissing(name, sayingOf(error)), { cause: error })
  }
}

/** The local workspace runs only beside its bot; without one, Slack is not there to be asked. */
function slackOf(slack: SlackSettings, log: Logger): SlackAccess {
  if (slack.kind === 'local') return withoutSlack
  return slackAccess(senderClient({ token: slack.botToken, slackApiUrl: slack.apiUrl, log }))
}

function placeOf(place: DatabasePlace): DatabaseSettings {
  return place.kind === 'server'
    ? { kind: 'server', url: place.url }
    : { kind: 'embedded', folder: place.folder }
}
