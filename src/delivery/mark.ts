import type { KnownBlock } from '@slack/types'

/**
 * Slack keeps a block's id, so the first block of every message carries the message's own: that is how
 * it is recognised when a direct message is read back, and when somebody presses a button in it. (Slack
 * knows no idempotency key, slack.md D2.4, and metadata would need a scope more to be read.)
 */
const PREFIX = 'm:'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function outboxBlockId(messageId: string): string {
  return `${PREFIX}${messageId}`
}

/** The message that a block's id names, or `undefined` when it is no mark. */
export function outboxIdOf(blockId: string | undefined): string | undefined {
  if (!blockId?.startsWith(PREFIX)) return undefined
  const id = blockId.slice(PREFIX.length)
  return UUID.test(id) ? id : undefined
}

/** The blocks with the mark on the first; a message without blocks gets its text as one. */
export function marked(
  messageId: string,
  message: { readonly text: string; readonly blocks: readonly KnownBlock[] },
): KnownBlock[] {
  const [first, ...rest] = message.blocks
  const block: KnownBlock = first ?? { type: 'section', text: { type: 'mrkdwn', text: message.text } }
  return [{ ...block, block_id: outboxBlockId(messageId) }, ...rest]
}
