// The reference: the same Bolt app, with one listener that only acknowledges. Plain JavaScript over the
// compiled assembly, so that its start is not slowed by a loader.
import pino from 'pino'
import { openSlackApp } from '../../dist/slack/app.js'

const log = pino({ level: 'warn' })
const inbox = {
  receive: async () => ({ fresh: true }),
  finished: async () => {},
  failed: async () => {},
  claimLeftBehind: async () => [],
  waiting: async () => 0,
}
const slack = openSlackApp(
  {
    apiUrl: new URL('/api/', process.env.SCRUTINEER_WORKSPACE_URL).href,
    botToken: process.env.SLACK_BOT_TOKEN,
    transport: { kind: 'socket', appToken: process.env.SLACK_APP_TOKEN },
  },
  inbox,
  log,
)
slack.app.command('/apologies', async ({ ack }) => ack())
await slack.start()
process.send?.({ bot: 'empty' })
process.once('SIGTERM', () => process.exit(0))
process.once('disconnect', () => process.exit(0))
