import type { App, BlockAction } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningWorkspace } from '../../src/workspace/workspace.ts'
import { client, Hand, manifest, mrkdwn, open, plainText, refusal, startApp, until } from './council.ts'

let workspace: RunningWorkspace
let hand: Hand
let stop: () => Promise<void> = async () => undefined

beforeEach(async () => {
  workspace = await open()
  hand = new Hand(workspace.url)
})
afterEach(async () => {
  await stop()
  await workspace.close()
})

async function run(listeners: (app: App) => void): Promise<void> {
  stop = (await startApp(workspace, 'socket', listeners)).stop
}

const option = (text: string, value: string) => ({ text: plainText(text), value })

test('a control on App Home is pressed, and the Home that the app publishes then replaces it', async () => {
  const home = (text: string) => ({
    type: 'home' as const,
    blocks: [
      {
        type: 'section' as const,
        block_id: 's',
        text: mrkdwn(text),
        accessory: { type: 'button' as const, action_id: 'refresh', text: plainText('Refresh') },
      },
    ],
  })
  await run((app) => {
    app.action<BlockAction>('refresh', async ({ ack, body }) => {
      await ack()
      expect(body.container).toMatchObject({ type: 'view', view_id: body.view?.id })
      await app.client.views.publish({
        user_id: body.user.id,
        view: home('After'),
        hash: body.view?.hash ?? '',
      })
    })
  })
  await client(workspace).views.publish({ user_id: 'U0WARD', view: home('Before') })
  await hand.ask('click', { as: 'j.ward', text: 'Refresh', within: 'app home' })
  await until(async () => (await hand.screen('j.ward')).home?.text.startsWith('After'))
})

test('boxes in a message are ticked one by one, and stay ticked for that person', async () => {
  const ticked: string[][] = []
  await run((app) => {
    app.action('boxes', async ({ ack, action }) => {
      await ack()
      if (action.type === 'checkboxes') ticked.push(action.selected_options.map((one) => one.value ?? ''))
    })
  })
  const options = [option('Item 5', '5'), option('Item 6', '6')]
  const blocks = [
    {
      type: 'actions' as const,
      block_id: 'b',
      elements: [{ type: 'checkboxes' as const, action_id: 'boxes', options }],
    },
  ]
  await client(workspace).chat.postMessage({ channel: 'C0SCRUTINY', text: 'Which?', blocks })
  for (const text of ['Item 6', 'Item 5', 'Item 6']) await hand.ask('click', { as: 'j.ward', text })
  await hand.ask('click', { as: 'k.west', text: 'Item 6' })
  expect(ticked).toEqual([['6'], ['6', '5'], ['5'], ['6']])
})

test('a field with dispatch_action tells the app at once', async () => {
  await run((app) => {
    app.command('/pack', async ({ ack, body }) => {
      await ack()
      const element = { type: 'users_select' as const, action_id: 'who' }
      const input = {
        type: 'input' as const,
        block_id: 'w',
        dispatch_action: true,
        label: plainText('Who'),
        element,
      }
      await app.client.views.open({
        trigger_id: body.trigger_id,
        view: { type: 'modal', title: plainText('Pick'), submit: plainText('Go'), blocks: [input] },
      })
    })
    app.action<BlockAction>('who', async ({ ack, body, action }) => {
      await ack()
      const chosen = action.type === 'users_select' ? action.selected_user : ''
      const view = {
        type: 'modal' as const,
        title: plainText('Picked'),
        blocks: [{ type: 'section' as const, text: mrkdwn(`<@${chosen}>`) }],
      }
      await app.client.views.update({ view_id: body.view?.id ?? '', view })
    })
  })
  await hand.ask('command', { as: 'j.ward', command: '/pack' })
  const { viewId } = await until(async () => (await hand.screen('j.ward')).modal)
  await hand.ask('click', { as: 'j.ward', viewId, blockId: 'w', actionId: 'who', value: 'Cllr Kit West' })
  await until(async () => (await hand.screen('j.ward')).modal?.text === '@Cllr Kit West')
})

test('without the Messages tab the app can write to nobody directly, and nobody to it', async () => {
  const mute = await open({ manifest: { ...manifest, features: {} } })
  const { chat, views } = client(mute)
  expect((await refusal(chat.postMessage({ channel: 'U0WARD', text: 'x' }))).error).toBe(
    'messages_tab_disabled',
  )
  expect(
    (await refusal(views.publish({ user_id: 'U0WARD', view: { type: 'home', blocks: [] } }))).error,
  ).toBe('not_enabled')
  expect(
    await new Hand(mute.url).ask('message', { as: 'j.ward', channel: 'Scrutineer', text: 'x' }),
  ).toMatchObject({ status: 400 })
  await mute.close()
})

test('the app hears of its own messages in a direct message, as in Slack', async () => {
  const { chat } = client(workspace)
  await run(() => undefined)
  const { ts = '', channel = '' } = await chat.postMessage({ channel: 'U0WARD', text: 'one' })
  await chat.update({ channel, ts, text: 'two' })
  await chat.postMessage({ channel: 'C0SCRUTINY', text: 'not told' })
  await hand.ask('idle', {})
  const { entries } = await hand.ask('journal?type=ack&method=message.im')
  expect(entries).toMatchObject([{ acknowledged: true }, { acknowledged: true }])
})

test('an answer to a form that names no field of it is trouble, not silence', async () => {
  await run((app) => {
    app.command('/pack', async ({ ack, body }) => {
      await ack()
      const element = { type: 'plain_text_input' as const, action_id: 'a' }
      const input = {
        type: 'input' as const,
        block_id: 'b',
        optional: true,
        label: plainText('Note'),
        element,
      }
      await app.client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'f',
          title: plainText('Form'),
          submit: plainText('Go'),
          blocks: [input],
        },
      })
    })
    app.view('f', async ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'No' } }))
  })
  await hand.ask('command', { as: 'j.ward', command: '/pack' })
  await until(async () => (await hand.screen('j.ward')).modal)
  await hand.ask('submit', { as: 'j.ward' })
  expect((await hand.screen('j.ward')).modal?.notice).toBe('We had some trouble connecting. Try again?')
})
