import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { client, credentials, Hand, manifest, open, seed, temporaryFolder } from './council.ts'

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

test('a kill of the workspace loses nothing that was answered: people, messages, files, Home, time', async () => {
  const folder = temporaryFolder()
  const first = await startProcess(folder)
  const hand = new Hand(first.url)
  const { chat, views } = client({ url: first.url, close: async () => undefined })
  await hand.ask('people', { name: 'n.new', realName: 'Noor New' })
  await hand.ask('channels', { name: 'budget', members: ['Noor New'] })
  await chat.postMessage({ channel: '#budget', text: 'Kept' })
  await views.publish({ user_id: 'U0WARD', view: { type: 'home', blocks: [{ type: 'divider' }] } })
  await hand.ask('upload', { as: 'n.new', channel: 'budget', name: 'a.txt', contentBase64: 'aGVsbG8=' })
  await hand.ask('clock', { advance: 'P3D' })
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await startProcess(folder)
  const after = new Hand(second.url)
  const screen = await after.screen('n.new')
  expect(screen.now.slice(0, 10)).toBe('2017-09-04')
  const [kept, file] = await after.messages('n.new', 'budget')
  expect(kept).toMatchObject({ text: 'Kept', isBot: true })
  expect(await (await fetch(second.url + file?.files[0]?.href)).text()).toBe('hello')
  expect((await after.screen('j.ward')).home?.blocks).toHaveLength(1)
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
})

test('the process ends when its parent is gone', async () => {
  const { child } = await startProcess(temporaryFolder())
  child.disconnect()
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('the clock starts at London wall time, goes only forward, and takes the bots with it', async () => {
  const workspace = await open({ clock: '2017-09-01T09:00' })
  cleanUp.push(() => workspace.close())
  const hand = new Hand(workspace.url)
  const pushed: string[] = []
  const bot = await listen(async (path, body) => {
    if (path === '/_bot/clock') pushed.push(body)
    return path === '/_bot/idle' ? { idle: true, waiting: 0 } : { ok: true }
  })
  const registered = await hand.ask('bot', { url: bot.url })
  expect(String(registered['now']).slice(0, 16)).toBe('2017-09-01T08:00')
  expect(await hand.ask('clock', { advance: 'P1M' })).toMatchObject({
    ok: true,
    offsetMs: expect.any(Number),
  })
  // Across the end of summer time the wall clock stays at nine.
  expect(await hand.ask('clock', { advance: 'P1M' })).toMatchObject({
    now: expect.stringMatching(/^2017-11-01T09:00/),
  })
  expect(pushed.map((one) => JSON.parse(one))).toMatchObject([
    { now: expect.stringMatching(/^2017-10-01T08:00/) },
    {},
  ])
  const back = await hand.ask('clock', { set: '2017-09-02T09:00' })
  expect(back).toMatchObject({ status: 400, error: expect.stringContaining('only goes forward') })
  expect(await hand.ask('idle', {})).toMatchObject({ idle: true })
})

test('idle waits for a bot that is busy, and says so when it stays busy', async () => {
  const workspace = await open()
  cleanUp.push(() => workspace.close())
  const hand = new Hand(workspace.url)
  let questions = 0
  const bot = await listen(async () => {
    questions += 1
    return { idle: questions > 3, waiting: 2 }
  })
  await hand.ask('bot', { url: bot.url })
  expect(await hand.ask('idle', { timeoutMs: 60 })).toMatchObject({ idle: false, waiting: 2 })
  expect(await hand.ask('idle', {})).toMatchObject({ idle: true })
  bot.server.closeAllConnections()
  bot.server.close()
  expect(await hand.ask('idle', {})).toMatchObject({ idle: true })
})

test('what is not the workspace’s own is the bot’s', async () => {
  const workspace = await open()
  cleanUp.push(() => workspace.close())
  const health = async () => {
    const answer = await fetch(`${workspace.url}/health`)
    return [answer.status, await answer.json()]
  }
  expect(await health()).toMatchObject([503, { error: expect.stringContaining('No bot') }])
  const bot = await listen(async (path) => ({ path }))
  await new Hand(workspace.url).ask('bot', { url: bot.url })
  expect(await health()).toEqual([200, { path: '/health' }])
})

async function startProcess(folder: string): Promise<{ child: ChildProcess; url: string }> {
  writeFileSync(join(folder, 'seed.json'), JSON.stringify(seed))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/workspace/start.ts'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: folder,
      CLOCK: '2017-09-01T09:00',
      WORKSPACE_SEED: join(folder, 'seed.json'),
      WORKSPACE_MANIFEST: join(folder, 'manifest.json'),
      SLACK_BOT_TOKEN: credentials.botToken,
      SLACK_APP_TOKEN: credentials.appToken,
      SLACK_SIGNING_SECRET: credentials.signingSecret,
    },
  })
  cleanUp.push(() => child.kill('SIGKILL'))
  const [told] = await once(child, 'message')
  return { child, url: told.workspace }
}

async function listen(
  answer: (path: string, body: string) => Promise<object>,
): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(await answer(request.url ?? '', Buffer.concat(chunks).toString())))
  })
  cleanUp.push(() => {
    server.closeAllConnections()
    server.close()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` }
}
