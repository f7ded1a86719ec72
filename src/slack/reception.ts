import type { KnownBlock, ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Houses } from '../database/houses.ts'
import { section } from './blocks.ts'
import type { Fields } from './fields.ts'
import type { Inbox } from './inbox.ts'
import type { Mrkdwn } from './mrkdwn.ts'
import type { Visitor } from './visitor.ts'

/** What every listener stands on. */
export interface Reception {
  readonly houses: Houses
  readonly inbox: Inbox
  readonly log: Logger
  /** Called when somebody presses a control in a message: that message has surely arrived. */
  onPressed(pressed: {
    visitor: Visitor
    blockIds: readonly string[]
    channel: string
    ts: string
  }): Promise<void>
  /** Called once a person's request was handled: what they see elsewhere may not be true any more. */
  onHandled?(visitor: Visitor): void
}

/** An answer that only the person sees. */
export type Answer = Mrkdwn | { readonly text: string; readonly blocks: readonly KnownBlock[] }

interface Visit {
  readonly visitor: Visitor
  readonly client: WebClient
  readonly triggerId: string
  answer(answer: Answer): Promise<void>
}
export interface CommandVisit extends Visit {
  readonly text: string
  /** Where it was typed; of a direct message too. */
  readonly channelId: string
}
export interface PressVisit extends Visit {
  /** The value of the button or of what was chosen. */
  readonly value: string
  /** The open view, when the control stands in one. */
  readonly view?: {
    readonly id: string
    readonly hash: string
    readonly metadata: string
    readonly fields: Fields
  }
}
/** A shortcut that was picked from the menu of a message. */
export interface ShortcutVisit extends Visit {
  /** What the message says. */
  readonly text: string
  /** The Slack account that wrote it; absent for some apps' messages. */
  readonly authorId: string | undefined
}
export interface SubmitVisit {
  readonly visitor: Visitor
  readonly client: WebClient
  readonly viewId: string
  readonly metadata: string
  readonly fields: Fields
  /** Work after the acknowledgement, such as reading a file; its failure reaches the log and the person. */
  afterwards(doing: string, work: () => Promise<void>): void
}
/** How a submission ends: with errors at fields, with another view, or closed. */
export type SubmitAnswer =
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly show: ModalView }
  | { readonly close: true }

export interface Said {
  readonly text: string
  readonly blocks: KnownBlock[]
}

/**
 * Say something to a person where they are: below their command, on their form. When that place is closed
 * (an expired trigger, a used-up response_url), it is said in their direct message: silence is the worst
 * answer (law 9).
 */
export async function tell(
  reception: Pick<Reception, 'log'>,
  to: { readonly client: WebClient; readonly userId: string },
  answer: Answer,
  there: (said: Said) => Promise<unknown>,
): Promise<void> {
  const said: Said =
    'blocks' in answer
      ? { text: answer.text, blocks: [...answer.blocks] }
      : { text: answer.text, blocks: [section(answer)] }
  try {
    await there(said)
  } catch (error) {
    reception.log.warn(
      { err: error },
      'an answer could not be given in its place; it goes to the direct message',
    )
    await to.client.chat.postMessage({ channel: to.userId, ...said })
  }
}
