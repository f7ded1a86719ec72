import type { Desk } from './desk.ts'
import { strange } from './settings-words.en.ts'
import { unknownOption } from './words.en.ts'

/** What a command was called with: words, options with a value, and switches. */
export interface Called {
  readonly words: readonly string[]
  readonly values: ReadonlyMap<string, string>
  readonly switches: ReadonlySet<string>
}

/**
 * Take the arguments of a command apart.
 *
 * @returns them, or the first that is not understood; empty where an option lacks its value
 */
export function calledWith(
  args: readonly string[],
  known: { readonly values: readonly string[]; readonly switches: readonly string[] },
): Called | { readonly strange: string } {
  const words: string[] = []
  const values = new Map<string, string>()
  const switches = new Set<string>()
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const [name = '', ...rest] = arg.split('=')
    if (known.values.includes(name)) {
      const value = rest.length > 0 ? rest.join('=') : args[++at]
      if (value === undefined || value.startsWith('--')) return { strange: '' }
      values.set(name, value)
    } else if (known.switches.includes(arg)) switches.add(arg)
    else if (arg.startsWith('--')) return { strange: arg }
    else words.push(arg)
  }
  return { words, values, switches }
}

/** The same, with what is not understood as a sentence to read. */
export function understood(
  command: string,
  args: readonly string[],
  known: Parameters<typeof calledWith>[1],
): Called | { readonly problem: string } {
  const called = calledWith(args, known)
  if (!('strange' in called)) return called
  return { problem: called.strange === '' ? strange('') : unknownOption(called.strange, command) }
}

/** Say what was not understood and how the command is called. @returns the exit code of wrong use */
export function misused(desk: Pick<Desk, 'err'>, problem: string, usage: string): number {
  desk.err(problem)
  desk.err(`\n${usage}`)
  return 2
}
