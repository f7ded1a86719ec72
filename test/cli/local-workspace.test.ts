// Importing into the local workspace: its own Web API is looked up in, its own control seats people.

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { slackAccess } from '../../src/cli/slack-access.ts'
import { findInSlack } from '../../src/committees/import-committee.ts'
import { senderClient } from '../../src/delivery/sender-client.ts'
import { localDirectory } from '../../src/slack/local-directory.ts'
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/workspace.ts'
import { emailOf, fileOf, inventedRows } from '../committees/invented-committee.ts'
import { silentLog } from '../support/logs.ts'

let workspace: RunningWorkspace
beforeAll(async () => {
  workspace = await startWorkspace({
    seed: { team: { id: 'T0EXMOOR', name: 'Exmoor Vale', domain: 'exmoor' } },
    manifest: JSON.parse(await readFile('manifests/socket-mode.json', 'utf8')),
    transport: 'socket',
    botToken: 'xoxb-local',
    appToken: 'xapp-local',
    signingSecret: 'secret',
  })
})
afterAll(() => workspace.close())

const file = fileOf(inventedRows)

function access() {
  const client = senderClient({ token: 'xoxb-local', slackApiUrl: `${workspace.url}/api/`, log: silentLog })
  return slackAccess(client, workspace.url)
}

test('a dry run finds nobody who is not there and makes nobody; applying seats everybody with an address', async () => {
  const dry = await findInSlack(access().directoryFor(file, false), file)
  expect(dry).toEqual({ users: new Map(), channels: new Map(), asked: true })

  const applied = await findInSlack(access().directoryFor(file, true), file)
  expect(applied.users.size).toBe(9)
  expect([...applied.channels.keys()]).toEqual(['wellbeing', 'wellbeing-clerks'])

  // What was made is what Slack's own methods now show, and making it again changes nothing.
  expect(await findInSlack(access().directoryFor(file, false), file)).toEqual(applied)
  expect(await findInSlack(localDirectory(workspace.url, file), file)).toEqual(applied)
})

test('only clerks are seated in the clerks’ channel', async () => {
  await findInSlack(access().directoryFor(file, true), file)
  const said = await (await fetch(`${workspace.url}/_local/channels`)).text()
  const { users } = await findInSlack(access().directoryFor(file, false), file)
  const clerks = /"name":"wellbeing-clerks".*?\}/.exec(said)?.[0] ?? ''
  expect(clerks).toContain(users.get('iris.bonham@exmoorvale.example'))
  expect(clerks).not.toContain(users.get(emailOf('Ada Quill')))
})

test('the bot’s token says which workspace it is', async () => {
  expect(await access().team()).toEqual({ id: 'T0EXMOOR', name: 'Exmoor Vale' })
})
