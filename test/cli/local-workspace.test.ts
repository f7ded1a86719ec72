// Importing into the local workspace: its own Web API is looked up in, its own control seats people.

import { readFile } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHandedCommand } from '../../src/cli/commands.ts'
import { slackAccess } from '../../src/cli/slack-access.ts'
import { findInSlack } from '../../src/committees/import-committee.ts'
import { openHouses } from '../../src/database/houses.ts'
import { privateText } from '../../src/database/private-text.ts'
import { senderClient } from '../../src/delivery/sender-client.ts'
import { localDirectory } from '../../src/slack/local-directory.ts'
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/workspace.ts'
import { csv, emailOf, fileOf, inventedRows } from '../committees/invented-committee.ts'
import { embeddedDatabase } from '../support/databases.ts'
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

test('a council makes way for the one of another file, and the bot finds the new one', async () => {
  const { prisma } = await embeddedDatabase()
  const now = () => Temporal.Instant.from('2026-05-20T09:00:00Z')
  const ground = { prisma, now, onMessages: () => undefined }
  const houses = openHouses({ ...ground, log: silentLog, privateText: privateText(Buffer.alloc(32)) })
  const importing = (council: string, ...options: string[]) => {
    const [first, ...others] = inventedRows
    const files = new Map([['c.csv', csv([{ ...first, council }, ...others])]])
    return runHandedCommand(['import-committee', 'c.csv', ...options], files, {
      ground,
      houses,
      slack: access(),
    })
  }
  expect(await importing('First Council', '--apply')).toMatchObject({ code: 0 })
  const first = await houses.ofTeam('T0EXMOOR')

  const dry = await importing('Second Council')
  expect(dry).toMatchObject({
    code: 0,
    out: expect.stringContaining('First Council makes way for Second Council'),
  })
  expect((await houses.ofTeam('T0EXMOOR'))?.councilId).toBe(first?.councilId)

  expect(await importing('Second Council', '--apply')).toMatchObject({ code: 0 })
  const second = await houses.ofTeam('T0EXMOOR')
  expect(second?.councilId).not.toBe(first?.councilId)
  expect(await prisma.committee.count({ where: { councilId: second?.councilId ?? '' } })).toBe(1)
})
