import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningWorkspace } from '../../src/workspace/workspace.ts'
import { client, Hand, open, startApp } from './council.ts'

let workspace: RunningWorkspace
let hand: Hand

beforeEach(async () => {
  workspace = await open()
  hand = new Hand(workspace.url)
})
afterEach(() => workspace.close())

test('only this machine, under its own name and from its own pages, may control the workspace', async () => {
  expect(await statusWith({ host: 'evil.example' })).toBe(403)
  expect(await statusWith({ host: 'localhost', origin: 'https://evil.example' })).toBe(403)
  expect(await statusWith({ host: 'localhost' })).toBe(200)
})

test('wrong requests are answered with a sentence', async () => {
  expect(await hand.ask('command', { as: 'nobody', command: '/pack' })).toMatchObject({
    status: 404,
    error: expect.stringContaining('Nobody in this workspace is called "nobody"'),
  })
  expect(await hand.ask('command', { as: 'j.ward', command: '/agenda' })).toMatchObject({
    status: 404,
    error: expect.stringContaining('/pack, /apologies'),
  })
  expect(await hand.ask('command', { as: 'k.west', channel: 'clerks', command: '/pack' })).toMatchObject({
    status: 400,
    error: 'Cllr Kit West is not in #clerks.',
  })
  expect(await hand.ask('submit', { as: 'j.ward' })).toMatchObject({
    status: 400,
    error: 'Cllr Jo Ward has no form open.',
  })
  expect(await hand.ask('command', { command: '/pack' })).toMatchObject({
    status: 400,
    error: expect.stringContaining('as'),
  })
  expect(await hand.ask('nothing')).toMatchObject({ status: 404 })
})

test('people and channels are created once, and joined later', async () => {
  const one = await hand.ask('people', { name: 'n.new', realName: 'Noor New', email: 'noor@council.example' })
  expect(await hand.ask('people', { name: 'n.new', realName: 'Noor New' })).toMatchObject({
    person: one['person'],
  })
  const first = await hand.ask('channels', { name: 'budget', private: true, members: ['n.new'] })
  const again = await hand.ask('channels', {
    name: 'budget',
    members: ['noor@council.example', 'Cllr Jo Ward'],
  })
  expect(again).toMatchObject({ channel: { kind: 'private', members: expect.arrayContaining(['U0WARD']) } })
  expect(again['channel']).toMatchObject({ id: Object(first['channel']).id })
  await hand.ask('leave', { person: 'j.ward', channel: 'budget' })
  expect((await hand.screen('j.ward')).conversations.map((one) => one.name)).toEqual([
    'cabinet',
    'general',
    'scrutiny',
    'Scrutineer',
  ])
})

test('a page is told whose screen changed', async () => {
  const answer = await fetch(`${workspace.url}/_local/events`)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  await reader?.read()
  await client(workspace).chat.postMessage({ channel: 'U0WEST', text: 'for you' })
  let seen = ''
  while (!seen.includes('changed')) seen += (await reader?.read())?.value ?? ''
  expect(JSON.parse(/data: (.*)/.exec(seen)?.[1] ?? '')).toEqual({
    people: expect.arrayContaining(['U0WEST']),
  })
  await reader?.cancel()
})

test('the journal shows a person only what they could see', async () => {
  const { chat } = client(workspace)
  await chat.postMessage({ channel: 'C0CLERKS', text: 'for clerks' })
  await chat.postEphemeral({ channel: 'C0SCRUTINY', user: 'U0WARD', text: 'for the chair' })
  const seen = async (as: string) => {
    const { entries } = await hand.ask(`journal?type=call&as=${as}`)
    return Array.isArray(entries) ? entries.map((entry) => entry.args.text) : []
  }
  expect(await seen('a.clerk')).toEqual(['for clerks'])
  expect(await seen('j.ward')).toEqual(['for the chair'])
  expect(await seen('k.west')).toEqual([])
})

test('opening Home tells the app, and what it publishes is shown', async () => {
  const bot = await startApp(workspace, 'socket', (app) => {
    app.event('app_home_opened', async ({ event, client: web }) => {
      const blocks = [
        {
          type: 'section' as const,
          text: { type: 'mrkdwn' as const, text: `Good morning <@${event.user}>` },
        },
      ]
      await web.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
    })
  })
  await hand.ask('home', { as: 'j.ward' })
  while (!(await hand.screen('j.ward')).home) await hand.ask('idle', {})
  expect((await hand.screen('j.ward')).home?.text).toBe('Good morning @Cllr Jo Ward')
  await bot.stop()
})

function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(workspace.url)
    request({ host: '127.0.0.1', port, path: '/_local/people', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}
