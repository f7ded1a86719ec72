import type { Button } from '@slack/types'
import type { Mrkdwn } from '../slack/mrkdwn.ts'

/*
 * The control is the one message by which a clerk runs a meeting. Each room hands in its own part of it, and
 * knows nothing of the others; `cards/control-model.ts` joins them.
 */

/** What one room says about the business under consideration, and what can be done about it. */
export interface ControlPart {
  /** Each a line of its own: what must be watched for, and what was done so far. */
  readonly lines: readonly Mrkdwn[]
  /** For what is done often: the fewer, the quicker they are found while people talk. */
  readonly buttons: readonly Button[]
  /** For what is done seldom: the buttons behind *More*. */
  readonly more: readonly MoreButton[]
}

/** A button of the view behind *More*; pressing it opens a view on top of it. */
export interface MoreButton {
  readonly id: string
  readonly text: string
  readonly value: string
}
