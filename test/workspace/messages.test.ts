import type { App } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningWorkspace } from '../../src/workspace/workspace.ts'
import { client, Hand, mrkdwn, open, plainText, refusal, startApp, until } from './council.ts'

const card = (line: string) => [
  { type: 'section' as const, block_id: 'line', text: mrkdwn(line) },
  {
    type: 'actions' as const,
    block_id: 'do',
    elements: [
      {
        type: 'button' as const,
        action_id: 'agree',
        text: plainText(':white_check_mark: Agree'),
        value: 'yes',
      },
      {
        type: 'overflow' as const,
        action_id: 'more',
        options: [
          { text: plainText('Withdraw'), value: 'w' },
          { text: plainText('Print'), value: 'p' },
        ],
      },
      {
        type: 'static_select' as const,
        action_id: 'choose',
        placeholder: plainText('Choose a side'),
        options: [
          { text: plainText('For'), value: 'f' },
          { text: plainText('Against'), value: 'a' },
        ],
      },
    ],
  },
]

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

test('a button in a message is pressed by its words, and its response_url edits that message', async () => {
  let told: object = {}
  await run((app) => {
    app.action('agree', async ({ ack, body, respond }) => {
      await ack()
      told = body
      await respond({ replace_original: true, text: 'Agreed', blocks: card('*Agreed* by <@U0WARD>') })
      await respond({ text: 'Noted, thank you' })
    })
  })
  const { ts } = await client(workspace).chat.postMessage({
    channel: 'C0SCRUTINY',
    text: 'Agree?',
    blocks: card('Agree the minutes?'),
  })
  expect(
    await hand.ask('click', { as: 'j.ward@council.example', text: 'agree', within: 'minutes' }),
  ).toMatchObject({ acknowledged: true })
  expect(told).toMatchObject({
    type: 'block_actions',
    user: { id: 'U0WARD', username: 'j.ward', team_id: 'T0LOCAL' },
    container: { type: 'message', message_ts: ts, channel_id: 'C0SCRUTINY', is_ephemeral: false },
    channel: { id: 'C0SCRUTINY', name: 'scrutiny' },
    message: { ts, text: 'Agree?' },
    state: { values: { do: { choose: { selected_option: null } } } },
    actions: [{ action_id: 'agree', block_id: 'do', type: 'button', value: 'yes' }],
  })
  await until(async () => (await hand.messages('j.ward', 'scrutiny')).length === 2)
  expect(await hand.messages('j.ward', 'scrutiny')).toMatchObject([
    {
      ts,
      edited: true,
      ephemeral: false,
      text: 'Agreed by @Cllr Jo Ward\n[:white_check_mark: Agree] [Choose a side]',
    },
    { ephemeral: true, text: 'Noted, thank you' },
  ])
  expect(await hand.messages('k.west', 'scrutiny')).toHaveLength(1)
})

test('an overflow entry and a select are chosen by their words', async () => {
  const chosen: unknown[] = []
  await run((app) => {
    app.action(/more|choose/, async ({ ack, action }) => {
      await ack()
      if (action.type === 'overflow' || action.type === 'static_select') chosen.push(action.selected_option)
    })
  })
  await client(workspace).chat.postMessage({ channel: 'C0SCRUTINY', text: 'Vote', blocks: card('Vote') })
  await hand.ask('click', { as: 'j.ward', text: 'Print' })
  await hand.ask('click', { as: 'j.ward', text: 'Choose a side', value: 'against' })
  expect(chosen).toMatchObject([{ value: 'p' }, { value: 'a', text: { text: 'Against' } }])
  const screen = await hand.messages('j.ward', 'scrutiny')
  expect(screen[0]?.controls.find((one) => one.type === 'static_select')?.value).toBe('a')
  const nothing = await hand.ask('click', { as: 'j.ward', text: 'Abstain' })
  expect(nothing).toMatchObject({ status: 404, controls: expect.arrayContaining(['Print', 'For']) })
})

test('an ephemeral message is seen by its addressee alone, and can only be changed through its response_url', async () => {
  await run((app) => {
    app.action('agree', async ({ ack, respond }) => {
      await ack()
      await respond({ delete_original: true })
    })
  })
  const { message_ts = '' } = await client(workspace).chat.postEphemeral({
    channel: 'C0SCRUTINY',
    user: 'U0WARD',
    text: 'For you',
    blocks: card('For you'),
  })
  expect(await hand.messages('k.west', 'scrutiny')).toEqual([])
  expect(await hand.messages('j.ward', 'scrutiny')).toMatchObject([{ ts: message_ts, ephemeral: true }])
  expect(
    (await refusal(client(workspace).chat.update({ channel: 'C0SCRUTINY', ts: message_ts, text: 'x' })))
      .error,
  ).toBe('message_not_found')
  await hand.ask('click', { as: 'j.ward', text: 'Agree' })
  await until(async () => (await hand.messages('j.ward', 'scrutiny')).length === 0)
})

