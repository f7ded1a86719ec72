import { REASON_DAYS, reasonDays, setReasonDays } from '../apologies/keep-reasons.ts'
import { OPERATOR } from '../committees/import-committee.ts'
import { privacy as facts } from './command-list.ts'
import type { Command } from './desk.ts'
import { councilNamed } from './find-committee.ts'
import { misused, understood } from './options.ts'
import { privacy as say, strange } from './settings-words.en.ts'

/** `privacy [--days N]`: for how long private text is kept, or another number of days. */
export const privacyCommand: Command = {
  ...facts,
  bring: async () => new Map(),
  async run(args, desk) {
    const asked = argumentsOf(args)
    if ('problem' in asked) return misused(desk, asked.problem, say.usage)
    const council = await councilNamed(desk, asked.council)
    if (!council) return 1
    const { house, name } = council
    if (asked.days !== undefined) await setReasonDays(house, { by: OPERATOR, days: asked.days })
    desk.out(say.shown(name, await reasonDays(house)))
    return 0
  },
}

interface Asked {
  readonly council: string | undefined
  readonly days: number | undefined
}

function argumentsOf(args: readonly string[]): Asked | { readonly problem: string } {
  const called = understood(facts.name, args, { values: ['--council', '--days'], switches: [] })
  if ('problem' in called) return called
  const { words, values } = called
  if (words[0] !== undefined) return { problem: strange(words[0]) }
  const given = values.get('--days')
  const days = given === undefined ? undefined : Number(given)
  const isGood = (number: number) => number >= REASON_DAYS.least && number <= REASON_DAYS.most
  if (given !== undefined && (!/^\d{1,4}$/.test(given) || !isGood(Number(given))))
    return { problem: say.badDays(given, REASON_DAYS) }
  return { council: values.get('--council'), days }
}
