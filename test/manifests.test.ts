import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { lengthOf, limits } from '../src/slack/limits.ts'
import { methodsCalled, read, registeredByTheCode, scopesOf } from './support/what-the-code-uses.ts'

const manifest = z.strictObject({
  display_information: z.strictObject({
    name: z.string(),
    description: z.string(),
    long_description: z.string().min(174),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().regex(/^\/[a-z]+$/),
        url: z.url().optional(),
        description: z.string().min(1),
        usage_hint: z.string(),
        should_escape: z.literal(true),
      }),
    ),
    shortcuts: z.array(
      z.strictObject({
        name: z.string().min(1),
        type: z.enum(['message', 'global']),
        callback_id: z.string().min(1),
        description: z.string().min(1),
      }),
    ),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(z.url()).optional(),
    scopes: z.strictObject({ bot: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: z.url().optional(),
      bot_events: z.array(z.string()),
    }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: z.url().optional() }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
})

async function manifestIn(name: 'socket-mode' | 'http') {
  return manifest.parse(JSON.parse(await read(`manifests/${name}.json`)))
}

const socketMode = await manifestIn('socket-mode')
const http = await manifestIn('http')
const reasons = await read('manifests/README.md')
const registered = await registeredByTheCode()

describe.each([
  ['socket-mode', socketMode],
  ['http', http],
])('manifests/%s.json', (_, { display_information: about, features, oauth_config, settings }) => {
  test('keeps Slack’s limits', () => {
    expect(features.shortcuts.length).toBeLessThanOrEqual(limits.manifest.shortcuts)
    for (const { name, description } of features.shortcuts) {
      expect(lengthOf(name)).toBeLessThanOrEqual(limits.manifest.shortcutName)
      expect(lengthOf(description)).toBeLessThanOrEqual(limits.manifest.shortcutDescription)
    }
    expect(lengthOf(about.name)).toBeLessThanOrEqual(limits.manifest.name)
    expect(lengthOf(about.description)).toBeLessThanOrEqual(limits.manifest.description)
    expect(lengthOf(about.long_description)).toBeLessThanOrEqual(limits.manifest.longDescription)
    expect(features.slash_commands.length).toBeLessThanOrEqual(limits.manifest.commands)
    for (const { command, description, usage_hint } of features.slash_commands) {
      expect(lengthOf(command)).toBeLessThanOrEqual(limits.manifest.command)
      expect(lengthOf(description)).toBeLessThanOrEqual(limits.manifest.commandDescription)
      expect(lengthOf(usage_hint)).toBeLessThanOrEqual(limits.manifest.usageHint)
    }
    expect(oauth_config.scopes.bot.length).toBeLessThanOrEqual(limits.manifest.scopes)
    expect(settings.event_subscriptions.bot_events.length).toBeLessThanOrEqual(limits.manifest.events)
  })

  test('asks for exactly the scopes and events that manifests/README.md gives reasons for', () => {
    expect(oauth_config.scopes.bot).toEqual(firstColumn('What each scope is for'))
    expect(settings.event_subscriptions.bot_events).toEqual(firstColumn('The events'))
  })
})

test('both manifests differ only in how requests arrive', () => {
  const url = 'https://YOUR-HOST/slack/events'
  expect(http).toEqual({
    ...socketMode,
    features: {
      ...socketMode.features,
      slash_commands: socketMode.features.slash_commands.map((command) => ({ ...command, url })),
    },
    oauth_config: {
      ...socketMode.oauth_config,
      redirect_urls: ['https://YOUR-HOST/slack/oauth_redirect'],
    },
    settings: {
      ...socketMode.settings,
      event_subscriptions: { ...socketMode.settings.event_subscriptions, request_url: url },
      interactivity: { is_enabled: true, request_url: url },
      socket_mode_enabled: false,
    },
  })
  expect(socketMode.settings.socket_mode_enabled).toBe(true)
})

test('the commands in the manifest are those that the code registers', () => {
  const declared = socketMode.features.slash_commands.map(({ command }) => command)
  expect(declared.sort()).toEqual([...registered.commands].sort())
})

test('the shortcuts in the manifest are those that the code registers', () => {
  const declared = socketMode.features.shortcuts.map(({ callback_id }) => callback_id)
  expect(declared.sort()).toEqual([...registered.shortcuts].sort())
})

test('the events in the manifest are those that the code registers', () => {
  // The code listens to `message`; the manifest says of which kind of conversation.
  const declared = socketMode.settings.event_subscriptions.bot_events.map((event) =>
    event.replace(/^message\..*/, 'message'),
  )
  expect([...new Set(declared)].sort()).toEqual([...registered.events].sort())
})

test('every Web API method that the code calls is covered by the manifest’s scopes', () => {
  const granted = new Set(socketMode.oauth_config.scopes.bot)
  for (const method of methodsCalled()) {
    const scopes = scopesOf[method]
    expect(scopes, `${method} is called: add its scopes to the table above`).toBeDefined()
    for (const scope of scopes ?? []) expect(granted, `${method} needs ${scope}`).toContain(scope)
  }
})

test('every scope in the manifest is needed by something that the code does', () => {
  const needed = new Set(methodsCalled().flatMap((method) => scopesOf[method] ?? []))
  if (registered.commands.length > 0) needed.add('commands')
  if (registered.events.includes('message')) needed.add('im:history')
  expect(socketMode.oauth_config.scopes.bot.filter((scope) => !needed.has(scope))).toEqual([])
})

/** The words in code at the start of each row of the table under a heading of manifests/README.md. */
function firstColumn(heading: string): string[] {
  const part = reasons.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...part.matchAll(/^\| `([^`]+)` \| .{20,} \|$/gm)].map(([, first]) => first ?? '')
}
