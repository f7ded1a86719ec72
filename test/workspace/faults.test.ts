import type { App } from '@slack/bolt'
import { afterEach, expect, test, vi } from 'vitest'
import type { RunningWorkspace, WorkspaceOptions } from '../../src/workspace/workspace.ts'
import { client, Hand, open, refusal, startApp, until } from './council.ts'

let workspace: RunningWorkspace
let hand: Hand
let stop: () => Promise<void>

afterEach(async () => {
  await stop()
  await workspace.close()
})

async function run(
  options: Partial<WorkspaceOptions>,
  listeners: (app: App) => void = () => undefined,
): Promise<void> {
  workspace = await open(options)
  hand = new Hand(workspace.url)
  stop = (await startApp(workspace, options.transport ?? 'socket', listeners)).stop
}

test.each(['socket', 'http'] as const)(
  'over %s, a command that is not acknowledged shows the person Slack’s failure notice',
  async (transport) => {
    await run({ ackTimeoutMs: 50, transport }, (app) => {
      app.command('/pack', async () => undefined)
    })
    const answer = await hand.ask('command', { as: 'j.ward', channel: 'scrutiny', command: '/pack' })
    expect(answer).toMatchObject({ ok: true, acknowledged: false, failure: 'operation_timeout' })
    expect((await hand.screen('j.ward')).notices).toMatchObject([
      { channel: 'C0SCRUTINY', text: '/pack failed with the error "operation_timeout"' },
    ])
    expect((await hand.screen('k.west')).notices).toEqual([])
  },
)

test('a reset after the effect has stored the message, a reset before it has not', async () => {
  await run({})
  const { chat } = client(workspace)
  await hand.ask('faults', { method: 'chat.postMessage', kind: 'reset-after' })
  await expect(chat.postMessage({ channel: 'C0SCRUTINY', text: 'stored' })).rejects.toThrow()
  await hand.ask('faults', { method: 'chat.postMessage', kind: 'reset-before' })
  await expect(chat.postMessage({ channel: 'C0SCRUTINY', text: 'lost' })).rejects.toThrow()
  expect((await hand.messages('k.west', 'scrutiny')).map((one) => one.text)).toEqual(['stored'])
})

test('faults skip, count, choose a channel, and can be cleared', async () => {
  await run({})
  const { chat } = client(workspace)
  const post = async (channel: string) => (await refusal(chat.postMessage({ channel, text: 'x' }))).error
  await hand.ask('faults', {
    method: 'chat.postMessage',
    kind: 'error',
    error: 'fatal_error',
    after: 1,
    count: 2,
    channel: 'C0CLERKS',
  })
  expect(await post('C0SCRUTINY')).toBe('nothing: the call was taken')
  expect([await post('C0CLERKS'), await post('C0CLERKS')]).toEqual([
    'nothing: the call was taken',
    'fatal_error',
  ])
  await hand.ask('faults', undefined, 'DELETE')
  expect(await post('C0CLERKS')).toBe('nothing: the call was taken')
  await hand.ask('faults', { method: '*', kind: '503' })
  await expect(chat.postMessage({ channel: 'C0CLERKS', text: 'x' })).rejects.toThrow('503')
  await hand.ask('faults', { method: '*', kind: '429', retryAfter: 7 })
  await expect(chat.postMessage({ channel: 'C0CLERKS', text: 'x' })).rejects.toMatchObject({ retryAfter: 7 })
})

test('an event that is not acknowledged is sent again at once, after a minute and after five', async () => {
  await run({ transport: 'http', ackTimeoutMs: 200 })
  await hand.ask('faults', { method: 'delivery', kind: '500', count: 3 })
  await hand.ask('message', { as: 'j.ward', channel: 'Scrutineer', text: 'hello' })
  const retries = async () => {
    const { entries } = await hand.ask('journal?type=delivery&method=message.im')
    return Array.isArray(entries) ? entries.map((entry) => entry.retry ?? 0) : []
  }
  await until(async () => (await retries()).length === 2)
  await hand.ask('clock', { advance: '59s' })
  expect(await retries()).toEqual([0, 1])
  await hand.ask('clock', { advance: '2s' })
  await until(async () => (await retries()).length === 3)
  await hand.ask('clock', { advance: '6m' })
  await until(async () => (await retries()).length === 4)
  expect(await retries()).toEqual([0, 1, 2, 3])
})

test('an event can come twice, and one lost with its connection comes again', async () => {
  const heard: string[] = []
  await run({}, (app) => {
    app.message(async ({ message }) => {
      heard.push(message.ts)
    })
  })
  await hand.ask('faults', { method: 'delivery', kind: 'duplicate-event' })
  const { ts } = await hand.ask('message', { as: 'j.ward', channel: 'Scrutineer', text: 'twice' })
  await until(() => heard.length === 2)
  expect(heard).toEqual([ts, ts])

  await hand.ask('faults', { method: 'socket', kind: 'socket-drop' })
  const lost = await hand.ask('message', { as: 'j.ward', channel: 'Scrutineer', text: 'again' })
  expect(lost).toMatchObject({ ok: true, acknowledged: false })
  await until(async () => (await connectionsOpened()) === 2)
  await hand.ask('clock', { advance: '61s' })
  await until(() => heard.length === 3)
  expect(heard[2]).toBe(lost['ts'])
})

test('an app that is asked to reconnect comes back and is told what follows', async () => {
  const heard = vi.fn()
  await run({}, (app) => {
    app.command('/pack', async ({ ack }) => {
      heard()
      await ack()
    })
  })
  await hand.ask('reconnect', {})
  await until(async () => (await connectionsOpened()) === 2)
  expect(await hand.ask('command', { as: 'j.ward', command: '/pack' })).toMatchObject({ acknowledged: true })
  expect(heard).toHaveBeenCalledOnce()
})

test('with two replicas each delivery reaches one of them', async () => {
  const heard: string[] = []
  const listen = (name: string) => (app: App) =>
    app.command('/pack', async ({ ack }) => {
      heard.push(name)
      await ack()
    })
  await run({}, listen('first'))
  const second = await startApp(workspace, 'socket', listen('second'))
  for (let time = 0; time < 4; time += 1) await hand.ask('command', { as: 'j.ward', command: '/pack' })
  await second.stop()
  expect(heard.sort()).toEqual(['first', 'first', 'second', 'second'])
})

async function connectionsOpened(): Promise<number> {
  const { entries } = await hand.ask('journal?type=socket')
  return Array.isArray(entries) ? entries.filter((entry) => entry.event === 'open').length : 0
}
