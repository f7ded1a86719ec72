import type { Json } from '../json.ts'
import type { Parts } from '../parts.ts'
import type { Args } from './args.ts'

/** "No", in Slack's own code; the answer is still HTTP 200. */
export class SlackError extends Error {
  readonly code: string
  readonly more: Json

  constructor(code: string, more: Json = {}) {
    super(code)
    this.code = code
    this.more = more
  }
}

export interface Call {
  readonly parts: Parts
  readonly args: Args
  /** What the call did, for the journal. */
  readonly effect: Json
  /** Refuses unless the manifest has one of these scopes. */
  need(...scopes: string[]): void
}

export interface Method {
  /** Whose token opens it; `none` needs none. */
  readonly token?: 'bot' | 'app' | 'none'
  /** Any one of these is enough. */
  readonly scopes?: readonly string[]
  readonly run: (call: Call) => Json | Promise<Json>
}

export type Methods = Readonly<Record<string, Method>>

export function required(call: Call, name: string): string {
  const value = call.args.text(name)
  if (value) return value
  throw new SlackError('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  })
}
