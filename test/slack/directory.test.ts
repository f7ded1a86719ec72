import { expect, test } from 'vitest'
import { senderClient } from '../../src/delivery/sender-client.ts'
import { DirectoryProblem, slackDirectory, slackTeam } from '../../src/slack/directory.ts'
import { silentLog } from '../support/logs.ts'

type Answer = { body?: object; status?: number; headers?: Record<string, string> }

/** A client whose Slack answers these, in turn; what it was asked is kept. */
function answering(...answers: Answer[]) {
  const asked: string[] = []
  const client = senderClient({
    token: 'xoxb-test',
    slackApiUrl: 'http://slack.test/api/',
    log: silentLog,
    fetch: async (input, init) => {
      asked.push(`${String(input).split('/').at(-1)} ${String(init?.body)}`)
      const { body = {}, status = 200, headers = {} } = answers.shift() ?? { status: 500 }
      return new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json', ...headers },
      })
    },
  })
  return { client, asked }
}

test('somebody is found by their e-mail address', async () => {
  const { client, asked } = answering({ body: { ok: true, user: { id: 'U1' } } })
  expect(await slackDirectory(client).userByEmail('jo@council.example')).toBe('U1')
  expect(asked[0]).toContain('users.lookupByEmail')
})

test('an address that Slack does not know is nobody', async () => {
  const { client } = answering({ body: { ok: false, error: 'users_not_found' } })
  expect(await slackDirectory(client).userByEmail('jo@council.example')).toBeUndefined()
})

test('a rate limit is waited out', async () => {
  const { client } = answering(
    { status: 429, headers: { 'retry-after': '0' } },
    { body: { ok: true, user: { id: 'U1' } } },
  )
  expect(await slackDirectory(client).userByEmail('jo@council.example')).toBe('U1')
})

test('channels are read page by page, once, and say whether the app is in them', async () => {
  const { client, asked } = answering(
    {
      body: {
        ok: true,
        channels: [{ id: 'C1', name: 'health', is_member: true }],
        response_metadata: { next_cursor: 'more' },
      },
    },
    { body: { ok: true, channels: [{ id: 'C2', name: 'clerks', is_member: false }] } },
  )
  const directory = slackDirectory(client)
  expect(await directory.channelByName('clerks')).toEqual({ id: 'C2', botIsMember: false })
  expect(await directory.channelByName('health')).toEqual({ id: 'C1', botIsMember: true })
  expect(await directory.channelByName('housing')).toBeUndefined()
  expect(asked).toHaveLength(2)
  expect(asked[1]).toContain('more')
})

test.each([
  ['missing_scope', /Install the app again with the manifest/],
  ['invalid_auth', /Check SLACK_BOT_TOKEN/],
])('when Slack refuses with %s, the mend is said', async (error, mend) => {
  const { client } = answering({ body: { ok: false, error } })
  const asking = slackDirectory(client).userByEmail('jo@council.example')
  await expect(asking).rejects.toThrow(DirectoryProblem)
  await expect(asking).rejects.toThrow(mend)
})

test('the token says which workspace it belongs to', async () => {
  const { client } = answering({ body: { ok: true, team_id: 'T1', team: 'Exmoor Vale' } })
  expect(await slackTeam(client)).toEqual({ id: 'T1', name: 'Exmoor Vale' })
})
