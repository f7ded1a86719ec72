import type { z } from 'zod'
import type { Setting } from './settings.ts'

/** Why the bot cannot start: the variable, what is wrong with it, and what to do. Never holds a secret. */
export interface ConfigProblem {
  readonly variable: string
  readonly problem: string
  readonly mend: string
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The environment while it is read: texts become values, and what is wrong is gathered. */
export class Reading {
  readonly problems: ConfigProblem[] = []
  readonly #env: Environment

  constructor(env: Environment) {
    this.#env = env
  }

  /** The value; for a wrong or absent one the default, or `undefined` where there is none. */
  take<S extends z.ZodType<unknown, string>>(it: Setting<S> & { readonly default: string }): z.output<S>
  take<S extends z.ZodType<unknown, string>>(it: Setting<S>): z.output<S> | undefined
  take<S extends z.ZodType<unknown, string>>(it: Setting<S>): z.output<S> | undefined {
    const usual = it.default === undefined ? undefined : it.schema.parse(it.default)
    const text = this.#text(it)
    if (text === undefined) return usual
    const parsed = it.schema.safeParse(text)
    if (parsed.success) return parsed.data
    const example = it.secret ? `It looks like this: ${it.example}.` : `For example: ${it.name}=${it.example}`
    this.refuse(it, parsed.error.issues[0]?.message ?? 'cannot be read', example)
    return usual
  }

  /** Whether it is set. Empty counts as absent: that is how compose files pass what nobody filled in. */
  has(it: Setting): boolean {
    return this.#text(it) !== undefined
  }

  isWrong(it: Setting): boolean {
    return this.problems.some(({ variable }) => variable === it.name)
  }

  /** Notes a problem; of several with one setting the first is said. */
  refuse(it: Setting, problem: string, mend: string): void {
    if (!this.isWrong(it)) this.problems.push({ variable: it.name, problem, mend })
  }

  #text(it: Setting): string | undefined {
    return this.#env[it.name]?.trim() || undefined
  }
}