test('a response_url works five times in half an hour', async () => {
  let url = ''
  await run((app) => {
    app.command('/pack', async ({ ack, body }) => {
      url = body.response_url
      await ack()
    })
  })
  const answer = async () => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'more' }) })
    return `${response.status} ${await response.text()}`
  }
  await hand.ask('command', { as: 'j.ward', command: '/pack' })
  for (let time = 0; time < 5; time += 1) expect(await answer()).toBe('200 ok')
  expect(await answer()).toBe('404 used_url')
  await hand.ask('command', { as: 'j.ward', command: '/pack' })
  await hand.ask('clock', { advance: 'PT31M' })
  expect(await answer()).toBe('404 expired_url')
})

test('a command that escapes tells two people of one name apart', async () => {
  let text = ''
  await run((app) => {
    app.command('/pack', async ({ ack, body }) => {
      text = body.text
      await ack(`You wrote ${body.text}`)
    })
  })
  await hand.ask('command', {
    as: 'j.ward',
    channel: 'scrutiny',
    command: '/pack',
    text: 'for @Cllr Kit West & @j.ward in #scrutiny',
  })
  expect(text).toBe('for <@U0WEST|k.west> &amp; <@U0WARD|j.ward> in <#C0SCRUTINY|scrutiny>')
  expect(await hand.messages('j.ward', 'scrutiny')).toMatchObject([
    { ephemeral: true, text: 'You wrote for @Cllr Kit West & @Cllr Jo Ward in #scrutiny' },
  ])
})

test('threads are shown below their message, and only the direct message can be read back', async () => {
  const { chat, conversations } = client(workspace)
  const { ts = '' } = await chat.postMessage({ channel: 'C0SCRUTINY', text: 'Pack published' })
  await chat.postMessage({ channel: 'C0SCRUTINY', thread_ts: ts, text: 'Supplement 1' })
  expect(await hand.messages('k.west', 'scrutiny')).toMatchObject([
    { text: 'Pack published', replies: [{ text: 'Supplement 1' }] },
  ])
  expect(await refusal(conversations.history({ channel: 'C0SCRUTINY' }))).toMatchObject({
    error: 'missing_scope',
    needed: 'channels:history',
  })
  const { channel } = await chat.postMessage({
    channel: 'U0WARD',
    text: 'One for you',
    metadata: { event_type: 'notice', event_payload: { key: 'k1' } },
  })
  const history = await conversations.history({ channel: channel ?? '', include_all_metadata: true })
  expect(history.messages).toMatchObject([
    { text: 'One for you', metadata: { event_payload: { key: 'k1' } }, bot_id: expect.any(String) },
  ])
})

test('membership, scopes and identities are enforced', async () => {
  const { chat, conversations, users, auth, team } = client(workspace)
  const post = async (channel: string) => (await refusal(chat.postMessage({ channel, text: 'x' }))).error
  expect(await post('C0GENERAL')).toBe('not_in_channel')
  expect(await post('C0CABINET')).toBe('channel_not_found')
  expect(await post('C0NOWHERE')).toBe('channel_not_found')
  expect(await refusal(team.info())).toMatchObject({ error: 'missing_scope', needed: 'team:read' })
  expect((await refusal(users.lookupByEmail({ email: 'nobody@council.example' }))).error).toBe(
    'users_not_found',
  )
  expect((await users.lookupByEmail({ email: 'J.Ward@council.example' })).user).toMatchObject({
    id: 'U0WARD',
    tz: 'Europe/London',
    profile: { title: 'Chair' },
  })
  expect(await auth.test()).toMatchObject({
    team_id: 'T0LOCAL',
    bot_id: expect.stringMatching(/^B/),
    user_id: expect.stringMatching(/^U/),
  })
  await hand.ask('deactivate', { person: 'k.west' })
  expect((await refusal(conversations.open({ users: 'U0WEST' }))).error).toBe('user_disabled')
  await hand.ask('archive', { channel: 'scrutiny' })
  expect(await post('C0SCRUTINY')).toBe('is_archived')
})

test('everyone can be listed page by page', async () => {
  const { users } = client(workspace)
  const first = await users.list({ limit: 3 })
  expect(first.members).toHaveLength(3)
  const rest = await users.list({ limit: 3, cursor: first.response_metadata?.next_cursor ?? '' })
  expect(rest.response_metadata?.next_cursor).toBe('')
  expect([...(first.members ?? []), ...(rest.members ?? [])].map((one) => one.name)).toEqual([
    'scrutineer',
    'a.clerk',
    'j.ward',
    'k.west',
  ])
})
