import { randomInt } from 'node:crypto'
import { newSecret } from './ids.ts'

/** docs.slack.dev: "trigger_id expires in 3 seconds after issuing it". Real time, whatever the workspace's clock says. */
export const TRIGGER_LIFE_MS = 3000

export interface Trigger {
  readonly user: string
  readonly issued: number
  used: boolean
}

export type TriggerRefusal = 'expired_trigger_id' | 'exchanged_trigger_id' | 'invalid_trigger_id'

export class Triggers {
  readonly #lifeMs: number
  readonly #issued = new Map<string, Trigger>()

  /** @param lifeMs Slack's own, or longer where a test has a busy machine */
  constructor(lifeMs = TRIGGER_LIFE_MS) {
    this.#lifeMs = lifeMs
  }

  issue(user: string): string {
    const id = `${randomInt(1e12, 9e12)}.${randomInt(1e12, 9e12)}.${newSecret(16)}`
    this.#issued.set(id, { user, issued: Date.now(), used: false })
    this.#forgetOld()
    return id
  }

  /** The person the trigger stands for, and the trigger is used up; or why not. */
  exchange(id: string): { user: string } | { refusal: TriggerRefusal } {
    if (!/^\d+\.\d+\.[0-9a-f]+$/.test(id)) return { refusal: 'invalid_trigger_id' }
    const trigger = this.#issued.get(id)
    if (!trigger || Date.now() - trigger.issued > this.#lifeMs) return { refusal: 'expired_trigger_id' }
    if (trigger.used) return { refusal: 'exchanged_trigger_id' }
    trigger.used = true
    return { user: trigger.user }
  }

  #forgetOld(): void {
    for (const [id, trigger] of this.#issued) {
      if (Date.now() - trigger.issued <= this.#lifeMs) return
      this.#issued.delete(id)
    }
  }
}
