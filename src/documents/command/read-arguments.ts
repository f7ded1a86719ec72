import { parseArgs } from 'node:util'
import { unknownOption } from '../words.en.ts'

/** What `read` is asked for. */
export interface ReadArguments {
  readonly json: boolean
  readonly explain: boolean
  /** Files, addresses and the standard input, in the order given. */
  readonly names: readonly string[]
}

export type Understood =
  | ({ readonly ok: true } & ReadArguments)
  | { readonly ok: false; readonly why: string; readonly askedForHelp?: true }

export function understood(args: readonly string[]): Understood {
  const flag = { type: 'boolean' } as const
  const { tokens } = parseArgs({
    args: [...args],
    options: { json: flag, explain: flag, help: { ...flag, short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const names = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const options = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []))
  if (options.some(({ name }) => name === 'help')) return { ok: false, why: '', askedForHelp: true }
  const strange = options.find(({ name }) => !['json', 'explain'].includes(name))
  if (strange) return { ok: false, why: `${unknownOption(strange.rawName)}\n\n` }
  if (names.length === 0) return { ok: false, why: '' }
  const has = (name: string) => options.some((option) => option.name === name)
  return { ok: true, json: has('json'), explain: has('explain'), names }
}
