import { request as httpRequest } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import {
  type CommandSide,
  commandRoute,
  type WorkspaceSide,
  workspaceRoutes,
} from '../../src/web/bot-control.ts'
import { type HealthChecks, healthRoute } from '../../src/web/health.ts'
import type { Route } from '../../src/web/routes.ts'
import { ListenProblem, openWebServer, slackRoute, type WebServer } from '../../src/web/server.ts'
import { silentLog } from '../support/logs.ts'

const open: WebServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

async function serving(...routes: Route[]): Promise<string> {
  const server = await openWebServer({ host: '127.0.0.1', port: 0, routes, log: silentLog })
  open.push(server)
  return server.url
}

const healthy: HealthChecks = {
  version: '1.2.3',
  database: async () => undefined,
  slackConnected: () => true,
}

test('health is 200 while the database answers and Slack is connected', async () => {
  const response = await fetch(`${await serving(healthRoute(healthy))}/health`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    status: 'ok',
    database: 'ok',
    slack: 'connected',
    version: '1.2.3',
    uptimeSeconds: 0,
  })
})

test.each<[string, Partial<HealthChecks>, object]>([
  [
    'the database fails',
    { database: () => Promise.reject(new Error('gone')) },
    { database: 'does not answer' },
  ],
  [
    'the database is silent',
    { database: () => new Promise<void>(() => {}) },
    { database: 'does not answer' },
  ],
  ['Slack is away', { slackConnected: () => false }, { slack: 'not connected' }],
])('health is 503 when %s', async (_what, checks, said) => {
  const failed = vi.fn()
  const response = await fetch(`${await serving(healthRoute({ ...healthy, failed, ...checks }))}/health`)
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ status: 'unwell', ...said })
})

test('an unknown address is answered 404 in JSON', async () => {
  const response = await fetch(`${await serving(healthRoute(healthy))}/nothing`, { method: 'POST' })
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ error: 'There is nothing at this address.' })
})

test('a route that fails answers 500 with a reference and not with the reason', async () => {
  const url = await serving({
    method: 'GET',
    path: '/broken',
    answer: () => Promise.reject(new Error('a secret')),
  })
  const response = await fetch(`${url}/broken`)
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).toContain('Reference: ')
  expect(text).not.toContain('a secret')
})

test('what Slack delivers reaches the listener that checks its signature, and too large a body does not', async () => {
  const url = await serving(slackRoute((_request, response) => void response.end('checked')))
  const post = (body: string) => fetch(`${url}/slack/events`, { method: 'POST', body })
  expect(await (await post('{}')).text()).toBe('checked')
  expect((await post('x'.repeat(5 * 1024 * 1024))).status).toBe(413)
})

test('closing waits for the request under way', async () => {
  const url = await serving({
    method: 'GET',
    path: '/slow',
    async answer(_request, response) {
      await pause(100)
      response.end('done')
    },
  })
  const answer = fetch(`${url}/slow`)
  await pause(30)
  await Promise.all(open.map((server) => server.close()))
  expect(await (await answer).text()).toBe('done')
})

test('a port in use is said with the mend', async () => {
  const port = Number(new URL(await serving()).port)
  const second = openWebServer({ host: '127.0.0.1', port, routes: [], log: silentLog })
  await expect(second).rejects.toThrow(ListenProblem)
  await expect(second).rejects.toThrow(/set PORT/)
})

function workspaceSide(): WorkspaceSide & { moves: unknown[] } {
  const moves: unknown[] = []
  return {
    moves,
    onClock: async (move) => {
      await pause(10)
      moves.push(move)
    },
    idle: async () => ({ idle: false, waiting: 2 }),
  }
}

test('the local workspace moves the clock, and is answered when what became due is worked off', async () => {
  const side = workspaceSide()
  const url = await serving(...workspaceRoutes(side))
  const move = { offsetMs: 60_000, now: '2026-05-20T09:00:00Z' }
  const response = await fetch(`${url}/_bot/clock`, { method: 'POST', body: JSON.stringify(move) })
  expect(response.status).toBe(200)
  expect(side.moves).toEqual([move])
  expect(await (await fetch(`${url}/_bot/idle`)).json()).toEqual({ idle: false, waiting: 2 })
})

test.each([
  ['no JSON', 'offset'],
  ['the wrong fields', '{"offset":1}'],
])('a clock move with %s is refused', async (_what, body) => {
  const url = await serving(...workspaceRoutes(workspaceSide()))
  expect((await fetch(`${url}/_bot/clock`, { method: 'POST', body })).status).toBe(400)
})

test.each([
  ['a page that was lured here by a name of its own', { host: 'evil.example' }],
  ['a proxy that hands a stranger on', { 'x-forwarded-for': '203.0.113.9' }],
])('%s finds no control', async (_who, headers) => {
  const url = await serving(...workspaceRoutes(workspaceSide()))
  const status = await new Promise((resolve, reject) => {
    httpRequest(`${url}/_bot/idle`, { headers }, (response) => resolve(response.statusCode))
      .on('error', reject)
      .end()
  })
  expect(status).toBe(404)
})

test('a command runs only with the token of the lock file, with the files it brings', async () => {
  const side: CommandSide = {
    token: 'right',
    run: async (args, files) => ({
      code: 0,
      out: `${args.join(' ')}: ${String(files.get('a.csv'))}`,
      err: '',
    }),
  }
  const url = await serving(commandRoute(side))
  const body = JSON.stringify({ args: ['import-committee', 'a.csv'], files: { 'a.csv': 'aGVsbG8=' } })
  const ask = (token: string) =>
    fetch(`${url}/_bot/command`, { method: 'POST', body, headers: { authorization: `Bearer ${token}` } })
  expect((await ask('wrong')).status).toBe(401)
  expect(await (await ask('right')).json()).toEqual({
    code: 0,
    out: 'import-committee a.csv: hello',
    err: '',
  })
})
