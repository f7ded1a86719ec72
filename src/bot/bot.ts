// The bot, assembled: the same code with real Slack and with the local workspace.
import { randomBytes, randomUUID } from 'node:crypto'
import cron from 'node-cron'
import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import { forgetReasons } from '../apologies/forget-reasons.ts'
import { type Clock, MovableClock, systemClock } from '../calendar/clock.ts'
import { renderers } from '../cards/renderers.ts'
import { runHandedCommand } from '../cli/commands.ts'
import { slackAccess } from '../cli/slack-access.ts'
import type { Config } from '../config.ts'
import { openSiteWatch } from '../connectors/site-watch.ts'
import type { House } from '../database/house.ts'
import { type Houses, openHouses } from '../database/houses.ts'
import { migrate } from '../database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../database/open.ts'
import { keptPrivateKey } from '../database/private-key.ts'
import { privateText } from '../database/private-text.ts'
import { openDelivery, type SendPoint } from '../delivery/delivery.ts'
import { noticeArrivals } from '../delivery/notice-arrivals.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import { senderClient } from '../delivery/sender-client.ts'
import { openReadingDesk } from '../documents/reading-desk.ts'
import { openHomes } from '../home/publish-home.ts'
import { rendersHome } from '../home/render-home.ts'
import { forgetNatures } from '../interests/forget-natures.ts'
import { withoutFileNames } from '../log.ts'
import { packageVersion } from '../package-root.ts'
import { lapseCallIns } from '../programme/settle-call-in.ts'
import { openPackDesk } from '../publications/pack-desk.ts'
import { followTheDay } from '../publications/restricted-follow.ts'
import { countDown } from '../reminders/count-down.ts'
import { escalate } from '../reminders/escalate.ts'
import { remindOfProposals } from '../reminders/overdue-proposals.ts'
import { tellChairs } from '../reminders/quorum-chair.ts'
import { remind } from '../reminders/remind.ts'
import { showBegunOrOver } from '../reminders/show-begun-or-over.ts'
import { tellQuorum } from '../reminders/tell-quorum.ts'
import { sixMonthWarnings } from '../reminders/warn-six-months.ts'
import { loadSample } from '../sample/load-sample.ts'
import { openSlackApp } from '../slack/app.ts'
import { slackTeam } from '../slack/directory.ts'
import { openInbox } from '../slack/inbox.ts'
import { trackMeetings } from '../tracker/track-meeting.ts'
import { commandRoute, workspaceRoutes } from '../web/bot-control.ts'
import { calendarRoute } from '../web/calendar-route.ts'
import { feedRoute } from '../web/feed-route.ts'
import { healthRoute } from '../web/health.ts'
import { openingRoute } from '../web/opening-route.ts'
import { openWebServer, slackRoute } from '../web/server.ts'
import { type Connection, connectionOf } from './connection.ts'
import { homeActs } from './home-acts.ts'
import { registerListeners } from './listeners.ts'
import { joinWorkspace, leaveWorkspace, workspaceClock } from './workspace-link.ts'

export interface Bot {
  /** Address of its own HTTP routes. */
  readonly url: string
  /** Aborted when the data folder was taken over by another process: stop writing and end. */
  readonly lost: AbortSignal | undefined
  /** Ends cleanly: finishes what is on the wire, closes the database. Closing twice is the same as once. */
  close(): Promise<void>
}

export interface BotHooks {
  /** Named points around a send, where tests stop or kill the process. */
  readonly atPoint?: (point: SendPoint, message: OutgoingMessage) => void | Promise<void>
  /** In place of what the settings say: a database that a test has opened and migrated. */
  readonly database?: OpenDatabase
  readonly sample?: boolean
  /** For tests beside others on a busy machine, with a workspace that is as patient. */
  readonly acknowledgeWithinMs?: number
}

/** How many messages may go at once after a quiet time; then SLACK_SENDS_PER_SECOND. */
const SEND_BURST = 10
/** docs.slack.dev/apis/web-api/rate-limits: chat.postMessage, one a second and channel. */
const CHANNEL_PER_SECOND = 1

/**
 * Start the bot: database, HTTP routes, Slack, sending, schedule, in this order, so that nothing is
 * asked of a part that is not there yet.
 *
 * @throws {DatabaseProblem | ListenProblem | DirectoryProblem} with what to do about it
 */
