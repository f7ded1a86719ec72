import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningWorkspace } from '../../src/workspace/workspace.ts'
import { client, Hand, mrkdwn, open, plainText, refusal } from './council.ts'

let workspace: RunningWorkspace
let hand: Hand

beforeEach(async () => {
  workspace = await open()
  hand = new Hand(workspace.url)
})
afterEach(() => workspace.close())

const section = (text: string) => ({ type: 'section' as const, text: mrkdwn(text) })

test('blocks beyond a limit are refused, with where and why', async () => {
  await hand.ask('limits', { enabled: false })
  const { chat } = client(workspace)
  const post = (blocks: object[]) =>
    refusal(
      chat.postMessage({ channel: 'C0SCRUTINY', text: 'x', blocks: JSON.parse(JSON.stringify(blocks)) }),
    )
  expect(await post([{ type: 'header', text: plainText('h'.repeat(151)) }])).toMatchObject({
    error: 'invalid_blocks',
    response_metadata: {
      messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
    },
  })
  expect(await post([{ type: 'header', text: plainText('👍'.repeat(150)) }])).toMatchObject({
    error: 'nothing: the call was taken',
  })
  expect(await post(Array.from({ length: 51 }, () => section('x')))).toMatchObject({
    errors: ['no more than 50 items allowed [json-pointer:/blocks]'],
  })
  expect(await post([section('')])).toMatchObject({
    errors: ['must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  })
  expect(await post([{ type: 'nope' }])).toMatchObject({
    errors: ['unsupported type: nope [json-pointer:/blocks/0/type]'],
  })
  expect(
    await post([
      { ...section('a'), block_id: 'same' },
      { ...section('b'), block_id: 'same' },
    ]),
  ).toMatchObject({ error: 'invalid_blocks' })
  const initial = { text: plainText('Other'), value: 'o' }
  const select = {
    type: 'static_select',
    action_id: 's',
    placeholder: plainText('p'),
    options: [{ text: plainText('One'), value: '1' }],
    initial_option: initial,
  }
  expect(await post([{ type: 'actions', elements: [select] }])).toMatchObject({ error: 'invalid_blocks' })
  expect((await refusal(chat.postMessage({ channel: 'C0SCRUTINY', text: '' }))).error).toBe('no_text')
})

test('blocks.validate answers in the official shape', async () => {
  const { blocks } = client(workspace)
  expect(await blocks.validate({ blocks: [section('fine')] })).toMatchObject({ ok: true })
  expect(
    await refusal(blocks.validate({ view: { type: 'modal', title: plainText('t'.repeat(25)), blocks: [] } })),
  ).toMatchObject({
    error: 'invalid_view',
    errors: [
      {
        pointer: '/view/title/text',
        code: 'max_length_exceeded',
        message: 'must be less than 25 characters',
      },
    ],
  })
})

test('a view beyond a limit is refused and the Home of nobody is not published', async () => {
  const { views } = client(workspace)
  const publish = (view: object, user = 'U0WARD') =>
    refusal(views.publish({ user_id: user, view: JSON.parse(JSON.stringify(view)) }))
  expect(await publish({ type: 'home', blocks: [section('x')] }, 'U0NOBODY')).toMatchObject({
    error: 'user_not_found',
  })
  expect(await publish({ type: 'home', private_metadata: 'm'.repeat(3001), blocks: [] })).toMatchObject({
    error: 'invalid_arguments',
  })
  const huge = Array.from({ length: 90 }, () => section('x'.repeat(2900)))
  expect(await publish({ type: 'home', blocks: huge })).toMatchObject({ error: 'view_too_large' })
})

test('App Home is published with a hash, and an old hash is refused', async () => {
  const { views } = client(workspace)
  const home = (text: string) => ({ type: 'home' as const, blocks: [section(text)] })
  const { view } = await views.publish({ user_id: 'U0WARD', view: home('One') })
  await views.publish({ user_id: 'U0WARD', view: home('Two'), hash: view?.hash ?? '' })
  expect(
    (await refusal(views.publish({ user_id: 'U0WARD', view: home('Three'), hash: view?.hash ?? '' }))).error,
  ).toBe('hash_conflict')
  expect((await hand.screen('j.ward')).home?.text).toBe('Two')
  expect((await hand.screen('k.west')).home).toBeUndefined()
})

test('a burst in one channel is limited, and another channel is not', async () => {
  const { chat } = client(workspace)
  const post = (channel: string) =>
    chat.postMessage({ channel, text: 'x' }).then(
      () => 'sent',
      (error: unknown) =>
        error instanceof Error && 'retryAfter' in error ? `wait ${error.retryAfter}` : 'other',
    )
  const burst = await Promise.all(Array.from({ length: 6 }, () => post('C0SCRUTINY')))
  expect(burst).toEqual(['sent', 'sent', 'sent', 'sent', 'wait 1', 'wait 1'])
  expect(await post('C0CLERKS')).toBe('sent')
  await hand.ask('limits', { enabled: false })
  expect(await post('C0SCRUTINY')).toBe('sent')
})

test('an unknown method and a wrong token are refused with status 200, as in Slack', async () => {
  const call = async (method: string, token: string) => {
    const answer = await fetch(`${workspace.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    })
    return [answer.status, await answer.json()]
  }
  expect(await call('no.such', 'xoxb-local')).toMatchObject([200, { ok: false, error: 'unknown_method' }])
  expect(await call('auth.test', 'xoxb-wrong')).toMatchObject([200, { ok: false, error: 'invalid_auth' }])
  expect(await call('apps.connections.open', 'xoxb-local')).toMatchObject([
    200,
    { ok: false, error: 'not_allowed_token_type' },
  ])
})
