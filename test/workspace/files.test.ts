import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningWorkspace } from '../../src/workspace/workspace.ts'
import { client, credentials, Hand, open, refusal, startApp, temporaryFolder, until } from './council.ts'

let workspace: RunningWorkspace
let hand: Hand
let stop: () => Promise<void> = async () => undefined
const files: { id: string; url: string }[] = []

beforeEach(async () => {
  workspace = await open({ dataDir: temporaryFolder() })
  hand = new Hand(workspace.url)
  files.length = 0
  const bot = await startApp(workspace, 'socket', (app) => {
    app.message(async ({ message }) => {
      if (message.subtype !== 'file_share') return
      for (const file of message.files ?? [])
        files.push({ id: file.id, url: file.url_private_download ?? '' })
    })
  })
  stop = bot.stop
})
afterEach(async () => {
  await stop()
  await workspace.close()
})

const bearer = { headers: { authorization: `Bearer ${credentials.botToken}` } }

test('a file dropped on the app arrives as file_share and is fetched with the token', async () => {
  const body = Buffer.from('%PDF-1.4 agenda')
  const answer = await fetch(
    `${workspace.url}/_local/upload?as=a.clerk&name=Agenda.pdf&channel=Scrutineer&text=the+pack`,
    { method: 'POST', body },
  )
  expect(await answer.json()).toMatchObject({
    ok: true,
    acknowledged: true,
    file: { name: 'Agenda.pdf', size: 15 },
  })
  await until(() => files.length === 1)
  expect(await (await fetch(files[0]?.url ?? '', bearer)).text()).toBe('%PDF-1.4 agenda')
  const [message] = await hand.messages('a.clerk')
  expect(message).toMatchObject({
    text: 'the pack',
    files: [{ name: 'Agenda.pdf', mimetype: 'application/pdf' }],
  })
  expect((await fetch(workspace.url + message?.files[0]?.href)).headers.get('content-disposition')).toContain(
    'attachment',
  )
})

test('without the token a file is Slack’s login page, with status 200', async () => {
  await hand.ask('upload', {
    as: 'a.clerk',
    name: 'Agenda.pdf',
    channel: 'Scrutineer',
    contentBase64: 'AAAA',
  })
  await until(() => files.length === 1)
  const page = await fetch(files[0]?.url ?? '')
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const asOther = await fetch(`${files[0]?.url.split('?')[0]}?as=U0WEST`)
  expect(await asOther.text()).toContain('Sign in to Slack')
})

test('the app cannot see a file that nobody gave it', async () => {
  const { file } = await hand.ask('upload', { as: 'a.clerk', name: 'private.pdf', contentBase64: 'AAAA' })
  const id = typeof file === 'object' && file && 'id' in file ? String(file.id) : ''
  expect((await refusal(client(workspace).files.info({ file: id }))).error).toBe('file_not_found')
})

test('the app uploads a file of its own into a thread', async () => {
  const { chat, filesUploadV2 } = client(workspace)
  const { ts = '' } = await chat.postMessage({ channel: 'C0CLERKS', text: 'Minutes' })
  await filesUploadV2.call(client(workspace), {
    channel_id: 'C0CLERKS',
    thread_ts: ts,
    filename: 'minutes.html',
    file: Buffer.from('<p>Minutes</p>'),
  })
  const [message] = await hand.messages('a.clerk', 'clerks')
  expect(message?.replies).toMatchObject([{ isBot: true, files: [{ name: 'minutes.html', size: 14 }] }])
})