export async function startBot(config: Config, log: Logger, hooks: BotHooks = {}): Promise<Bot> {
  const connection = connectionOf(config.slack)
  const database = hooks.database ?? (await openDatabase(config.database, log))
  const undo: (() => unknown)[] = [() => database.close()]
  const close = closing(undo, log)
  try {
    await migrate(database.raw, log)
    const clock = await clockOf(connection)
    let onMessages = () => {}
    const sealing = privateText(
      config.privateKey.kind === 'given'
        ? config.privateKey.key
        : await keptPrivateKey(config.privateKey.file),
    )
    let { publicUrl } = config
    const houses = openHouses({
      prisma: database.prisma,
      log,
      privateText: sealing,
      publicUrl: () => publicUrl,
      now: () => clock.now(),
      onMessages: () => onMessages(),
    })
    const sender = senderClient({ token: connection.botToken, slackApiUrl: connection.apiUrl, log })
    const clientOf = async () => sender
    const inbox = openInbox({ prisma: database.prisma, houses, log })
    const slack = openSlackApp({ ...connection, acknowledgeWithinMs: hooks.acknowledgeWithinMs }, inbox, log)

    const readingDesk = openReadingDesk({ log: withoutFileNames(log), maxBytes: config.maxPackBytes })
    const desk = openPackDesk({
      readingDesk,
      log,
      clientOf,
      limits: {
        maxBytes: config.maxPackBytes,
        allowPrivate: config.allowPrivateAddresses,
        contact: config.fetchContact,
      },
    })
    undo.push(() => desk.close())
    const siteWatch = openSiteWatch({
      prisma: database.prisma,
      houses,
      desk,
      log,
      limits: { allowPrivate: config.allowPrivateAddresses, contact: config.fetchContact },
      now: () => clock.now(),
    })
    undo.push(() => siteWatch.close())
    const homes = openHomes({
      prisma: database.prisma,
      houses,
      log,
      clientOf,
      render: rendersHome({
        acts: homeActs,
        health: {
          version: packageVersion(),
          database: database.kind,
          isLocal: connection.workspaceUrl !== undefined,
          slackConnected: () => slack.connected(),
          lastTickAt: () => lastTickAt,
        },
      }),
    })
    undo.push(() => homes.close())
    const reception = { ...receptionOf(houses, inbox, log), onHandled: homes.touched }
    registerListeners(slack.app, reception, desk, readingDesk, homes)

    const delivery = { wake: () => {}, waiting: async () => 0 }
    const takeUpLeftBehind = async (all: boolean) => {
      await slack.handleLeftBehind(all)
      for (const house of await houses.all()) await desk.resume(house, all)
    }
    const everyMinute: readonly ((house: House) => Promise<unknown>)[] = [
      countDown,
      tellQuorum,
      sixMonthWarnings(),
      followTheDay,
      forgetReasons,
      forgetNatures,
      lapseCallIns,
      remindOfProposals,
      remind,
      // After `remind`: what went into somebody's own message is noted by then.
      escalate,
      showBegunOrOver,
      trackMeetings,
      // After `remind`: it takes the place of a bundle that the Chair did not need today.
      tellChairs,
    ]
    let lastTickAt: Temporal.Instant | undefined
    const tick = async () => {
      lastTickAt = clock.now()
      const failures: unknown[] = []
      // What fails for one council, or in one step, must not keep the others from what is due.
      for (const house of await houses.all())
        for (const step of everyMinute) await step(house).catch((error: unknown) => failures.push(error))
      delivery.wake()
      siteWatch.wake()
      await homes.tick()
      await takeUpLeftBehind(false)
      if (failures.length > 0) throw new AggregateError(failures, 'steps of a tick failed')
    }
    const token = randomBytes(24).toString('base64url')
    const commandGround = {
      ground: { prisma: database.prisma, now: () => clock.now(), onMessages: () => onMessages() },
      slack: slackAccess(sender, connection.workspaceUrl),
      houses,
    }
    const web = await openWebServer({
      host: config.host,
      port: config.port,
      log,
      routes: [
        healthRoute({
          version: packageVersion(),
          database: () => database.ping(),
          slackConnected: () => slack.connected(),
          failed: (error) => log.warn({ err: error }, 'the health check failed'),
        }),
        commandRoute({ token, run: (args, files) => runHandedCommand(args, files, commandGround) }),
        openingRoute({ houses, privateText: sealing, log }),
        // Before the files of single meetings, which stand above it.
        feedRoute({ houses, privateText: sealing }),
        calendarRoute({ houses, privateText: sealing }),
        ...(slack.requests ? [slackRoute(slack.requests)] : []),
        ...(connection.workspaceUrl === undefined
          ? []
          : workspaceRoutes({
              async onClock(move) {
                if (clock instanceof MovableClock) clock.moveTo(move.offsetMs)
                await tick()
              },
              async idle() {
                const busy = slack.inFlight() + desk.busy() + siteWatch.busy() + homes.busy()
                const waiting = (await delivery.waiting()) + (await inbox.waiting())
                return { idle: busy === 0 && waiting === 0, waiting: busy + waiting }
              },
            })),
      ],
    })
    undo.push(() => web.close())
    await database.lock?.publish({ controlUrl: web.url, token })

    const { workspaceUrl } = connection
    // In the local workspace everybody's browser is on this machine.
    if (workspaceUrl !== undefined) publicUrl ??= web.url
    // Asked first, since it explains a wrong token or a Slack that cannot be reached.
    const team = await slackTeam(sender)
    if (workspaceUrl !== undefined) {
      const offsetMs = await joinWorkspace(workspaceUrl, web.url)
      // Moved between the first look at the clock and joining.
      if (clock instanceof MovableClock) clock.moveTo(offsetMs)
      undo.push(() => leaveWorkspace(workspaceUrl, web.url))
      if (hooks.sample ?? true) await loadSample(commandGround.ground, workspaceUrl, team)
    }

    await slack.start()
    undo.push(() => slack.stop())
    const sending = openDelivery({
      prisma: database.prisma,
      houseOf: (councilId) => houses.of(councilId),
      renderers,
      clientOf,
      now: () => clock.now(),
      log,
      instance: randomUUID(),
      pace: {
        workspacePerSecond: config.sendsPerSecond,
        burst: Math.max(SEND_BURST, config.sendsPerSecond),
        channelPerSecond: CHANNEL_PER_SECOND,
      },
      staleAfterMs: config.sendStaleSeconds * 1000,
      embedded: database.kind === 'embedded',
      onSent: homes.wake,
      ...(hooks.atPoint ? { atPoint: hooks.atPoint } : {}),
    })
    Object.assign(delivery, sending)
    onMessages = () => sending.wake()
    undo.push(() => sending.close())

    let closing = false
    const failed = (error: unknown) => {
      // What was under way when the parts were closed is taken up at the next start.
      if (!closing) log.error({ err: error }, 'a tick failed; the next one comes in a minute')
    }
    const schedule = cron.schedule('* * * * *', () => tick().catch(failed), { noOverlap: true })
    undo.push(() => {
      closing = true
      return schedule.destroy()
    })
    await homes.tick()
    // Beside everything else: a start does not wait for papers to be fetched and read.
    void takeUpLeftBehind(database.kind === 'embedded').catch(failed)

    return { url: web.url, lost: database.lock?.lost, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function clockOf(connection: Connection): Promise<Clock> {
  return connection.workspaceUrl === undefined
    ? systemClock
    : new MovableClock(await workspaceClock(connection.workspaceUrl))
}

function receptionOf(houses: Houses, inbox: ReturnType<typeof openInbox>, log: Logger) {
  return {
    houses,
    inbox,
    log,
    onPressed: ({
      visitor,
      ...pressed
    }: { visitor: { house: Awaited<ReturnType<Houses['of']>> } } & Pressed) =>
      noticeArrivals({ house: visitor.house, ...pressed }),
  }
}

interface Pressed {
  readonly blockIds: readonly string[]
  readonly channel: string
  readonly ts: string
}

/** Undo in the opposite order; one part that does not end well must not keep the others open. */
function closing(undo: (() => unknown)[], log: Logger): () => Promise<void> {
  let ended: Promise<void> | undefined
  return () => {
    ended ??= (async () => {
      for (const step of undo.reverse()) {
        try {
          await step()
        } catch (error) {
          log.warn({ err: error }, 'a part of the bot did not end well')
        }
      }
    })()
    return ended
  }
}
