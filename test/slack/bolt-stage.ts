import { App, type Receiver } from '@slack/bolt'
import { expect } from 'vitest'
import { boltLogger } from '../../src/slack/bolt-logger.ts'
import { openInbox } from '../../src/slack/inbox.ts'
import type { Reception } from '../../src/slack/listen.ts'
import type { InventedCouncil, InventedPerson } from '../support/council.ts'
import { recordingLog } from '../support/recording-log.ts'
import { textsOf } from '../support/shown.ts'

/** A call that the bot made: a Web API method, or an answer at a response_url. */
export interface Call {
  readonly method: string
  readonly sent: Readonly<Record<string, unknown>>
}

const RESPONSE_URL = 'https://hooks.slack.test/actions/1'

/** The real Bolt app with our wrappers, and Slack as a fetch: requests go in by `processEvent`. */
export async function boltStage(
  council: InventedCouncil,
  register: (app: App, reception: Reception) => void,
  by: InventedPerson | { readonly slackUserId: string } = council.member,
) {
  const logged: Record<string, unknown>[] = []
  const calls: Call[] = []
  const failing = new Map<string, string>()
  const pressed: unknown[] = []
  const log = recordingLog(logged)
  const inbox = openInbox({ prisma: council.ground.prisma, houses: council.houses, log })
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { method, sent } = callOf(String(input), String(init?.body))
    calls.push({ method, sent })
    const error = failing.get(method)
    if (error !== undefined)
      return Response.json({ ok: false, error }, { status: method === 'respond' ? 404 : 200 })
    return Response.json({ ok: true, ts: '1.0', channel: 'D1' })
  }
  const app = new App({
    receiver: nothingToReceive,
    authorize: async () => ({ botToken: 'xoxb-test', botId: 'B0BOT', botUserId: 'U0BOT' }),
    clientOptions: { fetch, slackApiUrl: 'https://slack.test/api/', retryConfig: { retries: 0 } },
    logger: boltLogger(log),
    convoStore: false,
    deferInitialization: true,
  })
  app.error(async (error) => log.error({ err: error }, 'Bolt'))
  const onPressed: Reception['onPressed'] = async (it) => void pressed.push(it)
  register(app, { houses: council.houses, inbox, log, onPressed })
  await app.init()

  const user = { id: by.slackUserId, name: 'somebody', team_id: council.teamId }
  const common = {
    token: 't',
    team: { id: council.teamId, domain: 'underfell' },
    user,
    trigger_id: '1.2',
    api_app_id: 'A1',
  }
  /** Deliver a request; what it was acknowledged with, in order with the calls. */
  async function deliver(body: Record<string, unknown>): Promise<unknown[]> {
    const acks: unknown[] = []
    await app.processEvent({
      body,
      ack: async (answer) => {
        acks.push(answer)
        calls.push({ method: 'ack', sent: {} })
      },
    })
    return acks
  }
  return {
    calls,
    logged,
    inbox,
    pressed,
    /** The next calls of this method are refused by Slack. */
    refuse: (method: string, error: string) => void failing.set(method, error),
    methods: () => calls.map((call) => call.method),
    /** Everything that a person was told, in words. */
    told: () => calls.flatMap((call) => textsOf(call.sent)).join('\n'),
    command: (text = '') =>
      deliver({
        command: '/test',
        text,
        team_id: council.teamId,
        user_id: by.slackUserId,
        channel_id: 'C1',
        response_url: RESPONSE_URL,
        trigger_id: '1.2',
      }),
    press: (value: string, place: Record<string, unknown> = inMessage) =>
      deliver({
        ...common,
        type: 'block_actions',
        actions: [{ type: 'button', action_id: 'test.press', block_id: 'b', value, action_ts: '1.0' }],
        ...place,
      }),
    submit: (values: Record<string, unknown>, metadata = '', form = 'test.form') =>
      deliver({
        ...common,
        type: 'view_submission',
        view: {
          id: 'V1',
          type: 'modal',
          callback_id: form,
          private_metadata: metadata,
          hash: 'h',
          state: { values },
        },
        response_urls: [],
      }),
    /** As `slack/app.ts` does it: stored first, then handled, then finished. */
    async event(eventId = 'Ev1') {
      const body = {
        type: 'event_callback' as const,
        team_id: council.teamId,
        event_id: eventId,
        event: {
          type: 'message',
          channel: 'D1',
          channel_type: 'im',
          user: by.slackUserId ?? '',
          ts: '1.0',
        },
      }
      const { fresh } = await inbox.receive(body)
      if (fresh) await deliver(body)
      if (fresh) await inbox.finished(body)
      return body
    },
    deliver,
  }
}

const inMessage = {
  response_url: RESPONSE_URL,
  channel: { id: 'D1' },
  message: { ts: '17.0', blocks: [{ type: 'section', block_id: 'm:1' }] },
}
export const inView = {
  view: { id: 'V1', type: 'modal', hash: 'h1', private_metadata: 'meta', state: { values: {} } },
}

/** Bolt's own receiver would listen on a port. */
const nothingToReceive: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
}

function callOf(address: string, body: string): Call {
  if (address === RESPONSE_URL) return { method: 'respond', sent: { ...parsed(body) } }
  const sent = Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, plainOrJson(value)]),
  )
  return { method: address.slice(address.lastIndexOf('/') + 1), sent }
}

function plainOrJson(value: string): unknown {
  return /^[[{]/.test(value) ? JSON.parse(value) : value
}

function parsed(body: string): object {
  const value: unknown = JSON.parse(body)
  return typeof value === 'object' && value !== null ? value : {}
}

/** The reference that a person was told stands in the log, beside what failed. */
export function expectReference(stage: { told(): string; logged: readonly Record<string, unknown>[] }): void {
  const errors = stage.logged.filter((line) => typeof line['reference'] === 'string' && line['level'] === 50)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({ err: { message: 'the roof leaks' } })
  expect(stage.told()).toContain(String(errors[0]?.['reference']))
}

/** A listener in which something fails that nobody foresaw. */
export async function broken(): Promise<never> {
  throw new Error('the roof leaks')
}
