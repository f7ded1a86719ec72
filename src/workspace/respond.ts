import { filledIn } from './blocks.ts'
import { isRecord, records, string } from './json.ts'
import { editMessage, ephemeralByApp, postByApp, removeMessage, type Wording } from './messages.ts'
import type { Message } from './model.ts'
import type { Parts } from './parts.ts'
import type { ResponseTarget } from './response-urls.ts'
import { blockProblems } from './validate-blocks.ts'

/** What became of a response: a message, or Slack's code for what was wrong with it. */
export type Responded = { readonly ts?: string } | { readonly error: string; readonly detail?: string }

/** Carries out what an app answers to a command or through a response_url (docs.slack.dev, "Handling user interaction"). */
export function respond(parts: Parts, target: ResponseTarget, answer: unknown): Responded {
  const body = typeof answer === 'string' ? { text: answer } : answer
  if (!isRecord(body) || Object.keys(body).length === 0) return {}
  if (body['delete_original'] === true) return removeOriginal(parts, target)
  const problems = blockProblems(body['blocks'] ?? [], 'message')
  const [first] = problems
  if (first) return { error: 'invalid_blocks', detail: `${first.message} [json-pointer:${first.pointer}]` }
  const wording: Wording = {
    text: string(body['text']) ?? '',
    blocks: filledIn(records(body['blocks'])),
    attachments: records(body['attachments']),
    threadTs: string(body['thread_ts']) ?? target.threadTs,
  }
  if (!wording.text.trim() && wording.blocks.length === 0) return { error: 'no_text' }
  if (body['replace_original'] === true) return replaceOriginal(parts, target, wording)
  if (body['response_type'] === 'in_channel') return { ts: postByApp(parts, target.channel, wording).ts }
  return { ts: ephemeralByApp(parts, target.channel, target.user, wording).ts }
}

function replaceOriginal(parts: Parts, target: ResponseTarget, wording: Wording): Responded {
  if (target.ephemeral) {
    const before = original(parts, target)
    if (!before) return { error: 'message_not_found' }
    parts.client.showEphemeral(target.user, { ...before, text: wording.text, blocks: wording.blocks })
    return { ts: before.ts }
  }
  const message = original(parts, target)
  // A command has no original: Slack then posts the answer as if nothing had been asked to be replaced.
  if (!message) return { ts: ephemeralByApp(parts, target.channel, target.user, wording).ts }
  const { threadTs: _, ...words } = wording
  return { ts: editMessage(parts, message, words).ts }
}

function removeOriginal(parts: Parts, target: ResponseTarget): Responded {
  const message = original(parts, target)
  if (!message) return { error: 'message_not_found' }
  if (target.ephemeral) parts.client.removeEphemeral(target.user, message.ts)
  else removeMessage(parts, message)
  return { ts: message.ts }
}

function original(parts: Parts, target: ResponseTarget): Message | undefined {
  if (!target.messageTs) return undefined
  if (target.ephemeral)
    return parts.client.ephemeralsOf(target.user).find((one) => one.ts === target.messageTs)
  return parts.state.message(target.channel, target.messageTs)
}
