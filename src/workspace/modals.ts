import { type Held, heldAfter } from './held.ts'
import { newId, newSecret } from './ids.ts'
import { type Json, records, string } from './json.ts'

/** A view that somebody has before them: what the app sent, and what they have put in it. */
export interface ShownView {
  readonly id: string
  readonly user: string
  readonly rootId: string
  readonly previousId: string | undefined
  /** The view as the app gave it, with ids filled in. */
  content: Json
  hash: string
  held: Held
  /** What is wrong, by block_id. */
  errors: Map<string, string>
  notice: string | undefined
}

/** docs.slack.dev, views.push: a stack of three views at most. */
export const stackLimit = 3

export function newHash(seconds: number): string {
  return `${seconds}.${newSecret(4)}`
}

export function shownView(user: string, content: Json, seconds: number, below?: ShownView): ShownView {
  const id = newId('V')
  return {
    id,
    user,
    rootId: below?.rootId ?? id,
    previousId: below?.id,
    content,
    hash: newHash(seconds),
    held: heldAfter(records(content['blocks'])),
    errors: new Map(),
    notice: undefined,
  }
}

export function replaceContent(view: ShownView, content: Json, seconds: number): void {
  view.content = content
  view.hash = newHash(seconds)
  view.held = heldAfter(records(content['blocks']), view.held)
  view.errors = new Map()
  view.notice = undefined
}

/** The open modals: a stack for each person. They live in the client, so no restart keeps them. */
export class Modals {
  readonly #stacks = new Map<string, ShownView[]>()

  stack(user: string): readonly ShownView[] {
    return this.#stacks.get(user) ?? []
  }

  top(user: string): ShownView | undefined {
    return this.stack(user).at(-1)
  }

  /** A second views.open takes the place of whatever the app had open. */
  open(view: ShownView): void {
    this.#stacks.set(view.user, [view])
  }

  push(view: ShownView): void {
    this.#stacks.set(view.user, [...this.stack(view.user), view])
  }

  pop(user: string): void {
    this.#stacks.set(user, this.stack(user).slice(0, -1))
  }

  clear(user: string): void {
    this.#stacks.delete(user)
  }

  find(wanted: { viewId?: string | undefined; externalId?: string | undefined }): ShownView | undefined {
    for (const stack of this.#stacks.values()) {
      for (const view of stack) {
        if (wanted.viewId && view.id === wanted.viewId) return view
        if (wanted.externalId && string(view.content['external_id']) === wanted.externalId) return view
      }
    }
    return undefined
  }
}
