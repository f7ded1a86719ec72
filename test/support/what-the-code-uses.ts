// What the bot's source asks of Slack: commands, events and Web API methods, to compare with the manifests.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file of the repository. */
export function read(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8')
}

/**
 * Bot scopes of the Web API methods that the bot may call (docs.slack.dev/reference/methods), for the kinds
 * of conversations it uses: history of direct messages only.
 */
export const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'blocks.validate': [],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'team.info': ['team:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'users.lookupByEmail': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}

const families =
  'admin|apps|auth|blocks|bookmarks|bots|canvases|chat|conversations|dnd|emoji|files|oauth|pins|reactions|reminders|search|slackLists|team|usergroups|users|views'

const sources = await sourceOfTheBot()

/** Such as `views.open`. */
export function methodsCalled(): string[] {
  // Formatted calls may break before a dot. Calls on lists of our own that bear a family's name are no methods.
  const call = new RegExp(`[\\w)\\]]\\??\\s*\\.(${families})\\s*\\.([a-zA-Z]+)\\(`, 'g')
  const ofLists =
    /^(map|filter|find\w*|flatMap|forEach|some|every|reduce|includes|push|at|get|set|has|delete|add|join|slice|sort|toSorted|entries|keys|values|indexOf|reverse|concat)$/
  const named = [...sources.matchAll(/\bapiCall\(\s*'([\w.]+)'/g)].map(([, method]) => method ?? '')
  const called = [...sources.matchAll(call)]
    .filter(([, , name]) => !ofLists.test(name ?? ''))
    .map(([, family, name]) => `${family}.${name}`)
  return [...new Set([...called, ...named])].sort()
}

/** What the bot's process consists of: the local workspace is Slack's side. */
async function sourceOfTheBot(): Promise<string> {
  const files = await readdir(join(root, 'src'), { recursive: true })
  const ours = files
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => file.endsWith('.ts') && !/^(workspace|database\/generated)\//.test(file))
  return (await Promise.all(ours.map((file) => read(`src/${file}`)))).join('\n')
}

/** Commands, shortcuts and events as the assembled app knows them, or, before it is assembled in one place, as the source says. */
export async function registeredByTheCode() {
  const registry = join(root, 'src/slack/registered.ts')
  const names = z.array(z.string())
  const shape = z.object({ commands: names, shortcuts: names, events: names })
  if (existsSync(registry)) {
    const module = z.looseObject({ registeredListeners: z.function() }).parse(await import(registry))
    return shape.parse(module.registeredListeners())
  }
  const literal = (kind: string, pattern: string) => {
    const every = [...sources.matchAll(new RegExp(`\\bapp\\.${kind}(?:<\\w+>)?\\(`, 'g'))]
    const said = [...sources.matchAll(new RegExp(`\\bapp\\.${kind}(?:<\\w+>)?\\(\\s*'(${pattern})'`, 'g'))]
    if (said.length !== every.length)
      throw new Error(`app.${kind}( is called with something else than a plain string`)
    return said.map(([, name]) => name ?? '')
  }
  const messages = /\bapp\.message\(/.test(sources) ? ['message'] : []
  return {
    commands: [...new Set(literal('command', '/[a-z]+'))],
    shortcuts: [...new Set(literal('shortcut', '[a-z_]+'))],
    events: [...new Set([...literal('event', '[a-z_.]+'), ...messages])],
  }
}
