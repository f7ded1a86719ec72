import { OPERATOR } from '../committees/import-committee.ts'
import { BARS, KIND_IDS, type OwnKind } from '../interests/kind-rules.ts'
import { codeSettings, type SetCode, setCode } from '../interests/set-code.ts'
import { code as say } from './code-words.en.ts'
import { code as facts } from './command-list.ts'
import type { Command } from './desk.ts'
import { councilNamed } from './find-committee.ts'
import { misused, understood } from './options.ts'
import { strange } from './settings-words.en.ts'

/** `code`: what the council's code of conduct calls its interests, and who its Monitoring Officer is. */
export const codeCommand: Command = {
  ...facts,
  bring: async () => new Map(),
  async run(args, desk) {
    const asked = argumentsOf(args)
    if ('problem' in asked) return misused(desk, asked.problem, say.usage)
    const council = await councilNamed(desk, asked.council)
    if (!council) return 1
    const { house, name } = council
    if (asked.set) {
      const outcome = await setCode(house, { ...asked.set, by: OPERATOR })
      if (!outcome.ok) {
        desk.err(say.refused(outcome.refusal))
        return 1
      }
    }
    desk.out(say.shown(name, await codeSettings(house)))
    return 0
  },
}

interface Asked {
  readonly council: string | undefined
  /** Absent where only what is set is asked for. */
  readonly set: Omit<SetCode, 'by'> | undefined
}

const VALUES = [
  '--council',
  '--kind',
  '--name',
  '--bars',
  '--leave-room',
  '--whip',
  '--officer',
  '--not-officer',
]

function argumentsOf(args: readonly string[]): Asked | { readonly problem: string } {
  const called = understood(facts.name, args, { values: VALUES, switches: ['--none', '--usual'] })
  if ('problem' in called) return called
  const { words, values, switches } = called
  if (words[0] !== undefined) return { problem: strange(words[0]) }
  const kind = kindAsked(values, switches)
  if ('problem' in kind) return kind
  const [leave, whip] = [values.get('--leave-room'), values.get('--whip')]
  if (leave !== undefined && leave !== 'on' && leave !== 'off')
    return { problem: say.badSwitch('--leave-room', leave) }
  if (whip !== undefined && whip !== 'on' && whip !== 'off' && whip !== 'usual')
    return { problem: say.badSwitch('--whip', whip) }
  const listed = (option: string) => (values.has(option) ? [values.get(option) ?? ''] : [])
  const set = {
    kinds: kind.kinds,
    leavesRoom: leave === undefined ? undefined : leave === 'on',
    asksForWhip: whip === undefined ? undefined : whip === 'usual' ? ('usual' as const) : whip === 'on',
    officersAdded: listed('--officer'),
    officersRemoved: listed('--not-officer'),
  }
  const isAsked = [...values.keys()].some((option) => option !== '--council')
  return { council: values.get('--council'), set: isAsked ? set : undefined }
}

/** What is said of a kind; of none where no kind is named. */
function kindAsked(
  values: ReadonlyMap<string, string>,
  switches: ReadonlySet<string>,
): { readonly kinds: ReadonlyMap<string, OwnKind | undefined> } | { readonly problem: string } {
  const given = values.get('--kind')
  const [name, bars] = [values.get('--name'), values.get('--bars')]
  const isSaid = name !== undefined || bars !== undefined || switches.size > 0
  if (given === undefined) return isSaid ? { problem: say.alone } : { kinds: new Map() }
  const kind = KIND_IDS.find((id) => id.toLowerCase() === given.toLowerCase())
  if (!kind) return { problem: say.badKind(given) }
  if (!isSaid) return { problem: say.nothing }
  if (switches.has('--none')) return { kinds: new Map([[kind, false]]) }
  if (switches.has('--usual')) return { kinds: new Map([[kind, undefined]]) }
  if (bars === undefined) return { kinds: new Map([[kind, name]]) }
  const bar = BARS.find((one) => one.toLowerCase() === bars.toLowerCase())
  if (!bar) return { problem: say.badBars(bars) }
  return { kinds: new Map([[kind, name === undefined ? { bars: bar } : { name, bars: bar }]]) }
}
